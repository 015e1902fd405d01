import type { Host } from '../host/host.ts'
import { actJson } from '../view/card-json.ts'
import { undoneLines } from '../view/review.ts'
import { allCards, type LibraryOptions } from './library-options.ts'
import { recordHead } from './save-record.ts'

export type Options = LibraryOptions & { readonly json?: boolean }

/** `viva undo`: takes back the last thing that was done, and next time the one before. */
export async function run(host: Host, options: Options): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  const last = host.openJournal().read().acts.at(-1)
  if (last !== undefined) {
    host.openJournal().append({ ...recordHead(host), kind: 'void', ref: last.id })
  }
  if (options.json === true)
    return terminal.json(last === undefined ? {} : { undone: actJson(last) })
  if (last === undefined) return terminal.print([look.say.review.nothingToUndo])
  const cards = await allCards(host, options)
  const question = cards.find(({ id }) => id === last.card)?.question ?? last.card
  terminal.print(undoneLines(last, question, look))
}
