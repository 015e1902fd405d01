import type { Card } from '../cards/card.ts'
import { type Day, daysLater } from './day.ts'
import { standingOf } from './queue.ts'
import type { Schedules } from './schedule.ts'

/** How much is coming. */
export type Load = {
  /** Cards that are due by the end of tomorrow. */
  readonly tomorrow: number
  /** Cards that are due within the next seven days. */
  readonly week: number
  /** The next day after today on which a card may be asked. */
  readonly next: Day | undefined
  /** How many are due on that day. */
  readonly nextCount: number
}

/** What the days after `today` bring, if nothing more is done today. */
export function loadAfter(cards: readonly Card[], schedules: Schedules, today: Day): Load {
  const ids = new Map(cards.map((card) => [card.id, card]))
  const days: Day[] = []
  for (const card of ids.values()) {
    const { schedule, suspended } = standingOf(schedules, card)
    if (schedule !== undefined && !suspended) days.push(schedule.due)
  }
  const by = (day: Day) => days.filter((due) => due <= day).length
  // what is due by now and still not asked was put off until tomorrow
  const later = days.map((due) => Math.max(due, today + 1) as Day)
  const next = later.reduce<Day | undefined>(
    (least, day) => (least === undefined || day < least ? day : least),
    undefined,
  )
  return {
    tomorrow: by(daysLater(today, 1)),
    week: by(daysLater(today, 7)),
    next,
    nextCount: later.filter((due) => due === next).length,
  }
}
