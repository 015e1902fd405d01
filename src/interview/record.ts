import { isInstant, isOffset } from '../log/dates.ts'
import { type Fields, seal, unseal } from '../log/envelope.ts'
import type { LogLine, LogText } from '../log/lines.ts'
import { type LogPiece, pieceOf } from '../log/pieces.ts'
import { grades } from '../schedule/schedule.ts'
import type { Kept, Step } from './step.ts'

/** One step as a line with its line end. */
export function encodeStep({ kind, ...fields }: Step): string {
  return seal({ op: kind, ...fields })
}

/** The steps in an interview's file. */
export function stepsIn(bytes: Uint8Array): LogPiece<Step> {
  return pieceOf({ device: '', bytes }, decodeStep)
}

/** Reads the step between two offsets, its line end left out. Never throws. */
export function decodeStep({ bytes }: LogText, start: number, end: number): LogLine<Step> {
  const unsealed = unseal(bytes.toString('utf8', start, end))
  if (unsealed.kind !== 'fields') return unsealed
  const { op } = unsealed.fields
  if (typeof op === 'string' && !Object.hasOwn(shapes, op)) return { kind: 'newer' }
  const shaped = shapedAs(shapes, unsealed.fields)
  if (shaped === undefined) {
    return { kind: 'bad', why: hasOddDate(unsealed.fields) ? 'time' : 'fields' }
  }
  // every field was just looked at
  return { kind: 'record', record: { kind: op, ...shaped } as unknown as Step }
}

/** An answer on its way as a line. */
export function encodeKept(kept: Kept): string {
  return seal({ op: 'draft', ...kept })
}

/** Such a line again; undefined if it is damaged. */
export function decodeKept(line: string): Kept | undefined {
  const unsealed = unseal(line.trimEnd())
  if (unsealed.kind !== 'fields') return undefined
  return shapedAs({ draft: keptShape }, unsealed.fields) as Kept | undefined
}

type Shape = Readonly<Record<string, Check>>

/** The fields of what a line says it is, what is absent among them; undefined if they do not fit. */
function shapedAs(
  shapes: Readonly<Record<string, Shape>>,
  { op, v: _, ...found }: Fields,
): Fields | undefined {
  const shape = typeof op === 'string' && Object.hasOwn(shapes, op) ? shapes[op] : undefined
  if (shape === undefined || !fits(found, shape)) return undefined
  const absent = Object.keys(shape).map((name) => [name, undefined])
  return { ...Object.fromEntries(absent), ...found }
}

type Check = (value: unknown) => boolean

const number: Check = (value) => Number.isFinite(value)
const text: Check = (value) => typeof value === 'string'
const flag: Check = (value) => typeof value === 'boolean'
const perhaps =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const planned: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  fits(value as Fields, { card: text, limitMs: number })

/** What each kind of step must hold. */
const shapes: Readonly<Record<string, Shape>> = {
  begun: {
    at: isInstant,
    offset: isOffset,
    seed: text,
    narrowed: text,
    mode: oneOf('type', 'think'),
    exam: flag,
    soft: flag,
    breaks: flag,
    followUps: flag,
    planned: list(planned),
    libraries: list(text),
    totalMs: perhaps(number),
  },
  asked: {
    turn: number,
    at: isInstant,
    card: perhaps(text),
    follows: perhaps(number),
    question: text,
    topic: text,
    keyPoints: list(text),
    limitMs: number,
  },
  answered: {
    turn: number,
    ended: oneOf('answered', 'time-up', 'skipped'),
    answer: text,
    usedMs: number,
    pausedMs: number,
    hesitationMs: perhaps(number),
    hints: number,
    cutShort: flag,
    coverage: perhaps(number),
  },
  graded: {
    turn: number,
    at: isInstant,
    offset: isOffset,
    grade: oneOf(...grades),
    proposed: perhaps(oneOf(...grades)),
    coverage: perhaps(number),
    missed: list(text),
    contradicted: perhaps(list(text)),
    review: perhaps(text),
  },
  undone: { turn: number },
  resumed: { at: isInstant },
  ended: { at: isInstant, how: oneOf('finished', 'cut-short', 'discarded') },
}

const keptShape: Shape = {
  turn: number,
  text,
  usedMs: number,
  pausedMs: number,
  hesitationMs: perhaps(number),
  hints: number,
}

/** Whether a time or an offset is a number, but of no date. */
function hasOddDate({ at, offset }: Fields): boolean {
  return (number(at) && !isInstant(at)) || (number(offset) && !isOffset(offset))
}

function fits(fields: Fields, wanted: Shape): boolean {
  return Object.entries(wanted).every(([name, check]) => check(fields[name]))
}
