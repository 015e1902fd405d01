import type { Card, CardId } from './card.ts'

/** What a card is called today, by what it was called then. */
export type NameOf = (id: CardId) => CardId

/** A card under another id. Its texts, which may only be read when asked for, are not read now. */
export function called(card: Card, id: CardId): Card {
  if (card.id === id) return card
  const properties = Object.getOwnPropertyDescriptors(card)
  return Object.defineProperties({}, { ...properties, id: { value: id, enumerable: true } }) as Card
}
