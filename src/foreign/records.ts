import type { CardId } from '../cards/card.ts'
import type { HistoryRecord } from '../journal/writing.ts'
import type { Instant } from '../schedule/schedule.ts'
import type { ForeignAnchor, ForeignReview, OddKind, Program } from './foreign.ts'
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

type Coming = ForeignReview | ForeignAnchor

const dayMs = 86_400_000

/**
 * What was done with cards elsewhere, as records of ours, made one by one when they are asked for. They
 * have the same ids whenever they are made again, whatever a card is called by then. What did not count
 * there is kept as of a cram, which leaves the schedule alone.
 */
export function foreignRecords(matches: readonly Paired[], means: RecordMeans): ForeignRecords {
  const { program, now, known: here, add } = means
  const coming: Coming[] = []
  const owners: number[] = []
  let known = 0
  for (const [owner, { card, id }] of matches.entries()) {
    const isKnown = here.of(runOf(program, card), id, card)
    const come = (one: Coming) => {
      if (isKnown(one)) {
        known += 1
        return
      }
      coming.push(one)
      owners.push(owner)
    }
    for (const review of card.reviews) {
      if (review.at > now + dayMs) add('future')
      else come(review)
      if (review.aside !== undefined && review.at <= now + dayMs) add(review.aside)
    }
    if (card.anchor === undefined) continue
    add('anchor')
    come({ ...card.anchor, at: Math.min(card.anchor.at, now) })
  }
  return {
    fresh: coming.length,
    known,
    give: (to) => given(matches, { coming, owners }, means, to),
  }
}

type Gathered = { readonly coming: readonly Coming[]; readonly owners: readonly number[] }

function given(
  matches: readonly Paired[],
  { coming, owners }: Gathered,
  { program, offsetAt }: RecordMeans,
  add: (record: HistoryRecord) => void,
): void {
  const runs = matches.map(({ card }) => runOf(program, card))
  for (const place of inOrder(coming)) {
    const one = coming[place]
    const owner = owners[place] ?? 0
    const card = matches[owner]?.id
    const run = runs[owner]
    if (one === undefined || card === undefined || run === undefined) continue
    const at = one.at as Instant
    const offset = offsetAt(at)
    if ('grade' in one) add(reviewOf(one, run, { at, offset, card }))
    else add(anchorOf(one, run, { at, offset, card }))
  }
}

type Head = { readonly at: Instant; readonly offset: number; readonly card: CardId }

function reviewOf(
  { grade, tookMs, aside, nth }: ForeignReview,
  run: string,
  { at, offset, card }: Head,
): HistoryRecord {
  const source = aside === undefined ? 'import' : 'cram'
  return { kind: 'review', run, count: nth, at, offset, card, grade, tookMs, source }
}

function anchorOf(
  { stability, difficulty }: ForeignAnchor,
  run: string,
  head: Head,
): HistoryRecord {
  return { kind: 'anchor', id: anchorId(run, head.at), ...head, stability, difficulty }
}

/** What the one record of a card is called that has no reviews. */
export function anchorId(run: string, at: number): string {
  return `${run}a-${at}`
}

/** The places of what bears a time, the oldest first. */
function inOrder(dated: readonly { readonly at: number }[]): Uint32Array {
  const times = new Float64Array(dated.length)
  const places = new Uint32Array(dated.length)
  for (let i = 0; i < dated.length; i += 1) {
    times[i] = dated[i]?.at ?? 0
    places[i] = i
  }
  return places.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
}
