import { hash } from 'node:crypto'
import type { CardId } from '../cards/card.ts'
import { isInstant, isOffset } from '../log/dates.ts'
import { type Grade, grades, type Instant } from '../schedule/schedule.ts'
import type { CountedReview } from './writing.ts'

/** A line of another tool's history. */
export type Foreign = {
  /** An id or a question. */
  readonly card: string
  readonly grade: Grade
  readonly at: Instant
  /** Minutes east of UTC, if the line says. */
  readonly offset: number | undefined
  readonly tookMs: number
}

export type ForeignLine =
  | { readonly kind: 'review'; readonly review: Foreign }
  | { readonly kind: 'bad'; readonly why: ForeignFault }

export type ForeignFault = 'json' | 'card' | 'grade' | 'at' | 'seconds' | 'future'

const dayMs = 86_400_000

/**
 * Reads one line, such as `{"question":"…","grade":3,"at":"2026-03-09T20:00:00+08:00","seconds":12}`.
 * `card` (an id) or `question`; `grade` by name or from 1 to 4; `at` in ISO 8601 or ms. Never throws.
 */
export function foreignLine(text: string, now: Instant): ForeignLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'bad', why: 'json' }
  }
  if (typeof value !== 'object' || value === null) return { kind: 'bad', why: 'json' }
  const raw = value as Readonly<Record<string, unknown>>
  const card = isWorded(raw.card) ? raw.card : raw.question
  if (!isWorded(card)) return { kind: 'bad', why: 'card' }
  const grade = typeof raw.grade === 'number' ? grades[raw.grade - 1] : gradeNamed(raw.grade)
  if (grade === undefined) return { kind: 'bad', why: 'grade' }
  const at = instantOf(raw.at)
  if (at === undefined) return { kind: 'bad', why: 'at' }
  if (at > now + dayMs) return { kind: 'bad', why: 'future' }
  const seconds = raw.seconds ?? 0
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= 86_400)) {
    return { kind: 'bad', why: 'seconds' }
  }
  const tookMs = Math.round(seconds * 1000)
  return { kind: 'review', review: { card, grade, at, offset: offsetOf(raw.at), tookMs } }
}

function isWorded(value: unknown): value is string {
  return typeof value === 'string' && /\S/.test(value)
}

function gradeNamed(value: unknown): Grade | undefined {
  return grades.find((name) => name === value)
}

function instantOf(value: unknown): Instant | undefined {
  if (typeof value === 'number')
    return isInstant(value) && value > 0 ? (value as Instant) : undefined
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return undefined
  const at = Date.parse(value)
  const isDate = isInstant(at) && at > 0 && isOffset(offsetOf(value) ?? 0)
  return isDate ? (at as Instant) : undefined
}

function offsetOf(value: unknown): number | undefined {
  const found = typeof value === 'string' ? /([+-])(\d\d):?(\d\d)$/.exec(value.slice(10)) : null
  if (found === null) return undefined
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return found[1] === '-' ? -minutes : minutes
}

/**
 * The run of an imported review, the first part of its id: the same line gives the same, whatever the
 * card is called by then, so that importing again adds nothing.
 */
export function importedRun({ card, at, grade }: Foreign): string {
  return `i${hash('sha256', `${card}\0${at}\0${grade}`).slice(0, 19)}`
}

/** An imported review as a record of ours; `nth` tells equal lines of one file apart, from 0. */
export function importedReview(
  card: CardId,
  { at, grade, tookMs }: Foreign,
  offset: number,
  { run, nth }: { readonly run: string; readonly nth: number },
): CountedReview {
  return { kind: 'review', run, count: nth, at, offset, card, grade, tookMs, source: 'import' }
}
