import type { Unsealed } from './envelope.ts'
import { type Decode, eachLine, type LogBytes } from './lines.ts'

/** A piece of a file that is not as it was written. */
export type Damage = {
  /** From 1. */
  readonly line: number
  /** Half-open byte offsets. */
  readonly start: number
  readonly end: number
  readonly why: DamageKind
}

export type DamageKind = Extract<Unsealed, { readonly kind: 'bad' }>['why'] | 'not-utf8'

export type Examined = {
  readonly records: number
  /** Lines of a newer version. */
  readonly newer: number
  readonly damage: readonly Damage[]
  /** A last piece without a line end: nobody was told that it was saved. */
  readonly torn: Damage | undefined
}

const newline = 0x0a

/** What a log holds, and where it is damaged. */
export function examined(log: LogBytes, decode: Decode<unknown>): Examined {
  const { bytes } = log
  if (isUtf16(bytes)) {
    const damage = { line: 1, start: 0, end: bytes.length, why: 'not-utf8' } as const
    return { records: 0, newer: 0, damage: [damage], torn: undefined }
  }
  const lineAt = lineCounter(bytes)
  const damage: Damage[] = []
  let torn: Damage | undefined
  let records = 0
  let newer = 0
  eachLine(log, 0, decode, (line, start, end) => {
    if (line.kind === 'record') records += 1
    else if (line.kind === 'newer') newer += 1
    else {
      const piece = { line: lineAt(start), start, end, why: line.why }
      if (line.kind === 'torn') torn = piece
      else damage.push(piece)
    }
  })
  return { records, newer, damage, torn }
}

// An editor that saved it as UTF-16 left nothing that reads as a line.
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return hasMark || (first === 0x7b && second === 0) || (first === 0 && second === 0x7b)
}

// Offsets are asked for in order, so each byte is looked at once.
function lineCounter(bytes: Uint8Array): (offset: number) => number {
  let line = 1
  let from = 0
  return (offset) => {
    for (let at = from; at < offset; at += 1) if (bytes[at] === newline) line += 1
    from = Math.max(from, offset)
    return line
  }
}
