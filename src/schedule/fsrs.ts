import { FSRSAlgorithm } from 'ts-fsrs'
import { defaultRules } from './rules.ts'
import { type Grade, grades } from './schedule.ts'
import { seeded } from './seeded.ts'

/** What FSRS remembers of a card: days until recall falls to 0.9, and a difficulty from 1 to 10. */
export type Memory = { readonly stability: number; readonly difficulty: number }

/** How memory fades, for one set of parameters. */
export type Forgetting = {
  /** Whole days until recall falls to `retention`, at least 1. */
  readonly interval: (stability: number, retention: number) => number
  /** The chance of recall so many days, also parts of one, after the last review. */
  readonly recall: (stability: number, days: number) => number
}

/** The step of memory: days are whole, never below 0, and counted by the caller. */
export type MemoryStep = (before: Memory | undefined, days: number, grade: Grade) => Memory

const longestInterval = 36_500

/** `next_state` of ts-fsrs. */
export function stepOf(parameters: readonly number[]): MemoryStep {
  const algorithm = new FSRSAlgorithm({ w: parameters })
  return (before, days, grade) =>
    algorithm.next_state(before ?? null, days, grades.indexOf(grade) + 1)
}

/**
 * What an interval and an ease of SM-2 come to: the stability is the interval, for that scheduler means
 * recall to be 0.9 by then; the difficulty is the one with which a good answer would have made the
 * interval grow by the ease. `memory_state_from_sm2` of fsrs-rs, with the default parameters.
 */
export function memoryOfSm2(interval: number, ease: number): Memory {
  const stability = Math.min(longestInterval, Math.max(leastStability, interval))
  const [, , , , , , , , w8 = 0, w9 = 0, w10 = 0] = defaultRules.parameters
  const growth = Math.exp(w8) * stability ** -w9 * Math.expm1(w10 * 0.1)
  const difficulty = 11 - (Math.max(1.3, ease) - 1) / growth
  return { stability, difficulty: Math.min(10, Math.max(1, difficulty)) }
}

const leastStability = 0.001

/** The power curve R = (1 + F t/S)^D with D = -w20 and F = 0.9^(1/D) - 1, as in fsrs-rs. */
export function forgettingOf(parameters: readonly number[]): Forgetting {
  const decay = -(parameters[20] ?? Number.NaN)
  const factor = 0.9 ** (1 / decay) - 1
  return {
    interval: (stability, retention) => {
      const days = (stability / factor) * (retention ** (1 / decay) - 1)
      return Math.min(longestInterval, Math.max(1, Math.round(days)))
    },
    recall: (stability, days) => (1 + (factor * days) / stability) ** decay,
  }
}

// Anki's ranges: beyond `from` days, this share of each further day.
const fuzzRanges = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
]

/**
 * The interval moved by a few days, drawn from the seed, so that cards learnt together part. Never
 * below 2 days nor, if it was longer, to within the `elapsed` days that were mastered already.
 */
export function fuzzed(interval: number, elapsed: number, seed: string): number {
  if (interval < 2.5) return interval
  const reach = fuzzRanges.reduce(
    (sum, { from, to, share }) => sum + share * Math.max(0, Math.min(interval, to) - from),
    1,
  )
  const least = Math.max(2, Math.round(interval - reach), interval > elapsed ? elapsed + 1 : 2)
  const most = Math.min(longestInterval, Math.round(interval + reach))
  const from = Math.min(least, most)
  return from + Math.floor(seeded(seed)() * (most - from + 1))
}
