/**
 * A number from 0 to below 1 for each pair of numbers, the same whenever it is asked: what is tried in
 * several ways meets the same luck. The finishing steps of MurmurHash3 (public domain).
 */
export function diceOf(seed: number): (one: number, other: number) => number {
  return (one, other) => {
    let h = Math.imul(one + 1, 0x85ebca6b) ^ Math.imul(other + seed * 7919 + 1, 0xc2b2ae35)
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32
  }
}
