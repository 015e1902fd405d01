import { unseal } from './envelope.ts'
import { type Decode, eachLine, type LogBytes, type LogText } from './lines.ts'

/** What stands in a piece of one log. */
export type LogPiece<Kept> = {
  readonly records: readonly Kept[]
  /** Lines that could not be read, a torn last one not counted; they are kept where they are. */
  readonly damaged: number
  /** Lines that a newer version wrote. */
  readonly newer: number
}

/** Reads one log from the byte `from` on. */
export function pieceOf<Kept>(log: LogBytes, decode: Decode<Kept>, from = 0): LogPiece<Kept> {
  const records: Kept[] = []
  let damaged = 0
  let newer = 0
  eachLine(log, from, decode, (line) => {
    if (line.kind === 'record') records.push(line.record)
    else if (line.kind === 'newer') newer += 1
    else if (line.kind === 'bad') damaged += 1
  })
  return { records, damaged, newer }
}

/** What several pieces lack together. */
export function lossesOf(pieces: readonly LogPiece<unknown>[]): {
  readonly damaged: number
  readonly newer: number
} {
  return {
    damaged: pieces.reduce((sum, { damaged }) => sum + damaged, 0),
    newer: pieces.reduce((sum, { newer }) => sum + newer, 0),
  }
}

/** The part of a log whose lines hold any of these texts; the others are not even looked at. */
export function linesWith({ device, bytes }: LogBytes, needles: readonly string[]): LogBytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<number, Buffer>()
  for (const needle of needles) {
    for (let at = buffer.indexOf(needle); at >= 0; at = buffer.indexOf(needle, at)) {
      const start = buffer.lastIndexOf('\n', at) + 1
      const end = buffer.indexOf('\n', at)
      const next = end < 0 ? buffer.length : end + 1
      found.set(start, buffer.subarray(start, next))
      at = next
    }
  }
  const lines = [...found].sort(([a], [b]) => a - b).map(([, line]) => line)
  return { device, bytes: Buffer.concat(lines) }
}

/** The whole lines of a log in order, whatever they say, without their line ends. */
export function wholeLines(bytes: Uint8Array): readonly string[] {
  return pieceOf({ device: '', bytes }, decodeWhole).records
}

/** The lines that others lack, in order; a line that is there twice must be there twice. */
export function linesLacking(
  lines: readonly string[],
  others: readonly string[],
): readonly string[] {
  const there = new Map<string, number>()
  for (const line of others) there.set(line, (there.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = there.get(line) ?? 0
    there.set(line, count - 1)
    return count <= 0
  })
}

function decodeWhole({ bytes }: LogText, start: number, end: number): ReturnType<Decode<string>> {
  const record = bytes.toString('utf8', start, end)
  const line = unseal(record)
  return line.kind === 'bad' ? line : { kind: 'record', record }
}
