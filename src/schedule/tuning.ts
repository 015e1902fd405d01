import { type Day, daysLater } from './day.ts'
import { forgettingOf, type Memory, stepOf } from './fsrs.ts'
import { bounded } from './rules.ts'
import { type Act, type Fit, type Grade, grades } from './schedule.ts'
import { studyDay } from './time.ts'

/** A review as a fit sees it. */
export type TellingReview = {
  readonly card: string
  readonly grade: Grade
  /** Study days since the card was last reviewed; undefined for its first review. */
  readonly days: number | undefined
}

/** The reviews of one card, oldest first: grades from 1 to 4, and the days before each. */
export type CardHistory = readonly (readonly [grade: number, days: number])[]

/** Works out the parameters that predict these histories best; knows no bounds. */
export type FitParameters = (histories: readonly CardHistory[]) => Promise<readonly number[]>

/** Why there is no fit yet. */
export type Waiting =
  | { readonly kind: 'too-few'; readonly reviews: number; readonly needed: number }
  | {
      readonly kind: 'too-soon'
      readonly reviews: number
      readonly needed: number
      /** The first day on which there may be one. */
      readonly from: Day
      readonly last: Fit
    }

/** Log loss on the newest reviews: with the parameters in use, and with the fitted ones. */
export type Losses = { readonly before: number; readonly after: number }

/** What came of a fit. */
export type Tuning =
  | (Losses & { readonly kind: 'no-gain'; readonly reviews: number })
  | (Losses & {
      readonly kind: 'tuned'
      readonly reviews: number
      readonly parameters: readonly number[]
    })
  /** What was fitted are no parameters of FSRS-6. */
  | { readonly kind: 'unusable' }

// Below, a fit makes more people worse than better; so does one that gains less.
const leastReviews = 1000
/** By so much the log loss on reviews that the fit has not seen has to fall. */
export const leastGain = 0.002
const daysBetween = 30

/**
 * What reviews tell, oldest first. Those of a cram leave no trace in the schedule, nor here; nor do
 * those of a card whose history began elsewhere.
 */
export function answersOf(acts: readonly Act[], dayStartMs: number): readonly TellingReview[] {
  const lastDays = new Map<string, Day>()
  const answers: TellingReview[] = []
  const anchored = new Set(acts.flatMap(({ kind, card }) => (kind === 'anchor' ? [card] : [])))
  for (const act of acts) {
    if (act.kind !== 'review' || act.source === 'cram' || anchored.has(act.card)) continue
    const { card, grade, at, offset } = act
    const before = lastDays.get(card)
    const day = studyDay(at, offset, dayStartMs)
    // a clock that was set back has not taken a day away
    const today = Math.max(day, before ?? day) as Day
    lastDays.set(card, today)
    answers.push({ card, grade, days: before === undefined ? undefined : today - before })
  }
  return answers
}

/** Whether an answer says how well something was remembered: a day or more has passed. */
function tells({ days }: TellingReview): boolean {
  return (days ?? 0) > 0
}

/** How many answers a fit can go by. */
export function tellingCount(answers: readonly TellingReview[]): number {
  return answers.filter(tells).length
}

/** Why it is not the time for a fit; undefined if it is. With `force` only too few reviews count. */
export function waiting(
  reviews: number,
  last: Fit | undefined,
  { today, dayStartMs, force }: { today: Day; dayStartMs: number; force: boolean },
): Waiting | undefined {
  if (reviews < leastReviews) return { kind: 'too-few', reviews, needed: leastReviews }
  if (last === undefined || force) return undefined
  const from = daysLater(studyDay(last.at, last.offset, dayStartMs), daysBetween)
  const needed = Math.ceil((last.reviews * 13) / 10)
  const isTime = today >= from && reviews >= needed
  return isTime ? undefined : { kind: 'too-soon', reviews, needed, from, last }
}

/**
 * Fits parameters to the oldest four fifths of the reviews, and if these predict the newest fifth
 * better than the ones in use, to all of them.
 */
export async function tuned(
  answers: readonly TellingReview[],
  inUse: readonly number[],
  fitParameters: FitParameters,
): Promise<Tuning> {
  const cut = heldOutFrom(answers)
  const trained = bounded(await fitParameters(historiesOf(answers.slice(0, cut))))
  if (trained === undefined) return { kind: 'unusable' }
  const reviews = tellingCount(answers)
  const before = logLoss(answers, cut, inUse)
  const after = logLoss(answers, cut, trained)
  if (before - after <= leastGain) return { kind: 'no-gain', reviews, before, after }
  const parameters = bounded(await fitParameters(historiesOf(answers)))
  if (parameters === undefined) return { kind: 'unusable' }
  return { kind: 'tuned', reviews, before, after, parameters }
}

/** Where the newest fifth of the telling answers begins. */
function heldOutFrom(answers: readonly TellingReview[]): number {
  const places = answers.flatMap((answer, i) => (tells(answer) ? [i] : []))
  return places[Math.floor(places.length * 0.8)] ?? answers.length
}

/**
 * Without what was hard on the day of the review before: in FSRS-6 that leaves stability as it is,
 * as Anki 26.9, py-fsrs 6.3 and our own step have it, while the fitter's (fsrs-rs within 0.1.2) halves
 * it. Over simulated reviews, 8 to 13 in a hundred of them such, the log loss of new ones falls by up
 * to .006 so, to what a fitter without that fault comes to.
 */
function historiesOf(answers: readonly TellingReview[]): readonly CardHistory[] {
  const histories = new Map<string, [number, number][]>()
  for (const { card, grade, days } of answers) {
    if (grade === 'hard' && days === 0) continue
    const history = histories.get(card) ?? []
    if (history.length === 0) histories.set(card, history)
    history.push([grades.indexOf(grade) + 1, days ?? 0])
  }
  return [...histories.values()]
}

/** How badly parameters predict the telling answers from a place on; 0 would be perfect. */
export function logLoss(
  answers: readonly TellingReview[],
  from: number,
  parameters: readonly number[],
): number {
  const step = stepOf(parameters)
  const { recall } = forgettingOf(parameters)
  const memories = new Map<string, Memory>()
  let sum = 0
  let count = 0
  answers.forEach((answer, i) => {
    const { card, grade, days } = answer
    const memory = memories.get(card)
    if (memory !== undefined && i >= from && tells(answer)) {
      const chance = recall(memory.stability, days ?? 0)
      sum -= Math.log(grade === 'again' ? 1 - chance : chance)
      count += 1
    }
    memories.set(card, step(memory, days ?? 0, grade))
  })
  return sum / count
}
