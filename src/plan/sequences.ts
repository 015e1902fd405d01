import { type Branches, branches, type FastMemory } from './memory.ts'

/** Seconds that an answer takes. */
export type Costs = {
  /** To a card that is met. */
  readonly met: number
  readonly passed: number
  readonly failed: number
}

/** How passes are shared among hard, good and easy: when a card is first asked, and later. */
export const firstPasses = [0.35, 0.5, 0.15] as const
export const laterPasses = [0.15, 0.75, 0.1] as const

/** A card as far as it matters for what is to come. */
export type MemoryState = {
  /** Days until recall falls to 0.9; 0 for a card that was never asked. */
  readonly stability: number
  readonly difficulty: number
  /** Days since its last review. */
  readonly ago: number
  /** The chance that it would be answered if it was never asked. */
  readonly cold: number
}

/** What one review after another comes to: by their number, less one. */
export type Sequences = {
  /** The chance to know the card on the day that counts. */
  readonly known: Float64Array
  /** Seconds that they take. */
  readonly cost: Float64Array
  /** How many of these there is time for. */
  count: number
}

/** A card that was never asked takes one more than others. */
const mostReviews = { seen: 3, fresh: 4 } as const

export function sequences(): Sequences {
  const { fresh } = mostReviews
  return { known: new Float64Array(fresh), cost: new Float64Array(fresh), count: 0 }
}

/**
 * Works out sequences of one to a few reviews of a card, the first `start` days from now and all before
 * the day that counts, `rest` days from now. Each interval is twice the one before. Whether a review
 * is passed or failed is followed up to its end; a pass counts as good.
 */
export type SequencesOf = (card: MemoryState, start: number, rest: number, out: Sequences) => void

export function sequencesBy(memory: FastMemory, costs: Costs): SequencesOf {
  const walk = walkBy(memory, costs)
  return (card, start, rest, out) => {
    const isFresh = card.stability === 0
    const left = rest - start
    const most = left < 2 ? 1 : isFresh ? mostReviews.fresh : mostReviews.seen
    out.count = left < 1 ? 0 : most
    for (let more = 0; more < out.count; more += 1) {
      const to = { left, more, chance: 1 }
      walk.begin(isFresh ? costs.met : 0)
      out.known[more] = isFresh
        ? walk.on(memory.first, card.cold, firstPasses, to, 0)
        : walk.review(card.stability, card.difficulty, card.ago + start, to, 0)
      out.cost[more] = walk.cost()
    }
  }
}

/** Follows the reviews of a card to their end, and adds up what they take. */
function walkBy(memory: FastMemory, costs: Costs) {
  // what follows a review is written elsewhere than the review itself, which is read again
  const levels = Array.from({ length: mostReviews.fresh }, branches)
  let cost = 0

  function review(s: number, d: number, ago: number, to: Ahead, level: number): number {
    const out = levels[level] ?? memory.first
    memory.step(s, d, ago, out)
    const recall = out.recall[0] ?? 0
    cost += to.chance * (recall * costs.passed + (1 - recall) * costs.failed)
    return on(out, recall, laterPasses, to, level + 1)
  }

  /** The chance to know the card in the end, after a review that is passed with the chance `passed`. */
  function on(
    after: Branches,
    passed: number,
    passes: readonly number[],
    { left, more, chance }: Ahead,
    level: number,
  ): number {
    const { stability, difficulty } = after
    if (more === 0 || left < 2) {
      let known = (1 - passed) * memory.recall(stability[again] ?? 0, left)
      for (let grade = 1; grade < 4; grade += 1) {
        known += passed * (passes[grade - 1] ?? 0) * memory.recall(stability[grade] ?? 0, left)
      }
      return known
    }
    const gap = Math.max(1, Math.round(left / (2 ** (more + 1) - 1)))
    const next = (grade: number, share: number) => {
      const to = { left: left - gap, more: more - 1, chance: chance * share }
      return share * review(stability[grade] ?? 0, difficulty[grade] ?? 0, gap, to, level)
    }
    return next(again, 1 - passed) + next(good, passed)
  }

  const begin = (before: number) => {
    cost = before
  }
  return { begin, cost: () => cost, review, on }
}

const [again, good] = [0, 2]

/** Days to the day that counts, further reviews before it, and the chance that it comes to this. */
type Ahead = { readonly left: number; readonly more: number; readonly chance: number }
