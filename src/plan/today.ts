import type { Card, CardId } from '../cards/card.ts'
import type { Day } from '../schedule/day.ts'
import { isOut, standingOf } from '../schedule/queue.ts'
import type { Rules } from '../schedule/rules.ts'
import type { Schedules } from '../schedule/schedule.ts'
import { costsOf, deckOf, type PlannedDeck, type TopicWeight } from './deck.ts'
import { fastMemory } from './memory.ts'
import { bestOf, type Judgement, judgementBy } from './pick.ts'

/** What a plan is made for. */
export type Goal = {
  readonly today: Day
  /** The day that counts. */
  readonly date: Day
  readonly secondsADay: number
  /** How much a topic counts; all alike without it. */
  readonly weightOf?: TopicWeight | undefined
}

/** The cards, how the person remembers, and what answers take. */
export type Basis = {
  readonly deck: PlannedDeck
  readonly judgement: Judgement
  readonly schedules: Schedules
  readonly rules: Rules
  readonly goal: Goal
}

/** What a plan is reckoned with; each card is given once. */
export function basisOf(
  cards: readonly Card[],
  schedules: Schedules,
  rules: Rules,
  goal: Goal,
): Basis {
  const deck = deckOf(cards, schedules, goal.today, goal.weightOf)
  const judgement = judgementBy(fastMemory(rules.parameters), costsOf(schedules.times))
  return { deck, judgement, schedules, rules, goal }
}

/** Seconds of today that are not used yet, whatever was done with them. */
export function secondsLeft({ schedules, goal }: Basis): number {
  const used = (schedules.days.get(goal.today)?.ms ?? 0) / 1000
  return Math.max(0, goal.secondsADay - used)
}

/** All that may be asked today, the most urgent first. */
export function urgentFirst(basis: Basis, seconds = secondsLeft(basis)): readonly Card[] {
  const { deck, judgement, goal, schedules } = basis
  const { today, date, secondsADay } = goal
  const rest = date - today
  const when = { day: 0, rest, seconds: seconds + secondsADay * (rest - 1) }
  const order = bestOf(deck.pile, judgement, when, deck.cards.length)
  return Array.from(order, (at) => deck.cards[at]).flatMap((card) =>
    card === undefined || isOut(standingOf(schedules, card), today) ? [] : [card],
  )
}

/** As many of these, in their order, as there is time for; the last may go beyond it. */
export function withinTime(
  cards: readonly Card[],
  { judgement, schedules, goal }: Basis,
  seconds: number,
): readonly Card[] {
  const { costs, memory } = judgement
  let left = seconds
  return cards.filter((card) => {
    if (left <= 0) return false
    const { schedule } = standingOf(schedules, card)
    if (schedule === undefined) left -= costs.met
    else {
      const passed = memory.recall(schedule.stability, goal.today - schedule.lastDay)
      left -= passed * costs.passed + (1 - passed) * costs.failed
    }
    return true
  })
}

/** By card, where it stands among those that may be asked today: 1 for the most urgent, towards 0. */
export function urgencyRanks(basis: Basis): ReadonlyMap<CardId, number> {
  const order = urgentFirst(basis)
  return new Map(order.map(({ id }, at) => [id, 1 - at / order.length]))
}
