import type { WeighedTopic } from '../../plan/advert.ts'
import type { Forecast } from '../../plan/forecast.ts'
import { type Day, dayText } from '../../schedule/day.ts'
import type { NamedFigures } from '../../stats/stats.ts'

/** All that is told of a plan. */
export type PlanTold = {
  readonly today: Day
  readonly date: Day
  readonly minutes: number
  readonly cards: number
  readonly forecast: Forecast
  /** Names of topics, by their numbers. */
  readonly topics: readonly string[]
  /** The weakest first. */
  readonly weakest: readonly NamedFigures[]
  /** What an advert asks for, the heaviest first; undefined without one. */
  readonly weights: readonly WeighedTopic[] | undefined
  /** How many days are shown. */
  readonly shown: number
  /** Whether reviews follow it; `other` where the day is not the one that is set. */
  readonly follows: 'on' | 'off' | 'other'
}

/** The ways in which it may go, the best first. */
export const waysToGo = ['planned', 'due', 'nothing'] as const

/** How many weak topics are told. */
export const shownTopics = 5

/** The date of a day of the plan, from 0 for today. */
export function dateOf({ today }: Pick<PlanTold, 'today'>, day: number): string {
  return dayText((today + day) as Day)
}

/** The day of the week, from 0 for Sunday; the first day of 1970 was a Thursday. */
export function weekdayOf({ today }: Pick<PlanTold, 'today'>, day: number): number {
  return (today + day + 4) % 7
}
