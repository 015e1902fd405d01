import type { Collection } from './index/collection.ts'
import type { Slot } from './slots.ts'

export type Ranked = {
  readonly doc: number
  readonly score: number
  /** The share of the query that the document holds, from 0 to 1. */
  readonly coverage: number
}

/** The least coverage that is a hit, by the number of slots; a long sentence may miss much. */
const floors: readonly (readonly [slots: number, floor: number])[] = [
  [1, 0.9],
  [3, 0.45],
  [6, 0.4],
  [Number.POSITIVE_INFINITY, 0.25],
]
/** Where a word of a short query stands nowhere, the others alone are not what was asked. */
const unknownFloor = 0.55
/** A short query that is held by less than half has to be held in the title or often. */
const [short, half, strong] = [3, 0.5, 0.7]
const lowFloor = 0.3
const lowFloorFrom = 4
/** How much of its score a card keeps that holds nothing of the query. */
const uncovered = 0.4

/** The documents that hold enough of the slots (or `least` of them), best first. */
export function ranked(
  collection: Collection,
  slots: readonly Slot[],
  most: number,
  fits: (doc: number) => boolean,
  least?: number,
): readonly Ranked[] {
  const { scores, masses, told, touched } = summed(collection.size, slots)
  const total = slots.reduce((sum, { mass }) => sum + mass, 0)
  if (total === 0) return []
  const floor = least ?? floorOf(slots)
  const isShort = least === undefined && slots.length <= short
  const above = (least: number) => {
    const best = bestOf(most)
    for (const doc of touched) {
      // words that only carry the sentence stand everywhere, and are never what was asked
      if (told[doc] !== 1) continue
      const coverage = Math.min(1, (masses[doc] ?? 0) / total)
      if (coverage < least - epsilon) continue
      if (isShort && coverage < half && (scores[doc] ?? 0) < strong * (masses[doc] ?? 0)) continue
      const score = (scores[doc] ?? 0) * (uncovered + (1 - uncovered) * coverage)
      if (best.takes(score) && fits(doc)) best.add({ doc, coverage, score })
    }
    return best.all()
  }
  const found = above(floor)
  return found.length === 0 && slots.length >= lowFloorFrom
    ? above(Math.min(floor, lowFloor))
    : found
}

function floorOf(slots: readonly Slot[]): number {
  const floor = floors.find(([count]) => slots.length <= count)?.[1] ?? 1
  const lacks =
    slots.length <= short && slots.some(({ sources, isWord }) => isWord && sources.length === 0)
  return lacks ? Math.max(floor, unknownFloor) : floor
}

// sums of 32-bit numbers are not exact
const epsilon = 1e-4

function summed(size: number, slots: readonly Slot[]) {
  const scores = new Float32Array(size)
  const masses = new Float32Array(size)
  const best = new Float32Array(size)
  const told = new Uint8Array(size)
  const touched: number[] = []
  for (const { mass, tells, sources } of slots) {
    const here: number[] = []
    for (const { docs, values } of sources) {
      for (let i = 0; i < docs.length; i += 1) {
        const doc = docs[i] ?? 0
        const value = values[i] ?? 0
        const before = best[doc] ?? 0
        if (before === 0) here.push(doc)
        if (value > before) best[doc] = value
      }
    }
    for (const doc of here) {
      if (masses[doc] === 0) touched.push(doc)
      if (tells) told[doc] = 1
      scores[doc] = (scores[doc] ?? 0) + mass * (best[doc] ?? 0)
      masses[doc] = (masses[doc] ?? 0) + mass
      best[doc] = 0
    }
  }
  return { scores, masses, told, touched }
}

/** Keeps the best so many, in order; of equals the one that stands first in the library. */
function bestOf(most: number) {
  const kept: Ranked[] = []
  const isBetter = (a: Ranked, b: Ranked) =>
    a.score > b.score || (a.score === b.score && a.doc < b.doc)
  return {
    /** Whether a score may be among the best. */
    takes: (score: number) => kept.length < most || score >= (kept[most - 1]?.score ?? 0),
    add: (one: Ranked) => {
      let low = 0
      let high = kept.length
      while (low < high) {
        const middle = (low + high) >>> 1
        const other = kept[middle]
        if (other !== undefined && isBetter(other, one)) low = middle + 1
        else high = middle
      }
      kept.splice(low, 0, one)
      if (kept.length > most) kept.pop()
    },
    all: () => kept,
  }
}
