import type { Host } from '../host/host.ts'
import { findCard } from '../search/find.ts'
import { wholeCardJson } from '../view/card-json.ts'
import { loadCard } from '../view/card-page.ts'
import { jsonText } from '../view/json.ts'
import { allCards, type LibraryOptions } from './library-options.ts'

export type Options = LibraryOptions & { readonly json?: boolean }

/** `viva show <card>`: one card, rendered or as JSON. */
export async function run(host: Host, words: readonly string[], options: Options): Promise<void> {
  const { terminal } = host
  const card = await findCard(await allCards(host, options), words.join(' '))
  if (options.json === true) terminal.write(jsonText(wholeCardJson(card)))
  else terminal.print((await loadCard(card, terminal.look()))(terminal.look()))
}
