import type { NameOf } from '../cards/called.ts'
import type { LogBytes } from '../log/lines.ts'
import { compare, crookedRuns, partsOf } from '../log/order.ts'
import { type LogPiece, linesWith, lossesOf, pieceOf } from '../log/pieces.ts'
import type { Act, Fit, Review } from '../schedule/schedule.ts'
import { decode, encode, type JournalEntry } from './record.ts'

/** What all journals say together. */
export type History = {
  /** Whatever was done and not taken back, oldest first. */
  readonly acts: readonly Act[]
  /** The reviews among them. */
  readonly reviews: readonly Review[]
  /** The fits that were not taken back, oldest first. */
  readonly fits: readonly Fit[]
  /** Lines that could not be read; they are kept where they are. */
  readonly damaged: number
  /** Lines that a newer version wrote. */
  readonly newer: number
}

/** Reads one journal from the byte `from` on. */
export function journalPiece(journal: LogBytes, from = 0): LogPiece<JournalEntry> {
  return pieceOf(journal, decode, from)
}

/**
 * The union of journals: each id once, ordered by time and id, whatever their order or number. An
 * act names its card as it was called then; `nameOf` gives the id it has today.
 */
export function history(journals: readonly LogBytes[], nameOf: NameOf = (id) => id): History {
  const pieces = journals.map((journal) => journalPiece(journal))
  const entries = pieces.flatMap((piece) => piece.records)
  const acts = [...called(actsOf(entries), nameOf)]
  return {
    acts,
    reviews: acts.filter((act) => act.kind === 'review'),
    fits: fitsOf(entries),
    ...lossesOf(pieces),
  }
}

/** The acts with their cards called as they are today. */
export function* called(acts: Iterable<Act>, nameOf: NameOf): Iterable<Act> {
  for (const act of acts) yield calledBy(act, nameOf)
}

/** The same of one. */
export function calledBy<One extends Act>(act: One, nameOf: NameOf): One {
  const card = nameOf(act.card)
  return card === act.card ? act : { ...act, card }
}

/**
 * What was done with some cards, oldest first. Lines that name none of them are not even read, so
 * this is quick in a long history.
 */
export function actsWith(journals: readonly LogBytes[], cards: readonly string[]): readonly Act[] {
  const needles = [...cards.map((id) => `"c":${JSON.stringify(id)}`), '"op":"void"']
  return actsOf(journals.flatMap((journal) => recordsWith(journal, needles)))
}

/** The records on the lines that hold any of these texts; the others are not even read. */
function recordsWith(journal: LogBytes, needles: readonly string[]): readonly JournalEntry[] {
  return journalPiece(linesWith(journal, needles)).records
}

/** What the records say in the end: what was taken back is left out, the rest oldest first. */
export function actsOf(entries: readonly JournalEntry[]): readonly Act[] {
  // one journal on one machine is nearly always in order, and then no id needs looking up
  const inOrder = isOrdered(entries) && crookedRuns(entries).size === 0
  const unique = inOrder ? entries : onceEach(entries)
  const taken = refsOf(unique)
  const acts: Act[] = []
  for (const entry of unique) {
    if (isAct(entry) && (taken.size === 0 || !taken.has(entry.id))) acts.push(entry)
  }
  return inOrder ? acts : withSteadyClocks(acts.sort(compare))
}

/** Whether a record says what was done with a card. */
export function isAct(entry: JournalEntry): entry is Act {
  return entry.kind !== 'void' && entry.kind !== 'params'
}

/**
 * Without what was made while a clock was ahead of `now`: it counts when its time has come. What was
 * taken back is taken back at once.
 */
export function made<Entry extends JournalEntry>(
  entries: readonly Entry[],
  now: number,
): readonly Entry[] {
  const isMade = ({ at, kind }: Entry) => at <= now || kind === 'void'
  // nearly always all of them are, and then a long history need not be copied
  return entries.every(isMade) ? entries : entries.filter(isMade)
}

/** What is still to come: made while a clock was ahead of `now`, and not taken back. */
export function toCome(entries: readonly JournalEntry[], now: number): readonly (Act | Fit)[] {
  const isCounted = (entry: JournalEntry): entry is Act | Fit => entry.kind !== 'void'
  const ahead = entries.filter(isCounted).filter(({ at }) => at > now)
  if (ahead.length === 0) return []
  const taken = refsOf(entries)
  return onceEach(ahead).filter(({ id }) => !taken.has(id))
}

function refsOf(entries: readonly JournalEntry[]): ReadonlySet<string> {
  const refs = new Set<string>()
  for (const entry of entries) if (entry.kind === 'void') refs.add(entry.ref)
  return refs
}

/** What bears on all records of journals. */
export type Rulings = {
  /** The fits that were not taken back, oldest first. */
  readonly fits: readonly Fit[]
  /** The ids of what was taken back. */
  readonly taken: ReadonlySet<string>
}

/** What bears on all records of these journals, without reading much else. */
export function rulingsIn(journals: readonly LogBytes[]): Rulings {
  // a long history is looked through once: few lines have an `op`, and of them few are these
  const found = journals
    .map((journal) => linesWith(journal, [',"op":"']))
    .flatMap((lines) => recordsWith(lines, ['"op":"params"', '"op":"void"']))
  return { fits: fitsOf(found), taken: refsOf(found) }
}

/** The fits that were not taken back, oldest first, without reading much else. */
export function fitsIn(journals: readonly LogBytes[]): readonly Fit[] {
  return rulingsIn(journals).fits
}

function fitsOf(entries: readonly JournalEntry[]): readonly Fit[] {
  const fits = entries.filter((entry) => entry.kind === 'params')
  if (fits.length === 0) return []
  const taken = refsOf(entries)
  return onceEach(fits)
    .filter(({ id }) => !taken.has(id))
    .sort(compare)
}

function onceEach<One extends JournalEntry>(entries: readonly One[]): One[] {
  const found = new Map<string, One>()
  for (const entry of entries) {
    const known = found.get(entry.id)
    if (known === undefined || isSmaller(entry, known)) found.set(entry.id, entry)
  }
  return [...found.values()]
}

// The same id with other bytes: every machine takes the smaller text, so all agree.
function isSmaller(a: JournalEntry, b: JournalEntry): boolean {
  const [textA, textB] = [encode(a), encode(b)]
  return textA === textB ? a.device < b.device : textA < textB
}

function isOrdered(entries: readonly JournalEntry[]): boolean {
  return entries.every((entry, i) => i === 0 || compare(entries[i - 1] ?? entry, entry) < 0)
}

/**
 * A clock that was set back in the middle of a run: what came later in it counts as no earlier than
 * what came before.
 */
function withSteadyClocks(sorted: readonly Act[]): readonly Act[] {
  const crooked = crookedRuns(sorted)
  if (crooked.size === 0) return sorted
  const times = new Map<string, number>()
  const counts = (a: Act, b: Act) => partsOf(a.id).count - partsOf(b.id).count
  const steady = new Map<string, Act>()
  for (const act of sorted.filter(({ id }) => crooked.has(partsOf(id).run)).sort(counts)) {
    const { run } = partsOf(act.id)
    const at = Math.max(act.at, times.get(run) ?? act.at) as Act['at']
    times.set(run, at)
    steady.set(act.id, { ...act, at })
  }
  return sorted.map((act) => steady.get(act.id) ?? act).sort(compare)
}
