import type { Card } from '../cards/card.ts'
import { grouped } from '../text/grouped.ts'
import { type Found, search } from './engine.ts'
import { type Collection, collectionOf } from './index/collection.ts'
import { fold } from './text/fold.ts'

/** Lends what words are looked up in. */
export type Lent = (look: (collection: Collection) => Promise<Found>) => Promise<Found>

/** The cards that ask this, else those that hold these words best. */
export async function cardsWorded(
  cards: readonly Card[],
  words: string,
  within: Lent = (look) => look(collectionOf(cards)),
): Promise<readonly Card[]> {
  const asking = byQuestion(cards, words)
  if (asking.length > 0) return asking
  const { hits } = await within((collection) => search(collection, words, { limit: 10 }))
  // what holds every word comes before what holds most of them, or something like them
  const whole = hits.filter(({ coverage }) => coverage > 0.999)
  const best = whole.length > 0 ? whole : hits.filter(({ coverage }) => coverage > 0.7)
  return best.map(({ card }) => card)
}

/**
 * Finds the card of this id, or of exactly this question or other wording; undefined if there is none, or
 * more than one. For histories of other tools, where the nearest card would be the wrong one.
 */
export function exactly(cards: readonly Card[]): (words: string) => Card | undefined {
  // a long history asks for every card: their wordings are folded once
  const byName = grouped(cards, ({ id }): string => id)
  const worded = cards.flatMap((card) => wordingsOf(card).map((wording) => ({ wording, card })))
  const byWording = grouped(worded, ({ wording }) => wording)
  return (words) => {
    const wanted = fold(words).trim()
    const found = byName.get(words) ?? byWording.get(wanted)?.map(({ card }) => card) ?? []
    const [first] = found
    return found.every(({ id }) => id === first?.id) ? first : undefined
  }
}

function wordingsOf({ question, aliases }: Card): readonly string[] {
  return [question, ...aliases].map(fold)
}

function byQuestion(cards: readonly Card[], words: string): readonly Card[] {
  const wanted = fold(words).trim()
  return cards.filter((card) => wordingsOf(card).includes(wanted))
}
