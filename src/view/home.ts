import { type Day, dayOf } from '../schedule/day.ts'
import type { WeakTopic } from '../schedule/overview.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'
import { agoText } from './sync.ts'

/** What a person sees first. */
export type Home = {
  readonly today: Day
  readonly due: number
  readonly fresh: number
  readonly streak: number
  /** The day of the interview, `2026-12-01`. */
  readonly date: string | undefined
  readonly weakest: WeakTopic | undefined
  readonly cards: number
  /** How many libraries were added. */
  readonly libraries: number
  /** When an interview began that was not ended, `2026-11-22 20:00`. */
  readonly unfinished: string | undefined
  /** How many devices share one history, and since when, in ms; undefined if it is only here. */
  readonly synced:
    | { readonly devices: number; readonly at: number; readonly now: number }
    | undefined
}

/** What is due, the streak, the days to the interview, the weakest topic, what waits, what there is. */
export function homeLines(home: Home, look: Look): readonly string[] {
  const { say } = look
  const waits = home.unfinished === undefined ? [] : [say.interview.openHint(home.unfinished)]
  return [...standingLines(home, look), ...wrapped(waits, look), ...cardsLines(home, look)]
}

/** The same above a menu that offers what waits; what there is is said until notes were added. */
export function homeHead(home: Home, look: Look): readonly string[] {
  return [...standingLines(home, look), ...(home.libraries === 0 ? cardsLines(home, look) : [])]
}

function standingLines(home: Home, look: Look): readonly string[] {
  const words = look.say.home
  const { date, weakest } = home
  const interview = date === undefined ? undefined : dayOf(date)
  const lines = [
    ...(interview === undefined || date === undefined
      ? []
      : [words.interview(interview - home.today, date)]),
    ...(weakest === undefined
      ? []
      : [words.weakest(safe(weakest.topic), Math.round(weakest.recall * 100))]),
  ]
  const days = home.streak > 1 ? ` · ${words.streak(home.streak)}` : ''
  return [
    ...wrapped([words.due(home.due, home.fresh) + days], look).map(look.paint.heading),
    ...wrapped(lines, look),
    ...wrapped(syncedText(home, look), look).map(look.paint.dim),
  ]
}

function syncedText({ synced }: Home, look: Look): readonly string[] {
  if (synced === undefined) return []
  return [look.say.sync.home(synced.devices, agoText(synced.at, synced.now, look))]
}

function cardsLines({ cards, libraries }: Home, look: Look): readonly string[] {
  return wrapped([look.say.home.cards(cards, libraries)], look).map(look.paint.dim)
}

function wrapped(texts: readonly string[], look: Look): readonly string[] {
  return texts.flatMap((text) => wrap(text, textColumns(look)))
}
