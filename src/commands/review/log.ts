import type { HostPart } from '../../host/host.ts'
import type { printRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { reviewJson } from '../../view/card-json.ts'
import { logLines, logRecords } from '../../view/cards.ts'
import { questionsOf } from '../cards/library-options.ts'
import { warnOfLosses } from './today.ts'

export type Options = Said<typeof printRows>

/** `viva log`: every review that was not taken back, oldest first. */
export async function run(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: Options,
): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  const { log } = look.say
  // first the cards: one that was edited or named since may have another name now
  const questionOf = options.json === true ? () => undefined : await questionsOf(host, options)
  const { reviews, damaged, newer } = host.store.openJournal().read()
  warnOfLosses(host, damaged, newer)
  if (options.json === true) return terminal.json(reviews.map(reviewJson))
  if (reviews.length === 0) return terminal.print([log.none])
  terminal.print(
    terminal.isTerminal ? logLines(reviews, questionOf, look) : logRecords(reviews, questionOf),
  )
}
