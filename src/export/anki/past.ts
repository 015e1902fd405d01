import { dayMs } from '../../schedule/day.ts'
import { forgettingOf, type Memory, stepOf } from '../../schedule/fsrs.ts'
import type { Rules } from '../../schedule/rules.ts'
import { grades, type Review } from '../../schedule/schedule.ts'
import { studyDay } from '../../schedule/time.ts'
import type { CardPast } from '../booklet.ts'

/** A row of Anki's table `revlog` without its card. */
export type AnkiReview = {
  /** ms since 1970. */
  readonly id: number
  readonly ease: number
  /** Days until the next review was due, and what they were before. */
  readonly interval: number
  readonly lastInterval: number
  readonly factor: number
  readonly tookMs: number
  readonly kind: number
}

/** Where a card stands in Anki, as far as its table `cards` has it. */
export type AnkiStanding = {
  /** As a whole day since 1970. */
  readonly due: number
  readonly interval: number
  readonly reps: number
  readonly lapses: number
  readonly suspended: boolean
  /** What FSRS in Anki knows. */
  readonly memory: Memory
  /** Seconds since 1970. */
  readonly lastAt: number
}

export type AnkiPast = {
  readonly reviews: readonly AnkiReview[]
  readonly standing: AnkiStanding | undefined
}

const kinds = { learning: 0, review: 1, relearning: 2, filtered: 3 } as const
/** What ease Anki begins with, in permille; FSRS does without. */
const usualFactor = 2500
/** Anki keeps no longer answer, in ms. */
const longestAnswer = 60_000

/** What was done with a card as Anki would have it in its log, and where it stands. */
export function ankiPast({ reviews, standing, rules }: CardPast): AnkiPast {
  return { reviews: rowsOf(reviews, rules), standing: standingOf(standing) }
}

function standingOf({ schedule, suspended }: CardPast['standing']): AnkiStanding | undefined {
  if (schedule === undefined) return undefined
  const { due, lastDay, reps, lapses, stability, difficulty, lastAt } = schedule
  const interval = Math.max(1, due - lastDay)
  const memory = { stability, difficulty }
  return { due, interval, reps, lapses, suspended, memory, lastAt: Math.floor(lastAt / 1000) }
}

function rowsOf(reviews: readonly Review[], rules: Rules): readonly AnkiReview[] {
  const step = stepOf(rules.parameters)
  const { interval } = forgettingOf(rules.parameters)
  let memory: Memory | undefined
  let kind: number = kinds.learning
  let lastDay: number | undefined
  let lastInterval = 0
  return reviews.map(({ at, offset, grade, tookMs, source }): AnkiReview => {
    const row = { id: at, ease: grades.indexOf(grade) + 1, tookMs: Math.min(longestAnswer, tookMs) }
    // one of a cram moves nothing: filtered, and without an ease
    if (source === 'cram') {
      return { ...row, kind: kinds.filtered, factor: 0, interval: lastInterval, lastInterval }
    }
    const day = Math.max(studyDay(at, offset, rules.dayStartMs), lastDay ?? 0)
    memory = step(memory, day - (lastDay ?? day), grade)
    const days = interval(memory.stability, rules.retention)
    const factor = kind === kinds.learning ? 0 : usualFactor
    const made = { ...row, kind, factor, interval: days, lastInterval }
    lastDay = day
    lastInterval = days
    if (grade !== 'again') kind = kinds.review
    else if (kind === kinds.review) kind = kinds.relearning
    return made
  })
}

/** The day that the days of a collection are counted from. */
export type AnkiStart = {
  /** As a whole day since 1970. */
  readonly day: number
  /** When it begins, in seconds since 1970. */
  readonly at: number
}

/** The day of the first of all reviews; undefined where there is none. */
export function startOf(pasts: Iterable<CardPast>): AnkiStart | undefined {
  let start: AnkiStart | undefined
  for (const { reviews, standing, rules } of pasts) {
    const { dayStartMs } = rules
    const [first] = reviews
    const offset = first?.offset ?? 0
    const day =
      first === undefined ? standing.schedule?.firstDay : studyDay(first.at, offset, dayStartMs)
    if (day === undefined || day >= (start?.day ?? Number.POSITIVE_INFINITY)) continue
    start = { day, at: (day * dayMs + dayStartMs - offset * 60_000) / 1000 }
  }
  return start
}
