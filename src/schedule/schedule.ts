import type { CardId } from '../cards/card.ts'
import type { Day } from './day.ts'

/** Milliseconds since the epoch: sorts, and survives JSON. */
export type Instant = number & { readonly __brand: 'Instant' }

export type Grade = 'again' | 'hard' | 'good' | 'easy'

/** In the order of their keys, 1 to 4. */
export const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy']

/** Where a review came from; those of `cram` leave the schedule alone. */
export type ReviewSource = 'interview' | 'review' | 'rate' | 'cram' | 'import'

export const reviewSources: readonly ReviewSource[] = [
  'interview',
  'review',
  'rate',
  'cram',
  'import',
]

/** What a comparing of an answer with the key points of its card came to. */
export type Comparison = {
  /** From 0 to 1. */
  readonly coverage: number
  /** The key points that the answer lacked. */
  readonly missed: readonly string[]
}

/** What was compared, to keep with a review; undefined if nothing was. */
export function comparisonOf(
  coverage: number | undefined,
  missed: readonly string[],
): Comparison | undefined {
  return coverage === undefined ? undefined : { coverage, missed }
}

/** One graded answer, as it stands in a journal. */
export type Review = ActHead & {
  readonly kind: 'review'
  readonly grade: Grade
  /** Time used for the answer, in ms. */
  readonly tookMs: number
  readonly source: ReviewSource
  /** Undefined if nothing was compared. */
  readonly comparison?: Comparison | undefined
}

/** A card is kept out for good, let in again, or kept out until the next study day. */
export type SetAside = ActHead & { readonly kind: SetAsideKind }

export type SetAsideKind = 'suspend' | 'unsuspend' | 'bury'

export const setAsideKinds: readonly SetAsideKind[] = ['suspend', 'unsuspend', 'bury']

/**
 * How well a card was known in another program that keeps no reviews: what its interval and its ease
 * come to in FSRS. Later reviews build on it.
 */
export type Anchor = ActHead & {
  readonly kind: 'anchor'
  /** Days until recall falls to 0.9. */
  readonly stability: number
  /** From 1 to 10. */
  readonly difficulty: number
}

/** Whatever changes where a card stands. */
export type Act = Review | SetAside | Anchor

/** Parameters of FSRS-6 that were fitted to a person's reviews. */
export type Fit = RecordHead & {
  readonly kind: 'params'
  /** All 21, each within its bounds. */
  readonly parameters: readonly number[]
  /** How many reviews spoke for them. */
  readonly reviews: number
  /** Log loss on the newest of these with the parameters that were in use before. */
  readonly before: number
  /** The same with parameters fitted to the others. */
  readonly after: number
}

type ActHead = RecordHead & { readonly card: CardId }

type RecordHead = {
  /** Unique over all machines: a random token of the run, and a count in it. */
  readonly id: string
  readonly at: Instant
  /** Minutes east of UTC where and when it was given. */
  readonly offset: number
  readonly device: string
}

/** What the reviews say of a card. */
export type Schedule = {
  /** `learning` was never passed, `relearning` was failed after it had been. */
  readonly stage: 'learning' | 'review' | 'relearning'
  /** Days until recall falls to 0.9. */
  readonly stability: number
  /** From 1 to 10. */
  readonly difficulty: number
  readonly due: Day
  readonly reps: number
  /** How often it was failed after it had been passed. */
  readonly lapses: number
  readonly firstDay: Day
  readonly lastDay: Day
  readonly lastAt: Instant
}

/** Where a card stands; without a schedule it is new. */
export type Standing = {
  readonly schedule: Schedule | undefined
  readonly suspended: boolean
  /** The study day on which it was last buried. */
  readonly buriedOn: Day | undefined
  /** The last one made. */
  readonly comparison: Comparison | undefined
}

/** Where all cards stand, and what days and answers were like. */
export type Schedules = {
  /** By card; a card that is not in it is new. */
  readonly cards: ReadonlyMap<string, Standing>
  /** What was done by study day. */
  readonly days: ReadonlyMap<Day, DayFigures>
  /** Time used for the latest answers in daily reviews, in ms, oldest first. */
  readonly paces: readonly number[]
  /** The same by what came of them. */
  readonly times: AnswerTimes
  /** Cards that were passed when they were first asked. */
  readonly knownCold: ReadonlySet<string>
}

/** What may come of an answer that takes its time: a card is met, or one that was met is recalled or not. */
export type AnswerKind = 'met' | 'passed' | 'failed'

/** Time used for answers of each kind, in ms, oldest first. */
export type AnswerTimes = Readonly<Record<AnswerKind, readonly number[]>>

/** What the reviews of one study day come to. */
export type DayFigures = {
  /** All of them, those of a cram too. */
  readonly reviews: number
  /** Time used for their answers, in ms. */
  readonly ms: number
  /** Cards that were reviewed for the first time. */
  readonly met: number
  /** Reviews that tell how well something was remembered: the card's last was on a day before. */
  readonly telling: number
  /** How many of these were recalled. */
  readonly recalled: number
  /** How many would be by what FSRS foresaw: the sum of their chances. */
  readonly foreseen: number
  /** Those in which anything was done, in their order. */
  readonly hours: readonly HourFigures[]
}

/** What was done in one hour of a study day. */
export type HourFigures = Pick<DayFigures, 'reviews' | 'telling' | 'recalled'> & {
  /** Of the clock where the person was, 0 to 23. */
  readonly hour: number
}

/** From so many lapses on, a card costs more than it gives. */
const leechLapses = 6

export function isLeech({ schedule }: Standing): boolean {
  return (schedule?.lapses ?? 0) >= leechLapses
}
