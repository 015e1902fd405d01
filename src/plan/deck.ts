import type { Card } from '../cards/card.ts'
import { partingTopics } from '../cards/topics.ts'
import type { Day } from '../schedule/day.ts'
import { standingOf, topicsInTurn } from '../schedule/queue.ts'
import type { AnswerTimes, Schedules } from '../schedule/schedule.ts'
import { freshPile, type Pile } from './pile.ts'
import type { Costs } from './sequences.ts'

/** Cards as they are planned with: the same number names a card and its place in the pile. */
export type PlannedDeck = {
  readonly pile: Pile
  readonly cards: readonly Card[]
  /** Names of topics, by their numbers. */
  readonly topics: readonly string[]
}

/** How much a topic counts; 1 is usual. */
export type TopicWeight = (topic: string) => number

/**
 * The cards that can be asked, each once: those that were asked before, then new ones, one of each
 * topic in turn. What is suspended or has no answer and was never asked is left out.
 */
export function deckOf(
  all: readonly Card[],
  schedules: Schedules,
  today: Day,
  weightOf: TopicWeight = () => 1,
): PlannedDeck {
  const open = all.filter((card) => !standingOf(schedules, card).suspended)
  const isSeen = (card: Card) => standingOf(schedules, card).schedule !== undefined
  const fresh = open.filter((card) => !isSeen(card) && card.answer.kind === 'written')
  const cards = [...open.filter(isSeen), ...topicsInTurn(fresh, all)]
  const topicOf = partingTopics(cards)
  const topics = [...new Set(cards.map(topicOf))]
  const numbers = new Map(topics.map((topic, i) => [topic, i]))
  const pile = freshPile(cards.length, topics.length)
  cards.forEach((card, at) => {
    const topic = topicOf(card)
    pile.topic[at] = numbers.get(topic) ?? 0
    pile.weight[at] = weightOf(topic)
    put(pile, at, card, schedules, today)
  })
  return { pile, cards, topics }
}

function put(pile: Pile, at: number, card: Card, schedules: Schedules, today: Day): void {
  const { schedule } = standingOf(schedules, card)
  if (schedule === undefined) return
  pile.stability[at] = schedule.stability
  pile.difficulty[at] = schedule.difficulty
  pile.last[at] = schedule.lastDay - today
  pile.due[at] = schedule.due - today
  const topic = pile.topic[at] ?? 0
  pile.asked[topic] = (pile.asked[topic] ?? 0) + 1
  if (schedules.knownCold.has(card.id)) pile.passed[topic] = (pile.passed[topic] ?? 0) + 1
}

const usualCosts: Costs = { met: 75, passed: 30, failed: 60 }
/** From so many answers of a kind on they alone tell what one takes. */
const fewestTimes = 15
const leastSeconds = 3

/** What answers take this person, in seconds: the median of the latest, filled up with what is usual. */
export function costsOf({ met, passed, failed }: AnswerTimes): Costs {
  return {
    met: median(met, usualCosts.met),
    passed: median(passed, usualCosts.passed),
    failed: median(failed, usualCosts.failed),
  }
}

function median(times: readonly number[], usual: number): number {
  // a review without a time was recorded by another program
  const known = times.filter((ms) => ms > 0).map((ms) => ms / 1000)
  const lacking = Array.from({ length: Math.max(0, fewestTimes - known.length) }, () => usual)
  const sorted = [...known, ...lacking].sort((a, b) => a - b)
  return Math.max(leastSeconds, sorted[Math.floor(sorted.length / 2)] ?? usual)
}
