import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, type ModuleImport, sourceFiles } from './support/imports.ts'

const src = join(import.meta.dirname, '../src')

/** What a room may look into: for values, and for types alone. A file of `src` is a room of its own name. */
type Looks = { readonly values: readonly string[]; readonly types?: readonly string[] }

const rooms: Readonly<Record<string, Looks>> = {
  main: { values: ['errors', 'host'], types: ['run'] },
  run: { values: ['cli', 'errors', 'host', 'i18n', 'view'] },
  cli: { values: ['commands', 'i18n', 'options', 'text'], types: ['host'] },
  commands: {
    values: [
      'archive',
      'cards',
      'errors',
      'export',
      'foreign',
      'identity',
      'interview',
      'journal',
      'options',
      'plan',
      'points',
      'schedule',
      'screens',
      'search',
      'stats',
      'text',
      'view',
    ],
    types: ['host'],
  },
  host: {
    values: [
      'archive',
      'cards',
      'errors',
      'export',
      'foreign',
      'i18n',
      'identity',
      'interview',
      'journal',
      'log',
      'markdown',
      'options',
      'schedule',
      'screens',
      'search',
      'sync',
      'text',
      'view',
    ],
  },
  screens: {
    values: ['errors', 'schedule', 'search', 'text', 'view'],
    types: ['identity', 'interview'],
  },
  foreign: {
    values: ['cards', 'export', 'identity', 'journal', 'log', 'markdown', 'schedule', 'text'],
  },
  export: {
    values: [
      'cards',
      'errors',
      'i18n',
      'interview',
      'markdown',
      'options',
      'points',
      'schedule',
      'text',
      'view',
    ],
    types: ['stats'],
  },
  view: {
    values: ['archive', 'cards', 'interview', 'markdown', 'points', 'schedule', 'stats', 'text'],
    types: ['errors', 'foreign', 'i18n', 'identity', 'log', 'plan', 'search', 'sync'],
  },
  options: { values: ['cards', 'errors', 'i18n', 'schedule'] },
  i18n: { values: [], types: ['cards', 'errors', 'schedule'] },
  interview: {
    values: ['cards', 'i18n', 'journal', 'log', 'points', 'schedule', 'search', 'text'],
  },
  plan: { values: ['cards', 'schedule'] },
  stats: { values: ['cards', 'interview', 'schedule', 'text'] },
  points: { values: ['cards', 'schedule', 'search'] },
  journal: { values: ['log', 'schedule'], types: ['cards'] },
  identity: { values: ['cards', 'log', 'text'], types: ['schedule'] },
  archive: { values: ['log', 'schedule'] },
  sync: {
    values: ['archive', 'identity', 'interview', 'journal', 'log', 'options', 'text'],
    types: ['cards'],
  },
  search: { values: ['cards', 'errors', 'text'] },
  schedule: { values: ['text'], types: ['cards'] },
  markdown: { values: ['text'] },
  log: { values: [] },
  cards: { values: ['text'] },
  text: { values: [] },
  errors: { values: [] },
}

/** Rooms that may ask the machine. */
const impure = ['main', 'run', 'cli', 'commands', 'host']

