import { Unreadable } from '../../errors.ts'
import type { Host } from '../../host/host.ts'
import { restoredLines } from '../../view/keeping.ts'

/** `viva restore <file>`: adds what a backup has and is lacking here. */
export async function run(host: Host, path: string): Promise<void> {
  const { terminal } = host
  const restored = await (await host.openKeeper()).restore(path)
  terminal.print(restoredLines(restored, terminal.look()))
  if (restored.damaged > 0 || restored.cutShort) {
    terminal.warn([terminal.look().say.keeping.spoilt(path)])
    throw new Unreadable()
  }
}
