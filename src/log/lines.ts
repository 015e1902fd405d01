import { isAscii } from 'node:buffer'
import type { Unsealed } from './envelope.ts'

/** One file of sealed lines and the device that wrote it. */
export type LogBytes = { readonly device: string; readonly bytes: Uint8Array }

/** Its bytes, and the same one for one as characters. */
export type LogText = {
  readonly bytes: Buffer
  readonly latin: string
  /** Whether the characters are the text already. */
  readonly ascii: boolean
  readonly device: string
}

/** What a line holds, as the room that owns the file understands it. */
export type LogLine<Kept> =
  | { readonly kind: 'record'; readonly record: Kept }
  | Exclude<Unsealed, { readonly kind: 'fields' }>

type BadLine = Extract<Unsealed, { readonly kind: 'bad' }>

/** A last piece without a line end that is no whole line: nobody was told that it was saved. */
export type TornLine = Omit<BadLine, 'kind'> & { readonly kind: 'torn' }

/** Makes sense of the line between two offsets, its line end left out. Never throws. */
export type Decode<Kept> = (text: LogText, start: number, end: number) => LogLine<Kept>

/** What to do with a line, and the bytes it was read from: half-open, its line end left out. */
export type OnLine<Kept> = (line: LogLine<Kept> | TornLine, start: number, end: number) => void

const newline = 0x0a
const carriageReturn = 0x0d
const opening = '{"v":'
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** Reads every line of a log from the byte `from` on. Blank lines are nothing. */
export function eachLine<Kept>(
  log: LogBytes,
  from: number,
  decode: Decode<Kept>,
  onLine: OnLine<Kept>,
): void {
  const readLine = lineReader(log, from, decode, onLine)
  while (readLine());
}

/** The same line by line: each call reads the next one, and says whether there was one. */
function lineReader<Kept>(
  log: LogBytes,
  from: number,
  decode: Decode<Kept>,
  onLine: OnLine<Kept>,
): () => boolean {
  const text = textOf(log)
  const { bytes } = text
  const hasMark = from === 0 && byteOrderMark.every((byte, i) => bytes[i] === byte)
  let start = hasMark ? byteOrderMark.length : from
  return () => {
    if (start >= bytes.length) return false
    const found = bytes.indexOf(newline, start)
    const next = found < 0 ? bytes.length : found
    const end = next > start && bytes[next - 1] === carriageReturn ? next - 1 : next
    if (end > start) readOne(text, start, end, decode, onLine)
    start = next + 1
    return true
  }
}

/** A log to be read line by line. */
export function textOf({ device, bytes }: LogBytes): LogText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const latin = buffer.toString('latin1')
  return { device, bytes: buffer, latin, ascii: isAscii(buffer) }
}

function readOne<Kept>(
  text: LogText,
  start: number,
  end: number,
  decode: Decode<Kept>,
  onLine: OnLine<Kept>,
): void {
  const line = decode(text, start, end)
  if (line.kind !== 'bad') {
    onLine(line, start, end)
    return
  }
  if (text.latin.slice(start, end).trim() === '') return
  const isTorn = end === text.bytes.length
  onLine(isTorn ? { kind: 'torn', why: line.why } : line, start, end)
  for (const [from, to] of openings(text.latin.slice(start, end))) {
    const inner = decode(text, start + from, start + to)
    if (inner.kind === 'record') onLine(inner, start + from, start + to)
  }
}

// A lost line end joins two lines: whole records inside a bad line still count. A record holds its
// own opening nowhere else, since quotes inside it are escaped.
function openings(line: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let start = line.indexOf(opening)
  while (start >= 0) {
    const next = line.indexOf(opening, start + 1)
    const piece = line.slice(start, next < 0 ? line.length : next)
    const checksum = piece.lastIndexOf(',"k":"')
    const close = checksum < 0 ? -1 : piece.indexOf('"}', checksum)
    if (close >= 0) found.push([start, start + close + 2])
    start = next
  }
  return found
}
