// How good and how fast search is, beside fuse.js and minisearch: `npm run bench:search --
// [judged.json notes] [--largest 100000]`. Judged queries name the questions that answer them; without
// any, those of the tests over the bundled banks are asked. Every call checks the library for changes.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { scoreOf } from '../support/judged.js'
import { writeLibrary } from './generated-library.js'
import { mean, median, percentile, row, timed } from './measure.js'
import { rivals } from './search-rivals.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    largest: { type: 'string', default: '100000' },
    smallest: { type: 'boolean', default: false },
  },
})
const root = join(import.meta.dirname, '../..')
const viva = join(root, 'bin/viva.js')
const work = mkdtempSync(join(tmpdir(), 'viva-bench-search-'))
const engine = await bundled()

const typed = [
  '缓存穿透怎么办',
  'redis 缓存',
  'huancun',
  'djnago',
  'select_related',
  '拦接器',
  'celery task',
  'yzm',
]

/** Every start of every query, as it is typed. */
const keys = typed.flatMap((query) =>
  Array.from(query, (_, i) => query.slice(0, i + 1)).filter((start) => start.trim() !== ''),
)

// our own queries are judged over the cards that they were judged for, however the bank grows
const judgedIds = new Set(
  JSON.parse(readFileSync(join(root, 'test/search/judged-cards.json'), 'utf8')),
)

// it asks hundreds of queries of four engines
if (!values.smallest) await quality()
for (const size of [100, 1000, 10_000, 100_000]) {
  if (size <= (values.smallest ? 100 : Number(values.largest))) await speed(size)
}
rmSync(work, { recursive: true, force: true })

/** The parts of the source that are measured inside this process. */
async function bundled() {
  const outfile = join(work, 'engine.mjs')
  const parts = {
    'search/engine.ts': '{ search, searchNow }',
    'search/index/collection.ts': '{ collectionOf }',
    'search/fuzzy.ts': '{ loadFuzzy }',
    'search/text/fold.ts': '{ fold }',
    'host/library/open-search.ts': '{ openSearch }',
    'host/library/library.ts': '{ readLibrary }',
  }
  const contents = Object.entries(parts)
    .map(([file, names]) => `export ${names} from './src/${file}'`)
    .join('\n')
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    ...{ outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' },
    alias: { 'js-yaml': join(root, 'node_modules/js-yaml/dist/js-yaml.mjs') },
    banner: {
      js: "import{createRequire as __c}from'node:module';const require=__c(import.meta.url);",
    },
  })
  return import(pathToFileURL(outfile).href)
}

async function quality() {
  const [judgedFile, notes] = positionals
  /** @type {{ q: string, relevant: string[], bank?: string }[]} */
  const judged = JSON.parse(
    readFileSync(judgedFile ?? join(root, 'test/search/judged.json'), 'utf8'),
  )
  /** @type {Map<string, typeof judged>} */
  const byBank = new Map()
  for (const one of judged) {
    const bank = resolve(notes ?? join(root, 'content', one.bank ?? 'zh'))
    byBank.set(bank, [...(byBank.get(bank) ?? []), one])
  }
  /** @type {Map<string, { gains: number[], ranks: number[], wrong: number, absent: number }>} */
  const table = new Map()
  for (const [bank, queries] of byBank) {
    const { decks } = await engine.readLibrary({ root: bank, now: Date.now })
    const cards = decks
      .flatMap((/** @type {{ cards: { id: string }[] }} */ deck) => deck.cards)
      .filter((/** @type {{ id: string }} */ { id }) => notes !== undefined || judgedIds.has(id))
    for (const [name, ask] of await engines(cards)) {
      const row = table.get(name) ?? { gains: [], ranks: [], wrong: 0, absent: 0 }
      table.set(name, row)
      for (const { q, relevant } of queries) {
        const found = (await ask(q)).map((/** @type {number} */ doc) => keyOf(cards[doc], relevant))
        // a question that the notes do not have as a card cannot be found by anybody
        const there = relevant.filter((one) =>
          cards.some((/** @type {unknown} */ card) => keyOf(card, relevant) === plain(one)),
        )
        if (relevant.length === 0) {
          row.absent += 1
          row.wrong += found.length > 0 ? 1 : 0
        } else if (there.length > 0) {
          const { rank, gain } = scoreOf(found, there.map(plain))
          row.ranks.push(rank)
          row.gains.push(gain)
        }
      }
    }
  }
  console.log(`judged queries: ${judgedFile ?? 'test/search/judged.json'}`)
  for (const [name, { gains, ranks, wrong, absent }] of table) {
    const figures = `nDCG@10 ${mean(gains).toFixed(3)}  MRR ${mean(ranks).toFixed(3)}`
    console.log(`${name.padEnd(20)} ${figures}  answers to nothing ${wrong} of ${absent}`)
  }
}

/**
 * The document as the judged queries name it: by id, else by its question.
 * @param {any} card
 * @param {readonly string[]} relevant
 */
function keyOf(card, relevant) {
  const id = plain(card.id)
  return relevant.some((one) => plain(one) === id) ? id : plain(card.question)
}

