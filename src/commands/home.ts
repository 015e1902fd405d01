import type { Card } from '../cards/card.ts'
import { Interrupted, Unreadable, UserError } from '../errors.ts'
import type { Host, HostPart } from '../host/host.ts'
import { beganAt } from '../interview/interview.ts'
import { streak, weakestTopic } from '../schedule/overview.ts'
import { inOneLanguage } from '../schedule/practice.ts'
import { todaysQueue } from '../schedule/queue.ts'
import type { Menu } from '../screens/menu.ts'
import { faultLines } from '../view/fault.ts'
import { type Home, homeLines } from '../view/home.ts'
import { allCards } from './cards/library-options.ts'
import { practising } from './review/practice.ts'
import { readToday } from './review/today.ts'
import { wantedToday } from './review/wanted-today.ts'

/** Runs a command line as if the person had typed it. */
export type Perform = (words: readonly string[]) => Promise<void>

/** Bare `viva`: what is due and how far the interview is, then a menu that leads everywhere. */
export async function run(host: Host, perform: Perform): Promise<void> {
  const { terminal } = host
  for (;;) {
    const home = await readHome(host)
    const look = terminal.look()
    terminal.print(homeLines(home, look))
    if (!terminal.interactive) return terminal.print([look.say.home.commands])
    const words = await chosenWords(host, home)
    if (words === undefined) return
    if (words.length > 0) await perform(words).catch((error) => said(host, error))
    terminal.print([''])
  }
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
  const [open] = (await host.store.openInterviews()).open()
  const queue = todaysQueue(cards, today.schedules, wantedToday(host, today.day, {}))
  const named = inOneLanguage(cards, host.terminal.look().language, '')
  return {
    today: today.day,
    due: queue.due.length,
    fresh: queue.fresh.length,
    streak: streak(today.schedules, today.day),
    date: settings.date,
    weakest: weakestTopic(named, today.schedules, today.at, today.rules),
    cards: named.length,
    libraries: settings.libraries.length,
    unfinished: open && beganAt(open),
  }
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
  host: HostPart<'terminal'>,
  home: Home,
): Promise<readonly string[] | undefined> {
  const words = host.terminal.look().say.home
  const ask = async (message: string) => (await host.terminal.ask(message)).trim()
  const to = (name: string, ...line: readonly string[]) => choice(name, async () => line)
  const resume = to(words.menu.resume, 'interview', '--resume')
  const choices = [
    ...(home.unfinished === undefined ? [] : [resume]),
    to(words.menu.review(home.due, home.fresh), 'review'),
    to(words.menu.interview, 'interview'),
    to(words.menu.search, 'search'),
    to(words.menu.list, 'list', '--state'),
    to(words.menu.log, 'log'),
    to(words.menu.history, 'history'),
    to(words.menu.undo, 'undo'),
    to(words.menu.check, 'check'),
    choice(words.menu.library, async () => {
      const path = await ask(words.askPath)
      return path === '' ? [] : ['library', 'add', '--', path]
    }),
    choice(words.menu.export, async () => {
      const file = await ask(words.askFile)
      return file === '' ? [] : ['export', '--', file]
    }),
    choice(words.menu.date, async () => ['config', 'set', 'date', '--', await ask(words.askDate)]),
    to(words.menu.relink, 'relink'),
    to(words.menu.doctor, 'doctor'),
    to(words.menu.backup, 'backup'),
    to(words.menu.config, 'config'),
    to(words.menu.help, 'help'),
    choice(words.menu.quit, async () => undefined),
  ]
  const menu: Menu<Way> = { message: words.ask, choices }
  return (await host.terminal.choose(menu))()
}

function choice(name: string, value: Way): { readonly name: string; readonly value: Way } {
  return { name, value }
}
