import { grades } from '../../schedule/schedule.ts'
import type { ForeignReviews, OddKind } from '../foreign.ts'

/** Anki's log, as it stands in the table `revlog`: by column, for it may have a million rows. */
export type LogColumns = {
  /** ms since 1970. */
  readonly id: Float64Array
  /** The button, from 1; 0 where nobody pressed one. */
  readonly ease: Float64Array
  /** Permille; 0 in a cram, and where the card was reset. */
  readonly factor: Float64Array
  readonly time: Float64Array
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 by hand, 5 rescheduled. */
  readonly kind: Float64Array
}

const learning = 0
const relearning = 2
const filtered = 3
const manual = 4

type Add = (kind: OddKind, n?: number) => void

/** The reviews of a card, and whether any of them counts. */
export type LoggedReviews = { readonly reviews: ForeignReviews; readonly doCount: boolean }

/**
 * The reviews at some places of the log, which are those of one card in order. What came before a reset,
 * or in a cram, does not count; a due day set by hand is no review. As `reviews_for_fsrs` in
 * rslib/src/scheduler/fsrs/params.rs of Anki 26.9 has it. In collections of its first scheduler learning
 * cards had three buttons.
 */
export function reviewsIn(
  log: LogColumns,
  places: readonly number[],
  isFirstScheduler: boolean,
  add: Add,
): LoggedReviews {
  const start = startOf(log, places)
  // a review is made when it is asked for; until then it is its place, its grade and why it is aside
  const told: number[] = []
  let doCount = false
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0
    const [ease, kind] = [log.ease[place] ?? 0, log.kind[place] ?? 0]
    if (ease === 0) {
      add('manual')
      continue
    }
    const hasThree = isFirstScheduler && (kind === learning || kind === relearning) && ease > 1
    const grade = (hasThree ? ease + 1 : ease) - 1
    if (grades[grade] === undefined || kind > 5 || kind < 0) {
      add('unknown')
      continue
    }
    const aside = isCram(log, place) ? 1 : i < start ? 2 : 0
    doCount ||= aside === 0
    told.push(place, grade + 4 * aside)
  }
  return { reviews: reviewsAt(log, told), doCount }
}

const asides = [undefined, 'cram', 'before-reset'] as const

function reviewsAt(log: LogColumns, told: readonly number[]): ForeignReviews {
  return {
    length: told.length / 2,
    *[Symbol.iterator]() {
      for (let i = 0; i < told.length; i += 2) {
        const place = told[i] ?? 0
        const code = told[i + 1] ?? 0
        const at = log.id[place] ?? 0
        const tookMs = Math.min(86_400_000, Math.max(0, log.time[place] ?? 0))
        const grade = grades[code & 3]
        const aside = asides[code >> 2]
        if (grade !== undefined) yield { at, grade, tookMs, aside, nth: at }
      }
    },
  }
}

/** Where the history that counts begins: at what was last learnt anew. */
function startOf(log: LogColumns, places: readonly number[]): number {
  let first: number | undefined
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const place = places[i] ?? 0
    if (isCram(log, place)) continue
    const [ease, kind] = [log.ease[place] ?? 0, log.kind[place]]
    if (ease > 0 && kind === learning) first = i
    else if (kind === manual && ease === 0 && log.factor[place] === 0) return first ?? places.length
    // older versions left no trace of a reset but that a card was learnt again
    else if (first !== undefined) return first
  }
  return first ?? 0
}

function isCram({ kind, factor }: LogColumns, place: number): boolean {
  return kind[place] === filtered && factor[place] === 0
}