/** @param {string} text */
function plain(text) {
  return engine.fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** @param {any[]} cards @returns {Promise<[string, (query: string) => any][]>} */
async function engines(cards) {
  const docs = cards.map(({ question, topics, answer, aliases, keyPoints }) => ({
    question: [question, ...aliases].join('\n'),
    topics: topics.join('\n'),
    answer: [answer.kind === 'written' ? answer.markdown : '', ...keyPoints].join('\n'),
  }))
  const collection = engine.collectionOf(cards)
  const numbers = new Map(cards.map((card, doc) => [card, doc]))
  const ours = async (/** @type {string} */ query) => {
    const { hits } = await engine.search(collection, query, { limit: 10 })
    return hits.map((/** @type {{ card: unknown }} */ { card }) => numbers.get(card))
  }
  return [
    ['viva', ours],
    ...Object.entries(rivals).map(
      ([name, open]) => /** @type {[string, any]} */ ([name, open(docs, engine.fold)]),
    ),
  ]
}

/** @param {number} size */
async function speed(size) {
  const library = join(work, `library-${size}`)
  const home = join(work, `home-${size}`)
  const cards = writeLibrary(library, size)
  console.log(`\n${size} cards, ${Math.ceil(size / 100)} files`)
  const words = (/** @type {string} */ query) => [viva, 'search', query, '--library', library]
  const first = timed(words('缓存'), home)
  for (const name of readdirSync(join(home, 'cache'))) {
    if (name.startsWith('search-')) rmSync(join(home, 'cache', name))
  }
  const indexed = timed(words('缓存'), home)
  const sizes = readdirSync(join(home, 'cache')).filter((name) => name.startsWith('search-'))
  const bytes = sizes.reduce((sum, name) => sum + statSync(join(home, 'cache', name)).size, 0)

  const queries = ['缓存', 'redis 缓存', 'djnago', 'huancun', '怎么保证缓存和数据库一致']
  const times = new Map(
    ['bare Node', ...queries].map((name) => [name, /** @type {number[]} */ ([])]),
  )
  for (let round = 0; round < 21; round += 1) {
    times.get('bare Node')?.push(timed(['-e', '0'], home).ms)
    for (const query of queries) times.get(query)?.push(timed(words(query), home).ms)
  }
  const bare = median(times.get('bare Node') ?? [])
  const warm = median(times.get('缓存') ?? [])
  const rss = Math.max(...queries.map((query) => timed(words(query), home, true).rss))
  const bar = size <= 10_000 ? Math.min(2.5 * bare, bare + 60) : 6 * bare
  row('first call, all parsed and indexed', `${first.ms.toFixed(0)} ms`)
  row(
    'index build',
    `${(indexed.ms - warm).toFixed(0)} ms`,
    size === 10_000 && [indexed.ms - warm, 6000],
  )
  row('index size', `${(bytes / 1e6).toFixed(1)} MB`, size === 10_000 && [bytes / 1e6, 25])
  row('memory of a query, at most', `${rss.toFixed(0)} MB`, [rss, 130])
  row('bare Node', `${bare.toFixed(0)} ms`)
  for (const query of queries) {
    const ms = median(times.get(query) ?? [])
    const above = `${ms.toFixed(0)} ms  ${(ms / bare).toFixed(2)} ×  +${(ms - bare).toFixed(0)} ms`
    row(`viva search ${query}`, above, query === '缓存' && [ms, bar])
  }
  await typing(size, library)
  if (size <= 10_000) await typingOfRivals(cards)
}

/** @param {number} size @param {string} library */
async function typing(size, library) {
  const home = join(work, 'engine-home')
  const quiet = {
    terminal: { progress: () => {}, indexing: () => {} },
    settleAt: async () => {},
    names: () => ({ nameOf: (/** @type {string} */ id) => id, key: '' }),
  }
  const places = { settings: home, cache: join(home, 'cache') }
  const { collection } = await engine.openSearch([{ path: library }], places, quiet)
  const fuzzy = await engine.loadFuzzy()
  const ask = (/** @type {string} */ query) =>
    engine.searchNow(fuzzy, collection, query, { limit: 20 })
  const times = keystrokes(ask)
  const worst = percentile(times, 0.95)
  const bar = size <= 10_000 ? 30 : 100
  const figures = `p50 ${percentile(times, 0.5).toFixed(1)}  p95 ${worst.toFixed(1)}  worst ${Math.max(...times).toFixed(1)} ms`
  row(`as you type, ${keys.length} keys`, figures, [worst, bar])
}

/** @param {readonly { question: string, topic: string, answer: string }[]} cards */
async function typingOfRivals(cards) {
  const docs = cards.map(({ question, topic, answer }) => ({ question, topics: topic, answer }))
  for (const [name, open] of Object.entries(rivals)) {
    const begin = performance.now()
    const ask = open(docs, engine.fold)
    const built = performance.now() - begin
    // a few keys are enough to see how slow they are
    const times = keystrokes(ask, 6)
    const figures = `p50 ${percentile(times, 0.5).toFixed(0)}  p95 ${percentile(times, 0.95).toFixed(0)} ms`
    row(`${name}`, `build ${built.toFixed(0)} ms, as you type ${figures}`)
  }
}

/** @param {(query: string) => unknown} ask @param {number} [step] */
function keystrokes(ask, step = 1) {
  return keys
    .filter((_, i) => i % step === 0)
    .map((key) => {
      const begin = performance.now()
      ask(key)
      return performance.now() - begin
    })
}
