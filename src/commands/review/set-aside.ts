import type { Host } from '../../host/host.ts'
import type { SetAsideKind } from '../../schedule/schedule.ts'
import { findCard } from '../../search/find.ts'
import { setAsideLines } from '../../view/review.ts'
import { allCards, type LibraryOptions } from '../cards/library-options.ts'
import { recordHead } from './save-record.ts'

/** `viva suspend`, `unsuspend` and `bury`: keeps a card out, or lets it in again. */
export async function run(
  host: Host,
  kind: SetAsideKind,
  words: readonly string[],
  options: LibraryOptions,
): Promise<void> {
  const { terminal } = host
  const card = await findCard(
    await allCards(host, options),
    words.join(' '),
    host.terminal.look().language,
  )
  host.store.openJournal().append({ ...recordHead(host), kind, card: card.id })
  terminal.print(setAsideLines(kind, card, terminal.look()))
}
