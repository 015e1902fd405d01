import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** Which rooms a room may look into; a file of `src` itself is a room of its own name. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  main: ['run'],
  run: ['cli', 'host', 'i18n', 'view', 'errors', 'cards'],
  cli: ['commands', 'options', 'host', 'i18n', 'text'],
  options: ['schedule', 'cards', 'i18n', 'errors'],
  errors: [],
  commands: [
    'options',
    'archive',
    'export',
    'host',
    'session',
    'search',
    'schedule',
    'journal',
    'identity',
    'markdown',
    'points',
    'interview',
    'view',
    'text',
    'cards',
    'errors',
  ],
  host: [
    'options',
    'export',
    'archive',
    'interview',
    'view',
    'search',
    'session',
    'identity',
    'journal',
    'log',
    'schedule',
    'markdown',
    'text',
    'cards',
    'i18n',
    'errors',
  ],
  view: [
    'interview',
    'markdown',
    'points',
    'archive',
    'log',
    'session',
    'search',
    'schedule',
    'identity',
    'text',
    'i18n',
    'cards',
    'errors',
  ],
  i18n: ['cards', 'schedule', 'errors'],
  interview: ['session', 'points', 'log', 'search', 'schedule', 'cards', 'text'],
  export: [
    'options',
    'points',
    'search',
    'schedule',
    'markdown',
    'text',
    'i18n',
    'cards',
    'errors',
  ],
  session: ['search', 'schedule', 'cards', 'text'],
  points: ['search', 'schedule', 'cards'],
  search: ['cards', 'errors'],
  journal: ['log', 'schedule', 'cards'],
  identity: ['log', 'schedule', 'cards'],
  archive: ['log', 'schedule'],
  log: [],
  schedule: ['cards'],
  text: [],
  markdown: ['text'],
  cards: [],
}

const pure = [
  'options',
  'interview',
  'export',
  'archive',
  'cards',
  'text',
  'markdown',
  'search',
  'points',
  'schedule',
  'journal',
  'log',
  'identity',
  'session',
  'view',
  'i18n',
]
const impure =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\.|from 'node:(?!buffer|crypto|zlib)/

/** The one room that knows an outside library. */
const keepers: Readonly<Record<string, string>> = {
  commander:
    'src/cli/program.ts src/cli/command.ts src/cli/options.ts src/cli/usage-error.ts src/run.ts',
  inquirer: 'src/host/terminal.ts',
  conf: 'src/host/settings.ts',
  chalk: 'src/view/paint.ts',
  'gray-matter': 'src/cards/front-matter.ts',
  'js-yaml': 'src/cards/yaml.ts',
  '@myriaddreamin/typst-ts-web-compiler': 'src/host/typeset-worker.ts',
  'ts-fsrs': 'src/schedule/fsrs.ts',
  '@open-spaced-repetition/binding': 'src/host/fit-worker.ts',
  'fuse.js': 'src/search/fuzzy.ts',
  'decode-named-character-reference': 'src/markdown/html.ts',
  'micromark-extension-cjk-friendly': 'src/markdown/parse.ts',
  'micromark-extension-cjk-friendly-gfm-strikethrough': 'src/markdown/parse.ts',
  mdast: 'blocks inlines meanings parse references'.replace(/\w+/g, 'src/markdown/$&.ts'),
  remark: 'src/markdown/parse.ts',
  'remark-gfm': 'src/markdown/parse.ts',
  'fast-string-width': 'src/text/text.ts',
  'supports-hyperlinks': 'src/host/terminal.ts',
  'sql.js': 'src/host/anki-file.ts',
  fflate: 'src/host/anki-file.ts src/export/compact-pdf.ts',
  'env-paths': 'src/run.ts',
}

type Import = { readonly file: string; readonly from: string }

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map(([, from = '']) => ({ file, from }))
}

function roomOf(file: string): string {
  const [first = '', second] = relative(src, file).split(/[\\/]/)
  return second === undefined ? first.replace(/\.ts$/, '') : first
}

const all = files(src).flatMap(importsOf)
const inner = all.filter(({ from }) => from.startsWith('.') && !from.includes('package.json'))

describe('the rooms', () => {
  test('look only into the rooms that the table allows', () => {
    const wrong = inner.flatMap(({ file, from }) => {
      const room = roomOf(file)
      const target = roomOf(join(dirname(file), from))
      const fits = room === target || allowed[room]?.includes(target)
      return fits ? [] : [`${relative(src, file)} → ${from}`]
    })
    expect(wrong).toEqual([])
  })

  test('that are pure ask no clock, no dice, no file and no process', () => {
    const wrong = files(src)
      .filter((file) => pure.includes(roomOf(file)))
      .flatMap((file) => {
        const found = impure.exec(readFileSync(file, 'utf8'))
        return found === null ? [] : [`${relative(src, file)}: ${found[0]}`]
      })
    expect(wrong).toEqual([])
  })

  test('keep each outside library to itself', () => {
    const wrong = all.flatMap(({ file, from }) => {
      const keeper = keepers[from]
      const place = `src/${relative(src, file).replaceAll('\\', '/')}`
      return keeper === undefined || keeper.split(' ').includes(place) ? [] : [`${place} → ${from}`]
    })
    expect(wrong).toEqual([])
  })
})
