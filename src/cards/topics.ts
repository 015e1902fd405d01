import type { Card } from './card.ts'

type Topical = Pick<Card, 'topics'>

/** At which depth the topics of these cards part: a library about one thing has them further in. */
export function partingDepth(cards: readonly Topical[]): number {
  const [first] = cards
  const isShared = (depth: number) => {
    const name = first?.topics[depth]
    return name !== undefined && cards.every(({ topics }) => topics[depth] === name)
  }
  let depth = 0
  while (isShared(depth)) depth += 1
  return depth
}

/** The topic of each of these cards, at the depth where their topics part. `''` for a card without one. */
export function partingTopics(cards: readonly Topical[]): (card: Topical) => string {
  const depth = partingDepth(cards)
  // one that all share to its end has no other to part from
  return ({ topics }) => topics[depth] ?? topics.at(-1) ?? ''
}
