import { type Day, daysLater } from './day.ts'
import { type Telling, tallyAfter } from './figures.ts'
import {
  type Forgetting,
  forgettingOf,
  fuzzed,
  type Memory,
  type MemoryStep,
  stepOf,
} from './fsrs.ts'
import type { Rules } from './rules.ts'
import {
  type Act,
  type Anchor,
  type Comparison,
  type Grade,
  grades,
  type Instant,
  type Review,
  type Schedule,
  type Schedules,
  type SetAside,
  type Standing,
} from './schedule.ts'
import { studyDay } from './time.ts'

/** Where a card stands that nothing was ever done with. */
export const untouched: Standing = {
  schedule: undefined,
  suspended: false,
  buriedOn: undefined,
  comparison: undefined,
}

export const noSchedules: Schedules = {
  cards: new Map(),
  days: new Map(),
  paces: [],
  times: { met: [], passed: [], failed: [] },
  knownCold: new Set(),
}

const pacesKept = 100

/**
 * Where the cards stand after further acts, oldest first. The same acts in one go or in pieces give
 * the same.
 */
export function folded(before: Schedules, acts: Iterable<Act>, rules: Rules): Schedules {
  const step = stepOf(rules.parameters)
  const { interval, recall } = forgettingOf(rules.parameters)
  const working = new Map<string, Working>()
  const habits = habitsAfter(before)
  const tally = tallyAfter(before.days)
  for (const act of acts) {
    const card = workingOf(working, before, act.card)
    if (act.kind === 'review') {
      const day = studyDay(act.at, act.offset, rules.dayStartMs)
      const telling = act.source === 'cram' ? undefined : tellingOf(card, day, recall)
      tally.add(act, day, telling)
      if (telling !== undefined) habits.add(act, telling.isFirst)
      if (act.comparison !== undefined) card.comparison = act.comparison
      if (telling !== undefined) reviewed(card, act, day, step)
    } else if (act.kind === 'anchor') {
      anchored(card, act, studyDay(act.at, act.offset, rules.dayStartMs))
    } else {
      setAside(card, act, rules)
    }
  }
  const cards = new Map(before.cards)
  const intervalOf = (stability: number) => interval(stability, rules.retention)
  for (const [id, card] of working) cards.set(id, settled(id, card, intervalOf, rules.fuzz))
  return { cards, days: tally.days(), ...habits.all() }
}

// What FSRS-6 says within the day of a review is no better than a constant, and is not asked.
function tellingOf(card: Working, day: Day, recall: Forgetting['recall']): Telling {
  const { memory, lastDay = day } = card
  if (memory === undefined) return { isFirst: true, foreseen: undefined }
  const days = day - lastDay
  return { isFirst: false, foreseen: days > 0 ? recall(memory.stability, days) : undefined }
}

/** How long answers take, and what was known before it was asked. */
function habitsAfter(before: Schedules) {
  const paces = [...before.paces]
  const { met, passed, failed } = before.times
  const times = { met: [...met], passed: [...passed], failed: [...failed] }
  const knownCold = new Set(before.knownCold)
  const add = ({ source, tookMs, grade, card }: Review, isFirst: boolean) => {
    const isPassed = grade !== 'again'
    if (isFirst && isPassed) knownCold.add(card)
    if (source !== 'review') return
    paces.push(tookMs)
    times[isFirst ? 'met' : isPassed ? 'passed' : 'failed'].push(tookMs)
  }
  const last = (all: readonly number[]) => all.slice(-pacesKept)
  const all = () => ({
    paces: last(paces),
    times: { met: last(times.met), passed: last(times.passed), failed: last(times.failed) },
    knownCold,
  })
  return { add, all }
}

/** Where one card stands after further acts of its own. */
function standingAfter(before: Standing, acts: readonly Act[], rules: Rules): Standing {
  const [first] = acts
  if (first === undefined) return before
  const schedules = { ...noSchedules, cards: new Map([[String(first.card), before]]) }
  return folded(schedules, acts, rules).cards.get(first.card) ?? before
}

