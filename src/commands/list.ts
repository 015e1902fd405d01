import type { Host } from '../host/host.ts'
import { cardJson } from '../view/card-json.ts'
import { listLines, listRecords } from '../view/cards.ts'
import { jsonText } from '../view/json.ts'
import { cardsFor, type LibraryOptions } from './library-options.ts'

export type Options = LibraryOptions & { readonly json?: boolean }

/** `viva list`: the cards as a table, as lines for other programs, or as JSON. */
export async function run(host: Host, options: Options): Promise<void> {
  const { terminal } = host
  const cards = await cardsFor(host, options)
  if (options.json === true) terminal.write(jsonText(cards.map(cardJson)))
  else terminal.print(terminal.isTerminal ? listLines(cards, terminal.look()) : listRecords(cards))
}
