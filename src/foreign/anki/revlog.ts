import { grades } from '../../schedule/schedule.ts'
import type { ForeignReview, OddKind } from '../foreign.ts'

/** A line of Anki's log, as it stands in the table `revlog`. */
export type LogRow = {
  /** ms since 1970. */
  readonly id: number
  /** The button, from 1; 0 where nobody pressed one. */
  readonly ease: number
  /** Permille; 0 in a cram, and where the card was reset. */
  readonly factor: number
  readonly time: number
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 by hand, 5 rescheduled. */
  readonly kind: number
}

const learning = 0
const relearning = 2
const filtered = 3
const manual = 4

type Add = (kind: OddKind, n?: number) => void

/**
 * The reviews in the log of one card, in order. What came before a reset, or in a cram, does not count;
 * a due day set by hand is no review. As `reviews_for_fsrs` in rslib/src/scheduler/fsrs/params.rs of
 * Anki 26.9 has it. In collections of its first scheduler learning cards had three buttons.
 */
export function reviewsIn(
  rows: readonly LogRow[],
  isFirstScheduler: boolean,
  add: Add,
): readonly ForeignReview[] {
  const start = startOf(rows)
  const reviews: ForeignReview[] = []
  for (const [i, row] of rows.entries()) {
    const { id, ease, factor, time, kind } = row
    if (ease === 0) {
      add('manual')
      continue
    }
    const hasThree = isFirstScheduler && (kind === learning || kind === relearning) && ease > 1
    const grade = grades[(hasThree ? ease + 1 : ease) - 1]
    if (grade === undefined || kind > 5 || kind < 0) {
      add('unknown')
      continue
    }
    const isCram = kind === filtered && factor === 0
    const aside = isCram ? 'cram' : i < start ? 'before-reset' : undefined
    const tookMs = Math.min(86_400_000, Math.max(0, time))
    reviews.push({ at: id, grade, tookMs, aside, nth: id })
  }
  return reviews
}

/** Where the history that counts begins: at what was last learnt anew. */
function startOf(rows: readonly LogRow[]): number {
  let first: number | undefined
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i]
    if (row === undefined || (row.kind === filtered && row.factor === 0)) continue
    const isGraded = row.ease > 0
    if (isGraded && row.kind === learning) first = i
    else if (row.kind === manual && row.ease === 0 && row.factor === 0) return first ?? rows.length
    // older versions left no trace of a reset but that a card was learnt again
    else if (first !== undefined) return first
  }
  return first ?? 0
}
