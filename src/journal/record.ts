import type { CardId } from '../cards/card.ts'
import { type Grade, grades, type Instant, type ReviewSource } from '../schedule/schedule.ts'
import { type Fields, seal, type Unsealed, unseal } from './envelope.ts'

/** A line of a journal, in the program's words. */
export type JournalRecord =
  | {
      readonly kind: 'review'
      readonly id: string
      readonly at: Instant
      readonly offset: number
      readonly card: CardId
      readonly grade: Grade
      readonly tookMs: number
      readonly source: ReviewSource
    }
  | {
      readonly kind: 'void'
      readonly id: string
      readonly at: Instant
      readonly offset: number
      /** The record that no longer counts. */
      readonly ref: string
    }

/** What a line holds: a record, one that a newer version wrote, or damage. */
export type Line =
  | { readonly kind: 'record'; readonly record: JournalRecord; readonly text: string }
  | Exclude<Unsealed, { readonly kind: 'fields' }>

const sources: readonly ReviewSource[] = ['interview', 'review', 'rate']

/** One line of a journal with its line end; the CRC-32 covers the bytes before `,"k":`. */
export function encode(record: JournalRecord): string {
  return seal(fields(record))
}

function fields(record: JournalRecord): Fields {
  const head = { id: record.id, t: record.at, tz: record.offset }
  if (record.kind === 'void') return { ...head, op: 'void', ref: record.ref }
  const g = grades.indexOf(record.grade) + 1
  return { ...head, c: record.card, g, ms: Math.round(record.tookMs), s: record.source }
}

/** Reads one line without its line end. Never throws. */
export function decode(line: string): Line {
  const unsealed = unseal(line)
  if (unsealed.kind !== 'fields') return unsealed
  const { fields: raw, text } = unsealed
  const { id, t, tz } = raw
  if (typeof id !== 'string' || !isInteger(t) || !isInteger(tz))
    return { kind: 'bad', why: 'fields' }
  const head = { id, at: t as Instant, offset: tz }
  if (raw.op === 'void' && typeof raw.ref === 'string') {
    return { kind: 'record', record: { kind: 'void', ...head, ref: raw.ref }, text }
  }
  if (raw.op !== undefined) return { kind: 'newer' }
  const grade = isInteger(raw.g) ? grades[raw.g - 1] : undefined
  const source = sources.find((name) => name === raw.s)
  if (typeof raw.c !== 'string' || grade === undefined || source === undefined) {
    return { kind: 'bad', why: 'fields' }
  }
  const tookMs = isInteger(raw.ms) ? raw.ms : 0
  const card = raw.c as CardId
  return { kind: 'record', record: { kind: 'review', ...head, card, grade, tookMs, source }, text }
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
