import { standingOf } from '../schedule/queue.ts'
import { type Course, knownOn, type Played, played, type TakingOrder } from './course.ts'
import { diceOf } from './dice.ts'
import { bestOf } from './pick.ts'
import { coldOf, type Pile } from './pile.ts'
import { type Basis, secondsLeft, urgentFirst, withinTime } from './today.ts'

/** What is expected of a plan. */
export type Forecast = {
  /** Shares of the cards known on the day, from 0 to 1, by weight. */
  readonly known: {
    readonly planned: number
    /** In the order in which cards come due, with so many new ones a day. */
    readonly due: number
    /** If nothing more is done. */
    readonly nothing: number
  }
  readonly days: readonly PlannedDay[]
  /** What other times would give, the shortest first; the own one is among them. */
  readonly byMinutes: readonly { readonly minutes: number; readonly known: number }[]
}

/** What is expected of one day. */
export type PlannedDay = {
  readonly reviews: number
  readonly met: number
  readonly minutes: number
  /** Topics by their numbers and how many cards of each, most first. */
  readonly topics: readonly { readonly topic: number; readonly cards: number }[]
}

/** More cards are told by so many of them, and by their share of the time. */
const mostPlayed = 100
/** Steps of cards times days that may be played for each line of what is told. */
const mostSteps = 2_000
const otherTimes = [0.5, 1, 1.5, 2]
/** So many days before the one that counts the order is made every second day. */
const farDays = 5

/**
 * Plays what is to come, card by card and day by day, with the chances that FSRS gives; the same luck
 * in each. `newADay` is what the order of due cards has a day.
 */
export function forecastOf(basis: Basis, newADay: number): Forecast {
  const { pile } = basis.deck
  const { today, date, secondsADay } = basis.goal
  const days = date - today
  const size = Math.min(pile.size, mostPlayed)
  const sample = size < pile.size ? everyNth(pile, size) : pile
  const share = pile.size === 0 ? 1 : size / pile.size
  const runs = Math.max(1, Math.min(4, Math.floor(mostSteps / Math.max(1, size * days))))
  const play = (order: TakingOrder, seconds: number): readonly Played[] => {
    const course = courseOf(basis, order, seconds, share)
    return Array.from({ length: runs }, (_, run) => played(sample, course, diceOf(run)))
  }
  const idle = courseOf(basis, () => [], 0, share)
  const nothing = knownOn(days, pile, idle)
  // what some cards gain is told of all, which may be known better or worse before
  const ahead = nothing - knownOn(days, sample, idle)
  const knownBy = (all: readonly Played[]) =>
    Math.min(1, Math.max(0, ahead + mean(all.map(({ known }) => known))))
  const withPlan = (seconds: number) => play(plannedOrder(basis, seconds, share), seconds)
  const minutes = secondsADay / 60
  const own = withPlan(secondsADay)
  const planned = knownBy(own)
  const due = knownBy(play(dueOrder(newADay * share), secondsADay))
  return {
    known: { planned, due, nothing },
    days: Array.from({ length: days }, (_, day) => {
      const one = dayOf(own, day, share)
      return day === 0 ? { ...one, ...askedToday(basis) } : one
    }),
    byMinutes: otherTimes.map((times) => {
      const others = Math.max(1, Math.round(minutes * times))
      const known = others === minutes ? planned : knownBy(withPlan(others * 60))
      return { minutes: others, known }
    }),
  }
}

