import { type Fields, seal, type Unsealed, unseal } from '../journal/envelope.ts'
import type { JournalText } from '../journal/usual.ts'
import { grades } from '../schedule/schedule.ts'
import type { Kept, Step } from './step.ts'

/** What a file of an interview holds. */
export type Steps = {
  readonly steps: readonly Step[]
  /** Lines that could not be read, a torn last one not counted. */
  readonly damaged: number
}

/** One step as a line with its line end. */
export function encodeStep({ kind, ...fields }: Step): string {
  return seal({ op: kind, ...fields })
}

/** The steps in a file's text. Never throws: what is damaged or from a newer version is left out. */
export function decodeSteps(text: string): Steps {
  const lines = text.split('\n')
  const steps: Step[] = []
  let damaged = 0
  for (const [i, line] of lines.entries()) {
    // what stands after the last line end was never said to be kept
    if (line === '' || i === lines.length - 1) continue
    const step = decodeStep(line)
    if (step === undefined) damaged += 1
    else steps.push(step)
  }
  return { steps, damaged }
}

/** What a line of a file of steps is, for whoever examines it. */
export function decodeStepLine({ bytes }: JournalText, start: number, end: number): StepLine {
  const line = bytes.toString('utf8', start, end)
  const unsealed = unseal(line)
  if (unsealed.kind !== 'fields') return unsealed
  const { op } = unsealed.fields
  if (typeof op === 'string' && !Object.hasOwn(shapes, op)) return { kind: 'newer' }
  return decodeStep(line) === undefined ? { kind: 'bad', why: 'fields' } : { kind: 'record' }
}

type StepLine = { readonly kind: 'record' } | Exclude<Unsealed, { readonly kind: 'fields' }>

/** An answer on its way as a line. */
export function encodeKept(kept: Kept): string {
  return seal({ op: 'draft', ...kept })
}

/** Such a line again; undefined if it is damaged. */
export function decodeKept(line: string): Kept | undefined {
  return decoded(line.trimEnd(), { draft: keptShape })?.fields as Kept | undefined
}

function decodeStep(line: string): Step | undefined {
  const one = decoded(line, shapes)
  // every field was just looked at
  return one && ({ kind: one.op, ...one.fields } as unknown as Step)
}

type Shape = Readonly<Record<string, Check>>

function decoded(
  line: string,
  shapes: Readonly<Record<string, Shape>>,
): { readonly op: string; readonly fields: Fields } | undefined {
  const unsealed = unseal(line)
  if (unsealed.kind !== 'fields') return undefined
  const { op, v: _, ...found } = unsealed.fields
  const shape = typeof op === 'string' && Object.hasOwn(shapes, op) ? shapes[op] : undefined
  if (typeof op !== 'string' || shape === undefined || !fits(found, shape)) return undefined
  const absent = Object.keys(shape).map((name) => [name, undefined])
  return { op, fields: { ...Object.fromEntries(absent), ...found } }
}

type Check = (value: unknown) => boolean

const number: Check = (value) => Number.isFinite(value)
/** Of a date that there is, with room for any offset. */
const instant: Check = (value) => Number.isSafeInteger(value) && Math.abs(Number(value)) < 8.6e15
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
    ...{ at: instant, offset: number, seed: text, narrowed: text, mode: oneOf('type', 'think') },
    ...{ exam: flag, soft: flag, breaks: flag, followUps: flag },
    ...{ planned: list(planned), libraries: list(text), totalMs: perhaps(number) },
  },
  asked: {
    ...{ turn: number, at: instant, card: perhaps(text), follows: perhaps(number) },
    ...{ question: text, topic: text, keyPoints: list(text), limitMs: number },
  },
  answered: {
    ...{ turn: number, ended: oneOf('answered', 'time-up', 'skipped'), answer: text },
    ...{ usedMs: number, pausedMs: number, hesitationMs: perhaps(number), hints: number },
    ...{ cutShort: flag, coverage: perhaps(number) },
  },
  graded: {
    ...{ turn: number, at: instant, grade: oneOf(...grades), proposed: perhaps(oneOf(...grades)) },
    ...{ coverage: perhaps(number), missed: list(text), review: perhaps(text) },
  },
  undone: { turn: number },
  resumed: { at: instant },
  ended: { at: instant, how: oneOf('finished', 'cut-short', 'discarded') },
}

const keptShape: Shape = {
  ...{ turn: number, text, usedMs: number, pausedMs: number, hesitationMs: perhaps(number) },
  hints: number,
}

function fits(fields: Fields, wanted: Shape): boolean {
  return Object.entries(wanted).every(([name, check]) => check(fields[name]))
}
