import type { Card } from '../cards/card.ts'
import type { Host } from '../host/host.ts'
import type { Options } from './interview-options.ts'
import { allCards, searching, someCardsFor } from './library-options.ts'

/** The cards that were named, in their order; else those that the options leave. */
export async function wantedCards(host: Host, options: Options): Promise<readonly Card[]> {
  const { card: named } = options
  if (named === undefined) return someCardsFor(host, options)
  const { findCard } = await import('../search/find.ts')
  const all = await allCards(host, options)
  const { language } = host.terminal.look()
  const found: Card[] = []
  for (const words of named) {
    const card = await findCard(all, words, language, (look) =>
      searching(host, options, ({ collection }) => look(collection)),
    )
    found.push(card)
  }
  return found
}
