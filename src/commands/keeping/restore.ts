import { Unreadable } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import { notRestoredLines, restoredLines } from '../../view/keeping.ts'

/** `viva restore <file>`: adds what a backup has and is lacking here. */
export async function run(host: HostPart<'terminal' | 'store'>, path: string): Promise<void> {
  const { terminal } = host
  const restored = await (await host.store.openKeeper()).restore(path)
  terminal.print(restoredLines(restored, terminal.look()))
  const isSpoilt = restored.damaged > 0 || restored.cutShort
  terminal.warn(notRestoredLines(restored, terminal.look()))
  if (isSpoilt) terminal.warn([terminal.look().say.keeping.spoilt(path)])
  if (isSpoilt || restored.failed.length > 0) throw new Unreadable()
}
