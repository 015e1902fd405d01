import { crc32 } from 'node:zlib'
import { actsOf, compare, type Piece, pieceOf } from '../journal/history.ts'
import type { Entry } from '../journal/record.ts'
import { folded, noSchedules } from '../schedule/fold.ts'
import type { Rules } from '../schedule/rules.ts'
import type { Act, Instant, Schedules } from '../schedule/schedule.ts'
import { type CachedFold, readFold, type Seen, writeFold } from './schedule-cache.ts'

/** A journal on disk. */
export type JournalFile = {
  readonly device: string
  readonly size: number
  /** In ms. */
  readonly mtime: number
  /** Its bytes from `from` on. */
  readonly read: (from: number) => Buffer
}

/** Where the cards stand, and what could not be read. */
export type Standings = {
  readonly schedules: Schedules
  readonly damaged: number
  readonly newer: number
}

const checkedEnd = 256
/** A tail is read again at each start, which costs less than writing the fold anew. */
const longestTail = 200

/** The fold of all journals, from the cache as far as they only grew since it was written. */
export function foldJournals(
  journals: readonly JournalFile[],
  cache: string,
  rules: Rules,
): Standings {
  const known = readFold(cache, rules)
  const tail = known && tailsAfter(journals, known)
  if (known !== undefined && tail !== undefined) {
    const standings = {
      schedules: folded(known.schedules, tail.acts, rules),
      damaged: known.damaged + tail.damaged,
      newer: known.newer + tail.newer,
    }
    if (tail.acts.length <= longestTail) return standings
  }
  return foldedAnew(journals, cache, rules)
}

type Tail = { readonly acts: readonly Act[]; readonly damaged: number; readonly newer: number }

/** What came after the cached part; undefined if the cached fold does not simply go on in it. */
function tailsAfter(journals: readonly JournalFile[], known: CachedFold): Tail | undefined {
  if (known.seen.length !== journals.length) return undefined
  const pieces: Piece[] = []
  for (const journal of journals) {
    const seen = known.seen.find(({ device }) => device === journal.device)
    const piece = seen && pieceAfter(journal, seen)
    if (piece === undefined) return undefined
    pieces.push(piece)
  }
  const entries = pieces.flatMap((piece) => piece.entries)
  if (entries.some(({ kind }) => kind === 'void')) return undefined
  const acts = actsOf(entries)
  const [first] = acts
  if (first !== undefined && compare(first, known.last) <= 0) return undefined
  return { acts, ...lossesOf(pieces) }
}

function pieceAfter(journal: JournalFile, seen: Seen): Piece | undefined {
  const { device, size, mtime } = journal
  if (size < seen.fileSize || (size === seen.fileSize && mtime !== seen.mtime)) return undefined
  const start = Math.max(0, seen.size - checkedEnd)
  const bytes = journal.read(start)
  const checked = bytes.subarray(0, seen.size - start)
  if (crc32(checked) !== seen.end) return undefined
  return pieceOf({ device, bytes }, seen.size - start)
}

function foldedAnew(journals: readonly JournalFile[], cache: string, rules: Rules): Standings {
  const read = journals.map((journal) => ({ journal, bytes: journal.read(0) }))
  const whole = read.map(({ journal, bytes }) => {
    const end = bytes.lastIndexOf('\n') + 1
    const { device } = journal
    const piece = pieceOf({ device, bytes: bytes.subarray(0, end) })
    const rest = pieceOf({ device, bytes }, end)
    return { piece, rest, seen: seenOf(journal, bytes, end) }
  })
  const pieces = whole.map(({ piece }) => piece)
  const rests = whole.map(({ rest }) => rest)
  const entries = [...pieces, ...rests].flatMap((piece) => piece.entries)
  const schedules = folded(noSchedules, actsOf(entries), rules)
  const torn = rests.some(({ entries }) => entries.length > 0)
  const losses = lossesOf(pieces)
  // a record without its line end may still be being written: such a fold is not kept
  if (!torn && entries.length > 0) {
    const seen = whole.map((one) => one.seen)
    writeFold(cache, rules, { seen, last: lastOf(entries), schedules, ...losses })
  }
  const more = lossesOf(rests)
  return {
    schedules,
    damaged: losses.damaged + more.damaged,
    newer: losses.newer + more.newer,
  }
}

// Also of what was taken back, and of the taking back: an act may arrive after its `void` did.
function lastOf(entries: readonly Entry[]): CachedFold['last'] {
  let last: CachedFold['last'] = { at: 0 as Instant, id: '' }
  for (const entry of entries) if (compare(entry, last) > 0) last = entry
  return { at: last.at, id: last.id }
}

function seenOf({ device, mtime }: JournalFile, bytes: Buffer, end: number): Seen {
  const start = Math.max(0, end - checkedEnd)
  const sum = crc32(bytes.subarray(start, end))
  return { device, size: end, end: sum, fileSize: bytes.length, mtime }
}

function lossesOf(pieces: readonly Piece[]): Pick<Piece, 'damaged' | 'newer'> {
  return {
    damaged: pieces.reduce((sum, { damaged }) => sum + damaged, 0),
    newer: pieces.reduce((sum, { newer }) => sum + newer, 0),
  }
}
