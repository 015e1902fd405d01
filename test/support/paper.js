// The typesetter as the tools call it, bundled from the source, with the worker and fonts of dist/.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const top = join(import.meta.dirname, '../..')
export const built = pathToFileURL(join(top, 'dist/'))

const folder = mkdtempSync(join(tmpdir(), 'viva-paper-'))
await build({
  stdin: {
    contents: `
      export { printed } from './src/host/typeset.ts'
      export { usualOptions } from './src/export/paper-look.ts'
      export { parse } from './src/cards/parse.ts'
      export { keyPointsOf } from './src/points/derive.ts'
      export { warningText } from './src/export/warning.ts'
      export { messagesFor } from './src/i18n/messages.ts'`,
    resolveDir: top,
  },
  outfile: join(folder, 'bundle.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  loader: { '.typ': 'text' },
  alias: { 'js-yaml': join(top, 'node_modules/js-yaml/dist/js-yaml.mjs') },
  logLevel: 'error',
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
export const viva = await import(pathToFileURL(join(folder, 'bundle.mjs')).href)
rmSync(folder, { recursive: true })

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
