// What a long history costs: 10,000 cards in 100 files, 100,000 reviews by three devices. Bare Node
// runs between, so that a busy machine slows all alike. Prints only; `npm run bench:schedule`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as pty from '@lydell/node-pty'
import { sized } from './measure.js'

const viva = join(import.meta.dirname, '../../bin/viva.js')
const home = mkdtempSync(join(tmpdir(), 'viva-bench-'))
const library = join(home, 'library')
/** Without any history, so that what is left over is the fold. */
const none = join(home, 'none')
const env = { ...process.env, VIVA_HOME: home, LANG: 'C.UTF-8' }
const cards = sized(10_000, 200)
const reviews = sized(100_000, 500)
const rounds = sized(15, 1)

mkdirSync(library)
for (let file = 0; file < cards / 100; file += 1) {
  const blocks = Array.from({ length: 100 }, (_, i) => {
    const n = file * 100 + i
    return `## 第 ${n} 题：缓存穿透、击穿和雪崩有什么区别？\n\n<!-- id: card-${n} -->\n\n第 ${n} 题的答案：布隆过滤器、互斥锁和随机过期时间，各自的代价也要说清楚。\n`
  })
  writeFileSync(join(library, `deck-${file}.md`), `# 主题 ${file}\n\n${blocks.join('\n')}`)
}

mkdirSync(join(home, 'journal'))
const lines = ['', '', '']
const start = Date.now() - reviews * 600_000
for (let i = 0; i < reviews; i += 1) {
  const g = [3, 3, 1, 3, 4, 3, 2, 3][i % 8]
  // forty reviews a sitting, on one device after another
  const run = Math.floor(i / 40)
  const id = `${run.toString(16).padStart(16, '0')}-${i % 40}`
  const body = `{"v":1,"id":"${id}","t":${start + i * 600_000},"tz":480,"c":"card-${(i * 7919) % (cards / 2)}","g":${g},"ms":${20_000 + (i % 9999)},"s":"review"`
  const sum = crc32(Buffer.from(body)).toString(16).padStart(8, '0')
  lines[run % 3] += `${body},"k":"${sum}"}\n`
}
lines.forEach((text, i) => {
  writeFileSync(join(home, 'journal', `device${i}.jsonl`), text)
})

/** @param {readonly number[]} all */
function median(all) {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}

/**
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [where]
 */
function timed(words, where = env) {
  const begin = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, {
    env: where,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
  return performance.now() - begin
}

/** Milliseconds until the first card of a review is on the screen. */
function firstCard() {
  const begin = performance.now()
  const words = [viva, 'review', '--library', library, '--lang', 'zh']
  const child = pty.spawn(process.execPath, words, { cols: 80, rows: 24, env })
  return new Promise((resolve) => {
    let seen = ''
    child.onData((data) => {
      seen += data
      if (!seen.includes('? 按键')) return
      resolve(performance.now() - begin)
      child.kill()
    })
  })
}

const rate = [viva, 'rate', 'card-7', 'good', '--library', library]
const bank = [viva, 'rate', 'cache-penetration-breakdown-avalanche', 'good']
const log = [viva, 'log', '--library', library, '--json']
timed(rate)
timed(bank, { ...env, VIVA_HOME: none })
/** @type {Record<string, number[]>} */
const times = { bare: [], empty: [], cold: [], warm: [], rate: [], bank: [], review: [], log: [] }
for (let round = 0; round < rounds; round += 1) {
  times.bare?.push(timed(['-e', '0']))
  times.empty?.push(timed(bank, { ...env, VIVA_HOME: none }))
  rmSync(join(home, 'cache', 'schedules.cache'), { force: true })
  times.cold?.push(timed(bank))
  times.warm?.push(timed(bank))
  times.rate?.push(timed(rate))
  times.review?.push(await firstCard())
  times.log?.push(timed(log))
}

const of = (/** @type {string} */ name) => median(times[name] ?? [])
const bare = of('bare')
const row = (/** @type {string} */ name, /** @type {number} */ ms, /** @type {string} */ bar) =>
  console.log(`${name.padEnd(46)} ${ms.toFixed(0).padStart(5)} ms  ${bar}`)
console.log(`Node ${process.version}, median of ${rounds}, ${cards} cards, ${reviews} reviews`)
row('node -e 0', bare, '')
row('rate, no history', of('empty'), `${(of('empty') / bare).toFixed(2)} ×  bar 2.5`)
row('a cold fold adds', of('cold') - of('empty'), 'bar 300')
row('a warm fold adds', of('warm') - of('empty'), 'bar 30')
row('rate in the large library, above bare Node', of('rate') - bare, '')
row('review: the first card, above bare Node', of('review') - bare, 'bar 250')
row('log --json of everything, above bare Node', of('log') - bare, '')
rmSync(home, { recursive: true, force: true })
