import type { Card, Library } from '../cards/card.ts'

/** How the cards of a library differ from what they were; moved ones count as the same. */
export type CardChanges = {
  readonly fresh: readonly Card[]
  /** As they read now. */
  readonly edited: readonly Card[]
  /** As they were. */
  readonly gone: readonly Card[]
}

/** Compares two readings of a library by what its cards are called, so that an edited one is no other. */
export function changesBetween(before: Library, after: Library): CardChanges {
  const was = byName(before)
  const is = byName(after)
  return {
    fresh: firstOf(is, (name) => !was.has(name)),
    edited: firstOf(is, (name, cards) => {
      const old = was.get(name)
      return old !== undefined && textsOf(old) !== textsOf(cards)
    }),
    gone: firstOf(was, (name) => !is.has(name)),
  }
}

type Named = ReadonlyMap<string, readonly Card[]>

// one card in two languages is read twice; one that stands in two files is one
function byName({ decks }: Library): Named {
  const named = new Map<string, Card[]>()
  for (const card of decks.flatMap(({ cards }) => cards)) {
    const name = `${card.id} ${card.language}`
    const others = named.get(name)
    if (others === undefined) named.set(name, [card])
    else others.push(card)
  }
  return named
}

function firstOf(
  named: Named,
  holds: (name: string, cards: readonly Card[]) => boolean,
): readonly Card[] {
  return [...named].flatMap(([name, cards]) => (holds(name, cards) ? cards.slice(0, 1) : []))
}

// a card that stands in one more file says nothing new
function textsOf(cards: readonly Card[]): string {
  const texts = cards.map(({ question, body, answer, keyPoints, pointWays, followUps }) =>
    JSON.stringify([question, body, answer, keyPoints, pointWays, followUps]),
  )
  return [...new Set(texts)].sort().join('\n')
}
