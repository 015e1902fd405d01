import { crc32 } from 'node:zlib'
import {
  actsInOrder,
  actsOf,
  called,
  fitsIn,
  isAct,
  journalPiece,
  made,
  toCome,
} from '../../journal/history.ts'
import type { JournalEntry } from '../../journal/record.ts'
import { OutOfOrder, type Passed } from '../../log/in-order.ts'
import type { LogBytes } from '../../log/lines.ts'
import { compare } from '../../log/order.ts'
import { type LogPiece, lossesOf } from '../../log/pieces.ts'
import { folded, noSchedules } from '../../schedule/fold.ts'
import { type RuleSettings, type Rules, rulesOf } from '../../schedule/rules.ts'
import type { Act, Schedules } from '../../schedule/schedule.ts'
import type { LogFile } from './device-log.ts'
import type { Names } from './names.ts'
import { type CachedFold, readFold, type SeenJournal, writeFold } from './schedule-cache.ts'

/** Where the cards stand, by which rules, and what could not be read. */
export type JournalStandings = {
  readonly schedules: Schedules
  /** Those of the settings, and of the latest fit where nothing was set. */
  readonly rules: Rules
  readonly damaged: number
  readonly newer: number
  /** Records made while a clock was ahead of now; they count when their time has come. */
  readonly ahead: number
}

const newline = 0x0a
const checkedEnd = 256
/** A tail is read again at each start, which costs less than writing the fold anew. */
const longestTail = 200

/** What a fold depends on besides the journals, and where it is kept. */
export type Folding = {
  readonly cache: string
  readonly settings: RuleSettings
  readonly names: Names
  /** In ms. */
  readonly now: number
}

/** The fold of all journals, from the cache as far as they only grew since it was written. */
export function foldJournals(journals: readonly LogFile[], folding: Folding): JournalStandings {
  const { names, now } = folding
  const known = knownFold(folding)
  const tail = known && tailsAfter(journals, known, now)
  if (known !== undefined && tail !== undefined) {
    const { rules } = known
    const standings = {
      schedules: folded(known.schedules, calledToday(tail.acts, names), rules),
      rules,
      damaged: known.damaged + tail.damaged,
      newer: known.newer + tail.newer,
      ahead: known.ahead + tail.ahead,
    }
    if (tail.acts.length <= longestTail) return standings
  }
  return foldedAnew(journals, folding)
}

/** The kept fold, if nothing in it is still to come, and nothing that was has come since. */
function knownFold({ cache, settings, names, now }: Folding): CachedFold | undefined {
  const known = readFold(cache, settings, names.key)
  if (known === undefined || known.last.at > now) return undefined
  return known.nextAt !== undefined && known.nextAt <= now ? undefined : known
}

type Tail = Pick<JournalStandings, 'damaged' | 'newer' | 'ahead'> & {
  readonly acts: readonly Act[]
}

/** What came after the cached part; undefined if the cached fold does not simply go on in it. */
function tailsAfter(
  journals: readonly LogFile[],
  known: CachedFold,
  now: number,
): Tail | undefined {
  if (known.seen.length !== journals.length) return undefined
  const pieces: LogPiece<JournalEntry>[] = []
  for (const journal of journals) {
    const seen = known.seen.find(({ device }) => device === journal.name)
    const piece = seen && pieceAfter(journal, seen)
    if (piece === undefined) return undefined
    pieces.push(piece)
  }
  const entries = pieces.flatMap((piece) => piece.records)
  // what was taken back, and what all is worked out by, changes more than the end
  if (!entries.every(isAct)) return undefined
  const acts = actsOf(made(entries, now))
  const [first] = acts
  if (first !== undefined && compare(first, known.last) <= 0) return undefined
  return { acts, ...lossesOf(pieces), ahead: toCome(entries, now).length }
}

