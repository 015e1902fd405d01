import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import type { jsonRows, syncRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { leavesLines, statusJson, statusLines, syncedJson, syncedLines } from '../../view/sync.ts'

export type Options = Said<typeof syncRows>

type Parts = HostPart<'clock' | 'terminal' | 'store'>

/** `viva sync [remote]`: joins what is here with the usual remote, or with this one. */
export async function run(host: Parts, word: string | undefined, options: Options): Promise<void> {
  if (options.quiet === true) return quietly(host)
  const syncing = await host.store.openSync()
  const isFirst = syncing.state().remotes.length === 0
  if (word !== undefined && isFirst) return setup(host, word, options)
  await joined(host, word, options)
}

/** `viva sync setup <url>`: says what will leave the machine, then syncs, and from then on by itself. */
export async function setup(host: Parts, word: string, options: Options): Promise<void> {
  const { terminal } = host
  const syncing = await host.store.openSync()
  const { url, name, known } = syncing.remote(word)
  if (known === undefined && !(await agreed(host, name))) return
  const isMade = await syncing.make(url)
  if (isMade) terminal.warn([terminal.look().say.sync.madeRepository(name)])
  await synced(host, url, options)
  // one that was mistyped is not the usual one
  syncing.prefer(url)
}

/** `viva sync status`: where to, how long ago, and what waits; asks nobody. */
export async function status(host: Parts, options: Said<typeof jsonRows>): Promise<void> {
  const { clock, terminal } = host
  const syncing = await host.store.openSync()
  const automatic = host.store.settings.read().autosync === 'on'
  const at = clock.now()
  const seen = { status: await syncing.status(), automatic, at, offset: clock.offsetAt(at) }
  if (options.json === true) terminal.json(statusJson(seen))
  else terminal.print(statusLines(seen, terminal.look()))
}

async function joined(host: Parts, word: string | undefined, options: Options): Promise<void> {
  const syncing = await host.store.openSync()
  const { url, name, known } = syncing.remote(word)
  if (known === undefined && !(await agreed(host, name))) return
  await synced(host, url, options)
}

/** Says what will leave the machine, before it does for the first time; asks where a person sits there. */
async function agreed({ terminal }: Parts, name: string): Promise<boolean> {
  const look = terminal.look()
  const words = look.say.sync
  terminal.warn(leavesLines(name, look))
  if (!terminal.interactive) return true
  const isYes = await terminal.choose({
    message: words.goOn,
    choices: [
      { name: words.yes, value: true },
      { name: words.no, value: false },
    ],
  })
  if (!isYes) terminal.print([words.notNow])
  return isYes
}

async function synced(host: Parts, url: string, options: Options): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  let step = ''
  const tell = terminal.progressOf(() => look.say.sync.working(step))
  const done = await (await host.store.openSync()).join(url, {
    interactive: terminal.interactive,
    onProgress: (progress) => {
      step = progress.step
      tell(progress.done, progress.all)
    },
  })
  if (options.json === true) terminal.json(syncedJson(done))
  else terminal.print(syncedLines(done, look))
}

/** After a sitting, in the background: whatever is in its way now will not be another time. */
async function quietly(host: Parts): Promise<void> {
  const syncing = await host.store.openSync()
  try {
    const { url, known } = syncing.remote(undefined)
    // nobody who was told what leaves the machine has agreed yet
    if (known !== undefined) await syncing.join(url, { interactive: false })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}
