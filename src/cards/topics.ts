import type { Card } from './card.ts'

type Topical = Pick<Card, 'topics'>

/**
 * The topic of each of these cards, at the depth where their topics part: a library about one thing
 * has them further in. `''` for a card without one.
 */
export function partingTopics(cards: readonly Topical[]): (card: Topical) => string {
  const [first] = cards
  const isShared = (depth: number) => {
    const name = first?.topics[depth]
    return name !== undefined && cards.every(({ topics }) => topics[depth] === name)
  }
  let depth = 0
  // one that all share to its end has no other to part from
  while (isShared(depth)) depth += 1
  return ({ topics }) => topics[depth] ?? topics.at(-1) ?? ''
}
