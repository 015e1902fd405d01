import type { Card, CardId } from '../cards/card.ts'
import { grouped } from '../text/grouped.ts'
import type { Day } from './day.ts'
import { recallNow, untouched } from './fold.ts'
import { inOneLanguage, type Practice } from './practice.ts'
import type { Rules } from './rules.ts'
import type { Instant, Schedules, Standing } from './schedule.ts'

/** How much a person wants today. */
export type Wanted = {
  readonly today: Day
  /** Of a card in two languages, the one in this is asked, all day. */
  readonly practice: Practice
  /** Most new cards a day, those already met today included. */
  readonly newADay: number
  /** Most cards a day that are not new, those already reviewed today included. */
  readonly reviewsADay: number
  /** Cards due so many days from now count as due. */
  readonly aheadDays: number
}

export type Queue = {
  /** The longest overdue first, each measured by its own interval. */
  readonly due: readonly Card[]
  /** Spread over topics. */
  readonly fresh: readonly Card[]
  /** What the caps of the day keep for tomorrow. */
  readonly heldBack: { readonly due: number; readonly fresh: number }
}

/** What is to be asked today, of these cards. */
export function todaysQueue(cards: readonly Card[], schedules: Schedules, wanted: Wanted): Queue {
  const { today } = wanted
  const asked = inOneLanguage(cards, wanted.practice, String(today))
  const open = asked.filter((card) => !isOut(standingOf(schedules, card), today))
  const due = open
    .filter((card) => isDue(standingOf(schedules, card), today, wanted.aheadDays))
    .sort((a, b) => overdue(schedules, b, today) - overdue(schedules, a, today))
  const fresh = open.filter(
    (card) => standingOf(schedules, card).schedule === undefined && card.answer.kind === 'written',
  )
  const { met, reviewed } = doneOn(today, schedules)
  const dueRoom = Math.max(0, wanted.reviewsADay - reviewed)
  const freshRoom = Math.max(0, wanted.newADay - met)
  return {
    due: due.slice(0, dueRoom),
    fresh: topicsInTurn(fresh, cards).slice(0, freshRoom),
    heldBack: {
      due: Math.max(0, due.length - dueRoom),
      fresh: Math.max(0, fresh.length - freshRoom),
    },
  }
}

/** Where a card stands; one that nothing was done with is new. */
export function standingOf(schedules: Schedules, { id }: Pick<Card, 'id'>): Standing {
  return schedules.cards.get(id) ?? untouched
}

/** Whether a card is kept out today, for good or for the day. */
export function isOut({ suspended, buriedOn }: Standing, today: Day): boolean {
  return suspended || (buriedOn !== undefined && buriedOn >= today)
}

/** Whether a card was reviewed before and is to be asked by then; new cards are not due. */
export function isDue({ schedule }: Standing, today: Day, aheadDays = 0): boolean {
  return schedule !== undefined && schedule.due <= today + aheadDays
}

/** A card recalled with a chance below this is weak. */
export const weakRecall = 0.7
/** And one whose last answer said less of its key points. */
export const weakCoverage = 0.5

/** Whether a card is recalled too rarely by now, or its last answer said too little. */
export function isWeak(standing: Standing, now: Instant, rules: Rules): boolean {
  const recall = recallNow(standing, now, rules)
  const coverage = standing.comparison?.coverage
  const isForgotten = recall !== undefined && recall < weakRecall
  return isForgotten || (coverage !== undefined && coverage < weakCoverage)
}

/** Days since the last review over the days it was meant to hold. */
function overdue(schedules: Schedules, card: Card, today: Day): number {
  const { schedule } = standingOf(schedules, card)
  if (schedule === undefined) return 0
  return (today - schedule.lastDay) / Math.max(1, schedule.due - schedule.lastDay)
}

function doneOn(today: Day, { cards }: Schedules): { met: number; reviewed: number } {
  let met = 0
  let reviewed = 0
  for (const { schedule } of cards.values()) {
    if (schedule?.firstDay === today) met += 1
    else if (schedule?.lastDay === today) reviewed += 1
  }
  return { met, reviewed }
}

/** One card of each topic in turn, each topic in the order of its notes; `all` are those of them all. */
export function topicsInTurn(cards: readonly Card[], all: readonly Card[]): readonly Card[] {
  const topicOf = firstTopics(all)
  const groups = [...grouped(cards, ({ id }) => topicOf.get(id) ?? '').values()]
  const rounds = groups.reduce((most, { length }) => Math.max(most, length), 0)
  return Array.from({ length: rounds }, (_, round) =>
    groups.flatMap((group) => group[round] ?? []),
  ).flat()
}

/** The outermost topics, of a card in two languages as it is first said: one topic, not two. */
function firstTopics(cards: readonly Card[]): ReadonlyMap<CardId, string> {
  const topics = new Map<CardId, string>()
  for (const {
    id,
    topics: [topic = ''],
  } of cards)
    if (!topics.has(id)) topics.set(id, topic)
  return topics
}
