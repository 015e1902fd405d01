const fewest = 1024

/**
 * Says of the records of logs, one after another, whether each has a higher count than those before it
 * of its run. Runs are told apart by a hash of 64 bits: two that had the same would only look out of
 * order, and then the records are looked at as a whole.
 */
export class RunCounts {
  #highs = new Int32Array(fewest)
  #lows = new Int32Array(fewest)
  /** The latest count and one, or 0 where no run is. */
  #counts = new Float64Array(fewest)
  #size = 0

  /** Notes a record by the bytes of its run and its count. */
  goesUp(bytes: Uint8Array, start: number, end: number, count: number): boolean {
    let high = 0x811c9dc5
    let low = 0x01000193
    for (let i = start; i < end; i += 1) {
      const byte = bytes[i] ?? 0
      high = Math.imul(high ^ byte, 0x01000193)
      low = Math.imul(((low << 5) | (low >>> 27)) ^ byte, 0x5bd1e995)
    }
    const slot = this.#slotOf(high, low)
    const latest = this.#counts[slot] ?? 0
    if (latest > count) return false
    this.#highs[slot] = high
    this.#lows[slot] = low
    this.#counts[slot] = count + 1
    if (latest === 0) this.#size += 1
    if (2 * this.#size > this.#counts.length) this.#spread()
    return true
  }

  #slotOf(high: number, low: number): number {
    const last = this.#counts.length - 1
    let slot = (high ^ (low >>> 7)) & last
    while (
      (this.#counts[slot] ?? 0) > 0 &&
      (this.#highs[slot] !== high || this.#lows[slot] !== low)
    ) {
      slot = (slot + 1) & last
    }
    return slot
  }

  #spread(): void {
    const [highs, lows, counts] = [this.#highs, this.#lows, this.#counts]
    const length = 2 * counts.length
    this.#highs = new Int32Array(length)
    this.#lows = new Int32Array(length)
    this.#counts = new Float64Array(length)
    for (let i = 0; i < counts.length; i += 1) {
      const count = counts[i] ?? 0
      if (count === 0) continue
      const slot = this.#slotOf(highs[i] ?? 0, lows[i] ?? 0)
      this.#highs[slot] = highs[i] ?? 0
      this.#lows[slot] = lows[i] ?? 0
      this.#counts[slot] = count
    }
  }
}
