import type { Card, CardId, CardLanguage } from '../cards/card.ts'
import { seeded } from './seeded.ts'

/** The language in which a card is asked that has both; `mixed` leaves it to chance, card by card. */
export type Practice = CardLanguage | 'mixed'

/** The language a card is asked in. The same seed gives a card the same language. */
export function languageFor(practice: Practice, id: CardId, seed: string): CardLanguage {
  if (practice !== 'mixed') return practice
  return seeded(`${seed}:${id}`)() < 0.5 ? 'en' : 'zh'
}

/** Each card once: the first in the language it is asked in, else the first there is. */
export function inOneLanguage(
  cards: readonly Card[],
  practice: Practice,
  seed = '',
): readonly Card[] {
  const chosen = new Map<CardId, Card>()
  const wanted = new Map<CardId, CardLanguage>()
  for (const card of cards) {
    const known = chosen.get(card.id)
    const language = wanted.get(card.id) ?? languageFor(practice, card.id, seed)
    wanted.set(card.id, language)
    const isBetter = known?.language !== language && card.language === language
    if (known === undefined || isBetter) chosen.set(card.id, card)
  }
  return [...chosen.values()]
}

/** The card in the other language, where one of these is it; an answered one if there are several. */
export function otherLanguageOf(card: Card, all: readonly Card[]): Card | undefined {
  const others = all.filter(({ id, language }) => id === card.id && language !== card.language)
  return others.find(({ answer }) => answer.kind === 'written') ?? others[0]
}
