// Fails the N-th operation on files, for all N, in each of six ways, in every command that saves
// (commands.js) and in a whole interview and a review (sittings.js). Says how many runs there were, how
// many said that they had saved, what of that was lost or is there twice, and what ended without a clear
// word. `npm run torture -- --faults [each|short] [name …]`
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { savings } from './commands.js'
import { digestOf, homeFor, prepared, reviewsIn } from './homes.js'
import { sittings } from './sittings.js'
import { faulty, noRuns, triesOf } from './tries.js'

const patienceMs = 20_000
const atOnce = 2

/**
 * @typedef {import('./commands.js').Place} Place
 * @typedef {import('./commands.js').Saving} Saving
 * @typedef {import('./tries.js').Sum} Sum
 * @typedef {{ code: number | null, signal: string | null, said: string, hung: boolean }} Ended
 */

/**
 * @param {string} home
 * @param {string} way
 * @param {number} at
 * @param {readonly string[]} words
 * @returns {Promise<Ended>}
 */
function run(home, way, at, words) {
  const { env, argv } = faulty(home, way, at)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...argv, ...words, '--lang', 'zh'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let hung = false
    child.stdout.resume()
    child.stderr.on('data', (data) => {
      said += data
    })
    const timer = setTimeout(() => {
      hung = true
      child.kill('SIGKILL')
    }, patienceMs)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, said, hung })
    })
  })
}

/** A clear word: done, or a fault that is told, and no trace. @param {Ended} ended @param {string} way */
function isClear({ code, signal, said }, way) {
  if (signal === 'SIGKILL') return way === 'torn' || way === 'kill'
  if (/\n\s+at |出了一个 bug|a bug in viva/.test(said)) return false
  return code === 0 || (code === 1 && said.trim() !== '')
}

/**
 * @param {Place} place
 * @param {Saving} saving
 * @param {readonly { at: number, way: string }[]} tries
 * @param {Sum} sum
 */
async function tried(place, saving, tries, sum) {
  const queue = [...tries]
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { at, way } = next
      const home = homeFor(place, saving.isNew)
      const ended = await run(home, way, at, saving.words(place, home))
      const isTold = ended.code === 0
      const times = safely(() => saving.times(home))
      const isLost = (isTold && times < 1) || !isIntact(place, home, saving)
      const isUnclear = !isClear(ended, way)
      sum.runs += 1
      sum.told += Number(isTold)
      sum.lost += Number(isLost)
      sum.doubled += Number(times > 1)
      sum.unclear += Number(isUnclear)
      sum.hung += Number(ended.hung)
      if (isLost || isUnclear || ended.hung || times > 1) {
        const what = isLost ? 'LOST' : times > 1 ? 'DOUBLED' : ended.hung ? 'HUNG' : 'UNCLEAR'
        console.log(
          `  ${what}: ${saving.name}, ${way} at ${at}: ${ended.code ?? ended.signal} ${ended.said.trim().slice(0, 300)}`,
        )
      }
      rmSync(dirname(home), { recursive: true, force: true })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** What cannot be read back is not there. @param {() => number} work */
function safely(work) {
  try {
    return work()
  } catch {
    return 0
  }
}

/** Whether all that was there before still is. @param {Place} place @param {string} home @param {Saving} saving */
function isIntact({ old }, home, { isNew, name }) {
  if (isNew) return true
  const ids = new Set(reviewsIn(home).map(({ id }) => id))
  const reviews = name === 'undo' || reviewsIn(old).every(({ id }) => ids.has(id))
  const note =
    digestOf(join(home, 'notes/deadlock.md')) === digestOf(join(old, 'notes/deadlock.md'))
  const settings = safely(() =>
    Number(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')).new === 7),
  )
  return reviews && note && settings === 1
}

/** How many operations a run makes. @param {Place} place @param {Saving} saving */
async function operations(place, saving) {
  const home = homeFor(place, saving.isNew)
  const ended = await run(home, 'none', 0, saving.words(place, home))
  if (ended.code !== 0 || saving.times(home) !== 1)
    throw new Error(`${saving.name}: ${ended.code} ${ended.said}`)
  const count = Number(readFileSync(join(dirname(home), 'count'), 'utf8'))
  rmSync(dirname(home), { recursive: true, force: true })
  return count
}

/** @param {readonly string[]} words @returns {Promise<number>} how much went wrong */
export async function faults(words) {
  const form = words.includes('short') ? 'short' : words.includes('each') ? 'each' : 'all'
  const names = words.filter((word) => word !== form)
  const isWanted = (/** @type {{ name: string, short?: boolean }} */ { name, short }) =>
    names.length > 0 ? names.some((one) => name.includes(one)) : form !== 'short' || short === true
  const place = prepared()
  const all = noRuns()
  try {
    for (const saving of savings.filter(isWanted)) {
      const count = await operations(place, saving)
      const sum = noRuns()
      await tried(place, saving, triesOf(count, form), sum)
      told(`${saving.name}, ${count} operations`, sum, all)
    }
    for (const sitting of sittings.filter(isWanted)) {
      const { count, sum } = await sitting.tried(place, form)
      told(`${sitting.name}, ${count} operations`, sum, all)
    }
    told('in all', all, noRuns())
  } finally {
    rmSync(place.base, { recursive: true, force: true })
  }
  return all.lost + all.doubled + all.unclear + all.hung
}

/** @param {string} name @param {Sum} sum @param {Sum} all */
function told(name, sum, all) {
  for (const key of /** @type {(keyof Sum)[]} */ (Object.keys(sum))) all[key] += sum[key]
  const { runs, told, lost, doubled, unclear, hung } = sum
  console.log(
    `${name}: ${runs} runs, ${told} told, LOST ${lost}, DOUBLED ${doubled}, ${unclear} ended without a clear word, ${hung} hung`,
  )
}
