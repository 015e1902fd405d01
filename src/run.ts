import { existsSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommanderError } from 'commander'
import envPaths from 'env-paths'
import type { Language, Library } from './cards/card.ts'
import { obey } from './cli/program.ts'
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
import type { Host } from './host/host.ts'
import type { Interviews } from './host/interviews.ts'
import { openJournal } from './host/journal.ts'
import { openNotes } from './host/notes.ts'
import { openRegistry } from './host/registry.ts'
import { openSettings } from './host/settings.ts'
import { openTerminal } from './host/terminal.ts'
import { messagesFor } from './i18n/messages.ts'
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
    host.now()
    await obey(host, words)
    return exitCodes.done
  } catch (error) {
    return exitCodeFor(error, host)
  } finally {
    if (host.openJournal().hasAppended()) (await host.openKeeper()).keepDailyCopy()
  }
}

function exitCodeFor(error: unknown, host: Host): number {
  const { terminal } = host
  const look = terminal.look()
  if (error instanceof Interrupted) return exitCodes.interrupted
  if (error instanceof Unreadable) return exitCodes.fault
  if (error instanceof CommanderError) {
    // help and version were asked for, and are no errors
    if (error.exitCode === 0) return exitCodes.done
    terminal.warn(usageLines(error, look.say))
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
  const settings = openSettings(home.settings, (path, reason) => broken.push({ path, reason }))
  const language = languageOf(words, settings.read().language)
  const say = await messagesFor(language)
  const terminal = openTerminal({
    language,
    say,
    colour: words.includes('--no-color') ? false : words.includes('--color') ? true : undefined,
    plain: words.includes('--plain'),
    newlines: settings.read().newlines,
  })
  terminal.warn(broken.map(({ path, reason }) => say.config.broken(path, reason)))
  let journal: ReturnType<typeof openJournal> | undefined
  let interviews: Promise<Interviews> | undefined
  const banks = {
    en: fileURLToPath(new URL('en', content)),
    zh: fileURLToPath(new URL('zh', content)),
  }
  const registry = openRegistry({
    ...home,
    now: clock.now,
    onFailure: (folder, reason) => terminal.warn([say.relink.notKept(folder, reason)]),
  })
  const settle = async (library: Library): Promise<Library> => {
    // the notes of the bundled banks name all their cards
    if (Object.values(banks).includes(library.root)) return library
    const { settled } = await import('./host/settle.ts')
    return settled(library, registry)
  }
  const readLibrary = async (root: string, questions?: readonly string[]): Promise<Library> => {
    const { readLibrary } = await import('./host/library.ts')
    const { cache } = home
    const onProgress = terminal.progress
    return settle(await readLibrary({ root, questions, cache, now: Date.now, onProgress }))
  }
  return {
    ...clock,
    random: Math.random,
    terminal,
    settings,
    notes: openNotes(home.data, registry.names),
    banks,
    readLibrary,
    inspectLibrary: async (root, questions) => {
      const { inspectLibrary } = await import('./host/inspect-library.ts')
      const onProgress = terminal.progress
      const inspected = await inspectLibrary({ root, questions, now: Date.now, onProgress })
      return { ...inspected, library: await settle(inspected.library) }
    },
    openSearch: async (libraries) => {
      const { openSearch } = await import('./host/open-search.ts')
      const settleAt = async (root: string, questions?: readonly string[]) =>
        void (await readLibrary(root, questions))
      return openSearch(libraries, home, { terminal, settleAt, names: registry.names })
    },
    ownGlossary: async () => {
      const { readGlossary } = await import('./host/own-glossary.ts')
      return readGlossary(home.settings)
    },
    readAnswer: async (path) => {
      const { readAnswer } = await import('./host/read-answer.ts')
      return readAnswer(path)
    },
    pathOf: ({ library, file }) => {
      const root = resolve(library)
      return statSync(root, { throwIfNoEntry: false })?.isFile() ? root : join(root, file)
    },
    // a shell leaves the ~ of --save=~/x, and a prompt knows no shell
    absolute: (path) => resolve(path.replace(/^~(?=[/\\]|$)/, homedir())),
    exists: existsSync,
    openRegistry: () => registry,
    openKeeper: async () => {
      const { openKeeper } = await import('./host/keeper.ts')
      return openKeeper(home, home.cache, { ...clock, settings })
    },
    openExporter: async () => (await import('./host/exporter.ts')).openExporter(clock),
    readText,
    openInterviews: async () => {
      interviews ??= import('./host/interviews.ts').then((room) => room.openInterviews(home.data))
      return interviews
    },
    fitParameters: async (histories) => {
      const { fitParameters } = await import('./host/fit-parameters.ts')
      return fitParameters(histories)
    },
    openJournal: () => {
      journal ??= openJournal(home.data, home.cache, registry.names)
      return journal
    },
  }
}

// A file of the person's; what it holds is made sense of elsewhere.
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UserError(
      { code: 'file-not-readable', path, reason: reasonOf(error) },
      { cause: error },
    )
  }
}

type Homes = { readonly settings: string; readonly data: string; readonly cache: string }

function homes(): Homes {
  const own = process.env.VIVA_HOME
  if (own) return { settings: own, data: own, cache: join(own, 'cache') }
  const { config, data, cache } = envPaths('viva', { suffix: '' })
  return { settings: config, data, cache }
}

// Known before the command line is read, because help speaks it too.
function languageOf(words: readonly string[], setting: Language | undefined): Language {
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const said = words[at] === '--lang' ? words[at + 1] : words[at]?.slice('--lang='.length)
  if (said === 'en' || said === 'zh') return said
  if (setting !== undefined) return setting
  // of all Intl this is the one that loads in no time: 0.4 ms against 25 for dates
  return new Intl.PluralRules().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en'
}
