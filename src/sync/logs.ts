import type { Damage } from '../log/examine.ts'
import { type Decode, eachLine } from '../log/lines.ts'
import { linesLacking } from '../log/pieces.ts'

/** The lines of a log that make sense, and what does not. */
export type SoundLines = {
  /** Without their line ends. */
  readonly lines: readonly string[]
  readonly damage: readonly Damage[]
}

const newline = 0x0a

/**
 * The whole lines of a log, also those of a newer version. Here a last line without its end is none:
 * nobody was told that it was saved, and nobody gives one away.
 */
export function soundLines(bytes: Uint8Array, decode: Decode<unknown>): SoundLines {
  const lines: string[] = []
  const damage: Damage[] = []
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lineAt = lineNumbers(text)
  const ended = text.lastIndexOf(newline) + 1
  eachLine({ device: '', bytes }, 0, decode, (line, start, end) => {
    if (line.kind === 'bad' || line.kind === 'torn' || start >= ended) {
      const why = line.kind === 'bad' || line.kind === 'torn' ? line.why : 'not-a-record'
      damage.push({ line: lineAt(start), start, end, why })
    } else lines.push(text.toString('utf8', start, end))
  })
  return { lines, damage }
}

function lineNumbers(bytes: Uint8Array): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (; at < offset; at += 1) if (bytes[at] === newline) line += 1
    return line
  }
}

/** What each side of a log lacks of the other. */
export type LogUnion = { readonly take: readonly string[]; readonly give: readonly string[] }

/**
 * The union of two sides of a log. Steps of an interview bear no id, so there a line that is twice on
 * one side must be twice on the other (`repeats`); elsewhere a copy is nothing new.
 */
export function logUnion(
  ours: readonly string[],
  theirs: readonly string[],
  repeats = false,
): LogUnion {
  if (repeats) return { take: linesLacking(theirs, ours), give: linesLacking(ours, theirs) }
  return { take: lacking(theirs, ours), give: lacking(ours, theirs) }
}

function lacking(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others)
  return [...new Set(lines)].filter((line) => !known.has(line))
}