/** What a review asks today, counted instead of played. */
function askedToday(basis: Basis): Omit<PlannedDay, 'minutes'> {
  const { deck, schedules } = basis
  const seconds = secondsLeft(basis)
  const asked = withinTime(urgentFirst(basis, seconds), basis, seconds)
  const numbers = new Map(deck.cards.map(({ id }, at) => [id, deck.pile.topic[at] ?? 0]))
  const counts = new Map<number, number>()
  for (const { id } of asked) {
    const topic = numbers.get(id) ?? 0
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  const met = asked.filter((card) => standingOf(schedules, card).schedule === undefined).length
  return { reviews: asked.length - met, met, topics: mostFirst(counts) }
}

function mostFirst(counts: ReadonlyMap<number, number>): PlannedDay['topics'] {
  return [...counts]
    .map(([topic, cards]) => ({ topic, cards }))
    .sort((a, b) => b.cards - a.cards || a.topic - b.topic)
}

function courseOf(basis: Basis, order: TakingOrder, secondsADay: number, share: number): Course {
  const { deck, judgement, goal, rules } = basis
  const { memory, costs } = judgement
  const cold = coldOf(deck.pile).map(({ mean: chance }) => chance)
  const now = (secondsLeft(basis) / goal.secondsADay) * secondsADay
  return {
    days: goal.date - goal.today,
    seconds: (day) => (day === 0 ? now : secondsADay) * share,
    costs,
    memory,
    order,
    retention: rules.retention,
    cold: (topic) => cold[topic] ?? 0,
    owes: true,
  }
}

function plannedOrder({ judgement, goal }: Basis, secondsADay: number, share: number): TakingOrder {
  const days = goal.date - goal.today
  const { met, passed, failed } = judgement.costs
  const most = Math.ceil((secondsADay * share) / Math.min(met, passed, failed)) + 1
  let kept: Int32Array = new Int32Array(0)
  return (pile, day) => {
    const rest = days - day
    const isKept = rest > farDays && day % 2 === 1
    if (isKept)
      return kept.filter((card) => (pile.last[card] ?? 0) < day - 1 || isFresh(pile, card))
    const seconds = secondsADay * share * rest
    const order = bestOf(pile, judgement, { day, rest, seconds }, 2 * most)
    kept = order
    return order
  }
}

function isFresh({ stability }: Pile, card: number): boolean {
  return stability[card] === 0
}

// A share of a new card a day is one every few days.
function dueOrder(newADay: number): TakingOrder {
  return ({ stability, due, last, size }, day) => {
    const all = Array.from({ length: size }, (_, card) => card)
    const overdue = (card: number) => {
      const [last_, due_] = [last[card] ?? 0, due[card] ?? 0]
      return (day - last_) / Math.max(1, due_ - last_)
    }
    const ready = all
      .filter((card) => stability[card] !== 0 && (due[card] ?? 0) <= day && (last[card] ?? 0) < day)
      .sort((a, b) => overdue(b) - overdue(a) || a - b)
    const count = Math.floor(newADay * (day + 1)) - Math.floor(newADay * day)
    return [...ready, ...all.filter((card) => stability[card] === 0).slice(0, count)]
  }
}

function dayOf(all: readonly Played[], day: number, share: number): PlannedDay {
  const days = all.flatMap(({ days: some }) => some.slice(day, day + 1))
  const each = days.length * share
  const sums = new Map<number, number>()
  for (const { topics } of days) {
    topics.forEach((cards, topic) => {
      if (cards > 0) sums.set(topic, (sums.get(topic) ?? 0) + cards)
    })
  }
  const sum = (figure: (one: (typeof days)[number]) => number) =>
    days.reduce((total, one) => total + figure(one), 0)
  return {
    reviews: Math.round(sum(({ reviews }) => reviews) / each),
    met: Math.round(sum(({ met }) => met) / each),
    minutes: Math.round(sum(({ seconds }) => seconds) / each / 60),
    topics: mostFirst(
      new Map([...sums].map(([topic, cards]) => [topic, Math.max(1, Math.round(cards / each))])),
    ),
  }
}

function everyNth(pile: Pile, size: number): Pile {
  const step = pile.size / size
  const from = (at: number) => Math.floor((at + 0.5) * step)
  const floats = (column: Float64Array) =>
    Float64Array.from({ length: size }, (_, at) => column[from(at)] ?? 0)
  const whole = (column: Int32Array) =>
    Int32Array.from({ length: size }, (_, at) => column[from(at)] ?? 0)
  const { stability, difficulty, last, due, topic, weight, asked, passed } = pile
  return {
    size,
    asked,
    passed,
    stability: floats(stability),
    difficulty: floats(difficulty),
    last: whole(last),
    due: whole(due),
    topic: whole(topic),
    weight: floats(weight),
  }
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)
}
