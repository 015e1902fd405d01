import type { Host } from '../host/host.ts'

export type Options = { readonly force?: boolean }

/** `viva backup [file]`: everything of the person's in one file. */
export async function run(host: Host, path: string | undefined, options: Options): Promise<void> {
  const keeper = await host.openKeeper()
  const target = keeper.backup(path, options.force === true)
  host.terminal.print([host.terminal.look().say.keeping.backedUp(target)])
}
