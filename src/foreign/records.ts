import type { ActRecord } from '../journal/record.ts'
import type { HistoryRecord } from '../journal/writing.ts'
import type { Instant } from '../schedule/schedule.ts'
import { type Coming, gathering } from './coming.ts'
import type { OddKind, Program } from './foreign.ts'
import type { KnownHere } from './known.ts'
import type { Paired } from './matching.ts'
import { runOf } from './name.ts'

/** What records are made with. */
export type RecordMeans = {
  readonly program: Program
  readonly now: Instant
  /** Minutes east of UTC at a time. */
  readonly offsetAt: (at: Instant) => number
  /** What is here already. */
  readonly known: KnownHere
  readonly add: (kind: OddKind, n?: number) => void
}

/** What was done with cards elsewhere, as records of ours. */
export type ForeignRecords = {
  /** How many are not here yet. */
  readonly fresh: number
  /** How many are. */
  readonly known: number
  /** Makes those that are not here yet, the oldest first. */
  readonly give: (add: (record: HistoryRecord) => void) => void
}

const dayMs = 86_400_000

/**
 * What was done with cards elsewhere, as records of ours, made one by one when they are asked for. They
 * have the same ids whenever they are made again, whatever a card is called by then. What did not count
 * there is kept as of a cram, which leaves the schedule alone.
 */
export function foreignRecords(matches: readonly Paired[], means: RecordMeans): ForeignRecords {
  const { program, now, known: here, add } = means
  const coming = gathering(matches.reduce((sum, { card }) => sum + card.reviews.length + 2, 0))
  const runs = matches.map(({ card }) => runOf(program, card))
  let known = 0
  for (const [owner, { card, id }] of matches.entries()) {
    const isHere = here.of(runs[owner] ?? '', id, card)
    for (const review of card.reviews) {
      const isFuture = review.at > now + dayMs
      const kind = isFuture ? 'future' : review.aside
      if (kind !== undefined) add(kind)
      if (isFuture) continue
      if (isHere(review)) known += 1
      else coming.review(review, owner)
    }
    for (const record of othersOf({ card, id }, runs[owner] ?? '', means)) {
      if (here.has(record.id)) known += 1
      else coming.record(record)
    }
  }
  return {
    fresh: coming.length(),
    known,
    give: (to) => given(coming, { matches, runs }, means, to),
  }
}

/** What is known of a card besides its reviews. */
function othersOf(
  { card: { anchor, suspended }, id: card }: Paired,
  run: string,
  { now, offsetAt, add }: RecordMeans,
): readonly ActRecord[] {
  const records: ActRecord[] = []
  const headOf = (name: string, ms: number) => {
    const at = Math.min(ms, now) as Instant
    return { id: `${run}${name}`, at, offset: offsetAt(at), card }
  }
  if (anchor !== undefined) {
    add('anchor')
    const { at, stability, difficulty } = anchor
    const head = headOf(`a-${Math.min(at, now)}`, at)
    records.push({ kind: 'anchor', ...head, stability, difficulty })
  }
  if (suspended !== undefined) {
    add('suspended')
    // once: whoever lets it in here is not asked again by the next import
    records.push({ kind: 'suspend', ...headOf('s-0', suspended) })
  }
  return records
}

type Owners = { readonly matches: readonly Paired[]; readonly runs: readonly string[] }

function given(
  coming: Coming,
  { matches, runs }: Owners,
  { offsetAt }: RecordMeans,
  add: (record: HistoryRecord) => void,
): void {
  coming.each({
    review: ({ at: ms, nth, tookMs, grade, isAside }, owner) => {
      const card = matches[owner]?.id
      const run = runs[owner]
      if (card === undefined || run === undefined) return
      const at = ms as Instant
      const source = isAside ? 'cram' : 'import'
      const offset = offsetAt(at)
      add({ kind: 'review', run, count: nth, at, offset, card, grade, tookMs, source })
    },
    record: add,
  })
}
