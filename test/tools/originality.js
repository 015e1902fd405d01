// Whether the bundled bank took over what others wrote: `npm run originality -- <folder>` compares it
// with every Markdown file of the folder. 30 characters in a row of an answer's prose or three lines
// of code are too much; questions, imports, names and commands are excepted. Prints both places of
// each find, and exits with 1 if there is any.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ourPage, takenOver, theirPage } from '../support/originality.js'

const [folder] = process.argv.slice(2)
if (folder === undefined || !existsSync(folder)) {
  console.error('usage: npm run originality -- <folder of Markdown files>')
  process.exit(2)
}

const bank = join(import.meta.dirname, '../../content')
const ours = ['zh', 'en'].flatMap((language) =>
  pagesIn(join(bank, language)).map(([path, text]) => ourPage(relative(process.cwd(), path), text)),
)
const theirs = pagesIn(folder).map(([path, text]) => theirPage(path, text))
const taken = ours.flatMap((page) => takenOver(page, theirs))
for (const { ours, theirs, text } of taken) {
  console.log(`${ours}  ${theirs}\n  ${text.replaceAll('\n', '\n  ')}`)
}
console.log(`${ours.length} files against ${theirs.length}: ${taken.length} taken over`)
process.exitCode = taken.length > 0 ? 1 : 0

/** @param {string} root */
function pagesIn(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map(
      (name) => /** @type {const} */ ([join(root, name), readFileSync(join(root, name), 'utf8')]),
    )
}
