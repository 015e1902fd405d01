import type { Host } from '../../host/host.ts'
import type { showRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { standingOf } from '../../schedule/queue.ts'
import { findCard } from '../../search/find.ts'
import { standingJson, wholeCardJson } from '../../view/card-json.ts'
import { loadCard } from '../../view/card-page.ts'
import { cardHistoryLines } from '../../view/standing.ts'
import { readToday } from '../review/today.ts'
import { allCards, searching } from './library-options.ts'

export type Options = Said<typeof showRows>

/** `viva show <card>`: one card with its history, rendered or as JSON. */
export async function run(host: Host, words: readonly string[], options: Options): Promise<void> {
  const { terminal } = host
  const cards = await allCards(host, options)
  const card = await findCard(cards, words.join(' '), terminal.look().language, (look) =>
    searching(host, options, ({ collection }) => look(collection)),
  )
  const today = await readToday(host)
  const standing = standingOf(today.schedules, card)
  if (options.json === true) {
    return terminal.json(wholeCardJson(card, standingJson(standing, today.day)))
  }
  // pagers show the addresses of links as they are written
  const isPaged = terminal.isTerminal && options.pager !== false
  const look = isPaged ? { ...terminal.look(), links: false } : terminal.look()
  const { notes } = host.store
  const page = await loadCard(card, notes.read(card.id), notes.ways(card.id), look)
  const acts = host.store.openJournal().readCards([card.id])
  const lines = [...page(look), ...cardHistoryLines(standing, acts, today, look)]
  if (isPaged) return terminal.page(lines)
  terminal.print(lines)
}
