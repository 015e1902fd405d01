import type { Host } from '../../host/host.ts'
import { standingOf } from '../../schedule/queue.ts'
import type { SetAsideKind, Standing } from '../../schedule/schedule.ts'
import { findCard } from '../../search/find.ts'
import { asItIsLines, type SettledKind, setAsideLines } from '../../view/review.ts'
import { cardsAmong, type LibraryOptions } from '../cards/library-options.ts'
import { recordHead } from './save-record.ts'
import { readToday } from './today.ts'

/** `viva suspend`, `unsuspend` and `bury`: keeps a card out, or lets it in again. */
export async function run(
  host: Host,
  kind: SetAsideKind,
  words: readonly string[],
  options: LibraryOptions,
): Promise<void> {
  const { terminal } = host
  const wanted = words.join(' ')
  const among = await cardsAmong(host, options, wanted)
  const card = await findCard(among, wanted, terminal.look().language)
  const standing = standingOf((await readToday(host)).schedules, card)
  if (isSo(kind, standing)) {
    terminal.print(asItIsLines(kind, card, terminal.look()))
    return
  }
  host.store.openJournal().append({ ...recordHead(host), kind, card: card.id })
  terminal.print(setAsideLines(kind, card, terminal.look()))
}

/** Whether nothing would change: it is kept out for good already, or not kept out at all. */
function isSo(kind: SetAsideKind, { suspended, buriedOn }: Standing): kind is SettledKind {
  if (kind === 'suspend') return suspended
  return kind === 'unsuspend' && !suspended && buriedOn === undefined
}
