import { type Day, daysLater } from './day.ts'
import { type Forgetting, forgettingOf, fuzzed, type MemoryStep, stepOf } from './fsrs.ts'
import type { Rules } from './rules.ts'
import type { Act, Anchor, Comparison, Review, SetAside } from './schedule.ts'
import {
  type CardTable,
  coldBit,
  relearning,
  review as reviewStage,
  stageOf,
  suspendedBit,
  withStage,
} from './tables/card-table.ts'
import { absent, numberIn } from './tables/columns.ts'
import type { Telling } from './tables/day-table.ts'
import type { FoldTables } from './tables/tables.ts'
import { studyDay } from './time.ts'

/** What a fold wants to know of a review besides its card. */
export type GivenReview = Pick<Review, 'at' | 'offset' | 'grade' | 'tookMs' | 'source'>

/** Acts that are being worked into tables, oldest first. */
export type Folding = {
  readonly add: (act: Act) => void
  /** Adds a review of the card in that row, which may be one and the same object each time. */
  readonly review: (row: number, given: GivenReview) => void
  /** Works out when cards are due; the tables can be read then. */
  readonly settle: () => void
}

/** Works acts into tables by these rules. */
export function foldOn({ cards, days, habits }: FoldTables, rules: Rules): Folding {
  const step = stepOf(rules.parameters)
  const { interval, recall } = forgettingOf(rules.parameters)
  const dayOf = ({ at, offset }: Pick<Act, 'at' | 'offset'>) =>
    studyDay(at, offset, rules.dayStartMs)
  const review = (row: number, given: GivenReview) => {
    const day = dayOf(given)
    if (given.source === 'cram') {
      days.add(given, day)
      return
    }
    const told = tellingOf(cards, row, day, recall)
    days.add(given, day, told)
    habits.add(given, told.isFirst)
    reviewed(cards, row, given, day, told.isFirst, step)
  }
  const add = (act: Act) => {
    const row = cards.rowOf(act.card)
    if (act.kind === 'review') {
      review(row, act)
      compared(cards, row, act.comparison)
    } else if (act.kind === 'anchor') anchored(cards, row, act, dayOf(act))
    else setAside(cards, row, act, dayOf(act))
  }
  const intervalOf = (stability: number) => interval(stability, rules.retention)
  return { add, review, settle: () => settle(cards, intervalOf, rules.fuzz) }
}

// What FSRS-6 says within the day of a review is no better than a constant, and is not asked.
function tellingOf(
  { columns }: CardTable,
  row: number,
  day: Day,
  recall: Forgetting['recall'],
): Telling {
  const stability = columns.stability[row] ?? Number.NaN
  if (Number.isNaN(stability)) return { isFirst: true, foreseen: undefined }
  const days = day - (columns.lastDay[row] ?? day)
  return { isFirst: false, foreseen: days > 0 ? recall(stability, days) : undefined }
}

function reviewed(
  { columns }: CardTable,
  row: number,
  { grade, at }: GivenReview,
  day: Day,
  isFirst: boolean,
  step: MemoryStep,
): void {
  const { stability, difficulty, elapsed, flags, lapses } = columns
  const lastDay = numberIn(columns.lastDay, row) ?? day
  // a clock that was set back has not taken a day away
  const days = Math.max(day, lastDay) - lastDay
  elapsed[row] = days
  const before = isFirst
    ? undefined
    : { stability: stability[row] ?? 0, difficulty: difficulty[row] ?? 0 }
  const memory = step(before, days, grade)
  stability[row] = memory.stability
  difficulty[row] = memory.difficulty
  const known = flags[row] ?? 0
  if (grade !== 'again') flags[row] = withStage(known, reviewStage) | (isFirst ? coldBit : 0)
  else if (stageOf(known) === reviewStage) {
    lapses[row] = (lapses[row] ?? 0) + 1
    flags[row] = withStage(known, relearning)
  }
  seen(columns, row, at, lastDay + days)
}

/** As if that memory were left by a review on that day; whatever was known before no longer counts. */
function anchored(
  { columns }: CardTable,
  row: number,
  { at, stability, difficulty }: Anchor,
  day: Day,
): void {
  columns.stability[row] = stability
  columns.difficulty[row] = difficulty
  columns.elapsed[row] = 0
  columns.flags[row] = withStage(columns.flags[row] ?? 0, reviewStage)
  seen(columns, row, at, Math.max(day, numberIn(columns.lastDay, row) ?? day))
}

function seen(columns: CardTable['columns'], row: number, at: number, day: number): void {
  const { reps, firstDay, lastDay, lastAt, due } = columns
  reps[row] = (reps[row] ?? 0) + 1
  if (firstDay[row] === absent) firstDay[row] = day
  lastDay[row] = day
  lastAt[row] = Math.max(at, lastAt[row] ?? 0)
  due[row] = absent
}

function compared(cards: CardTable, row: number, comparison: Comparison | undefined): void {
  if (comparison !== undefined) cards.setComparison(row, comparison)
}

function setAside({ columns }: CardTable, row: number, { kind }: SetAside, day: Day): void {
  const { flags, buriedOn } = columns
  if (kind === 'bury') {
    buriedOn[row] = day
    return
  }
  const open = (flags[row] ?? 0) & ~suspendedBit
  flags[row] = kind === 'suspend' ? open | suspendedBit : open
  if (kind === 'unsuspend') buriedOn[row] = absent
}

function settle(cards: CardTable, intervalOf: (stability: number) => number, fuzz: boolean): void {
  const { stability, due, lastDay, elapsed, reps } = cards.columns
  for (let row = 0; row < cards.ids.size; row += 1) {
    const memory = stability[row] ?? Number.NaN
    if (due[row] !== absent || Number.isNaN(memory)) continue
    const plain = intervalOf(memory)
    const seed = () => `${cards.ids.at(row)} ${reps[row] ?? 0}`
    const days = fuzz ? fuzzed(plain, elapsed[row] ?? 0, seed()) : plain
    due[row] = daysLater((lastDay[row] ?? 0) as Day, days)
  }
}
