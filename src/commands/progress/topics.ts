import type { Host } from '../../host/host.ts'
import type { topicsRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { inOneLanguage } from '../../schedule/practice.ts'
import { tagFigures, topicTree } from '../../stats/topics.ts'
import { topicsJson } from '../../view/stats/json.ts'
import { topicsLines, topicsRecords } from '../../view/stats/topics.ts'
import { cardsFor } from '../cards/library-options.ts'
import { readToday } from '../review/today.ts'

export type Options = Said<typeof topicsRows>

/** `viva topics`: topics and tags with how their cards stand. */
export async function run(host: Host, options: Options): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  const cards = inOneLanguage(await cardsFor(host, options), look.language)
  const today = await readToday(host)
  const topics = topicTree(cards, today)
  const tags = tagFigures(cards, today)
  if (options.json === true) return terminal.json(topicsJson(topics, tags))
  if (!terminal.isTerminal) return terminal.print(topicsRecords(topics, tags))
  await terminal.page(topicsLines(topics, tags, look))
}
