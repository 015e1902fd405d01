import { coldOf, type Pile } from './pile.ts'
import type { Worth } from './worth.ts'

/**
 * The cards that a second is best spent on, the best first and at most so many; cards of equal worth
 * keep their order. Those reviewed on the day itself are left out. `rest` is how many days come from
 * this day to the one that counts.
 */
export function bestOf(
  pile: Pile,
  worth: Worth,
  { day, rest, most }: { readonly day: number; readonly rest: number; readonly most: number },
): Int32Array {
  const { stability, difficulty, last, topic, weight, size } = pile
  const best = heapOf(most)
  const fresh = coldOf(pile).map(({ planned }) => worth.fresh(planned, rest))
  for (let card = 0; card < size; card += 1) {
    const s = stability[card] ?? 0
    const counts = weight[card] ?? 1
    if (s === 0) {
      best.offer(card, counts * (fresh[topic[card] ?? 0] ?? 0))
      continue
    }
    const ago = day - (last[card] ?? 0)
    // most cards are told from the best without being looked into
    if (ago < 1 || counts * worth.mostOfSeen(s, ago, rest) < best.least()) continue
    best.offer(card, counts * worth.seen(s, difficulty[card] ?? 0, ago, rest))
  }
  return best.sorted()
}

/** The largest of many values: a heap with the least of them on top. */
function heapOf(most: number) {
  const cards = new Int32Array(most)
  const values = new Float64Array(most)
  let size = 0
  const value = (at: number) => values[at] ?? 0
  const card = (at: number) => cards[at] ?? 0
  // of equal ones the later goes first
  const isLess = (a: number, b: number) =>
    value(a) < value(b) || (value(a) === value(b) && card(a) > card(b))
  const swap = (a: number, b: number) => {
    const [oneCard, oneValue] = [card(a), value(a)]
    cards[a] = card(b)
    values[a] = value(b)
    cards[b] = oneCard
    values[b] = oneValue
  }
  const up = () => {
    for (let at = size - 1; at > 0; ) {
      const above = (at - 1) >> 1
      if (!isLess(at, above)) return
      swap(at, above)
      at = above
    }
  }
  const down = () => {
    for (let at = 0; ; ) {
      let next = 2 * at + 1
      if (next >= size) return
      if (next + 1 < size && isLess(next + 1, next)) next += 1
      if (!isLess(next, at)) return
      swap(at, next)
      at = next
    }
  }
  const offer = (one: number, worth: number) => {
    if (size === most) {
      if (size === 0 || worth <= value(0)) return
      cards[0] = one
      values[0] = worth
      down()
      return
    }
    cards[size] = one
    values[size] = worth
    size += 1
    up()
  }
  const sorted = () => {
    const order = Array.from({ length: size }, (_, at) => at)
    order.sort((a, b) => value(b) - value(a) || card(a) - card(b))
    return Int32Array.from(order, card)
  }
  return { offer, least: () => (size === most ? value(0) : Number.NEGATIVE_INFINITY), sorted }
}
