import type { ActRecord } from '../journal/record.ts'
import { type Grade, grades } from '../schedule/schedule.ts'
import type { ForeignReview } from './foreign.ts'
import { inOrder } from './in-order.ts'

/** What is to come of cards: reviews in columns, for there may be a million, and a few other records. */
export type Coming = {
  readonly review: (review: ForeignReview, owner: number) => void
  readonly record: (record: ActRecord) => void
  readonly length: () => number
  /** Goes through it, oldest first. */
  readonly each: (onOne: OnOne) => void
}

export type OnOne = {
  readonly review: (review: GatheredReview, owner: number) => void
  readonly record: (record: ActRecord) => void
}

export type GatheredReview = Pick<ForeignReview, 'at' | 'tookMs' | 'nth'> & {
  readonly grade: Grade
  readonly isAside: boolean
}

/** Has room for so many. */
export function gathering(most: number): Coming {
  const [at, nth, tookMs] = [0, 1, 2].map(() => new Float64Array(most)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const owners = new Uint32Array(most)
  // a grade, and whether it is aside
  const codes = new Uint8Array(most)
  const records = new Map<number, ActRecord>()
  let length = 0
  return {
    length: () => length,
    review: (review, owner) => {
      at[length] = review.at
      nth[length] = review.nth
      tookMs[length] = review.tookMs
      owners[length] = owner
      codes[length] = grades.indexOf(review.grade) + (review.aside === undefined ? 0 : aside)
      length += 1
    },
    record: (record) => {
      records.set(length, record)
      at[length] = record.at
      length += 1
    },
    each: (onOne) => {
      for (const place of inOrder(at.subarray(0, length))) {
        const record = records.size === 0 ? undefined : records.get(place)
        if (record !== undefined) onOne.record(record)
        else {
          const code = codes[place] ?? 0
          const review = {
            at: at[place] ?? 0,
            nth: nth[place] ?? 0,
            tookMs: tookMs[place] ?? 0,
            grade: grades[code & 3] ?? 'good',
            isAside: code >= aside,
          }
          onOne.review(review, owners[place] ?? 0)
        }
      }
    },
  }
}

const aside = 4
