import { type Day, dayOf } from '../schedule/day.ts'
import type { WeakTopic } from '../schedule/overview.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

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
}

/** What is due, the streak, the days to the interview, the weakest topic. */
export function homeLines(home: Home, look: Look): readonly string[] {
  const { say, paint } = look
  const words = say.home
  const interview = home.date === undefined ? undefined : dayOf(home.date)
  const lines = [
    ...(home.unfinished === undefined ? [] : [say.interview.openHint(home.unfinished)]),
    ...(interview === undefined || home.date === undefined
      ? []
      : [words.interview(interview - home.today, home.date)]),
    ...(home.weakest === undefined
      ? []
      : [words.weakest(safe(home.weakest.topic), Math.round(home.weakest.recall * 100))]),
  ]
  const days = home.streak > 1 ? ` · ${words.streak(home.streak)}` : ''
  const columns = textColumns(look)
  return [
    ...wrap(words.due(home.due, home.fresh) + days, columns).map(paint.heading),
    ...lines.flatMap((line) => wrap(line, columns)),
    ...wrap(words.cards(home.cards, home.libraries), columns).map(paint.dim),
  ]
}
