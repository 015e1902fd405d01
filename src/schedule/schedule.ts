import type { CardId } from '../cards/card.ts'

/** Milliseconds since the epoch: sorts, and survives JSON. */
export type Instant = number & { readonly __brand: 'Instant' }

export type Grade = 'again' | 'hard' | 'good' | 'easy'

/** In the order of their keys, 1 to 4. */
export const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy']

/** Which command a review came from. */
export type ReviewSource = 'interview' | 'review' | 'rate'

/** One graded answer, as it stands in a journal. */
export type Review = {
  /** Unique over all machines: a random token of the run, and a count in it. */
  readonly id: string
  readonly card: CardId
  readonly grade: Grade
  readonly at: Instant
  /** Minutes east of UTC where and when it was given. */
  readonly offset: number
  /** Time used for the answer, in ms. */
  readonly tookMs: number
  readonly source: ReviewSource
  readonly device: string
}
