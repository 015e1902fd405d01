import type { Host } from '../../host/host.ts'
import type { printRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { actJson } from '../../view/card-json.ts'
import { undoneLines } from '../../view/review.ts'
import { questionsOf } from '../cards/library-options.ts'
import { recordHead } from './save-record.ts'

export type Options = Said<typeof printRows>

/** `viva undo`: takes back the last thing that was done, and next time the one before. */
export async function run(host: Host, options: Options): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  const last = host.store.openJournal().lastAct()
  if (last !== undefined) {
    host.store.openJournal().append({ ...recordHead(host), kind: 'void', ref: last.id })
  }
  if (options.json === true)
    return terminal.json(last === undefined ? {} : { undone: actJson(last) })
  if (last === undefined) return terminal.print([look.say.review.nothingToUndo])
  const questionOf = await questionsOf(host, options)
  terminal.print(undoneLines(last, questionOf(last.card) ?? last.card, look))
}
