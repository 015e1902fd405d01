import type { AnswerTimes, Review, Schedules } from '../schedule.ts'
import { CardTable, coldBit } from './card-table.ts'
import { DayTable } from './day-table.ts'

/** All that a fold works on: what `Schedules` say, in columns. */
export type FoldTables = {
  readonly cards: CardTable
  readonly days: DayTable
  readonly habits: Habits
}

/** How long answers take. */
export type Habits = {
  readonly add: (review: Pick<Review, 'source' | 'tookMs' | 'grade'>, isFirst: boolean) => void
  readonly kept: () => KeptHabits
}

export type KeptHabits = Pick<Schedules, 'paces' | 'times'>

const pacesKept = 100

/** Goes on with what was kept of them. */
export function habitsAfter({ paces: before, times: timesBefore }: KeptHabits): Habits {
  const paces = [...before]
  const { met, passed, failed } = timesBefore
  const times = { met: [...met], passed: [...passed], failed: [...failed] }
  return {
    add: ({ source, tookMs, grade }, isFirst) => {
      if (source !== 'review') return
      push(paces, tookMs)
      push(times[isFirst ? 'met' : grade === 'again' ? 'failed' : 'passed'], tookMs)
    },
    kept: () => {
      const last = (all: readonly number[]) => all.slice(-pacesKept)
      const kept: AnswerTimes = {
        met: last(times.met),
        passed: last(times.passed),
        failed: last(times.failed),
      }
      return { paces: last(paces), times: kept }
    },
  }
}

// a million of them need not be held for the last hundred
function push(all: number[], one: number): void {
  if (all.length > 10 * pacesKept) all.splice(0, all.length - pacesKept)
  all.push(one)
}

/** FoldTables to work on, apart from what they were made of. */
export function tablesOf(schedules: Schedules): FoldTables {
  const cards = new CardTable()
  for (const [id, standing] of schedules.cards) cards.put(id, standing)
  for (const id of schedules.knownCold) {
    const row = cards.rowOf(id)
    cards.columns.flags[row] = (cards.columns.flags[row] ?? 0) | coldBit
  }
  const days = new DayTable()
  for (const [day, figures] of schedules.days) days.put(day, figures)
  return { cards, days, habits: habitsAfter(schedules) }
}

/** What tables say, made out as it is asked for; they must not be worked on any more. */
export function schedulesIn({ cards, days, habits }: FoldTables): Schedules {
  let cold: ReadonlySet<string> | undefined
  return {
    cards: cards.standings(),
    days: days.figures(),
    ...habits.kept(),
    get knownCold() {
      cold ??= new Set(cards.idsWith(coldBit))
      return cold
    },
  }
}
