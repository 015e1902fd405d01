// Writes a library of so many files (430, about 8 MB and 6,500 cards) cut from labelled documents:
// `node test/tools/big-library.js <corpus>/dev <target> [files]`. For measuring only.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [source = '', target = '', count = '430'] = process.argv.slice(2)
const most = 12_000
const files = Number(count)

// a document in pieces at its headings, so that each piece is a file as people have them
const pieces = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) => {
    const lines = readFileSync(join(source, entry.name, 'doc.md'), 'utf8').split('\n')
    /** @type {string[]} */
    const found = []
    let piece = ''
    for (const line of lines) {
      if (piece.length > most && /^#{1,4} /.test(line)) {
        found.push(piece)
        piece = ''
      }
      // prose three times over: notes have longer answers than lists of questions have
      const isProse = line.length > 40 && !/^\s*(?:[#>|*-]|\d+[.)、])/.test(line)
      piece += isProse ? `${line} ${line} ${line}\n` : `${line}\n`
    }
    return [...found, piece]
  })

for (let i = 0; i < files; i += 1) {
  const folder = join(target, `part-${i % 20}`)
  mkdirSync(folder, { recursive: true })
  // every copy is a text of its own
  const piece = pieces[i % pieces.length] ?? ''
  writeFileSync(
    join(folder, `${i}.md`),
    piece.replaceAll(/\?|？/g, (mark) => ` ${i}${mark}`),
  )
}
console.log(`${files} files from ${pieces.length} pieces in ${target}`)
