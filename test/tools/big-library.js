// Writes a library of 430 files, about 8 MB and 6,500 cards, cut from the labelled documents:
// `node test/tools/big-library.js <corpus>/dev <target>`. For measuring only.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [source = '', target = ''] = process.argv.slice(2)
const most = 19_000
const files = 430

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
      piece += `${line}\n`
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
