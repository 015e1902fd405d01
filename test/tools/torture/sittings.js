// A whole interview and a whole review at a pseudo-terminal, each of their operations tried with each
// fault; after it all goes on without one, and screen, journal and interview must agree.
import { readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import * as pty from '@lydell/node-pty'
import { environment, homeFor, linesIn, reviewsIn, viva } from './homes.js'
import { faulty, noRuns, triesOf } from './tries.js'

const patienceMs = 30_000

/**
 * What is sent when a text is the last of these on the screen.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const replies = [
  [/还剩/g, '互相等待\x04'],
  [/空格 看答案/g, ' '],
  [/答得怎么样？/g, '3'],
  [/回车 结束/g, '\r'],
  [/Ctrl-C 离开/g, '\x03'],
  [/继续这一场/g, '\r'],
]

/**
 * Plays until the end: answers, grades 3, leaves where nothing can be saved.
 * @param {Record<string, string | undefined>} env
 * @param {readonly string[]} argv
 * @returns {Promise<{ code: number, said: string, hung: boolean }>}
 */
function played(env, argv) {
  return new Promise((resolve) => {
    const child = pty.spawn(process.execPath, [...argv], {
      cols: 80,
      rows: 24,
      env: /** @type {any} */ (env),
    })
    let said = ''
    let from = 0
    let hung = false
    const timer = setTimeout(() => {
      hung = true
      child.kill('SIGKILL')
    }, patienceMs)
    child.onData((data) => {
      said += data
      const fresh = said.slice(from)
      const last = replies
        .map(([text, keys]) => ({ at: [...fresh.matchAll(text)].at(-1)?.index ?? -1, keys }))
        .reduce((a, b) => (b.at > a.at ? b : a))
      if (last.at < 0) return
      from = said.length
      setTimeout(() => child.write(last.keys), 20)
    })
    child.onExit(({ exitCode, signal }) => {
      clearTimeout(timer)
      resolve({ code: signal ? 128 + signal : exitCode, said, hung })
    })
  })
}

/**
 * @param {string} name
 * @param {(library: string) => readonly string[]} words
 * @param {readonly string[] | undefined} resuming How it is gone on with.
 * @param {number} cards How many it grades.
 */
function sitting(name, words, resuming, cards) {
  return {
    name,
    short: resuming !== undefined,
    /** @param {import('./commands.js').Place} place @param {import('./tries.js').Form} form */
    async tried(place, form) {
      const sum = noRuns()
      const count = await operationsOf(place, words(place.library))
      for (const { at, way } of triesOf(count, form, 5)) {
        const home = homeFor(place, true)
        const { env, argv } = faulty(home, way, at)
        const ended = await played(env, [...argv, ...words(place.library), '--lang', 'zh'])
        const toldNow = [...ended.said.matchAll(/良好 · 已保存/g)].length
        const before = reviewsIn(home).length
        if (resuming !== undefined) {
          await played(environment(home), [viva, ...resuming, '--lang', 'zh'])
        }
        const { lost, doubled } = compared(
          home,
          cards,
          resuming === undefined ? toldNow : 0,
          before,
        )
        const isUnclear =
          ended.hung ||
          /\n\s+at |出了一个 bug/.test(ended.said) ||
          ![0, 1, 130, 137].includes(ended.code)
        sum.runs += 1
        sum.told += Math.max(toldNow, before)
        sum.lost += lost
        sum.doubled += doubled
        sum.unclear += Number(isUnclear)
        sum.hung += Number(ended.hung)
        if (lost + doubled > 0 || isUnclear) {
          console.log(
            `  ${name}, ${way} at ${at}: ${ended.code}, lost ${lost}, doubled ${doubled} ${JSON.stringify(ended.said.slice(-300))}`,
          )
        }
        rmSync(dirname(home), { recursive: true, force: true })
      }
      return { count, sum }
    },
  }
}

/**
 * @param {import('./commands.js').Place} place
 * @param {readonly string[]} words
 */
async function operationsOf(place, words) {
  const home = homeFor(place, true)
  const { env, argv, count } = faulty(home, 'none', 0)
  const { code, said } = await played(env, [...argv, ...words, '--lang', 'zh'])
  if (code !== 0) throw new Error(`${words.join(' ')}: ${code} ${said.slice(-500)}`)
  const operations = Number(readFileSync(count, 'utf8'))
  rmSync(dirname(home), { recursive: true, force: true })
  return operations
}

/**
 * What is not there though it was told, and what is there twice.
 * @param {string} home
 * @param {number} cards
 * @param {number} told
 * @param {number} before
 */
function compared(home, cards, told, before) {
  const reviews = reviewsIn(home)
  const byCard = new Map()
  for (const { c } of reviews) byCard.set(c, (byCard.get(c) ?? 0) + 1)
  const doubled = [...byCard.values()].filter((n) => n > 1).length
  const steps = linesIn(home, 'interviews')
  // an interview that is over has each of its grades in the journal
  const ids = new Set(reviews.map(({ id }) => id))
  const graded = steps.filter(({ op, review }) => op === 'graded' && review !== undefined)
  const lacking = graded.filter(({ review }) => !ids.has(review)).length
  const isOver = steps.some(({ op, how }) => op === 'ended' && how === 'finished')
  const missing = isOver ? Math.max(0, cards - reviews.length) : 0
  const lost =
    lacking + missing + Math.max(0, told - reviews.length) + Math.max(0, before - reviews.length)
  return { lost, doubled }
}

export const sittings = [
  sitting(
    'interview',
    (library) => [
      'interview',
      '-n',
      '2',
      '--mode',
      'type',
      '--seed',
      'a',
      '--no-follow-ups',
      '--library',
      library,
    ],
    ['interview', '--resume'],
    2,
  ),
  sitting('review', (library) => ['review', '--library', library], undefined, 2),
]
