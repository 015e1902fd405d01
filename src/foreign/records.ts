import type { CardId } from '../cards/card.ts'
import type { ActRecord } from '../journal/record.ts'
import type { Instant } from '../schedule/schedule.ts'
import type { ForeignCard, OddKind, Program } from './foreign.ts'
import { runOf } from './name.ts'

/** What records are made with. */
export type RecordMeans = {
  readonly program: Program
  readonly now: Instant
  /** Minutes east of UTC at a time. */
  readonly offsetAt: (at: Instant) => number
  readonly add: (kind: OddKind, n?: number) => void
}

const dayMs = 86_400_000

/**
 * What was done with a card elsewhere, as records of ours. They have the same ids whenever they are made
 * again, whatever the card is called by then. What did not count there is kept as of a cram, which
 * leaves the schedule alone.
 */
export function foreignRecords(
  card: ForeignCard,
  id: CardId,
  { program, now, offsetAt, add }: RecordMeans,
): readonly ActRecord[] {
  const run = runOf(program, card)
  const records: ActRecord[] = []
  for (const { at: ms, grade, tookMs, aside, nth } of card.reviews) {
    const at = ms as Instant
    if (at > now + dayMs) {
      add('future')
      continue
    }
    if (aside !== undefined) add(aside)
    const head = { id: `${run}-${nth}`, at, offset: offsetAt(at), card: id }
    records.push({
      kind: 'review',
      ...head,
      grade,
      tookMs,
      source: aside === undefined ? 'import' : 'cram',
    })
  }
  const { anchor } = card
  if (anchor === undefined) return records
  add('anchor')
  const at = Math.min(anchor.at, now) as Instant
  const { stability, difficulty } = anchor
  const head = { id: `${run}a-${at}`, at, offset: offsetAt(at), card: id }
  return [...records, { kind: 'anchor', ...head, stability, difficulty }]
}