function pieceAfter(journal: LogFile, seen: SeenJournal): LogPiece<JournalEntry> | undefined {
  const { name, size, mtime } = journal
  if (size < seen.size || (size === seen.size && mtime !== seen.mtime)) return undefined
  const start = Math.max(0, seen.size - checkedEnd)
  const bytes = journal.read(start)
  const checked = bytes.subarray(0, seen.size - start)
  if (crc32(checked) !== seen.end) return undefined
  return journalPiece({ device: name, bytes }, seen.size - start)
}

function foldedAnew(journals: readonly LogFile[], folding: Folding): JournalStandings {
  const { cache, settings, names, now } = folding
  const read = journals.map((journal) => ({ journal, bytes: journal.read(0) }))
  const fitted = made(fitsIn(read.map(bytesOf)), now).at(-1)?.parameters
  const rules = rulesOf(settings, fitted)
  const found = foldedInOrder(read, rules, folding) ?? foldedWhole(read, rules, folding)
  const { last, nextAt, ...standings } = found
  // a record without its line end may still be being written: such a fold is not kept
  const isWhole = read.every(({ bytes }) => bytes.length === 0 || bytes.at(-1) === newline)
  if (isWhole && last !== undefined) {
    const seen = read.map(({ journal, bytes }) => seenOf(journal, bytes))
    const { at, id } = last
    writeFold(cache, names.key, { ...standings, seen, last: { at, id }, rules, fitted, nextAt })
  }
  return { ...standings, rules }
}

type Read = { readonly journal: LogFile; readonly bytes: Buffer }
type Found = Omit<JournalStandings, 'rules'> & {
  readonly last: JournalEntry | undefined
  /** When the first of what is still to come counts. */
  readonly nextAt: number | undefined
}

/**
 * The fold of journals that are in order, in one pass; undefined if they are not, or something in
 * them is still to come.
 */
function foldedInOrder(
  read: readonly Read[],
  rules: Rules,
  { names, now }: Folding,
): Found | undefined {
  const passed: Passed<JournalEntry> = { last: undefined, damaged: 0, newer: 0 }
  try {
    const acts = actsInOrder(read.map(bytesOf), passed)
    const schedules = folded(noSchedules, calledToday(acts, names), rules)
    const isPast = passed.last === undefined || passed.last.at <= now
    return isPast ? { schedules, ...passed, ahead: 0, nextAt: undefined } : undefined
  } catch (error) {
    if (error instanceof OutOfOrder) return undefined
    throw error
  }
}

function foldedWhole(read: readonly Read[], rules: Rules, { names, now }: Folding): Found {
  const pieces = read.map((one) => journalPiece(bytesOf(one)))
  const entries = pieces.flatMap((piece) => piece.records)
  const counted = made(entries, now)
  const coming = toCome(entries, now)
  const schedules = folded(noSchedules, calledToday(actsOf(counted), names), rules)
  const nextAt = coming.reduce<number | undefined>(
    (first, { at }) => Math.min(first ?? at, at),
    undefined,
  )
  return { schedules, last: lastOf(counted), ...lossesOf(pieces), ahead: coming.length, nextAt }
}

// Where no card was ever called otherwise, a long history need not be gone through for it.
function calledToday(acts: Iterable<Act>, { key, nameOf }: Names): Iterable<Act> {
  return key === '' ? acts : called(acts, nameOf)
}

function bytesOf({ journal, bytes }: Read): LogBytes {
  return { device: journal.name, bytes }
}

// Also of what was taken back, and of the taking back: an act may arrive after its `void` did.
function lastOf(entries: readonly JournalEntry[]): JournalEntry | undefined {
  let last = entries[0]
  for (const entry of entries) if (last !== undefined && compare(entry, last) > 0) last = entry
  return last
}

function seenOf({ name, mtime }: LogFile, bytes: Buffer): SeenJournal {
  const size = bytes.length
  return { device: name, size, end: crc32(bytes.subarray(Math.max(0, size - checkedEnd))), mtime }
}
