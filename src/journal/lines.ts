import { isAscii } from 'node:buffer'
import { decode, type Entry, type Line } from './record.ts'
import type { JournalText } from './usual.ts'

/** One journal and the device that wrote it. */
export type JournalBytes = { readonly device: string; readonly bytes: Uint8Array }

const newline = 0x0a
const carriageReturn = 0x0d
const opening = '{"v":'
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** What to do with a line, and the bytes it was read from: half-open, its line end left out. */
export type OnLine = (line: Line, start: number, end: number) => void

/** Reads every line of a device's journal from the byte `from` on. Blank lines are nothing. */
export function eachLine(journal: JournalBytes, from: number, onLine: OnLine): void {
  const readLine = lineReader(journal, from, onLine)
  while (readLine());
}

/** The same line by line: each call reads the next one, and says whether there was one. */
export function lineReader(journal: JournalBytes, from: number, onLine: OnLine): () => boolean {
  const text = textOf(journal)
  const { bytes } = text
  const hasMark = from === 0 && byteOrderMark.every((byte, i) => bytes[i] === byte)
  let start = hasMark ? byteOrderMark.length : from
  return () => {
    if (start >= bytes.length) return false
    const found = bytes.indexOf(newline, start)
    const next = found < 0 ? bytes.length : found
    const end = next > start && bytes[next - 1] === carriageReturn ? next - 1 : next
    if (end > start) readOne(text, start, end, onLine)
    start = next + 1
    return true
  }
}

/** The records of the lines that hold a text; the others are not even read. */
export function recordsWith({ device, bytes }: JournalBytes, text: string): readonly Entry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: Entry[] = []
  let at = buffer.indexOf(text)
  while (at >= 0) {
    const start = buffer.lastIndexOf('\n', at) + 1
    const found = buffer.indexOf('\n', at)
    const end = found < 0 ? buffer.length : found
    eachLine({ device, bytes: buffer.subarray(start, end) }, 0, (line) => {
      if (line.kind === 'record') records.push(line.record)
    })
    at = buffer.indexOf(text, end)
  }
  return records
}

/** A journal to be read line by line. */
export function textOf({ device, bytes }: JournalBytes): JournalText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const latin = buffer.toString('latin1')
  return { device, bytes: buffer, latin, ascii: isAscii(buffer) }
}

function readOne(text: JournalText, start: number, end: number, onLine: OnLine): void {
  const line = decode(text, start, end)
  if (line.kind === 'bad' && text.latin.slice(start, end).trim() === '') return
  onLine(line, start, end)
  if (line.kind === 'bad') salvage(text, start, end, onLine)
}

// A lost line end joins two lines: whole records inside a bad line still count. A record holds its
// own opening nowhere else, since quotes inside it are escaped.
function salvage(text: JournalText, from: number, to: number, onLine: OnLine): void {
  const line = text.latin.slice(from, to)
  let start = line.indexOf(opening)
  while (start >= 0) {
    const next = line.indexOf(opening, start + 1)
    const piece = line.slice(start, next < 0 ? line.length : next)
    const checksum = piece.lastIndexOf(',"k":"')
    const close = checksum < 0 ? -1 : piece.indexOf('"}', checksum)
    if (close >= 0) {
      const [begin, end] = [from + start, from + start + close + 2]
      const one = decode(text, begin, end)
      if (one.kind === 'record') onLine(one, begin, end)
    }
    start = next
  }
}
