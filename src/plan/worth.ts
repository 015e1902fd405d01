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

/** What a second spent on a card today adds to the chance that it is known on the day that counts. */
export type Worth = {
  /**
   * Of a card last reviewed `ago` days before today, at least 1, with `rest` days from today to the
   * day that counts.
   */
  readonly seen: (stability: number, difficulty: number, ago: number, rest: number) => number
  /** No more than that, and quick: what a perfect answer would add for the price of this one. */
  readonly mostOfSeen: (stability: number, ago: number, rest: number) => number
  /** Of a card that was never asked, which would be answered with the chance `cold`. */
  readonly fresh: (cold: number, rest: number) => number
}

/**
 * The larger of two: what one review today gains for each second it takes, and what a review today and
 * another halfway to the day gain for each second of both.
 */
export function worthBy(memory: FastMemory, costs: Costs): Worth {
  const [now, later] = [branches(), branches()]
  const costOf = (recall: number) => recall * costs.passed + (1 - recall) * costs.failed

  const seen = (stability: number, difficulty: number, ago: number, rest: number) => {
    const alone = memory.recall(stability, ago + rest)
    memory.step(stability, difficulty, ago, now)
    const recall = now.recall[0] ?? 0
    const cost = costOf(recall)
    const once = expected(now, recall, laterPasses, rest, memory)
    const best = (once - alone) / cost
    if (rest < 2) return best
    const twice = secondOf(now, (grade) => share(grade, recall, laterPasses), rest)
    return Math.max(best, (twice.known - alone) / (cost + twice.cost))
  }
  const fresh = (cold: number, rest: number) => {
    const once = expected(memory.first, cold, firstPasses, rest, memory)
    const best = (once - cold) / costs.met
    if (rest < 2) return best
    const twice = secondOf(memory.first, (grade) => share(grade, cold, firstPasses), rest)
    return Math.max(best, (twice.known - cold) / (costs.met + twice.cost))
  }
  const mostOfSeen = (stability: number, ago: number, rest: number) =>
    (1 - memory.recall(stability, ago + rest)) / Math.min(costs.passed, costs.failed)
  return { seen, mostOfSeen, fresh }

  /** A second review halfway: how well the card is known on the day, and what the review takes. */
  function secondOf(first: Branches, shareOf: (grade: number) => number, rest: number) {
    const gap = Math.max(1, Math.round(rest / 2))
    let [known, cost] = [0, 0]
    for (let grade = 0; grade < 4; grade += 1) {
      const chance = shareOf(grade)
      if (chance < 1e-9) continue
      memory.step(first.stability[grade] ?? 0, first.difficulty[grade] ?? 0, gap, later)
      const recall = later.recall[0] ?? 0
      known += chance * expected(later, recall, laterPasses, rest - gap, memory)
      cost += chance * costOf(recall)
    }
    return { known, cost }
  }
}

type Passes = readonly [hard: number, good: number, easy: number]

/** The chance of a grade, from 0 for again, of an answer that is passed with this chance. */
function share(grade: number, passed: number, passes: Passes): number {
  return grade === 0 ? 1 - passed : passed * (passes[grade - 1] ?? 0)
}

/** The chance to know a card `rest` days after a review that is passed with the chance `passed`. */
function expected(
  after: Branches,
  passed: number,
  passes: Passes,
  rest: number,
  { recall }: FastMemory,
): number {
  let known = 0
  for (let grade = 0; grade < 4; grade += 1) {
    known += share(grade, passed, passes) * recall(after.stability[grade] ?? 0, rest)
  }
  return known
}
