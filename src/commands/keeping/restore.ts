import { Unreadable } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import { restoredLines } from '../../view/keeping.ts'

/** `viva restore <file>`: adds what a backup has and is lacking here. */
export async function run(host: HostPart<'terminal' | 'store'>, path: string): Promise<void> {
  const { terminal } = host
  const restored = await (await host.store.openKeeper()).restore(path)
  terminal.print(restoredLines(restored, terminal.look()))
  if (restored.damaged > 0 || restored.cutShort) {
    terminal.warn([terminal.look().say.keeping.spoilt(path)])
    throw new Unreadable()
  }
}
