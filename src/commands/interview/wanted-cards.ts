import type { Card } from '../../cards/card.ts'
import type { Host } from '../../host/host.ts'
import type { InterviewOptions } from '../../options/interview.ts'
import { allCards, searching } from '../cards/library-options.ts'
import { cardsToAsk, inAllLanguages, practising } from '../review/practice.ts'

/**
 * The cards that were named, in their order; else those that the options leave. Each comes in all
 * the languages it has.
 */
export async function wantedCards(host: Host, options: InterviewOptions): Promise<readonly Card[]> {
  const { card: named } = options
  if (named === undefined) return cardsToAsk(host, options)
  const { findCard } = await import('../../search/find.ts')
  const wish = practising(host, options)
  const all = await allCards(host, wish)
  const { language } = host.terminal.look()
  const found: Card[] = []
  for (const words of named) {
    const card = await findCard(all, words, language, (look) =>
      searching(host, wish, ({ collection }) => look(collection)),
    )
    found.push(card)
  }
  return inAllLanguages(host, found, options)
}
