import { UserError } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { printRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import type { Act } from '../../schedule/schedule.ts'
import { actJson } from '../../view/card-json.ts'
import { undoneLines } from '../../view/review.ts'
import { questionsOf } from '../cards/library-options.ts'
import { recordHead } from './save-record.ts'

export type Options = Said<typeof printRows>

/**
 * `viva undo [id]`: takes back the last thing that was done, and next time the one before; or what
 * has this id, such as a grade given while the clock was ahead.
 */
export async function run(host: Host, id: string | undefined, options: Options): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  const last = id === undefined ? host.store.openJournal().lastAct() : actWith(host, id)
  if (last !== undefined) {
    host.store.openJournal().append({ ...recordHead(host), kind: 'void', ref: last.id })
  }
  if (options.json === true)
    return terminal.json(last === undefined ? {} : { undone: actJson(last) })
  if (last === undefined) return terminal.print([look.say.review.nothingToUndo])
  const questionOf = await questionsOf(host, options)
  terminal.print(undoneLines(last, questionOf(last.card) ?? last.card, look))
}

function actWith(host: HostPart<'store'>, id: string): Act {
  const act = host.store
    .openJournal()
    .read()
    .acts.find((one) => one.id === id)
  if (act === undefined) throw new UserError({ code: 'no-such-record', id })
  return act
}