const machine =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\.|\bperformance\.now\b|\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\(|from 'node:(?!buffer|crypto|zlib)|import\('node:/

/** The files that know an outside library. */
const keepers: Readonly<Record<string, readonly string[]>> = {
  commander: ['run.ts', 'cli/command.ts', 'cli/options.ts', 'cli/program.ts', 'cli/usage-error.ts'],
  'env-paths': ['host/homes.ts'],
  inquirer: ['host/terminal/terminal.ts'],
  'supports-hyperlinks': ['host/terminal/terminal.ts'],
  conf: ['host/store/write-settings.ts'],
  '@open-spaced-repetition/binding': ['host/fit-worker.ts'],
  '@myriaddreamin/typst-ts-web-compiler': ['host/paper/typeset-worker.ts'],
  'sql.js': ['host/sqlite.ts'],
  '@noble/hashes/blake3': ['foreign/hashcards.ts'],
  zstddec: ['host/foreign/zstd.ts'],
  fflate: ['host/paper/anki-file.ts', 'export/paper/compact-pdf.ts'],
  chalk: ['view/paint.ts'],
  'gray-matter': ['cards/read/front-matter.ts'],
  'js-yaml': ['cards/read/yaml.ts'],
  'smol-toml': ['cards/read/toml.ts'],
  'ts-fsrs': ['schedule/fsrs.ts'],
  'fuse.js': ['search/fuzzy.ts'],
  remark: ['markdown/parse.ts'],
  'remark-gfm': ['markdown/parse.ts'],
  'micromark-extension-cjk-friendly': ['markdown/parse.ts'],
  'micromark-extension-cjk-friendly-gfm-strikethrough': ['markdown/parse.ts'],
  'decode-named-character-reference': ['markdown/html.ts'],
  temml: ['markdown/formula/tree.ts'],
  'highlight.js': ['markdown/code.ts'],
  'fast-string-width': ['text/text.ts'],
}

/** What of Node opens files to read them, which one function does for all: `host/files/read-file.ts`. */
const opening = /\b(?:readFileSync|readFile|openSync|open|createReadStream|openAsBlob)\b/

/** The files that open others by themselves, and why. */
const openers: Readonly<Record<string, string>> = {
  'host/files/read-file.ts': 'it is the one that looks at each file before it is read',
  'host/store/append.ts': 'appends to files of ours',
  'host/store/cache-file.ts': 'writes files of ours that are new',
  'host/library/packs.ts': 'writes files of ours that are new, as their parts come',
  'host/store/write-settings.ts': 'has a draft of its own on disk',
  'host/store/keeping/unpack.ts': 'reads a backup as a stream, opened by that one',
  'host/paper/named-file.ts': 'writes files that are new, and to pipes that somebody reads',
  'host/paper/paper-fonts.ts': 'reads fonts of the build',
  'host/paper/typeset-worker.ts': 'reads fonts and code of the build',
  'host/sqlite.ts': 'reads code of the build',
  'host/scripts/scripts.ts': 'reads code of the build',
}

/** Only types: the trees of the parser. */
const treeTypes = ['mdast']

const all = sourceFiles(src).flatMap(importsOf)
const inner = all.filter(({ from }) => from.startsWith('.') && !from.includes('package.json'))

function roomOf(file: string): string {
  const [first = '', second] = relative(src, file).split(/[\\/]/)
  return second === undefined ? first.replace(/\.ts$/, '') : first
}

function place(file: string): string {
  return relative(src, file).replaceAll('\\', '/')
}

function isAllowed({ file, from, isType }: ModuleImport): boolean {
  const room = roomOf(file)
  const target = roomOf(join(dirname(file), from))
  const looks = rooms[room]
  if (room === target) return true
  return (
    looks?.values.includes(target) === true || (isType && looks?.types?.includes(target) === true)
  )
}

describe('the rooms', () => {
  test('look only into the rooms that the table allows, for values and for types', () => {
    const wrong = inner.filter((one) => !isAllowed(one))
    expect(wrong.map(({ file, from }) => `${place(file)} → ${from}`)).toEqual([])
  })

  test('use every arrow of the table, or it goes', () => {
    const used = new Set(
      inner.map(
        ({ file, from, isType }) =>
          `${roomOf(file)} ${isType ? 'type' : 'value'} ${roomOf(join(dirname(file), from))}`,
      ),
    )
    const idle = Object.entries(rooms).flatMap(([room, { values, types = [] }]) => [
      ...values
        .filter(
          (target) => !used.has(`${room} value ${target}`) && !used.has(`${room} type ${target}`),
        )
        .map((target) => `${room} → ${target}`),
      ...types
        .filter((target) => !used.has(`${room} type ${target}`))
        .map((target) => `${room} → ${target} (types)`),
    ])
    expect(idle).toEqual([])
  })

  test('stand in no circle, types included', () => {
    const below = new Map(sourceFiles(src).map((file) => [file, new Set<string>()]))
    for (const { file, from } of inner) below.get(file)?.add(join(dirname(file), from))
    expect(circlesOf(below).map((circle) => circle.map(place))).toEqual([])
  })

  test('that are pure ask no clock, no dice, no timer, no file and no process', () => {
    const wrong = sourceFiles(src)
      .filter((file) => !impure.includes(roomOf(file)))
      .flatMap((file) => {
        const found = machine.exec(readFileSync(file, 'utf8'))
        return found === null ? [] : [`${place(file)}: ${found[0]}`]
      })
    expect(wrong).toEqual([])
  })

  test('read a file that anything names only through the one function that looks at it first', () => {
    const wrong = sourceFiles(src).filter((file) => {
      const named = readFileSync(file, 'utf8').matchAll(
        /import (?:type )?(\{[^}]*\}|\* as \w+|\w+) from 'node:fs(?:\/promises)?'/g,
      )
      const takes = Array.from(named, ([, names = '']) => names).filter(
        (names) => opening.test(names) || !names.startsWith('{'),
      )
      return takes.length > 0 && openers[place(file)] === undefined
    })
    expect(wrong.map(place)).toEqual([])
  })

  test('take files away by the one function that never throws, but for what is told', () => {
    const told = ['host/store/discard.ts', 'host/store/notes.ts', 'host/paper/named-file.ts']
    const wrong = sourceFiles(src)
      .filter((file) =>
        /\b(?:rmSync|unlinkSync|rmdirSync|rm|unlink)\(/.test(readFileSync(file, 'utf8')),
      )
      .map(place)
      .filter((file) => !told.includes(file))
    expect(wrong).toEqual([])
  })

  test('make folders by the one function that has their names on disk', () => {
    const wrong = sourceFiles(src)
      .filter((file) => /\bmkdir(?:Sync)?\(/.test(readFileSync(file, 'utf8')))
      .map(place)
    expect(wrong).toEqual(['host/store/append.ts'])
  })

  test('keep each outside library to the files that know it', () => {
    const wrong = all.flatMap(({ file, from, isType }) => {
      if (from.startsWith('.') || from.startsWith('node:')) return []
      const name = from.startsWith('@') ? from : (from.split('/', 1)[0] ?? from)
      if (isType && treeTypes.includes(name)) return []
      return keepers[name]?.includes(place(file)) === true ? [] : [`${place(file)} → ${from}`]
    })
    expect(wrong).toEqual([])
  })
})

/** Sets of files that reach each other (Tarjan's strongly connected components of more than one). */
function circlesOf(
  below: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const mine = order.size
    order.set(file, mine)
    open.push(file)
    let low = mine
    for (const next of below.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    lowest.set(file, low)
    if (low === mine) {
      const circle = open.splice(open.indexOf(file))
      if (circle.length > 1) circles.push(circle)
    }
    return low
  }
  for (const file of below.keys()) if (!order.has(file)) visit(file)
  return circles
}