/** How many days after the review each grade would bring the card back. */
export function intervals(
  before: Standing,
  review: Omit<Review, 'grade' | 'kind'>,
  rules: Rules,
): Readonly<Record<Grade, number>> {
  const today = studyDay(review.at, review.offset, rules.dayStartMs)
  const [again, hard, good, easy] = grades.map((grade) => {
    const { schedule } = standingAfter(before, [{ ...review, kind: 'review', grade }], rules)
    return (schedule?.due ?? today) - today
  })
  return { again: again ?? 0, hard: hard ?? 0, good: good ?? 0, easy: easy ?? 0 }
}

/** The chance that a card is recalled now; undefined for one that was never reviewed. */
export function recallNow({ schedule }: Standing, now: Instant, rules: Rules): number | undefined {
  if (schedule === undefined) return undefined
  const days = Math.max(0, now - schedule.lastAt) / 86_400_000
  return forgettingOf(rules.parameters).recall(schedule.stability, days)
}

type Working = {
  memory: Memory | undefined
  stage: Schedule['stage']
  reps: number
  lapses: number
  firstDay: Day | undefined
  lastDay: Day | undefined
  lastAt: Instant
  /** Days between the last two reviews. */
  elapsed: number
  /** The due day, unless a review has moved it. */
  due: Day | undefined
  suspended: boolean
  buriedOn: Day | undefined
  comparison: Comparison | undefined
}

function workingOf(all: Map<string, Working>, before: Schedules, id: string): Working {
  const known = all.get(id)
  if (known !== undefined) return known
  const { schedule, suspended, buriedOn, comparison } = before.cards.get(id) ?? untouched
  const made: Working = {
    memory: schedule && { stability: schedule.stability, difficulty: schedule.difficulty },
    stage: schedule?.stage ?? 'learning',
    reps: schedule?.reps ?? 0,
    lapses: schedule?.lapses ?? 0,
    firstDay: schedule?.firstDay,
    lastDay: schedule?.lastDay,
    lastAt: schedule?.lastAt ?? (0 as Instant),
    elapsed: 0,
    due: schedule?.due,
    suspended,
    buriedOn,
    comparison,
  }
  all.set(id, made)
  return made
}

function reviewed(card: Working, { grade, at }: Review, day: Day, step: MemoryStep): void {
  // a clock that was set back has not taken a day away
  const today = Math.max(day, card.lastDay ?? day) as Day
  card.elapsed = today - (card.lastDay ?? today)
  card.memory = step(card.memory, card.elapsed, grade)
  if (grade !== 'again') card.stage = 'review'
  else if (card.stage === 'review') {
    card.lapses += 1
    card.stage = 'relearning'
  }
  card.reps += 1
  card.firstDay ??= today
  card.lastDay = today
  card.lastAt = Math.max(at, card.lastAt) as Instant
  card.due = undefined
}

/** As if that memory were left by a review on that day; whatever was known before no longer counts. */
function anchored(card: Working, { at, stability, difficulty }: Anchor, day: Day): void {
  const today = Math.max(day, card.lastDay ?? day) as Day
  card.memory = { stability, difficulty }
  card.elapsed = 0
  card.stage = 'review'
  card.reps += 1
  card.firstDay ??= today
  card.lastDay = today
  card.lastAt = Math.max(at, card.lastAt) as Instant
  card.due = undefined
}

function setAside(card: Working, act: SetAside, rules: Rules): void {
  if (act.kind === 'bury') {
    card.buriedOn = studyDay(act.at, act.offset, rules.dayStartMs)
    return
  }
  card.suspended = act.kind === 'suspend'
  if (act.kind === 'unsuspend') card.buriedOn = undefined
}

type IntervalOf = (stability: number) => number

function settled(id: string, card: Working, intervalOf: IntervalOf, fuzz: boolean): Standing {
  const { suspended, buriedOn, comparison } = card
  return { schedule: scheduleOf(id, card, intervalOf, fuzz), suspended, buriedOn, comparison }
}

function scheduleOf(
  id: string,
  card: Working,
  intervalOf: IntervalOf,
  fuzz: boolean,
): Schedule | undefined {
  const { memory, firstDay, lastDay, stage, reps, lapses, lastAt } = card
  if (memory === undefined || firstDay === undefined || lastDay === undefined) return undefined
  const days = () => {
    const plain = intervalOf(memory.stability)
    return fuzz ? fuzzed(plain, card.elapsed, `${id} ${reps}`) : plain
  }
  const due = card.due ?? daysLater(lastDay, days())
  return { stage, ...memory, due, reps, lapses, firstDay, lastDay, lastAt }
}
