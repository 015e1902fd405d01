// How much is known on the day of the interview, by the order in which cards are taken: the plan of
// `src/plan` beside simple orders, people drawn by FSRS-6, with the parameters of the schedule and with
// other people's. `npm run sim:plan -- [--runs 20] [--cards 150,300,1000] [--days 7,14,30,60]
// [--minutes 15,30,60] [--cold .35,.7] [--costs 75,30,60] [--others]` prints a line a cell.
import { bundled } from './bundled.js'

const { played, bestOf, judgementBy, freshPile, fastMemory, coldOf, defaultRules, seeded } =
  await bundled(
    'src/plan/course.ts',
    'src/plan/pick.ts',
    'src/plan/pile.ts',
    'src/plan/memory.ts',
    'src/schedule/rules.ts',
    'src/schedule/seeded.ts',
  )

/** @param {string} name @param {string} usual */
function option(name, usual) {
  const at = process.argv.indexOf(`--${name}`)
  return (at < 0 ? usual : (process.argv[at + 1] ?? usual)).split(',').map(Number)
}

const [runs = 20] = option('runs', '20')
const [met = 75, passed = 30, failed = 60] = option('costs', '75,30,60')
const costs = { met, passed, failed }
const memory = fastMemory(defaultRules.parameters)
const judgement = judgementBy(memory, costs)

/** @typedef {import('../../src/plan/pile.ts').Pile} Pile */
/** @typedef {{ days: number, minutes: number, random: () => number }} Setting */

/** @param {number[]} list @param {() => number} random */
function shuffled(list, random) {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const kept = list[i] ?? 0
    list[i] = list[j] ?? 0
    list[j] = kept
  }
  return list
}

/** @param {Pile} pile @param {(card: number) => boolean} holds */
function cardsWhere(pile, holds) {
  const found = []
  for (let card = 0; card < pile.size; card += 1) if (holds(card)) found.push(card)
  return found
}

/** @param {Pile} pile @param {number} day */
function dueFirst(pile, day) {
  const { due, stability } = pile
  return cardsWhere(pile, (card) => stability[card] !== 0 && (due[card] ?? 0) <= day).sort(
    (a, b) => (due[a] ?? 0) - (due[b] ?? 0) || a - b,
  )
}

/** @param {Pile} pile @param {() => number} random */
function unseen(pile, random) {
  return shuffled(
    cardsWhere(pile, (card) => pile.stability[card] === 0),
    random,
  )
}

/** @param {Pile} pile @param {number} day */
function open(pile, day) {
  return cardsWhere(pile, (card) => pile.stability[card] === 0 || (pile.last[card] ?? 0) < day)
}

/** @type {Record<string, (setting: Setting) => (pile: Pile, day: number) => ArrayLike<number>>} */
const orders = {
  plan:
    ({ days, minutes }) =>
    (pile, day) =>
      bestOf(
        pile,
        judgement,
        { day, rest: days - day, seconds: (days - day) * minutes * 60 },
        minutes * 2 + 1,
      ),
  due:
    ({ days, random }) =>
    (pile, day) => [
      ...dueFirst(pile, day),
      ...unseen(pile, random).slice(0, Math.ceil(pile.size / days)),
    ],
  random:
    ({ random }) =>
    (pile, day) =>
      shuffled(open(pile, day), random),
  'new first':
    ({ random }) =>
    (pile, day) => [...unseen(pile, random), ...dueFirst(pile, day)],
  'lowest recall': () => (pile, day) => {
    const cold = coldOf(pile).map((/** @type {{ planned: number }} */ { planned }) => planned)
    const recall = Float64Array.from({ length: pile.size }, (_, card) => {
      const stability = pile.stability[card] ?? 0
      if (stability === 0) return cold[pile.topic[card] ?? 0] ?? 0
      return memory.recall(stability, day - (pile.last[card] ?? 0))
    })
    return open(pile, day).sort((a, b) => (recall[a] ?? 0) - (recall[b] ?? 0) || a - b)
  },
}

/** Another person: the parameters moved by chance, as fits of many people differ. @param {string} seed */
function otherPerson(seed) {
  const random = seeded(seed)
  const gauss = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
  const w = [...defaultRules.parameters]
  /** @param {number} i @param {(was: number) => number} change */
  const move = (i, change) => {
    w[i] = change(w[i] ?? 0)
  }
  for (const i of [0, 1, 2, 3]) move(i, (was) => was * Math.exp(0.5 * gauss()))
  for (const i of [1, 2, 3]) move(i, (was) => Math.max(was, (w[i - 1] ?? 0) * 1.01))
  move(4, (was) => Math.min(9, Math.max(2, was + gauss())))
  move(8, (was) => was + 0.3 * gauss())
  for (const i of [10, 11, 14]) move(i, (was) => was * Math.exp(0.2 * gauss()))
  move(20, (was) => Math.min(0.6, Math.max(0.1, was * Math.exp(0.4 * gauss()))))
  return fastMemory(w)
}

const names = Object.keys(orders)
const isOther = process.argv.includes('--others')
const sums = { cells: 0, plan: 0, best: 0, worst: 0 }
console.log(`${runs} runs a cell, ${isOther ? "other people's parameters" : 'own parameters'}`)
console.log(
  `${'days min cards cold'.padEnd(20)}${names.map((name) => name.padStart(14)).join('')}${'plan - best'.padStart(14)}`,
)
for (const days of option('days', '7,14,30,60')) {
  for (const minutes of option('minutes', '15,30,60')) {
    for (const cards of option('cards', '150,300,1000')) {
      for (const cold of option('cold', '.35,.7')) cell(days, minutes, cards, cold)
    }
  }
}
const { cells } = sums
console.log(
  `mean over ${cells} cells: plan ${(sums.plan / cells).toFixed(3)}, best simple order of each cell ${(sums.best / cells).toFixed(3)}; worst difference ${sums.worst.toFixed(3)}`,
)

/** @param {number} days @param {number} minutes @param {number} cards @param {number} cold */
function cell(days, minutes, cards, cold) {
  const means = names.map((name) => {
    let sum = 0
    for (let run = 0; run < runs; run += 1) {
      const random = seeded(`${name} ${run}`)
      const course = {
        ...{ days, costs, memory, retention: defaultRules.retention },
        ...(isOther ? { truth: otherPerson(`person ${run}`) } : {}),
        seconds: () => minutes * 60,
        cold: () => cold,
        order: orders[name]?.({ days, minutes, random }) ?? (() => []),
      }
      sum += played(freshPile(cards, 1), course, () => random()).known
    }
    return sum / runs
  })
  const [plan = 0, ...others] = means
  const best = Math.max(...others)
  sums.cells += 1
  sums.plan += plan
  sums.best += best
  sums.worst = Math.min(sums.worst, plan - best)
  const shown = means.map((mean) => mean.toFixed(3).padStart(14)).join('')
  const head = [days, minutes, cards, cold]
    .map((n, i) => String(n).padStart([4, 4, 6, 6][i] ?? 6))
    .join('')
  console.log(`${head}${shown}${(plan - best).toFixed(3).padStart(14)}`)
}
