import { crc32 } from 'node:zlib'
import type { CardId } from '../../cards/card.ts'
import {
  actsOf,
  called,
  isAct,
  journalPiece,
  made,
  type Rulings,
  rulingsIn,
  toCome,
} from '../../journal/history.ts'
import { cursorsInOrder, OutOfOrder, type Passed } from '../../journal/in-order.ts'
import type { JournalEntry } from '../../journal/record.ts'
import type { LogBytes } from '../../log/lines.ts'
import { compare } from '../../log/order.ts'
import { type LogPiece, lossesOf } from '../../log/pieces.ts'
import { noSchedules } from '../../schedule/fold.ts'
import { foldOn } from '../../schedule/folding.ts'
import { type RuleSettings, type Rules, rulesOf } from '../../schedule/rules.ts'
import type { Act, Instant, Schedules } from '../../schedule/schedule.ts'
import { IdTable } from '../../schedule/tables/id-table.ts'
import { type FoldTables, schedulesIn, tablesOf } from '../../schedule/tables/tables.ts'
import type { LogFile } from './device-log.ts'
import type { Names } from './names.ts'
import {
  type CachedFold,
  type FoldFacts,
  readFold,
  type SeenJournal,
  writeFold,
} from './schedule-cache.ts'

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
export type FoldingWish = {
  readonly cache: string
  readonly settings: RuleSettings
  readonly names: Names
  /** In ms. */
  readonly now: number
}

/** A fold, and what it was made from. */
type Folded = { readonly facts: FoldFacts; readonly tables: FoldTables }

/** The fold of all journals, from the cache as far as they only grew since it was written. */
export function foldJournals(journals: readonly LogFile[], wish: FoldingWish): JournalStandings {
  const { facts, tables } = goneOn(journals, wish) ?? foldedAnew(journals, wish)
  const { rules, damaged, newer, ahead } = facts
  return { schedules: schedulesIn(tables), rules, damaged, newer, ahead }
}

/** The kept fold with what came after it; undefined if there is none, or it does not simply go on. */
function goneOn(journals: readonly LogFile[], wish: FoldingWish): Folded | undefined {
  const { cache, names, now } = wish
  const known = knownFold(wish)
  const tail = known && tailsAfter(journals, known, now)
  if (known === undefined || tail === undefined) return undefined
  const { tables, ...before } = known
  const fold = foldOn(tables, before.rules)
  for (const act of calledToday(tail.acts, names)) fold.add(act)
  fold.settle()
  const { seen, acts } = tail
  const facts: FoldFacts = {
    ...before,
    damaged: before.damaged + tail.damaged,
    newer: before.newer + tail.newer,
    ahead: before.ahead + tail.ahead,
  }
  if (acts.length <= longestTail) return { facts, tables }
  // what is still to come is only looked for anew
  if (seen === undefined || facts.ahead > 0) return undefined
  const last = acts.at(-1) ?? before.last
  writeFold(cache, names.key, { ...facts, seen, last: { at: last.at, id: last.id } }, tables)
  return { facts, tables }
}

/** The kept fold, if nothing in it is still to come, and nothing that was has come since. */
function knownFold({ cache, settings, names, now }: FoldingWish): CachedFold | undefined {
  const known = readFold(cache, settings, names.key)
  if (known === undefined || known.last.at > now) return undefined
  return known.nextAt !== undefined && known.nextAt <= now ? undefined : known
}

type Tail = Pick<JournalStandings, 'damaged' | 'newer' | 'ahead'> & {
  readonly acts: readonly Act[]
  /** How much of the journals has been seen with it; undefined where an end may still be being written. */
  readonly seen: readonly SeenJournal[] | undefined
}

/** What came after the cached part; undefined if the cached fold does not simply go on in it. */
function tailsAfter(
  journals: readonly LogFile[],
  known: CachedFold,
  now: number,
): Tail | undefined {
  if (known.seen.length !== journals.length) return undefined
  const ends: End[] = []
  for (const journal of journals) {
    const seen = known.seen.find(({ device }) => device === journal.name)
    const end = seen && endAfter(journal, seen)
    if (end === undefined) return undefined
    ends.push(end)
  }
  const pieces = ends.map(({ piece }) => piece)
  const entries = pieces.flatMap((piece) => piece.records)
  // what was taken back, and what all is worked out by, changes more than the end
  if (!entries.every(isAct)) return undefined
  const acts = actsOf(made(entries, now))
  const [first] = acts
  if (first !== undefined && compare(first, known.last) <= 0) return undefined
  const seen = ends.flatMap((end) => end.seen ?? [])
  return {
    acts,
    ...lossesOf(pieces),
    ahead: toCome(entries, now).length,
    seen: seen.length === ends.length ? seen : undefined,
  }
}

/** What stands behind the part of a journal that was seen. */
type End = { readonly piece: LogPiece<JournalEntry>; readonly seen: SeenJournal | undefined }

function endAfter(journal: LogFile, seen: SeenJournal): End | undefined {
  const { name, size, mtime } = journal
  if (size < seen.size || (size === seen.size && mtime !== seen.mtime)) return undefined
  const start = Math.max(0, seen.size - checkedEnd)
  const bytes = journal.read(start)
  const checked = bytes.subarray(0, seen.size - start)
  if (crc32(checked) !== seen.end) return undefined
  return {
    piece: journalPiece({ device: name, bytes }, seen.size - start),
    seen: isWhole(bytes) ? seenOf(journal, bytes, start) : undefined,
  }
}

