/**
 * The numbers from 0 to below `size` that have the largest values, the largest first, at most so many.
 * Of equal ones the smaller number comes first; what has no value (NaN) is left out.
 */
export function topOf(most: number, size: number, worthOf: (one: number) => number): Int32Array {
  const kept = new Int32Array(most)
  const values = new Float64Array(most)
  let count = 0
  const value = (at: number) => values[at] ?? 0
  // the heap has its least on top: among equal ones that is the later
  const isLess = (a: number, b: number) =>
    value(a) < value(b) || (value(a) === value(b) && (kept[a] ?? 0) > (kept[b] ?? 0))
  const put = (at: number, one: number, worth: number) => {
    kept[at] = one
    values[at] = worth
  }
  const swap = (a: number, b: number) => {
    const [one, worth] = [kept[a] ?? 0, value(a)]
    put(a, kept[b] ?? 0, value(b))
    put(b, one, worth)
  }
  const rise = (from: number) => {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1
      if (!isLess(at, above)) return
      swap(at, above)
      at = above
    }
  }
  const sink = () => {
    for (let at = 0; 2 * at + 1 < count; ) {
      let below = 2 * at + 1
      if (below + 1 < count && isLess(below + 1, below)) below += 1
      if (!isLess(below, at)) return
      swap(at, below)
      at = below
    }
  }
  for (let one = 0; one < size; one += 1) {
    const worth = worthOf(one)
    if (Number.isNaN(worth)) continue
    if (count < most) {
      put(count, one, worth)
      count += 1
      rise(count - 1)
    } else if (most > 0 && worth > value(0)) {
      put(0, one, worth)
      sink()
    }
  }
  const order = Array.from({ length: count }, (_, at) => at)
  order.sort((a, b) => value(b) - value(a) || (kept[a] ?? 0) - (kept[b] ?? 0))
  return Int32Array.from(order, (at) => kept[at] ?? 0)
}
