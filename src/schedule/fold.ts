import { foldOn } from './folding.ts'
import { forgettingOf } from './fsrs.ts'
import type { Rules } from './rules.ts'
import {
  type Act,
  type Grade,
  grades,
  type Instant,
  type Review,
  type Schedules,
  type Standing,
} from './schedule.ts'
import { schedulesIn, tablesOf } from './tables/tables.ts'
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

/**
 * Where the cards stand after further acts, oldest first. The same acts in one go or in pieces give
 * the same.
 */
export function folded(before: Schedules, acts: Iterable<Act>, rules: Rules): Schedules {
  const tables = tablesOf(before)
  const fold = foldOn(tables, rules)
  for (const act of acts) fold.add(act)
  fold.settle()
  return schedulesIn(tables)
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
