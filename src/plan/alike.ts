import type { FastMemory } from './memory.ts'
import { coldOf, type Pile } from './pile.ts'
import type { Costs, MemoryState } from './sequences.ts'

/** Cards that are so alike that what is best for one is best for all. */
export type Alike = MemoryState & {
  readonly weight: number
  /** How many there are. */
  count: number
}

/** The cards of a day by their kinds. */
export type AlikeCards = {
  readonly all: readonly Alike[]
  /** By card the number of its kind; -1 for what was reviewed on the day itself. */
  readonly of: Int32Array
}

/** Sorts the cards of a pile on a day. */
export function alikeCards(pile: Pile, day: number): AlikeCards {
  const cold = coldOf(pile)
  const weights = new Map<number, number>()
  const known = new Map<number, number>()
  const all: Alike[] = []
  const of = new Int32Array(pile.size).fill(-1)
  for (let card = 0; card < pile.size; card += 1) {
    const stability = pile.stability[card] ?? 0
    const ago = day - (pile.last[card] ?? 0)
    if (stability !== 0 && ago < 1) continue
    const difficulty = pile.difficulty[card] ?? 0
    const weight = pile.weight[card] ?? 1
    const topic = pile.topic[card] ?? 0
    const key = stability === 0 ? -1 - topic : keyOf(stability, difficulty, ago)
    const whole = key * mostWeights + slotOf(weights, weight)
    let kind = known.get(whole)
    if (kind === undefined) {
      kind = all.length
      known.set(whole, kind)
      const state = { stability, difficulty, ago, cold: cold[topic]?.planned ?? 0 }
      all.push({ ...state, weight, count: 0 })
    }
    of[card] = kind
    const one = all[kind]
    if (one !== undefined) one.count += 1
  }
  return { all, of }
}

const mostWeights = 1024

function slotOf(weights: Map<number, number>, weight: number): number {
  const known = weights.get(weight)
  if (known !== undefined) return known
  const slot = Math.min(weights.size, mostWeights - 1)
  weights.set(weight, slot)
  return slot
}

const exactDays = 16

// Stabilities within an eighth and difficulties within a half lead to the same choice.
function keyOf(stability: number, difficulty: number, ago: number): number {
  const s = Math.round(Math.log2(stability) * 6) + 128
  const d = Math.round(difficulty * 2)
  const days = ago <= exactDays ? ago : exactDays + Math.round(Math.log2(ago / exactDays) * 6)
  return (s * 32 + d) * 128 + days
}

/** A day, how many days come from it to the one that counts, and the seconds there are until then. */
export type When = { readonly day: number; readonly rest: number; readonly seconds: number }

/** Reviews that a card which was never asked will want. */
const reviewsToCome = 3
/** So much of all that time already leaves no choice; less, and `sim:plan` shows cards put off too long. */
const enough = 0.7

/**
 * Whether there is time enough to meet all cards and have each well known on the day that counts: then
 * no choice is left but the order.
 */
export function hasTime(
  kinds: AlikeCards,
  { rest, seconds }: When,
  memory: FastMemory,
  costs: Costs,
) {
  let needed = 0
  for (const { stability, ago, count } of kinds.all) {
    if (stability === 0) needed += count * (costs.met + reviewsToCome * costs.passed)
    else {
      const known = memory.recall(stability, ago + rest)
      needed += count * (known >= 0.95 ? 0 : known >= 0.85 ? 1 : 2) * costs.passed
    }
  }
  return seconds >= enough * needed
}
