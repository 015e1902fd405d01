/** Cards as columns of numbers, for arithmetic over thousands of them. Days count from today, 0. */
export type Pile = {
  readonly size: number
  /** Days until recall falls to 0.9; 0 for a card that was never asked. */
  readonly stability: Float64Array
  /** From 1 to 10. */
  readonly difficulty: Float64Array
  /** The day of the last review: -3 is three days ago. */
  readonly last: Int32Array
  /** The day it is due. */
  readonly due: Int32Array
  /** The number of its topic. */
  readonly topic: Int32Array
  /** How much it counts; 1 is usual. */
  readonly weight: Float64Array
  /** By topic: cards that were asked, and those passed the first time. */
  readonly asked: Int32Array
  readonly passed: Int32Array
}

/** A pile of cards that were never asked, all of one weight. */
export function freshPile(size: number, topics: number): Pile {
  return {
    size,
    stability: new Float64Array(size),
    difficulty: new Float64Array(size),
    last: new Int32Array(size),
    due: new Int32Array(size),
    topic: new Int32Array(size),
    weight: new Float64Array(size).fill(1),
    asked: new Int32Array(topics),
    passed: new Int32Array(topics),
  }
}

/** The same cards in columns of their own, to be changed. */
export function copied(pile: Pile): Pile {
  return {
    ...pile,
    stability: pile.stability.slice(),
    difficulty: pile.difficulty.slice(),
    last: pile.last.slice(),
    due: pile.due.slice(),
    asked: pile.asked.slice(),
    passed: pile.passed.slice(),
  }
}

/** Before anything was asked a third is taken to be known, with the weight of three cards. */
const priorPassed = 1
const priorAsked = 3
/** What is not well attested must not keep cards from being asked at all. */
const mostUnproven = 0.5

/** How many cards of a topic are answered that were never asked, by what first answers said. */
export type Cold = {
  /** The chance as far as it is known. */
  readonly mean: number
  /** The same as it is planned with: above one half only what is well attested. */
  readonly planned: number
}

/** The chance of each topic; one with few answers is taken for as well known as all of them. */
export function coldOf({ asked, passed }: Pile): readonly Cold[] {
  const all = (sum(passed) + priorPassed) / (sum(asked) + priorAsked)
  return Array.from(asked, (count, topic) => {
    const total = count + priorAsked
    const mean = ((passed[topic] ?? 0) + priorAsked * all) / total
    const unsure = Math.sqrt((mean * (1 - mean)) / (total + 1))
    return { mean, planned: Math.min(mean, Math.max(mostUnproven, mean - unsure)) }
  })
}

function sum(all: Int32Array): number {
  let total = 0
  for (const one of all) total += one
  return total
}
