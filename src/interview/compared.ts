import type { CardId } from '../cards/card.ts'
import { type Day, daysLater } from '../schedule/day.ts'
import { standingOf } from '../schedule/queue.ts'
import type { Schedules } from '../schedule/schedule.ts'
import { type Interview, type Turn, usedMs } from './interview.ts'
import { mean, scoresOf, turnsOver } from './scores.ts'

/** What one interview is measured by against others; undefined where nothing speaks for it. */
export type Figures = {
  /** From 0 to 1, as in `Score`. */
  readonly coverage: number | undefined
  readonly recall: number | undefined
  /** Time used for a question, in ms. */
  readonly eachMs: number | undefined
}

/** An interview beside the mean of those before it. */
export type Compared = {
  /** How many those are, at least one. */
  readonly interviews: number
  readonly now: Figures
  readonly before: Figures
}

/** Those that are past, oldest first: none thrown away, none without a question. */
export function pastInterviews(all: readonly Interview[]): readonly Interview[] {
  return all.filter(({ ended, turns }) => ended?.how !== 'discarded' && turns.length > 0)
}

const lastFew = 3

/** Compares with the last three that ended before it; undefined if none did. */
export function comparedWith(
  interview: Interview,
  all: readonly Interview[],
): Compared | undefined {
  const place = all.findIndex(({ name }) => name === interview.name)
  const before = ended(place < 0 ? all : all.slice(0, place))
    .slice(-lastFew)
    .map(figuresOf)
  if (before.length === 0) return undefined
  return {
    interviews: before.length,
    now: figuresOf(interview),
    before: {
      coverage: mean(before.map(({ coverage }) => coverage)),
      recall: mean(before.map(({ recall }) => recall)),
      eachMs: mean(before.map(({ eachMs }) => eachMs)),
    },
  }
}

export type Direction = 'rising' | 'falling' | 'steady'

/** How one figure went from interview to interview. */
export type FigureLine = {
  /** Oldest first, two at least. */
  readonly values: readonly number[]
  readonly direction: Direction
}

/** How each figure went; undefined where fewer than two interviews speak for it. */
export type Trend = Readonly<Record<keyof Figures, FigureLine | undefined>>

/** The trend over all interviews that ended. */
export function trendOf(all: readonly Interview[]): Trend {
  const figures = ended(all).map(figuresOf)
  const course = (name: keyof Figures) => courseOf(name, figures)
  return { coverage: course('coverage'), recall: course('recall'), eachMs: course('eachMs') }
}

function courseOf(name: keyof Figures, figures: readonly Figures[]): FigureLine | undefined {
  const values = figures.flatMap((one) => one[name] ?? [])
  const late = Math.min(lastFew, Math.floor(values.length / 2))
  const now = mean(values.slice(-late))
  const before = mean(values.slice(0, -late))
  if (late === 0 || now === undefined || before === undefined) return undefined
  return { values, direction: directionOf(name, before, now) }
}

const notableShare = 0.05
const notableTime = 0.1

/** Which way a figure went, as a person would tell it: small steps are none. */
export function directionOf(name: keyof Figures, before: number, now: number): Direction {
  const notable = name === 'eachMs' ? before * notableTime : notableShare
  // sums of binary fractions must not hide a step that is just large enough
  if (Math.abs(now - before) < notable - 1e-9 || now === before) return 'steady'
  return now > before ? 'rising' : 'falling'
}

/** The questions whose cards come back by tomorrow, each card once. `nameOf` is a card's id today. */
export function dueByTomorrow(
  interview: Interview,
  nameOf: (card: CardId) => CardId,
  schedules: Schedules,
  today: Day,
): readonly Turn[] {
  const seen = new Set<CardId>()
  return interview.turns.filter(({ card, given }) => {
    if (card === undefined || given === undefined) return false
    const id = nameOf(card)
    const { schedule, suspended } = standingOf(schedules, { id })
    if (seen.has(id) || suspended || schedule === undefined) return false
    seen.add(id)
    return schedule.due <= daysLater(today, 1)
  })
}

function ended(all: readonly Interview[]): readonly Interview[] {
  return pastInterviews(all).filter(
    (interview) => interview.ended !== undefined && turnsOver(interview).length > 0,
  )
}

function figuresOf(interview: Interview): Figures {
  const { coverage, recall, questions } = scoresOf(interview)
  return { coverage, recall, eachMs: questions === 0 ? undefined : usedMs(interview) / questions }
}
