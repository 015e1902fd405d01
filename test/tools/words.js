// Which words of notes are lost on their way to a person: reads each `<folder>/*.md` and
// `<folder>/*/doc.md`, and holds what the screen, the page, the paper, Markdown and Anki show of each
// card against the lines it was read from. `support/words.ts` says what may be missing.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundled } from './bundled.js'

/** Of ten thousand. */
const most = 5

/** Prints what is lost, each word with its place, and the figures; whether they are good enough. @param {readonly string[]} folders */
export async function printLostWords(folders) {
  const { outputs, wordsOfCards } = await bundled('test/support/words.ts')
  const lost = new Map(outputs.map((/** @type {string} */ output) => [output, 0]))
  let all = 0
  for (const path of folders.flatMap(notesIn)) {
    for (const told of await wordsOfCards(readFileSync(path, 'utf8'), path)) {
      all += told.words.length
      for (const output of outputs) {
        const words = told.lost[output]
        lost.set(output, lost.get(output) + words.length)
        if (words.length > 0) {
          console.log(`${output}  ${path}:${told.card.source.line}  ${words.join(' ')}`)
        }
      }
    }
  }
  for (const [output, count] of lost) {
    const share = ((count / Math.max(1, all)) * 10_000).toFixed(2)
    console.log(`${output}: ${count} of ${all} words lost, ${share} of 10,000`)
  }
  return [...lost.values()].every((count) => count * 10_000 <= most * all)
}

/** @param {string} folder */
function notesIn(folder) {
  return readdirSync(resolve(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isFile() && entry.name.endsWith('.md')) return [path]
    const doc = join(path, 'doc.md')
    return entry.isDirectory() && existsSync(doc) ? [doc] : []
  })
}
