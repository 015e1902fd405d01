import type { CardId } from '../cards/card.ts'
import { eachLine, type LogBytes } from '../log/lines.ts'
import { compare } from '../log/order.ts'
import { RunCounts } from '../log/runs.ts'
import type { Instant, Review } from '../schedule/schedule.ts'
import { decode, type JournalEntry } from './record.ts'
import { UsualLine } from './usual-line.ts'

/** What was found on the way. */
export type Passed = {
  /** The latest record, whatever it was. */
  last: Pick<JournalEntry, 'at' | 'id'> | undefined
  damaged: number
  newer: number
}

/** The journals hold a record twice or out of order: they have to be looked at as a whole. */
export class OutOfOrder extends Error {}

/** Where one journal is being read: at a review that is still bytes, or at what stands in it otherwise. */
class JournalCursor {
  readonly line: UsualLine
  readonly bytes: Buffer
  /** Undefined where it stands at a review that is written as usual. */
  entry: JournalEntry | undefined
  at = 0
  readonly #device: string
  readonly #passed: Passed
  #waiting: JournalEntry[] = []
  #next = 0

  constructor({ device, bytes }: LogBytes, passed: Passed) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.line = new UsualLine(this.bytes)
    this.#device = device
    this.#passed = passed
  }

  /** Goes on to the next record; false if there is none. */
  goOn(): boolean {
    for (;;) {
      this.entry = this.#waiting.shift()
      if (this.entry !== undefined) {
        this.at = this.entry.at
        return true
      }
      if (this.#next >= this.bytes.length) return false
      if (this.line.read(this.#next)) {
        this.#next = this.line.next
        this.at = this.line.at
        return true
      }
      this.#readOther()
    }
  }

  id(): string {
    const { idStart, idEnd } = this.line
    return this.entry?.id ?? this.bytes.toString('latin1', idStart, idEnd)
  }

  card(): CardId {
    const { cardStart, cardEnd } = this.line
    return this.bytes.toString('utf8', cardStart, cardEnd) as CardId
  }

  /** The review that it stands at, as a value. */
  review(): Review {
    const { offset, grade, tookMs, source, at } = this.line
    const head = { id: this.id(), at, offset, device: this.#device, card: this.card() }
    return { kind: 'review', ...head, grade, tookMs, source }
  }

  // whatever is not a usual review: read by the rules for all logs
  #readOther(): void {
    const start = this.#next
    const found = this.bytes.indexOf(0x0a, start)
    const end = found < 0 ? this.bytes.length : found + 1
    // with the byte before it, so that it is no first line, which may begin with a mark
    const from = start === 0 ? 0 : 1
    const piece = { device: this.#device, bytes: this.bytes.subarray(start - from, end) }
    eachLine(piece, from, decode, (line) => {
      if (line.kind === 'record') this.#waiting.push(line.record)
      else if (line.kind === 'newer') this.#passed.newer += 1
      else if (line.kind === 'bad') this.#passed.damaged += 1
    })
    this.#next = end
  }
}

/**
 * Goes through journals that are each in order already, as nearly all are, without keeping anything: the
 * cursor stands at one record after another, and is the same for all of one journal. Throws
 * `OutOfOrder` where that cannot be.
 */
export function* cursorsInOrder(
  journals: readonly LogBytes[],
  passed: Passed,
): Iterable<JournalCursor> {
  const cursors = journals.map((journal) => new JournalCursor(journal, passed))
  const open = cursors.filter((cursor) => cursor.goOn())
  const isUp = inRuns()
  const last = new Last()
  for (;;) {
    const first = earliest(open)
    if (first === undefined) break
    if (!last.isBefore(first) || !isUp(first)) throw new OutOfOrder()
    last.note(first)
    yield first
    if (!first.goOn()) open.splice(open.indexOf(first), 1)
  }
  passed.last = last.dated()
}

/** The latest record, of which an id is only made where two are of the same time. */
class Last {
  #cursor: JournalCursor | undefined
  #at = Number.NEGATIVE_INFINITY
  #id: string | undefined
  #start = 0
  #end = 0

  isBefore(cursor: JournalCursor): boolean {
    if (cursor.at !== this.#at) return cursor.at > this.#at
    return compare(this.dated() ?? { at: 0, id: '' }, { at: cursor.at, id: cursor.id() }) < 0
  }

  note(cursor: JournalCursor): void {
    this.#cursor = cursor
    this.#at = cursor.at
    this.#id = cursor.entry?.id
    this.#start = cursor.line.idStart
    this.#end = cursor.line.idEnd
  }

  dated(): Passed['last'] {
    if (this.#cursor === undefined) return undefined
    const id = this.#id ?? this.#cursor.bytes.toString('latin1', this.#start, this.#end)
    return { at: this.#at as Instant, id }
  }
}

function earliest(open: readonly JournalCursor[]): JournalCursor | undefined {
  let first = open[0]
  for (let i = 1; i < open.length; i += 1) {
    const one = open[i]
    if (one !== undefined && first !== undefined && comesBefore(one, first)) first = one
  }
  return first
}

function comesBefore(one: JournalCursor, other: JournalCursor): boolean {
  if (one.at !== other.at) return one.at < other.at
  return compare({ at: one.at, id: one.id() }, { at: other.at, id: other.id() }) < 0
}

const counted = /^(.*)-(0|[1-9]\d{0,14})$/s

/** Says of one record after another whether its count is higher than those before it of its run. */
function inRuns(): (cursor: JournalCursor) => boolean {
  const runs = new RunCounts()
  return ({ entry, line, bytes }) => {
    if (entry === undefined) return runs.goesUp(bytes, line.idStart, line.runEnd, line.count)
    const found = counted.exec(entry.id)
    if (found === null) return false
    const run = Buffer.from(found[1] ?? '')
    return runs.goesUp(run, 0, run.length, Number(found[2]))
  }
}
