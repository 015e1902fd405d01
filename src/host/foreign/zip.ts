import { inflateRawSync } from 'node:zlib'
import { TooLarge } from './too-large.ts'

/** What a zip holds, read where it is asked for. */
export type Zip = {
  readonly has: (name: string) => boolean
  /** Undefined if it is not there. Throws `TooLarge`, and what the inflater throws of spoilt bytes. */
  readonly read: (name: string, most: number) => Uint8Array | undefined
}

type Entry = { readonly at: number; readonly size: number; readonly method: number }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const end64Mark = 0x06064b50
const locatorMark = 0x07064b50
/** With its comment the end of a zip is at most so long, in bytes. */
const longestEnd = 65_557
/** A person's collection has a file for each picture; there is no one with so many. */
const mostEntries = 500_000

/**
 * Opens a zip, of which no entry is unpacked yet: fflate unpacks whole archives and believes the sizes
 * that they claim; Node's own inflater stops at a bound. Undefined if it is none. Throws `TooLarge`.
 */
export function zipIn(bytes: Buffer): Zip | undefined {
  const entries = entriesIn(bytes)
  if (entries === undefined) return undefined
  return {
    has: (name) => entries.has(name),
    read: (name, most) => {
      const entry = entries.get(name)
      return entry === undefined ? undefined : unpacked(bytes, entry, most)
    },
  }
}

function entriesIn(bytes: Buffer): ReadonlyMap<string, Entry> | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]), bytes.length - 22)
  if (bytes.length < 22 || end < 0 || bytes.length - end > longestEnd) return undefined
  if (bytes.readUInt32LE(end) !== endMark) return undefined
  let [count, at] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  if (end >= 20 && bytes.readUInt32LE(end - 20) === locatorMark) {
    const large = Number(bytes.readBigUInt64LE(end - 12))
    if (large + 56 <= bytes.length && bytes.readUInt32LE(large) === end64Mark) {
      count = Number(bytes.readBigUInt64LE(large + 32))
      at = Number(bytes.readBigUInt64LE(large + 48))
    }
  }
  if (count > mostEntries) throw new TooLarge()
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count && at + 46 <= bytes.length; i += 1) {
    if (bytes.readUInt32LE(at) !== entryMark) break
    const [names, extras, comments] = [28, 30, 32].map((part) => bytes.readUInt16LE(at + part))
    const name = bytes.toString('utf8', at + 46, at + 46 + (names ?? 0))
    const method = bytes.readUInt16LE(at + 10)
    const size = bytes.readUInt32LE(at + 20)
    entries.set(name, { at: bytes.readUInt32LE(at + 42), size, method })
    at += 46 + (names ?? 0) + (extras ?? 0) + (comments ?? 0)
  }
  return entries
}

const stored = 0
const deflated = 8

function unpacked(bytes: Buffer, { at, size, method }: Entry, most: number): Uint8Array {
  if (at + 30 > bytes.length) throw new Error('a zip that is cut short')
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const packed = bytes.subarray(from, from + size)
  if (method === stored) {
    if (packed.length > most) throw new TooLarge()
    return packed
  }
  if (method !== deflated) throw new Error(`a zip of method ${method}`)
  try {
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge()
    throw error
  }
}
