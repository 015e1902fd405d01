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
  const levels = Array.from({ length: mostReviews.fresh }, (_, at) => levelOf(2 ** at))
  const step = branches()
  return (card, start, rest, out) => {
    const most = card.stability === 0 ? mostReviews.fresh : mostReviews.seen
    const left = rest - start
    out.count = left < 1 ? 0 : left < 2 ? 1 : most
    for (let more = 0; more < out.count; more += 1) {
      const [first] = levels
      if (first === undefined) continue
      first.states[0] = card.stability
      first.states[1] = card.difficulty
      first.chances[0] = 1
      out.known[more] = 0
      out.cost[more] = 0
      walked(card, start, left, more, { memory, costs, levels, step, out })
    }
  }
}

/** What may have become of a card when its next review comes. */
type Level = {
  /** Stability and difficulty of each, side by side. */
  readonly states: Float64Array
  readonly chances: Float64Array
}

function levelOf(size: number): Level {
  return { states: new Float64Array(2 * size), chances: new Float64Array(size) }
}

type Walk = {
  readonly memory: FastMemory
  readonly costs: Costs
  readonly levels: readonly Level[]
  readonly step: Branches
  readonly out: Sequences
}

// Level by level and in columns: recursion would make an object of every number on its way.
function walked(card: MemoryState, start: number, days: number, more: number, walk: Walk): void {
  const { memory, levels, step } = walk
  const isFresh = card.stability === 0
  let left = days
  let ago = card.ago + start
  for (let at = 0; at <= more; at += 1) {
    const level = levels[at]
    if (level === undefined) return
    const isLast = at === more || left < 2
    const gap = isLast ? 0 : Math.max(1, Math.round(left / (2 ** (more - at + 1) - 1)))
    for (let i = 0; i < 2 ** at; i += 1) {
      const isMet = isFresh && at === 0
      if (isMet) step.recall[0] = card.cold
      else memory.step(level.states, 2 * i, ago, step)
      answered(walk, more, { level, i, isMet, left, next: isLast ? undefined : levels[at + 1] })
    }
    if (isLast) return
    left -= gap
    ago = gap
  }
}

type Node = {
  readonly level: Level
  readonly i: number
  readonly isMet: boolean
  readonly left: number
  /** Where it goes on; undefined where nothing follows before the day that counts. */
  readonly next: Level | undefined
}

function answered({ memory, costs, step, out }: Walk, more: number, node: Node): void {
  const { level, i, isMet, left, next } = node
  const chance = level.chances[i] ?? 0
  const passed = step.recall[0] ?? 0
  const { stability, difficulty } = isMet ? memory.first : step
  const seconds = isMet ? costs.met : passed * costs.passed + (1 - passed) * costs.failed
  out.cost[more] = (out.cost[more] ?? 0) + chance * seconds
  if (next !== undefined) {
    for (let branch = 0; branch < 2; branch += 1) {
      const grade = branch === 0 ? again : good
      next.states[4 * i + 2 * branch] = stability[grade] ?? 0
      next.states[4 * i + 2 * branch + 1] = difficulty[grade] ?? 0
      next.chances[2 * i + branch] = chance * (branch === 0 ? 1 - passed : passed)
    }
    return
  }
  const passes = isMet ? firstPasses : laterPasses
  let known = (1 - passed) * memory.recall(stability[again] ?? 0, left)
  for (let grade = 1; grade < 4; grade += 1) {
    known += passed * (passes[grade - 1] ?? 0) * memory.recall(stability[grade] ?? 0, left)
  }
  out.known[more] = (out.known[more] ?? 0) + chance * known
}

const [again, good] = [0, 2]
