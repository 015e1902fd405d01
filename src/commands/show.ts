import type { Host } from '../host/host.ts'
import { findCard } from '../search/find.ts'
import { wholeCardJson } from '../view/card-json.ts'
import { loadCard } from '../view/card-page.ts'
import { allCards, type LibraryOptions, searching } from './library-options.ts'

export type Options = LibraryOptions & { readonly json?: boolean }

/** `viva show <card>`: one card, rendered or as JSON. */
export async function run(host: Host, words: readonly string[], options: Options): Promise<void> {
  const { terminal } = host
  const cards = await allCards(host, options)
  const card = await findCard(cards, words.join(' '), (look) =>
    searching(host, options, ({ collection }) => look(collection)),
  )
  if (options.json === true) terminal.json(wholeCardJson(card))
  else terminal.print((await loadCard(card, terminal.look()))(terminal.look()))
}
