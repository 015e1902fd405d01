import type { Card } from '../cards/card.ts'
import { partingTopics } from '../cards/topics.ts'
import type { Interview } from '../interview/interview.ts'
import { scoresOf } from '../interview/scores.ts'
import type { Day } from '../schedule/day.ts'
import { streak } from '../schedule/overview.ts'
import { standingOf } from '../schedule/queue.ts'
import { type HourFigures, isLeech, type Schedule } from '../schedule/schedule.ts'
import { grouped } from '../text/grouped.ts'
import {
  daysFrom,
  hoursOf,
  lastDays,
  longestStreak,
  type MonthFigures,
  monthsOf,
  type Totals,
  totalsOf,
} from './days.ts'
import { type CardFigures, cardFigures, type Standings } from './topics.ts'

/** Where a card stands, with those that are kept out as a stage of their own. */
export type CardStage = Schedule['stage'] | 'new' | 'suspended'

/** In the order in which they are told. */
export const cardStages: readonly CardStage[] = [
  'new',
  'learning',
  'review',
  'relearning',
  'suspended',
]

/** What one interview adds to the trend; shares are from 0 to 1. */
export type InterviewPoint = {
  readonly at: Interview['at']
  readonly offset: number
  readonly questions: number
  readonly coverage: number | undefined
  /** The shares of its questions that were late, and hurried. */
  readonly late: number
  readonly hurried: number
}

/** The cards of one topic. */
export type NamedFigures = CardFigures & { readonly topic: string }

/** All that is told of how a person gets on. */
export type Stats = {
  readonly today: Day
  readonly since: Day | undefined
  readonly totals: Totals
  readonly streak: number
  readonly longestStreak: number
  /** Reviews of each day of the last 53 weeks up to today; the first is a Monday. */
  readonly year: readonly number[]
  readonly months: readonly MonthFigures[]
  /** Cards that come due on each of the next 30 days, today with all that are overdue. */
  readonly forecast: readonly number[]
  readonly stages: Readonly<Record<CardStage, number>>
  /** Time used on each of the last 30 days up to today, in ms. */
  readonly times: readonly number[]
  readonly hours: readonly HourFigures[]
  /** Oldest first. */
  readonly interviews: readonly InterviewPoint[]
  /** With three reviewed cards at least, the weakest first. */
  readonly topics: readonly NamedFigures[]
  readonly leeches: readonly Card[]
}

const shownDays = 30

/** The figures of these cards, each in one language, and of what was done with them. */
export function statsOf(
  cards: readonly Card[],
  now: Standings,
  interviews: readonly Interview[],
  since: Day | undefined,
): Stats {
  const { schedules, day: today } = now
  const days = daysFrom(schedules.days, since)
  const monday = today - ((today + 3) % 7)
  return {
    today,
    since,
    totals: totalsOf(days.values()),
    streak: streak(schedules, today),
    longestStreak: longestStreak(days),
    year: lastDays(days, today, today - monday + 1 + 52 * 7, ({ reviews }) => reviews),
    months: monthsOf(days),
    forecast: forecastOf(cards, now),
    stages: stagesOf(cards, now),
    times: lastDays(days, today, shownDays, ({ ms }) => ms),
    hours: hoursOf(days.values()),
    interviews: interviews.map(pointOf),
    topics: namedFigures(cards, now),
    leeches: cards.filter((card) => isLeech(standingOf(schedules, card))),
  }
}

function forecastOf(cards: readonly Card[], { schedules, day }: Standings): readonly number[] {
  const counts = Array.from({ length: shownDays }, () => 0)
  for (const card of cards) {
    const { schedule, suspended } = standingOf(schedules, card)
    if (schedule === undefined || suspended) continue
    const ahead = Math.max(0, schedule.due - day)
    if (ahead < shownDays) counts[ahead] = (counts[ahead] ?? 0) + 1
  }
  return counts
}

function stagesOf(cards: readonly Card[], { schedules }: Standings): Stats['stages'] {
  const counts = { new: 0, learning: 0, review: 0, relearning: 0, suspended: 0 }
  for (const card of cards) {
    const { schedule, suspended } = standingOf(schedules, card)
    counts[suspended ? 'suspended' : (schedule?.stage ?? 'new')] += 1
  }
  return counts
}

function pointOf(interview: Interview): InterviewPoint {
  const { at, offset } = interview
  const { questions, coverage, late, hurried } = scoresOf(interview)
  const all = Math.max(1, questions)
  return { at, offset, questions, coverage, late: late / all, hurried: hurried / all }
}

const fewest = 3

/** The topics of which enough was reviewed to tell, the weakest first. */
export function namedFigures(cards: readonly Card[], now: Standings): readonly NamedFigures[] {
  const topicOf = partingTopics(cards)
  return [...grouped(cards, topicOf)]
    .map(([topic, members]) => ({ topic, ...cardFigures(members, now) }))
    .filter(({ cards: all, fresh }) => all - fresh >= fewest)
    .sort((a, b) => (a.recall ?? 1) - (b.recall ?? 1))
}
