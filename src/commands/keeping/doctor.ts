import { isSound } from '../../archive/examination.ts'
import { Unreadable } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import type { doctorRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { doctorJson, doctorLines } from '../../view/keeping.ts'
import { readToday } from '../review/today.ts'

export type Options = Said<typeof doctorRows>

/** `viva doctor`: reads every line of everything of the person's, and names what is damaged. */
export async function run(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  options: Options,
): Promise<void> {
  const { terminal } = host
  const keeper = await host.store.openKeeper()
  let examination = await keeper.examine()
  const look = terminal.look()
  if (options.json === true) terminal.json(doctorJson(examination))
  else terminal.print(doctorLines(examination, look))
  if (options.repair === true) {
    const words = look.say.keeping
    const mended = keeper.mend()
    terminal.warn(mended.map(({ path, to }) => words.mended(path, to)))
    if (mended.length > 0) examination = await keeper.examine()
    const aside = keeper.setDamagedAside(examination)
    const cleared = keeper.clearCaches()
    const tidied = keeper.tidy()
    await readToday(host)
    if (tidied > 0) terminal.warn([words.tidied(tidied)])
    terminal.warn([words.rebuilt(cleared), ...aside.map((path) => words.setAside(path))])
  }
  if (!isSound(examination)) throw new Unreadable()
}
