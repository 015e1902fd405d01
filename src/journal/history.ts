import type { CardId } from '../cards/card.ts'
import type { Act, Fit, Review } from '../schedule/schedule.ts'
import { eachLine, type JournalBytes } from './lines.ts'
import { decode, type Entry, encode } from './record.ts'

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

/** What stands in a piece of one journal. */
export type Piece = {
  readonly entries: readonly Entry[]
  readonly damaged: number
  readonly newer: number
}

/** Reads one journal from the byte `from` on. */
export function pieceOf(journal: JournalBytes, from = 0): Piece {
  const entries: Entry[] = []
  let damaged = 0
  let newer = 0
  eachLine(journal, from, decode, (line) => {
    if (line.kind === 'record') entries.push(line.record)
    else if (line.kind === 'newer') newer += 1
    else damaged += 1
  })
  return { entries, damaged, newer }
}

/** What a card is called today, by what it was called then. */
export type NameOf = (id: CardId) => CardId

/**
 * The union of journals: each id once, ordered by time and id, whatever their order or number. An
 * act names its card as it was called then; `nameOf` gives the id it has today.
 */
export function history(journals: readonly JournalBytes[], nameOf: NameOf = (id) => id): History {
  const pieces = journals.map((journal) => pieceOf(journal))
  const entries = pieces.flatMap((piece) => piece.entries)
  const acts = [...called(actsOf(entries), nameOf)]
  return {
    acts,
    reviews: acts.filter((act) => act.kind === 'review'),
    fits: fitsOf(entries),
    damaged: pieces.reduce((sum, { damaged }) => sum + damaged, 0),
    newer: pieces.reduce((sum, { newer }) => sum + newer, 0),
  }
}

/** The acts with their cards called as they are today. */
export function* called(acts: Iterable<Act>, nameOf: NameOf): Iterable<Act> {
  for (const act of acts) {
    const card = nameOf(act.card)
    yield card === act.card ? act : { ...act, card }
  }
}

/**
 * What was done with some cards, oldest first. Lines that name none of them are not even read, so
 * this is quick in a long history.
 */
export function actsWith(
  journals: readonly JournalBytes[],
  cards: readonly string[],
): readonly Act[] {
  const needles = [...cards.map((id) => `"c":${JSON.stringify(id)}`), '"op":"void"']
  return actsOf(journals.flatMap((journal) => recordsWith(journal, needles)))
}

/** The records on the lines that hold any of these texts; the others are not even read. */
export function recordsWith(
  { device, bytes }: JournalBytes,
  needles: readonly string[],
): readonly Entry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return pieceOf({ device, bytes: Buffer.concat(linesWith(buffer, needles)) }).entries
}

/** The lines that hold any of these, each with its line end. */
function linesWith(bytes: Buffer, needles: readonly string[]): readonly Buffer[] {
  const found = new Map<number, Buffer>()
  for (const needle of needles) {
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at)) {
      const start = bytes.lastIndexOf('\n', at) + 1
      const end = bytes.indexOf('\n', at)
      const next = end < 0 ? bytes.length : end + 1
      found.set(start, bytes.subarray(start, next))
      at = next
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, line]) => line)
}

/** What the records say in the end: what was taken back is left out, the rest oldest first. */
export function actsOf(entries: readonly Entry[]): readonly Act[] {
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
export function isAct(entry: Entry): entry is Act {
  return entry.kind !== 'void' && entry.kind !== 'params'
}

function refsOf(entries: readonly Entry[]): ReadonlySet<string> {
  const refs = new Set<string>()
  for (const entry of entries) if (entry.kind === 'void') refs.add(entry.ref)
  return refs
}

/** The fits that were not taken back, oldest first, without reading much else. */
export function fitsIn(journals: readonly JournalBytes[]): readonly Fit[] {
  const fits = journals.flatMap((journal) => recordsWith(journal, ['"op":"params"']))
  if (fits.length === 0) return []
  return fitsOf([...fits, ...journals.flatMap((journal) => recordsWith(journal, ['"op":"void"']))])
}

function fitsOf(entries: readonly Entry[]): readonly Fit[] {
  const fits = entries.filter((entry) => entry.kind === 'params')
  if (fits.length === 0) return []
  const taken = refsOf(entries)
  return onceEach(fits)
    .filter(({ id }) => !taken.has(id))
    .sort(compare)
}

function onceEach<One extends Entry>(entries: readonly One[]): One[] {
  const found = new Map<string, One>()
  for (const entry of entries) {
    const known = found.get(entry.id)
    if (known === undefined || isSmaller(entry, known)) found.set(entry.id, entry)
  }
  return [...found.values()]
}

// The same id with other bytes: every machine takes the smaller text, so all agree.
function isSmaller(a: Entry, b: Entry): boolean {
  const [textA, textB] = [encode(a), encode(b)]
  return textA === textB ? a.device < b.device : textA < textB
}

function isOrdered(entries: readonly Entry[]): boolean {
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

/** Runs whose counts do not go up with time. */
function crookedRuns(sorted: readonly Entry[]): ReadonlySet<string> {
  const crooked = new Set<string>()
  const isUp = countsUp()
  for (const { id } of sorted) if (!isUp(id)) crooked.add(partsOf(id).run)
  return crooked
}

/**
 * Says of ids one after another whether each has a higher count than those before it of its run.
 * Most neighbours are of one run, and then no string has to be cut to compare their counts.
 */
export function countsUp(): (id: string) => boolean {
  const latest = new Map<string, string>()
  let start = ''
  let before = ''
  return (id) => {
    if (start === '' || !id.startsWith(start)) {
      if (start !== '') latest.set(start, before)
      start = `${partsOf(id).run}-`
      before = latest.get(start) ?? ''
    }
    const isUp = before.length < id.length || (before.length === id.length && before < id)
    if (isUp) before = id
    return isUp
  }
}

/** Whether a record comes after another: by time, then by run, then by count. */
export function compare(a: Pick<Act, 'at' | 'id'>, b: Pick<Act, 'at' | 'id'>): number {
  return a.at - b.at || compareIds(a.id, b.id)
}

// Ids of one run end in a count: `9` comes before `10`.
function compareIds(a: string, b: string): number {
  if (a === b) return 0
  const [first, second] = [partsOf(a), partsOf(b)]
  if (first.run !== second.run) return first.run < second.run ? -1 : 1
  return first.count - second.count || (a < b ? -1 : 1)
}

function partsOf(id: string): { readonly run: string; readonly count: number } {
  const dash = id.lastIndexOf('-')
  const count = Number(id.slice(dash + 1))
  return dash < 0 || !Number.isInteger(count)
    ? { run: id, count: 0 }
    : { run: id.slice(0, dash), count }
}
