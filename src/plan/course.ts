import { branches, type FastMemory } from './memory.ts'
import { copied, type Pile } from './pile.ts'
import { type Costs, firstPasses, laterPasses } from './sequences.ts'

/** The order in which the cards of a day are taken, until its time is used. */
export type TakingOrder = (pile: Pile, day: number) => ArrayLike<number>

/** How some days go. */
export type Course = {
  /** Days until the one that counts, today being the first of them. */
  readonly days: number
  /** Of each day; of today what is left of it. */
  readonly seconds: (day: number) => number
  readonly costs: Costs
  readonly order: TakingOrder
  /** By topic: the chance that a card is answered that was never asked. */
  readonly cold: (topic: number) => number
  /** How the schedule takes the person to remember. */
  readonly memory: FastMemory
  /** How the person does remember; the same unless that is what is tried. */
  readonly truth?: FastMemory
  /** The recall at which a card is due. */
  readonly retention: number
  /** Whether what the last card of a day took beyond its time is missing on the next. */
  readonly owes?: boolean
}

/** What a day of it comes to. */
export type CourseDay = {
  readonly reviews: number
  readonly met: number
  readonly seconds: number
  /** How many cards of each topic. */
  readonly topics: Int32Array
}

/** How a course went. */
export type Played = {
  /** The mean chance, by weight, to know a card on the day that counts. */
  readonly known: number
  readonly days: readonly CourseDay[]
}

/** Luck from 0 to below 1, which may depend on the card and on how many were drawn for it before. */
export type Luck = (card: number, nth: number) => number

/** Plays a course once: answers are drawn from the chances that the person has. */
export function played(start: Pile, course: Course, luck: Luck): Played {
  const pile = copied(start)
  // where the person remembers otherwise, that is kept beside what the schedule takes it for
  const real = course.truth === undefined ? pile : copied(start)
  const answer = answering(pile, real, course, luck)
  const days: CourseDay[] = []
  let owed = 0
  for (let day = 0; day < course.days; day += 1) {
    const given = course.seconds(day)
    const one = dayOf(pile, course, day, given - owed, answer)
    if (course.owes === true) owed = Math.max(0, owed + one.seconds - given)
    days.push(one)
  }
  return { known: knownOn(course.days, real, course), days }
}

/** The mean chance, by weight, to know a card on a day if nothing more is done. */
export function knownOn(
  day: number,
  { stability, last, topic, weight, size }: Pile,
  { memory, truth = memory, cold }: Pick<Course, 'memory' | 'truth' | 'cold'>,
): number {
  let [known, all] = [0, 0]
  for (let card = 0; card < size; card += 1) {
    const s = stability[card] ?? 0
    const counts = weight[card] ?? 1
    const chance = s === 0 ? cold(topic[card] ?? 0) : truth.recall(s, day - (last[card] ?? 0))
    known += counts * chance
    all += counts
  }
  return all === 0 ? 0 : known / all
}

/** Has a card answered on a day; gives the grade, from 0 for again. */
type Answer = (card: number, day: number) => number

function dayOf(
  pile: Pile,
  { costs, order }: Course,
  day: number,
  seconds: number,
  answer: Answer,
): CourseDay {
  const topics = new Int32Array(pile.asked.length)
  let left = seconds
  let [reviews, met] = [0, 0]
  const queue = left > 0 ? order(pile, day) : []
  for (let at = 0; at < queue.length && left > 0; at += 1) {
    const card = queue[at] ?? 0
    const isFresh = pile.stability[card] === 0
    const grade = answer(card, day)
    const topic = pile.topic[card] ?? 0
    topics[topic] = (topics[topic] ?? 0) + 1
    if (isFresh) met += 1
    else reviews += 1
    left -= isFresh ? costs.met : grade === 0 ? costs.failed : costs.passed
  }
  return { reviews, met, seconds: seconds - left, topics }
}

function answering(pile: Pile, real: Pile, course: Course, luck: Luck): Answer {
  const drawn = new Int32Array(pile.size)
  const { memory, truth = memory, cold, retention } = course
  const out = branches()
  const state = new Float64Array(2)
  return (card, day) => {
    const topic = pile.topic[card] ?? 0
    const isFresh = pile.stability[card] === 0
    const ago = day - (real.last[card] ?? 0)
    const chance = isFresh ? cold(topic) : truth.recall(real.stability[card] ?? 0, ago)
    const nth = drawn[card] ?? 0
    drawn[card] = nth + 2
    const grade = gradeOf(chance, isFresh, luck(card, nth), () => luck(card, nth + 1))
    if (isFresh) learnCold(pile, topic, grade)
    for (const [which, mind] of pile === real ? [[pile, memory] as const] : both()) {
      state[0] = which.stability[card] ?? 0
      state[1] = which.difficulty[card] ?? 0
      if (!isFresh) mind.step(state, 0, ago, out)
      const after = isFresh ? mind.first : out
      which.stability[card] = after.stability[grade] ?? 0
      which.difficulty[card] = after.difficulty[grade] ?? 0
      which.last[card] = day
    }
    pile.due[card] = day + memory.interval(pile.stability[card] ?? 0, retention)
    return grade
  }

  function both() {
    return [[pile, memory] as const, [real, truth] as const]
  }
}

function learnCold({ asked, passed }: Pile, topic: number, grade: number): void {
  asked[topic] = (asked[topic] ?? 0) + 1
  if (grade > 0) passed[topic] = (passed[topic] ?? 0) + 1
}

function gradeOf(passed: number, isFresh: boolean, luck: number, more: () => number): number {
  if (luck >= passed) return 0
  const [hard, good] = isFresh ? firstPasses : laterPasses
  const chance = more()
  if (chance < hard) return 1
  return chance < hard + good ? 2 : 3
}
