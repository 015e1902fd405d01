import { isAscii } from 'node:buffer'
import type { JournalText } from './usual.ts'

/** One journal and the device that wrote it. */
export type JournalBytes = { readonly device: string; readonly bytes: Uint8Array }

const newline = 0x0a
const carriageReturn = 0x0d
const opening = '{"v":'
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** What a line between two offsets holds, as the room that owns the file understands it. */
export type Decode<Line> = (text: JournalText, start: number, end: number) => Line

/** What to do with a line, and the bytes it was read from: half-open, its line end left out. */
export type OnLine<Line> = (line: Line, start: number, end: number) => void

type AnyLine = { readonly kind: string }

/** Reads every line of a device's file from the byte `from` on. Blank lines are nothing. */
export function eachLine<Line extends AnyLine>(
  journal: JournalBytes,
  from: number,
  decode: Decode<Line>,
  onLine: OnLine<Line>,
): void {
  const readLine = lineReader(journal, from, decode, onLine)
  while (readLine());
}

/** The same line by line: each call reads the next one, and says whether there was one. */
export function lineReader<Line extends AnyLine>(
  journal: JournalBytes,
  from: number,
  decode: Decode<Line>,
  onLine: OnLine<Line>,
): () => boolean {
  const text = textOf(journal)
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

/** A journal to be read line by line. */
export function textOf({ device, bytes }: JournalBytes): JournalText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const latin = buffer.toString('latin1')
  return { device, bytes: buffer, latin, ascii: isAscii(buffer) }
}

function readOne<Line extends AnyLine>(
  text: JournalText,
  start: number,
  end: number,
  decode: Decode<Line>,
  onLine: OnLine<Line>,
): void {
  const line = decode(text, start, end)
  if (line.kind === 'bad' && text.latin.slice(start, end).trim() === '') return
  onLine(line, start, end)
  if (line.kind !== 'bad') return
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
