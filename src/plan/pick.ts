import { type Alike, type AlikeCards, alikeCards, hasTime, type When } from './alike.ts'
import type { FastMemory } from './memory.ts'
import type { Pile } from './pile.ts'
import { type Costs, type SequencesOf, sequences, sequencesBy } from './sequences.ts'
import { topOf } from './top.ts'

/** What the choice of a day rests on. */
export type Judgement = {
  readonly memory: FastMemory
  readonly costs: Costs
  readonly sequencesOf: SequencesOf
}

export function judgementBy(memory: FastMemory, costs: Costs): Judgement {
  return { memory, costs, sequencesOf: sequencesBy(memory, costs) }
}

/**
 * The cards of a day, the one first whose review must least be put off, at most so many. Those of equal
 * worth keep their order; what was reviewed on the day itself is left out.
 */
export function bestOf(pile: Pile, judgement: Judgement, when: When, most: number): Int32Array {
  const kinds = alikeCards(pile, when.day)
  const { memory, costs } = judgement
  const worths = hasTime(kinds, when, memory, costs)
    ? kinds.all.map((kind) => kind.weight * (1 - recallOf(kind, 0, memory)))
    : urgencies(kinds, judgement, when)
  const values = Float64Array.from(worths)
  return topOf(most, pile.size, (card) => {
    const kind = kinds.of[card] ?? -1
    return kind < 0 ? Number.NaN : (values[kind] ?? 0)
  })
}

/** The chance to know a card in so many days, if nothing is done until then. */
function recallOf({ stability, ago, cold }: Alike, days: number, { recall }: FastMemory): number {
  return stability === 0 ? cold : recall(stability, ago + days)
}

/**
 * Of what a card would gain by waiting so much counts: the time to come is not as free as it looks,
 * for other cards wait for it too. With 1, `sim:plan` shows new cards put off until it is too late.
 */
const waiting = 0.8

/**
 * What each second on a card gains today that it would not if the card waited: the value of its best
 * sequence of reviews that begins today, less that of the best that begins later, or of none. The value
 * is the chance to know it on the day, less the price of the seconds.
 */
function urgencies(kinds: AlikeCards, judgement: Judgement, when: When): readonly number[] {
  const { memory, costs, sequencesOf } = judgement
  const { rest } = when
  const price = priceOf(kinds, judgement, when)
  const out = sequences()
  const starts = [...new Set([1, Math.round(rest / 4), Math.round(rest / 2)])].filter(
    (start) => start >= 1 && start < rest,
  )
  const valueFrom = (kind: Alike, start: number) => {
    sequencesOf(kind, start, rest, out)
    let best = Number.NEGATIVE_INFINITY
    for (let i = 0; i < out.count; i += 1) {
      best = Math.max(best, kind.weight * (out.known[i] ?? 0) - price * (out.cost[i] ?? 0))
    }
    return best
  }
  return kinds.all.map((kind) => {
    const today = valueFrom(kind, 0)
    const never = kind.weight * recallOf(kind, rest, memory)
    const later = starts.reduce((best, start) => Math.max(best, valueFrom(kind, start)), never)
    const waited = never + waiting * (later - never)
    const passed = recallOf(kind, 0, memory)
    const seconds =
      kind.stability === 0 ? costs.met : passed * costs.passed + (1 - passed) * costs.failed
    return (today - waited) / seconds
  })
}

/**
 * What a second is worth until the day that counts: were the sequences that gain most a second taken
 * first, this is what the last one gains that there is time for.
 */
function priceOf(kinds: AlikeCards, { memory, sequencesOf }: Judgement, { rest, seconds }: When) {
  const out = sequences()
  const offers = kinds.all.map((kind) => {
    const alone = recallOf(kind, rest, memory)
    sequencesOf(kind, 0, rest, out)
    let [gain, cost] = [Number.NEGATIVE_INFINITY, 0]
    for (let i = 0; i < out.count; i += 1) {
      const each = (kind.weight * ((out.known[i] ?? 0) - alone)) / (out.cost[i] ?? 1)
      if (each > gain) [gain, cost] = [each, out.cost[i] ?? 0]
    }
    return { gain, cost: cost * kind.count }
  })
  let left = seconds
  for (const { gain, cost } of offers.sort((a, b) => b.gain - a.gain)) {
    left -= cost
    if (left <= 0) return Math.max(0, gain)
  }
  return 0
}
