// The typesetter as the tools call it, bundled from the source, with the worker and fonts of dist/.
import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const top = join(import.meta.dirname, '../..')
export const built = pathToFileURL(join(top, 'dist/'))

// among the packages, so that it finds them
const bundle = join(top, `node_modules/.cache/viva-paper-${process.pid}.mjs`)
await build({
  stdin: {
    contents: `
      export { typeset } from './src/host/paper/typeset.ts'
      export { usualOptions } from './src/export/paper/look.ts'
      export { documentOf } from './src/markdown/blocks.ts'
      export { parse } from './src/cards/read/parse.ts'
      export { keyPointsOf } from './src/points/derive.ts'
      export { warningText } from './src/export/warning.ts'
      export { messagesFor } from './src/i18n/messages.ts'
      export { readPdf, unpacked } from './test/support/pdf.ts'`,
    resolveDir: top,
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  loader: { '.typ': 'text' },
  logLevel: 'error',
})
export const viva = await import(pathToFileURL(bundle).href)
rmSync(bundle)

/** A booklet of the cards of these files. @param {readonly string[]} paths @param {string} title */
export function bookletOf(paths, title, language = 'zh') {
  const entries = paths.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    const { deck } = viva.parse({
      library: join(path, '..'),
      file: basename(path),
      text,
      overrides: undefined,
    })
    return deck.cards.map((/** @type {any} */ card) => entryOf(card, deck.title ?? basename(path)))
  })
  return { title, language, date: '2026-03-09', at: 1773014400000, told: [], entries }
}

/** @param {any} card @param {string} title */
function entryOf(card, title) {
  return {
    card,
    topic: card.topics.join(' › ') || title,
    keyPoints: viva.keyPointsOf(card).map((/** @type {any} */ point) => point.text),
    missed: [],
    note: undefined,
    asked: undefined,
  }
}
