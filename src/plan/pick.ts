import { type Alike, type AlikeCards, alikeCards, hasTime, type When } from './alike.ts'
import type { FastMemory } from './memory.ts'
import type { Pile } from './pile.ts'
import {
  type Costs,
  type Sequences,
  type SequencesOf,
  sequences,
  sequencesBy,
} from './sequences.ts'
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
function urgencies(
  { all }: AlikeCards,
  { memory, costs, sequencesOf }: Judgement,
  when: When,
): readonly number[] {
  const { rest } = when
  const now = all.map((alike) => {
    const out = sequences()
    sequencesOf(alike, 0, rest, out)
    return out
  })
  const alone = all.map((alike) => recallOf(alike, rest, memory))
  const price = priceOf(all, now, alone, when)
  const out = sequences()
  const starts = [...new Set([1, Math.round(rest / 4), Math.round(rest / 2)])].filter(
    (start) => start >= 1 && start < rest,
  )
  return all.map((alike, i) => {
    const today = bestValue(alike, now[i] ?? out, price)
    const never = alike.weight * (alone[i] ?? 0)
    let later = never
    for (const start of starts) {
      sequencesOf(alike, start, rest, out)
      later = Math.max(later, bestValue(alike, out, price))
    }
    const waited = never + waiting * (later - never)
    return (today - waited) / secondsFor(alike, recallOf(alike, 0, memory), costs)
  })
}

function secondsFor({ stability }: Alike, passed: number, costs: Costs): number {
  return stability === 0 ? costs.met : passed * costs.passed + (1 - passed) * costs.failed
}

function bestValue({ weight }: Alike, { known, cost, count }: Sequences, price: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i += 1) {
    best = Math.max(best, weight * (known[i] ?? 0) - price * (cost[i] ?? 0))
  }
  return best
}

/**
 * What a second is worth until the day that counts: were the sequences that gain most a second taken
 * first, this is what the last one gains that there is time for.
 */
function priceOf(
  all: readonly Alike[],
  now: readonly Sequences[],
  alone: readonly number[],
  { seconds }: When,
): number {
  const offers = now.map(({ known, cost, count }, at) => {
    const { weight = 1, count: cards = 0 } = all[at] ?? {}
    let [gain, taken] = [Number.NEGATIVE_INFINITY, 0]
    for (let i = 0; i < count; i += 1) {
      const each = (weight * ((known[i] ?? 0) - (alone[at] ?? 0))) / (cost[i] ?? 1)
      if (each > gain) [gain, taken] = [each, cost[i] ?? 0]
    }
    return { gain, cost: taken * cards }
  })
  let left = seconds
  for (const { gain, cost } of offers.sort((a, b) => b.gain - a.gain)) {
    left -= cost
    if (left <= 0) return Math.max(0, gain)
  }
  return 0
}
