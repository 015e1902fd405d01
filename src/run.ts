import { join } from 'node:path'
import { CommanderError } from 'commander'
import { commands, obey } from './cli/program.ts'
import { usageLines } from './cli/usage-error.ts'
import {
  CacheDamaged,
  exitCodeOf,
  exitCodes,
  Interrupted,
  reasonOf,
  Unreadable,
  UserError,
} from './errors.ts'
import { wallClock } from './host/clock.ts'
import { notesPath } from './host/clones/notes-path.ts'
import { homes } from './host/homes.ts'
import type { Host } from './host/host.ts'
import { knownDocuments } from './host/known-documents.ts'
import { libraryReader } from './host/library/library-reader.ts'
import { namedFiles } from './host/named-files.ts'
import { openRegistry } from './host/store/registry.ts'
import { openSettings, type SettingsStore } from './host/store/settings.ts'
import { openStore } from './host/store/store.ts'
import { openTerminal } from './host/terminal/terminal.ts'
import { messagesFor, type Tongue, tongueNamed, tongueOf } from './i18n/messages.ts'
import { faultLines } from './view/fault.ts'

/** Builds the real host, runs the command line, and gives the exit code. */
export async function run(words: readonly string[], content: URL): Promise<number> {
  const host = await realHost(words, content)
  process.stdout.on('error', (error) => {
    const reason = reasonOf(error)
    // a reader such as `head` that has seen enough ends us without a complaint
    if (reason === 'EPIPE') process.exit(exitCodes.done)
    process.exit(exitCodeFor(new UserError({ code: 'output-failed', reason }), host))
  })
  try {
    // a clock set wrongly is told now, not when the first grade is to be kept
    host.clock.now()
    await obey(host, words)
    return exitCodes.done
  } catch (error) {
    return exitCodeFor(error, host)
  } finally {
    if (host.store.openJournal().hasAppended()) await afterGrades(host, words)
  }
}

async function afterGrades({ store, terminal }: Host, words: readonly string[]): Promise<void> {
  const keeper = await store.openKeeper()
  keeper.keepDailyCopy()
  // a script that grades a thousand cards sits at none
  const isSitting =
    terminal.interactive || ['interview', 'review'].some((one) => words.includes(one))
  if (!isSitting || settingsAtStart(store.settings)?.autosync !== 'on') return
  const { syncInBackground } = await import('./host/sync/background.ts')
  syncInBackground()
}

function exitCodeFor(error: unknown, host: Host): number {
  const { terminal } = host
  const look = terminal.look()
  if (error instanceof Interrupted) return exitCodes.interrupted
  if (error instanceof Unreadable) return exitCodes.fault
  if (error instanceof CommanderError) {
    // help and version were asked for, and are no errors
    if (error.exitCode === 0) return exitCodes.done
    terminal.warn(usageLines(error, look.say, commands))
    return exitCodes.usage
  }
  if (error instanceof CacheDamaged) {
    return exitCodeFor(new UserError({ code: 'cache-damaged' }), host)
  }
  if (error instanceof UserError) {
    terminal.warn(faultLines(error.fault, look))
    return exitCodeOf(error.fault)
  }
  const bug = error instanceof Error ? error : new Error(String(error))
  terminal.warn([look.say.bug(bug.message), look.say.bugHint])
  if (process.env.VIVA_DEBUG) terminal.warn([bug.stack ?? ''])
  return exitCodes.bug
}

async function realHost(words: readonly string[], content: URL): Promise<Host> {
  const home = homes()
  const broken: { readonly path: string; readonly reason: string }[] = []
  const clock = wallClock(process.env.VIVA_NOW || undefined)
  const settings = openSettings(
    home.settings,
    (path, reason) => broken.push({ path, reason }),
    (clone) => notesPath(home.data, clone),
  )
  const known = settingsAtStart(settings)
  const tongue = tongueFor(words, known?.language)
  const say = await messagesFor(tongue)
  const terminal = await openTerminal({
    tongue,
    say,
    colour: words.includes('--no-color') ? false : words.includes('--color') ? true : undefined,
    plain: words.includes('--plain'),
    newlines: known?.newlines ?? 'keep',
    editing: join(home.data, 'editing'),
    documents: knownDocuments(home.cache),
  })
  terminal.warn(broken.map(({ path, reason }) => say.config.broken(path, reason)))
  const registry = openRegistry({
    ...home,
    now: clock.now,
    onFailure: (folder, reason) => terminal.warn([say.relink.notKept(folder, reason)]),
  })
  return {
    clock: { ...clock, random: Math.random },
    terminal,
    library: libraryReader({ home, content, terminal, registry }),
    files: namedFiles,
    store: openStore({ home, clock, settings, registry }),
    clones: {
      open: async () => {
        const { openClones } = await import('./host/clones/clones.ts')
        const { interactive } = terminal
        return openClones({ data: home.data, now: clock.now, interactive })
      },
    },
    paper: {
      openExporter: async () => (await import('./host/paper/exporter.ts')).openExporter(clock),
    },
  }
}

// Help and the doctor are there though settings cannot be read; who needs them hears of it.
function settingsAtStart(settings: SettingsStore): ReturnType<SettingsStore['read']> | undefined {
  try {
    return settings.read()
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

// Known before the command line is read, because help speaks it too.
function tongueFor(words: readonly string[], setting: Tongue | undefined): Tongue {
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const said = words[at] === '--lang' ? words[at + 1] : words[at]?.slice('--lang='.length)
  const wanted = tongueNamed(said) ?? setting
  if (wanted !== undefined) return wanted
  // of all Intl this is the one that loads in no time: 0.4 ms against 25 for dates
  return tongueOf(new Intl.PluralRules().resolvedOptions().locale)
}
