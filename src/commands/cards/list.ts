import type { Host } from '../../host/host.ts'
import type { listRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { cardJson } from '../../view/card-json.ts'
import { listLines, listRecords } from '../../view/cards.ts'
import { cardsFor } from './library-options.ts'

export type Options = Said<typeof listRows>

/** `viva list`: the cards as a table, as lines for other programs, or as JSON. */
export async function run(host: Host, options: Options): Promise<void> {
  const { terminal } = host
  const cards = await cardsFor(host, options)
  if (options.state === true) {
    const { withStandings } = await import('./list-standings.ts')
    return withStandings(host, cards, options.json === true)
  }
  if (options.json === true) terminal.json(cards.map((card) => cardJson(card)))
  else terminal.print(terminal.isTerminal ? listLines(cards, terminal.look()) : listRecords(cards))
}
