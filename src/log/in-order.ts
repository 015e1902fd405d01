import { type Decode, type LogBytes, lineReader } from './lines.ts'
import { compare, countsUp, type Dated } from './order.ts'

/** What was found on the way. */
export type Passed<Kept> = {
  /** The latest record, whether it was wanted or not. */
  last: Kept | undefined
  damaged: number
  newer: number
}

/** The logs hold a record twice or out of order: they have to be looked at as a whole. */
export class OutOfOrder extends Error {}

/**
 * The wanted records of logs that are each in order already, as nearly all are: one by one, without
 * keeping them. Throws `OutOfOrder` where that cannot be.
 */
export function* recordsInOrder<Kept extends Dated, Wanted extends Kept>(
  logs: readonly LogBytes[],
  decode: Decode<Kept>,
  isWanted: (record: Kept) => record is Wanted,
  passed: Passed<Kept>,
): Iterable<Wanted> {
  const readers = logs.map((log) => recordReader(log, decode, passed))
  const heads = readers.map((read) => read())
  const isUp = countsUp()
  for (;;) {
    const first = earliest(heads)
    const record = heads[first]
    if (record === undefined) return
    const { last } = passed
    if ((last !== undefined && compare(last, record) >= 0) || !isUp(record.id)) {
      throw new OutOfOrder()
    }
    passed.last = record
    heads[first] = readers[first]?.()
    if (isWanted(record)) yield record
  }
}

function earliest(heads: readonly (Dated | undefined)[]): number {
  let first = 0
  for (let i = 1; i < heads.length; i += 1) {
    const [best, head] = [heads[first], heads[i]]
    if (head !== undefined && (best === undefined || compare(head, best) < 0)) first = i
  }
  return first
}

function recordReader<Kept>(
  log: LogBytes,
  decode: Decode<Kept>,
  passed: Passed<Kept>,
): () => Kept | undefined {
  const waiting: Kept[] = []
  const readLine = lineReader(log, 0, decode, (line) => {
    if (line.kind === 'record') waiting.push(line.record)
    else if (line.kind === 'newer') passed.newer += 1
    else if (line.kind === 'bad') passed.damaged += 1
  })
  return () => {
    while (waiting.length === 0) if (!readLine()) return undefined
    // nearly always there is one, and taking the last is cheaper than taking the first
    return waiting.length === 1 ? waiting.pop() : waiting.shift()
  }
}
