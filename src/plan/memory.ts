/** Stability (days) and difficulty after each of the four grades, and the chance of recall before. */
export type Branches = {
  readonly stability: Float64Array
  readonly difficulty: Float64Array
  /** One number. */
  readonly recall: Float64Array
}

/**
 * FSRS-6 over bare numbers, for many thousand steps: the same as `next_state` of ts-fsrs to six places,
 * for a review on a later day than the last.
 */
export type FastMemory = {
  /** The chance of recall so many days after a review. */
  readonly recall: (stability: number, days: number) => number
  /** Whole days until recall falls to `retention`, at least 1. */
  readonly interval: (stability: number, retention: number) => number
  /** After the first review ever. */
  readonly first: Branches
  /**
   * Writes what each grade makes of a memory, so many days (at least 1) after its last review. The
   * memory is a stability and, behind it, a difficulty at a place of `states`.
   */
  readonly step: (states: Float64Array, at: number, days: number, out: Branches) => void
}

const leastStability = 0.001
const mostStability = 36_500

export function branches(): Branches {
  const [stability, difficulty] = [new Float64Array(4), new Float64Array(4)]
  return { stability, difficulty, recall: new Float64Array(1) }
}

/** Formulas of FSRS-6 as published: w is numbered from 0. */
export function fastMemory(parameters: readonly number[]): FastMemory {
  const w = Float64Array.from(parameters)
  const at = (i: number) => w[i] ?? Number.NaN
  const decay = -at(20)
  const factor = 0.9 ** (1 / decay) - 1
  const growth = Math.exp(at(8))
  const [power, spread] = [-at(9), at(10)]
  const [hard, easy] = [at(15), at(16)]
  const [lapse, byDifficulty, byStability, byRecall] = [at(11), -at(12), at(13), at(14)]
  // a lapse never leaves more than a same-day failure would
  const shrink = Math.exp(at(17) * at(18))
  const [damping, reversion] = [at(6), at(7)]
  const firstDifficulty = (grade: number) => at(4) - Math.exp(at(5) * (grade - 1)) + 1
  const easiest = reversion * firstDifficulty(4)

  // exp and log take half as long as a power
  const recall = (stability: number, days: number) =>
    Math.exp(decay * Math.log(1 + (factor * days) / stability))
  const step = (states: Float64Array, place: number, days: number, out: Branches) => {
    const stability = states[place] ?? 0
    const difficulty = states[place + 1] ?? 0
    const now = recall(stability, days)
    out.recall[0] = now
    const rise =
      growth *
      (11 - difficulty) *
      Math.exp(power * Math.log(stability)) *
      (Math.exp((1 - now) * spread) - 1)
    const fallen =
      lapse *
      Math.exp(byDifficulty * Math.log(difficulty)) *
      (Math.exp(byStability * Math.log(stability + 1)) - 1) *
      Math.exp((1 - now) * byRecall)
    const s = out.stability
    s[0] = bounded(Math.min(fallen, stability / shrink))
    s[1] = bounded(stability * (1 + rise * hard))
    s[2] = bounded(stability * (1 + rise))
    s[3] = bounded(stability * (1 + rise * easy))
    for (let grade = 1; grade <= 4; grade += 1) {
      const moved = difficulty + ((10 - difficulty) * -damping * (grade - 3)) / 9
      out.difficulty[grade - 1] = inRange(easiest + (1 - reversion) * moved)
    }
  }
  const first = branches()
  for (let grade = 1; grade <= 4; grade += 1) {
    first.stability[grade - 1] = Math.max(0.1, at(grade - 1))
    first.difficulty[grade - 1] = inRange(firstDifficulty(grade))
  }
  const interval = (stability: number, retention: number) => {
    const days = (stability / factor) * (retention ** (1 / decay) - 1)
    return Math.min(mostStability, Math.max(1, Math.round(days)))
  }
  return { recall, interval, first, step }
}

function bounded(stability: number): number {
  return Math.min(mostStability, Math.max(leastStability, stability))
}

function inRange(difficulty: number): number {
  return Math.min(10, Math.max(1, difficulty))
}
