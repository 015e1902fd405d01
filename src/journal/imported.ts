import { createHash } from 'node:crypto'
import type { CardId } from '../cards/card.ts'
import { isInstant, isOffset } from '../log/dates.ts'
import { type Grade, grades, type Instant } from '../schedule/schedule.ts'
import type { JournalRecord } from './record.ts'

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
  const card = [raw.card, raw.question].find((one) => typeof one === 'string' && one.trim() !== '')
  if (typeof card !== 'string') return { kind: 'bad', why: 'card' }
  const grade = grades.find((name, i) => raw.grade === name || raw.grade === i + 1)
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
 * The id of an imported review: the same line gives the same id, whatever the card is called by then,
 * so that importing again adds nothing. `nth` tells equal lines of one file apart, from 0.
 */
function importedId({ card, at, grade }: Foreign, nth: number): string {
  const hash = createHash('sha256').update(`${card}\0${at}\0${grade}`).digest('hex')
  return `i${hash.slice(0, 19)}-${nth}`
}

/** An imported review as a record of ours. */
export function importedRecord(
  card: CardId,
  foreign: Foreign,
  offset: number,
  nth: number,
): JournalRecord {
  const { at, grade, tookMs } = foreign
  const id = importedId(foreign, nth)
  return { kind: 'review', id, at, offset, card, grade, tookMs, source: 'import' }
}
