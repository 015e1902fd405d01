import type { CardId } from '../cards/card.ts'
import { isInstant, isOffset } from '../log/dates.ts'
import { type Fields, seal, sealed, unseal } from '../log/envelope.ts'
import type { LogLine, LogText } from '../log/lines.ts'
import { areParameters } from '../schedule/rules.ts'
import {
  type Act,
  type Anchor,
  type Comparison,
  type Fit,
  grades,
  type Instant,
  type Review,
  reviewSources,
  type SetAside,
  setAsideKinds,
} from '../schedule/schedule.ts'
import { usualBody, usualReview } from './usual.ts'

/** A record and the device whose journal it stands in. */
export type JournalEntry = Act | Void | Fit

/** An act as it is written; the device is the journal's own. */
export type ActRecord = Omit<Review, 'device'> | Omit<SetAside, 'device'> | Omit<Anchor, 'device'>

/** A record as it is written. */
export type JournalRecord = ActRecord | Omit<Void, 'device'> | Omit<Fit, 'device'>

/** Takes back another record, whatever it was. */
export type Void = Pick<Act, 'id' | 'at' | 'offset' | 'device'> & {
  readonly kind: 'void'
  /** The record that no longer counts. */
  readonly ref: string
}

/** What a line holds: a record, one that a newer version wrote, or damage. */
export type JournalLine = LogLine<JournalEntry>

/** One line of a journal with its line end. */
export function encode(record: JournalRecord): string {
  const usual = record.kind === 'review' ? usualBody(record) : undefined
  return usual === undefined ? seal(fields(record)) : sealed(usual)
}

function fields(record: JournalRecord): Fields {
  const head = { id: record.id, t: record.at, tz: record.offset }
  if (record.kind === 'void') return { ...head, op: 'void', ref: record.ref }
  if (record.kind === 'params') {
    const { parameters, reviews, before, after } = record
    return { ...head, op: 'params', w: parameters, n: reviews, before, after }
  }
  if (record.kind === 'anchor') {
    const { card, stability, difficulty } = record
    return { ...head, op: 'anchor', c: card, s: stability, d: difficulty }
  }
  if (record.kind !== 'review') return { ...head, op: record.kind, c: record.card }
  const g = grades.indexOf(record.grade) + 1
  const review = { ...head, c: record.card, g, ms: Math.round(record.tookMs), s: record.source }
  const { comparison } = record
  if (comparison === undefined) return review
  return { ...review, cov: comparison.coverage, miss: shortened(comparison.missed) }
}

const mostMissed = 12
/** Of a key point that was missed no more is kept, in characters. */
export const longestMissed = 200

// A journal is read at every start: it holds what the next question wants to know, not essays.
function shortened(missed: readonly string[]): readonly string[] {
  return missed.slice(0, mostMissed).map((text) => text.slice(0, longestMissed))
}

/** Reads the line between two offsets, its line end left out. Never throws. */
export function decode(text: LogText, start: number, end: number): JournalLine {
  const { bytes, device } = text
  const usual = usualReview(text, start, end)
  if (usual !== undefined) return { kind: 'record', record: usual }
  const unsealed = unseal(bytes.toString('utf8', start, end))
  return unsealed.kind === 'fields' ? understood(unsealed.fields, device) : unsealed
}

function understood(raw: Fields, device: string): JournalLine {
  const { id, t, tz } = raw
  if (typeof id !== 'string') return { kind: 'bad', why: 'fields' }
  if (!isInstant(t) || !isOffset(tz)) return { kind: 'bad', why: 'time' }
  const head = { id, at: t as Instant, offset: tz, device }
  if (raw.op === undefined) return reviewIn(raw, head)
  if (raw.op === 'void' && typeof raw.ref === 'string') {
    return { kind: 'record', record: { kind: 'void', ...head, ref: raw.ref } }
  }
  if (raw.op === 'params') return fitIn(raw, head)
  if (raw.op === 'anchor') return anchorIn(raw, head)
  const kind = setAsideKinds.find((name) => name === raw.op)
  if (kind === undefined || typeof raw.c !== 'string') return { kind: 'newer' }
  return { kind: 'record', record: { kind, ...head, card: raw.c as CardId } }
}

function reviewIn(
  { c, g, ms, s, cov, miss }: Fields,
  head: Pick<Act, 'id' | 'at' | 'offset' | 'device'>,
): JournalLine {
  const grade = isInteger(g) ? grades[g - 1] : undefined
  if (typeof c !== 'string' || grade === undefined || typeof s !== 'string') {
    return { kind: 'bad', why: 'fields' }
  }
  const source = reviewSources.find((name) => name === s)
  if (source === undefined) return { kind: 'newer' }
  const tookMs = isInteger(ms) && ms >= 0 ? ms : 0
  const card = c as CardId
  const review = { kind: 'review', ...head, card, grade, tookMs, source } as const
  const comparison = comparisonIn(cov, miss)
  return { kind: 'record', record: comparison === undefined ? review : { ...review, comparison } }
}

function comparisonIn(coverage: unknown, missed: unknown): Comparison | undefined {
  if (typeof coverage !== 'number' || !(coverage >= 0 && coverage <= 1)) return undefined
  const texts = Array.isArray(missed) ? missed.filter((one) => typeof one === 'string') : []
  return { coverage, missed: texts }
}

function anchorIn(
  { c, s, d }: Fields,
  head: Pick<Act, 'id' | 'at' | 'offset' | 'device'>,
): JournalLine {
  const isMemory = isNumbers([s, d]) && Number(s) > 0 && Number(d) >= 1 && Number(d) <= 10
  if (typeof c !== 'string' || !isMemory) return { kind: 'bad', why: 'fields' }
  const memory = { stability: Number(s), difficulty: Number(d) }
  return { kind: 'record', record: { kind: 'anchor', ...head, card: c as CardId, ...memory } }
}

function fitIn(
  { w, n, before, after }: Readonly<Record<string, unknown>>,
  head: Pick<Act, 'id' | 'at' | 'offset' | 'device'>,
): JournalLine {
  // an FSRS with more parameters than ours
  if (Array.isArray(w) && w.length > 21) return { kind: 'newer' }
  if (!isNumbers(w) || !areParameters(w) || !isInteger(n) || !isNumbers([before, after])) {
    return { kind: 'bad', why: 'fields' }
  }
  const losses = { before: Number(before), after: Number(after) }
  return {
    kind: 'record',
    record: { kind: 'params', ...head, parameters: w, reviews: n, ...losses },
  }
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(Number.isFinite)
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
