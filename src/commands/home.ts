import type { Card } from '../cards/card.ts'
import { Interrupted, Unreadable, UserError } from '../errors.ts'
import type { Host, HostPart } from '../host/host.ts'
import { beganAt } from '../interview/interview.ts'
import { streak, weakestTopic } from '../schedule/overview.ts'
import { inOneLanguage } from '../schedule/practice.ts'
import type { Menu } from '../screens/menu.ts'
import { pauseScreen } from '../screens/pause.ts'
import { faultLines } from '../view/fault.ts'
import { type Home, homeHead, homeLines } from '../view/home.ts'
import { allCards } from './cards/library-options.ts'
import { latestWaiting } from './interview/waiting-interview.ts'
import { practising } from './review/practice.ts'
import { readToday } from './review/today.ts'
import { todaysWork } from './review/todays-work.ts'

/** Runs a command line as if the person had typed it. */
export type Perform = (words: readonly string[]) => Promise<void>

/** Bare `viva`: what is due and how far the interview is, then a menu that leads everywhere. */
export async function run(host: Host, perform: Perform): Promise<void> {
  const { terminal } = host
  for (;;) {
    const home = await readHome(host)
    const look = terminal.look()
    if (!terminal.interactive) {
      return terminal.print([...homeLines(home, look), look.say.home.commands])
    }
    terminal.print(homeHead(home, look))
    const words = await chosenWords(host, home)
    if (words === undefined) return
    if (words.length > 0 && !(await shown(host, words, perform))) return
    terminal.print([''])
  }
}

/** What needs no pause behind it: a search ends when the person has seen enough. */
const leftAtWill = ['search']

/** Runs what was chosen, and keeps what it shows until Enter; false if the person left there. */
async function shown(
  host: HostPart<'terminal'>,
  words: readonly string[],
  perform: Perform,
): Promise<boolean> {
  await perform(words).catch((error) => said(host, error))
  if (leftAtWill.includes(words[0] ?? '')) return true
  const screen = pauseScreen(
    [],
    ({ say }) => say.home.back,
    () => [],
  )
  return (await host.terminal.live(screen)).kind !== 'left'
}

// Whatever ends what was chosen, it comes back to the menu; Ctrl-C in the menu itself leaves.
function said(host: HostPart<'terminal'>, error: unknown): void {
  const { terminal } = host
  if (error instanceof UserError) terminal.print(faultLines(error.fault, terminal.look()))
  else if (!(error instanceof Interrupted || error instanceof Unreadable)) throw error
}

async function readHome(host: Host): Promise<Home> {
  const settings = host.store.settings.read()
  const cards = await readableCards(host)
  const today = await readToday(host)
  const open = latestWaiting(host, await host.store.openInterviews())
  const { todo } = todaysWork(host, cards, today, {}).run
  const fresh = todo.filter(({ kind }) => kind === 'new').length
  const named = inOneLanguage(cards, host.terminal.look().language, '')
  return {
    today: today.day,
    due: todo.length - fresh,
    fresh,
    streak: streak(today.schedules, today.day),
    date: settings.date,
    weakest: weakestTopic(named, today.schedules, today.at, today.rules),
    cards: named.length,
    libraries: settings.libraries.length,
    unfinished: open && beganAt(open),
    synced: await lastSynced(host),
  }
}

async function lastSynced({ clock, store }: HostPart<'clock' | 'store'>): Promise<Home['synced']> {
  const { remotes } = await store.synced()
  const [latest] = remotes
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
  if (latest?.at === undefined) return undefined
  return { devices: latest.devices.length, at: latest.at, now: clock.now() }
}

// A library that is gone must not take the way to the others away.
async function readableCards(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
): Promise<readonly Card[]> {
  try {
    return await allCards(host, practising(host, {}))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    host.terminal.warn(faultLines(error.fault, host.terminal.look()))
    return []
  }
}

type Way = () => Promise<readonly string[] | undefined>

/** The command line of what was chosen; undefined to leave. */
async function chosenWords(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  home: Home,
): Promise<readonly string[] | undefined> {
  const words = host.terminal.look().say.home
  const { menu } = words
  const isOpen = home.unfinished !== undefined
  const choices = [
    ...(isOpen ? [to(menu.resume, 'interview', '--resume')] : []),
    to(menu.review(home.due, home.fresh), 'review'),
    to(menu.interview, 'interview'),
    to(menu.search, 'search'),
    to(menu.history, 'history'),
    to(menu.stats, 'stats'),
    ...(home.date === undefined ? [] : [to(menu.plan, 'plan')]),
    ...(isOpen ? [] : [addLibrary(host)]),
    choice(menu.more, () => moreWords(host, home)),
    choice(menu.quit, async () => undefined),
  ]
  const first: Menu<Way> = { message: words.ask, choices }
  return (await host.terminal.choose(first))()
}

/** The same of all else that there is; nothing to go back. */
async function moreWords(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  { unfinished, synced }: Home,
): Promise<readonly string[] | undefined> {
  const words = host.terminal.look().say.home
  const { menu } = words
  const isOpen = unfinished !== undefined
  const ask = asking(host)
  const choices = [
    choice(menu.back, async () => []),
    ...(isOpen ? [addLibrary(host), to(menu.discard, 'interview', '--discard')] : []),
    to(menu.list, 'list', '--state'),
    to(menu.topics, 'topics'),
    to(menu.log, 'log'),
    to(menu.undo, 'undo'),
    to(menu.check, 'check'),
    choice(menu.export, async () => {
      const file = await ask(words.askFile)
      return file === '' ? [] : ['export', '--', file]
    }),
    choice(menu.date, async () => ['config', 'set', 'date', '--', await ask(words.askDate)]),
    ...((await hasUnsettled(host)) ? [to(menu.relink, 'relink')] : []),
    ...(synced === undefined ? [] : [to(menu.sync, 'sync')]),
    to(menu.doctor, 'doctor'),
    to(menu.backup, 'backup'),
    to(menu.config, 'config'),
    to(menu.help, 'help'),
  ]
  const more: Menu<Way> = { message: words.ask, choices }
  return (await host.terminal.choose(more))()
}

async function hasUnsettled(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
): Promise<boolean> {
  const { openPairs } = await import('../identity/unsure.ts')
  const present = new Set((await readableCards(host)).map(({ id }) => id))
  return openPairs(host.store.openRegistry().read(), present).length > 0
}

function addLibrary(host: HostPart<'terminal'>) {
  const words = host.terminal.look().say.home
  return choice(words.menu.library, async () => {
    const path = await asking(host)(words.askPath)
    return path === '' ? [] : ['library', 'add', '--', path]
  })
}

function asking({ terminal }: HostPart<'terminal'>): (message: string) => Promise<string> {
  return async (message) => (await terminal.ask(message)).trim()
}

function to(name: string, ...line: readonly string[]) {
  return choice(name, async () => line)
}

function choice(name: string, value: Way): { readonly name: string; readonly value: Way } {
  return { name, value }
}