function foldedAnew(journals: readonly LogFile[], wish: FoldingWish): Folded {
  const { cache, settings, names, now } = wish
  const read = journals.map((journal) => ({ journal, bytes: journal.read(0) }))
  const rulings = rulingsIn(read.map(bytesOf))
  const fitted = made(rulings.fits, now).at(-1)?.parameters
  const rules = rulesOf(settings, fitted)
  const found = foldedInOrder(read, rules, rulings, wish) ?? foldedWhole(read, rules, wish)
  const { last, tables, ...losses } = found
  const seen = read.map(({ journal, bytes }) => seenOf(journal, bytes))
  const facts = { ...losses, seen, last: last ?? { at: 0 as Instant, id: '' }, rules, fitted }
  if (last !== undefined && read.every(({ bytes }) => isWhole(bytes))) {
    writeFold(cache, names.key, facts, tables)
  }
  return { facts, tables }
}

// a record without its line end may still be being written: such a fold is not kept
function isWhole(bytes: Buffer): boolean {
  return bytes.length === 0 || bytes.at(-1) === newline
}

type Read = { readonly journal: LogFile; readonly bytes: Buffer }
type Found = Omit<FoldFacts, 'seen' | 'last' | 'rules' | 'fitted'> & {
  readonly last: FoldFacts['last'] | undefined
  readonly tables: FoldTables
}

/**
 * The fold of journals that are in order, in one pass over their bytes; undefined if they are not, or
 * something in them is still to come.
 */
function foldedInOrder(
  read: readonly Read[],
  rules: Rules,
  { taken }: Rulings,
  { names, now }: FoldingWish,
): Found | undefined {
  const passed: Passed = { last: undefined, damaged: 0, newer: 0 }
  const tables = tablesOf(noSchedules)
  const fold = foldOn(tables, rules)
  const rowOf = rowsByBytes(tables, names)
  const gone = new IdTable()
  for (const id of taken) gone.add(Buffer.from(id))
  try {
    for (const cursor of cursorsInOrder(read.map(bytesOf), passed)) {
      const { entry, bytes, line } = cursor
      if (entry === undefined) {
        if (gone.size > 0 && gone.find(bytes, line.idStart, line.idEnd) >= 0) continue
        fold.review(rowOf(bytes, line.cardStart, line.cardEnd), line)
      } else if (isAct(entry) && !taken.has(entry.id)) {
        for (const act of calledToday([entry], names)) fold.add(act)
      }
    }
  } catch (error) {
    if (error instanceof OutOfOrder) return undefined
    throw error
  }
  fold.settle()
  const isPast = passed.last === undefined || passed.last.at <= now
  return isPast ? { tables, ...passed, ahead: 0, nextAt: undefined } : undefined
}

type RowOf = (bytes: Uint8Array, start: number, end: number) => number

/** Finds the row of a card by how it was called; a text is made of each name once. */
function rowsByBytes({ cards }: FoldTables, { nameOf }: Names): RowOf {
  const spelt = new IdTable()
  const rows: number[] = []
  return (bytes, start, end) => {
    const number = spelt.add(bytes, start, end)
    rows[number] ??= cards.rowOf(nameOf(spelt.at(number) as CardId))
    return rows[number]
  }
}

function foldedWhole(read: readonly Read[], rules: Rules, { names, now }: FoldingWish): Found {
  const pieces = read.map((one) => journalPiece(bytesOf(one)))
  const entries = pieces.flatMap((piece) => piece.records)
  const counted = made(entries, now)
  const coming = toCome(entries, now)
  const tables = tablesOf(noSchedules)
  const fold = foldOn(tables, rules)
  for (const act of calledToday(actsOf(counted), names)) fold.add(act)
  fold.settle()
  const nextAt = coming.reduce<number | undefined>(
    (first, { at }) => Math.min(first ?? at, at),
    undefined,
  )
  return { tables, last: lastOf(counted), ...lossesOf(pieces), ahead: coming.length, nextAt }
}

// Where no card was ever called otherwise, a long history need not be gone through for it.
function calledToday(acts: Iterable<Act>, { key, nameOf }: Names): Iterable<Act> {
  return key === '' ? acts : called(acts, nameOf)
}

function bytesOf({ journal, bytes }: Read): LogBytes {
  return { device: journal.name, bytes }
}

// Also of what was taken back, and of the taking back: an act may arrive after its `void` did.
function lastOf(entries: readonly JournalEntry[]): FoldFacts['last'] | undefined {
  let last = entries[0]
  for (const entry of entries) if (last !== undefined && compare(entry, last) > 0) last = entry
  return last && { at: last.at, id: last.id }
}

/** What was seen of a journal whose bytes were read from `start` on. */
function seenOf({ name, mtime }: LogFile, bytes: Buffer, start = 0): SeenJournal {
  const end = crc32(bytes.subarray(Math.max(0, bytes.length - checkedEnd)))
  return { device: name, size: start + bytes.length, end, mtime }
}
