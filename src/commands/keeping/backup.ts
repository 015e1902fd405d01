import type { HostPart } from '../../host/host.ts'
import type { backupRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'

export type Options = Said<typeof backupRows>

/** `viva backup [file]`: everything of the person's in one file. */
export async function run(
  host: HostPart<'terminal' | 'store'>,
  path: string | undefined,
  options: Options,
): Promise<void> {
  const keeper = await host.store.openKeeper()
  const target = keeper.backup(path, options.force === true)
  host.terminal.print([host.terminal.look().say.keeping.backedUp(target)])
}
