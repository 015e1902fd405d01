import type { Host } from '../../host/host.ts'
import type { rateRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { standingOf } from '../../schedule/queue.ts'
import type { Grade, Review } from '../../schedule/schedule.ts'
import { findCard } from '../../search/find.ts'
import { rateJson } from '../../view/card-json.ts'
import { ratedLines } from '../../view/review.ts'
import { cardsAmong } from '../cards/library-options.ts'
import { recordHead } from './save-record.ts'
import { readToday } from './today.ts'

export type Options = Said<typeof rateRows>

/** `viva rate <card> <grade>`: records one review; says so only when it is on disk. */
export async function run(
  host: Host,
  words: string,
  grade: Grade,
  options: Options,
): Promise<void> {
  const { terminal } = host
  const among = await cardsAmong(host, options, words)
  const card = await findCard(among, words, terminal.look().language)
  const tookMs = (options.seconds ?? 0) * 1000
  const record = { ...recordHead(host), kind: 'review', card: card.id, grade, tookMs } as const
  const journal = host.store.openJournal()
  journal.append({ ...record, source: 'rate' })
  const review: Review = { ...record, source: 'rate', device: '' }
  // read again instead of reckoned: with a clock set back the review does not count as the last
  const { schedule } = standingOf((await readToday(host)).schedules, card)
  if (options.json === true) terminal.json(rateJson(review, schedule))
  else terminal.print(ratedLines(grade, schedule, terminal.look()))
}
