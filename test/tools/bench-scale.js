// How libraries of many cards are read, indexed, searched and read again after an edit, beside another
// checkout of this program, and beside what a person would use instead, where it is installed:
// `npm run bench:scale -- [--largest 100] [--beside <checkout>] [--rounds 5]`, or
// `--smallest`. Times are of the wall
// and of all processors.
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeLibrary } from './generated-library.js'
import { median, timed } from './measure.js'
import { programs } from './scale-rivals.js'
import { rivals } from './search-rivals.js'

const { values } = parseArgs({
  options: {
    largest: { type: 'string', default: '100000' },
    smallest: { type: 'boolean', default: false },
    beside: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
})
const rounds = values.smallest ? 1 : Number(values.rounds)
const largest = values.smallest ? 100 : Number(values.largest)
const work = mkdtempSync(join(tmpdir(), 'viva-bench-scale-'))
/** @type {[string, string][]} */
const checkouts = [['viva', join(import.meta.dirname, '../..')]]
if (values.beside !== undefined) checkouts.push(['beside', values.beside])
const query = '缓存'

/** @typedef {{ ms: number, cpu: number, rss: number }} Run */

/** @param {number} size */
function scale(size) {
  const notes = join(work, `notes-${size}`)
  const cards = writeLibrary(notes, size)
  console.log(`\n${size} cards in ${Math.ceil(size / 100)} files, ${mb(bytesIn(notes))} of notes`)
  for (const [name, checkout] of checkouts) {
    const viva = new Checkout(checkout, notes, join(work, `${name}-${size}`))
    const list = viva.run(['list'])
    const search = viva.run(['search', query])
    const [kept, data] = viva.bytes()
    told(`${name}: first list`, list)
    told(`${name}: then first search`, search)
    told(`${name}: both`, {
      ms: list.ms + search.ms,
      cpu: list.cpu + search.cpu,
      rss: Math.max(list.rss, search.rss),
    })
    line(`${name}: caches`, `${mb(kept)}, and ${mb(data)} of what is known of cards`)
  }
  warm(size)
  for (const { name, make, find } of programs) {
    const made = make?.(notes, join(work, `${name}-${size}`))
    if (made === 'missing') continue
    const found = Array.from({ length: rounds }, () =>
      find(query, notes, join(work, `${name}-${size}`)),
    )
    if (found.some((run) => run === undefined)) continue
    if (made !== undefined) line(`${name}: index`, `${s(made.ms)}, ${mb(made.bytes)}`)
    line(`${name}: ${query}`, `${median(found.map((run) => run ?? 0)).toFixed(0)} ms`)
  }
  if (size <= mostInMemory) libraries(cards)
}

/** Libraries for Node, in this process: their start is not counted, and what they index is gone after. */
const mostInMemory = 10_000

/** @param {readonly { question: string, topic: string, answer: string }[]} cards */
function libraries(cards) {
  const docs = cards.map(({ question, topic, answer }) => ({ question, topics: topic, answer }))
  for (const [name, open] of Object.entries(rivals)) {
    const begin = performance.now()
    const ask = open(docs, (text) => text.toLowerCase())
    const made = performance.now()
    ask(query)
    line(name, `index ${s(made - begin)}, ${query} ${(performance.now() - made).toFixed(1)} ms`)
  }
}

/** One after the other, so that a busy machine slows all alike. @param {number} size */
function warm(size) {
  /** @type {Map<string, Run[]>} */
  const runs = new Map()
  const take = (/** @type {string} */ name, /** @type {Run} */ run) =>
    void runs.set(name, [...(runs.get(name) ?? []), run])
  const ours = checkouts.map(([name, checkout]) => {
    const notes = join(work, `notes-${size}-${name}`)
    cpSync(join(work, `notes-${size}`), notes, { recursive: true, preserveTimestamps: true })
    const viva = new Checkout(checkout, notes, join(work, `${name}-${size}-warm`))
    viva.run(['search', query])
    return { name, notes, viva }
  })
  for (let round = 0; round < rounds; round += 1) {
    take('bare Node', timed(['-e', '0'], work, true))
    for (const { name, viva } of ours) take(`${name}: search ${query}`, viva.run(['search', query]))
  }
  for (let round = 0; round < Math.min(3, rounds); round += 1) {
    for (const { name, notes, viva } of ours) {
      const [file = ''] = readdirSync(notes).slice(-1 - round)
      appendFileSync(join(notes, file), `\n## 第${round}次改动是什么？\n\n新的一题。\n`)
      take(`${name}: search, one file edited`, viva.run(['search', query]))
    }
  }
  const bare = median((runs.get('bare Node') ?? []).map(({ cpu }) => cpu))
  for (const [name, all] of runs) {
    const run = {
      ms: median(all.map(({ ms }) => ms)),
      cpu: median(all.map(({ cpu }) => cpu)),
      rss: Math.max(...all.map(({ rss }) => rss)),
    }
    told(name, run, `, ${(run.cpu / bare).toFixed(2)} x bare`)
  }
}

/** A checkout of this program, a library and a home. */
class Checkout {
  /** @param {string} checkout @param {string} notes @param {string} home */
  constructor(checkout, notes, home) {
    this.viva = join(checkout, 'bin/viva.js')
    this.notes = notes
    this.home = home
  }

  /** @param {string[]} words @returns {Run} */
  run(words) {
    return timed([this.viva, ...words, '--library', this.notes], this.home, true)
  }

  /** Of the caches, and of all else. @returns {[number, number]} */
  bytes() {
    const all = bytesIn(this.home)
    const kept = bytesIn(join(this.home, 'cache'))
    return [kept, all - kept]
  }
}

/** @param {string} folder @returns {number} */
function bytesIn(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const stats = names.map((name) => statSync(join(folder, name)))
  return stats.reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0)
}

/** @param {string} name @param {Run} run @param {string} [more] */
function told(name, { ms, cpu, rss }, more = '') {
  line(name, `${s(ms)} wall, ${s(cpu)} of processors, ${rss.toFixed(0)} MB${more}`)
}

/** @param {string} name @param {string} figures */
function line(name, figures) {
  console.log(`${name.padEnd(38)} ${figures}`)
}

/** @param {number} ms */
function s(ms) {
  return ms < 2000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** @param {number} bytes */
function mb(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

try {
  for (const size of [100, 1000, 10_000, 100_000]) {
    if (size <= largest) scale(size)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
