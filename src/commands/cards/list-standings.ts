import type { Card } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import { standingOf } from '../../schedule/queue.ts'
import { cardJson, standingJson } from '../../view/card-json.ts'
import { listLines, listRecords } from '../../view/cards.ts'
import { standingRecord, standingText } from '../../view/standing.ts'
import { readToday } from '../review/today.ts'

/** The cards of `viva list --state`, each with where it stands. */
export async function withStandings(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  cards: readonly Card[],
  json: boolean,
): Promise<void> {
  const { terminal } = host
  const today = await readToday(host)
  const look = terminal.look()
  const standing = (card: Card) => standingOf(today.schedules, card)
  if (json) {
    return terminal.json(
      cards.map((card) => cardJson(card, standingJson(standing(card), today.day))),
    )
  }
  terminal.print(
    terminal.isTerminal
      ? listLines(cards, look, (card) => standingText(standing(card), today, look))
      : listRecords(cards, (card) => standingRecord(standing(card), today.day)),
  )
}
