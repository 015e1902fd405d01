import type { Act } from '../schedule/schedule.ts'
import { compare, countsUp, isAct, recordsWith } from './history.ts'
import { type JournalBytes, lineReader } from './lines.ts'
import { decode, type Entry } from './record.ts'

/** What was found on the way. */
export type Passed = {
  /** The latest record, of any kind. */
  last: Entry | undefined
  damaged: number
  newer: number
}

/** The journals hold a record twice or out of order: they have to be looked at as a whole. */
export class OutOfOrder extends Error {}

/**
 * The acts of journals that are each in order already, as nearly all are: the same as `actsOf` gives,
 * one by one, without keeping them. Throws `OutOfOrder` where that cannot be.
 */
export function* actsInOrder(journals: readonly JournalBytes[], passed: Passed): Iterable<Act> {
  const taken = takenBack(journals)
  const readers = journals.map((journal) => entryReader(journal, passed))
  const heads = readers.map((read) => read())
  const isUp = countsUp()
  for (;;) {
    const first = earliest(heads)
    const entry = heads[first]
    if (entry === undefined) return
    const { last } = passed
    if ((last !== undefined && compare(last, entry) >= 0) || !isUp(entry.id)) throw new OutOfOrder()
    passed.last = entry
    heads[first] = readers[first]?.()
    if (isAct(entry) && !taken.has(entry.id)) yield entry
  }
}

function earliest(heads: readonly (Entry | undefined)[]): number {
  let first = 0
  for (let i = 1; i < heads.length; i += 1) {
    const [best, head] = [heads[first], heads[i]]
    if (head !== undefined && (best === undefined || compare(head, best) < 0)) first = i
  }
  return first
}

function entryReader(journal: JournalBytes, passed: Passed): () => Entry | undefined {
  const waiting: Entry[] = []
  const readLine = lineReader(journal, 0, decode, (line) => {
    if (line.kind === 'record') waiting.push(line.record)
    else if (line.kind === 'newer') passed.newer += 1
    else passed.damaged += 1
  })
  return () => {
    while (waiting.length === 0) if (!readLine()) return undefined
    // nearly always there is one, and taking the last is cheaper than taking the first
    return waiting.length === 1 ? waiting.pop() : waiting.shift()
  }
}

// A record is taken back by one that stands behind it, so these are looked for first.
function takenBack(journals: readonly JournalBytes[]): ReadonlySet<string> {
  const records = journals.flatMap((journal) => recordsWith(journal, ['"op":"void"']))
  return new Set(records.flatMap((record) => (record.kind === 'void' ? [record.ref] : [])))
}
