// Start-up against bare Node, interleaved so that a busy machine slows all alike, and how fast keys
// and pastes reach the screen. Prints only; run it as `npm run bench`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as pty from '@lydell/node-pty'
import { writeLibrary } from './generated-library.js'
import { sized } from './measure.js'

const viva = join(import.meta.dirname, '../../bin/viva.js')
const home = mkdtempSync(join(tmpdir(), 'viva-bench-'))
const rounds = sized(41, 1)

const show = ['show', 'cache-penetration-breakdown-avalanche', '--lang', 'zh']

// what completes a line reads the names of as many cards as somebody may have
const many = join(home, 'many')
writeLibrary(many, sized(10_000, 100))

/** @type {Record<string, { words: string[], most?: number, above?: number }>} */
const commands = {
  'node -e 0': { words: ['-e', '0'] },
  'viva --version': { words: [viva, '--version'], most: 1.3 },
  'viva --help': { words: [viva, '--help'] },
  'viva list --json': { words: [viva, 'list', '--json', '--lang', 'zh'], most: 4 },
  'viva list': { words: [viva, 'list', '--lang', 'zh'], most: 4 },
  'viva show': { words: [viva, ...show], most: 4 },
  'viva show --color': { words: [viva, ...show, '--color'] },
  'viva search': { words: [viva, 'search', '缓存', '--lang', 'zh'] },
  'viva log': { words: [viva, 'log', '--json'] },
  'viva assess': {
    words: [viva, 'assess', show[1] ?? '', '布隆过滤器', '--json', '--lang', 'zh'],
    most: 3,
  },
  'viva complete': { words: [viva, 'complete', 'bash', 'inter'], above: 60 },
  'of 10,000 cards': {
    words: [viva, 'complete', 'bash', 'list', '--library', many, '--topic', ''],
    above: 60,
  },
}

/** @param {number[]} all */
function median(all) {
  const sorted = [...all].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** @param {string[]} words */
function timed(words) {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, {
    env: { ...process.env, VIVA_HOME: home },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
  return performance.now() - start
}

// the first one reads all of them
timed([viva, 'search', '缓存', '--library', many])

/** @type {Map<string, number[]>} */
const times = new Map(Object.keys(commands).map((name) => [name, []]))
for (let round = 0; round < rounds; round += 1) {
  for (const [name, { words }] of Object.entries(commands)) times.get(name)?.push(timed(words))
}

const bare = median(times.get('node -e 0') ?? [])
console.log(`Node ${process.version}, median of ${rounds}, interleaved`)
for (const [name, { most, above }] of Object.entries(commands)) {
  const ms = median(times.get(name) ?? [])
  const ratio = ms / bare
  const isHeld = ratio <= (most ?? Infinity) && ms - bare <= (above ?? Infinity)
  const said = most ?? (above === undefined ? undefined : `${above} ms above Node`)
  const bar = said === undefined ? '' : `  bar ${said}  ${isHeld ? 'held' : 'MISSED'}`
  console.log(`${name.padEnd(18)} ${ms.toFixed(1).padStart(7)} ms  ${ratio.toFixed(2)} ×${bar}`)
}

const deck = join(home, 'deck.md')
writeFileSync(deck, '## 什么是死锁？\n\n互相等待。\n\n## 什么是活锁？\n\n互相谦让。\n')

/**
 * A sitting whose bytes are watched.
 * @param {string[]} words
 */
function sitting(words = ['--library', deck, '-n', '1']) {
  const child = pty.spawn(
    process.execPath,
    [viva, 'interview', ...words, '--seconds', '600', '--lang', 'zh', '--no-follow-ups'],
    {
      cols: 80,
      rows: 24,
      name: 'xterm-256color',
      env: { ...process.env, VIVA_HOME: home, LANG: 'C.UTF-8' },
    },
  )
  let seen = ''
  /** @type {((data: string) => void) | undefined} */
  let watch
  child.onData((data) => {
    seen += data
    watch?.(data)
  })
  /** @param {string} text */
  const until = (text) =>
    new Promise((resolve) => {
      const look = () => seen.includes(text) && resolve(performance.now())
      watch = look
      look()
    })
  return {
    child,
    until,
    forget: () => {
      seen = ''
    },
  }
}

const one = sitting()
await one.until('F1')
/** @type {number[]} */
const keys = []
for (const key of '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸'.repeat(sized(5, 1))) {
  one.forget()
  const start = performance.now()
  one.child.write(key)
  await one.until(key)
  keys.push(performance.now() - start)
}
keys.sort((a, b) => a - b)
console.log(
  `a key on the screen  median ${median(keys).toFixed(1)} ms, worst of ${keys.length} ${keys.at(-1)?.toFixed(1)} ms  bar 16`,
)

const text = Array.from({ length: sized(1340, 5) }, (_, i) => `第${i}行 死锁有四个条件 mutex`).join(
  '\r',
)
const bytes = Buffer.byteLength(text)
for (const [name, start, end] of [
  ['bracketed', '\x1b[200~', '\x1b[201~'],
  ['unbracketed', '', ''],
]) {
  one.forget()
  const begin = performance.now()
  one.child.write(`${start}${text}${name}${end}`)
  await one.until(String(name))
  const ms = performance.now() - begin
  console.log(`a paste of ${bytes} bytes, ${name}  ${ms.toFixed(0)} ms  bar 500`)
}
one.forget()
const begin = performance.now()
one.child.write('末')
await one.until('末')
console.log(`a key after both pastes  ${(performance.now() - begin).toFixed(1)} ms  bar 16`)
one.child.kill()

const idle = sitting()
await idle.until('F1')
idle.forget()
let ticks = 0
let size = 0
idle.child.onData((data) => {
  ticks += 1
  size += Buffer.byteLength(data)
})
await new Promise((resolve) => setTimeout(resolve, sized(5200, 1200)))
console.log(`bytes a tick  ${(size / ticks).toFixed(0)}  bar 100`)
idle.child.kill()

// the bank has not quite so many cards, so some more are put beside it
const more = Array.from(
  { length: 20 },
  (_, i) => `## 第 ${i} 种锁怎么用？\n\n先拿到再用，用完放开。\n`,
)
const banks = ['--library', join(import.meta.dirname, '../../content/zh'), '--library', deck]
writeFileSync(deck, more.join('\n'))
const asked = sized(200, 2)
const long = sitting([...banks, '-n', String(asked)])
const answer = '先更新数据库再删缓存，失败要重试；并发时加锁，防止读到旧值。'.repeat(6)
for (let i = 1; i <= asked; i += 1) {
  await long.until('F1')
  long.forget()
  long.child.write(`${answer}\x04`)
  await long.until('? 按键')
  long.forget()
  if (i < asked) long.child.write('3')
}
const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${long.child.pid}/status`, 'utf8'))?.[1]
console.log(
  `an interview of ${asked} questions  ${Math.round(Number(peak) / 1024)} MB at most  bar 150`,
)
long.child.kill()
rmSync(home, { recursive: true, force: true })
