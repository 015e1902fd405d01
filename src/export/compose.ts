import type { Card } from '../cards/card.ts'
import type { Messages } from '../i18n/en/en.ts'
import { type FilterOptions, filters } from '../options/filters.ts'
import { namesOf, type OptionRow } from '../options/row.ts'
import { keyPointsOf } from '../points/derive.ts'
import type { Day } from '../schedule/day.ts'
import { dayText } from '../schedule/day.ts'
import { recallNow } from '../schedule/fold.ts'
import { standingOf } from '../schedule/queue.ts'
import type { Rules } from '../schedule/rules.ts'
import type { Instant, Schedules } from '../schedule/schedule.ts'
import { grouped } from '../text/grouped.ts'
import type { BookletEntry } from './booklet.ts'

export type Order = 'topic' | 'due' | 'weak'

/** A card and the heading under which it is to stand. */
export type Placed = { readonly card: Card; readonly topic: string }

/** Where the cards stand on the day of the booklet. */
export type StandingsOnDay = {
  readonly schedules: Schedules
  readonly rules: Rules
  readonly day: Day
  readonly at: Instant
}

/** The topic of a card on one line; nothing where the notes have none. */
export function topicOf({ topics }: Pick<Card, 'topics'>): string {
  return topics.join(' › ')
}

/** The cards topic by topic, both in the order of the notes; no heading where there are no topics. */
export function byTopic(cards: readonly Card[], say: Messages): readonly Placed[] {
  const hasTopics = cards.some((card) => topicOf(card) !== '')
  const other = hasTopics ? say.exporting.noTopic : ''
  const placed = cards.map((card) => ({ card, topic: topicOf(card) || other }))
  return [...grouped(placed, ({ topic }) => topic).values()].flat()
}

/** The cards day by day, those that are due first before the others; new ones last. */
export function byDue(
  cards: readonly Card[],
  { schedules, day }: StandingsOnDay,
  say: Messages,
): readonly Placed[] {
  const { overdue, today, dueOn, unseen } = say.exporting
  const dueDay = (card: Card) =>
    standingOf(schedules, card).schedule?.due ?? Number.POSITIVE_INFINITY
  return sorted(cards, dueDay).map((card) => {
    const due = standingOf(schedules, card).schedule?.due
    if (due === undefined) return { card, topic: unseen }
    if (due > day) return { card, topic: dueOn(dayText(due)) }
    return { card, topic: due === day ? today : overdue }
  })
}

/** The cards by how well they are remembered, the weakest first; new ones last. */
export function byWeakness(
  cards: readonly Card[],
  { schedules, rules, at }: StandingsOnDay,
  say: Messages,
): readonly Placed[] {
  const recall = new Map(
    cards.map((card) => [card, recallNow(standingOf(schedules, card), at, rules)] as const),
  )
  const bands = [0.5, 0.7, 0.9, Number.POSITIVE_INFINITY]
  return sorted(cards, (card) => recall.get(card) ?? Number.POSITIVE_INFINITY).map((card) => {
    const now = recall.get(card)
    if (now === undefined) return { card, topic: say.exporting.unseen }
    const band = bands.findIndex((above) => now < above)
    const percent = (at: number) => Math.round((bands[at] ?? 0) * 100)
    const isLast = band === bands.length - 1
    const { recallBelow, recallFrom } = say.exporting
    return { card, topic: isLast ? recallFrom(percent(band - 1)) : recallBelow(percent(band)) }
  })
}

function sorted(cards: readonly Card[], key: (card: Card) => number): readonly Card[] {
  const keys = new Map(cards.map((card) => [card, key(card)]))
  const of = (card: Card) => keys.get(card) ?? 0
  // Infinity less Infinity is no number
  return [...cards].sort((a, b) => (of(a) === of(b) ? 0 : of(a) - of(b)))
}

/** Beyond this share of an answer its own key points only say it twice. */
const mostOfAnswer = 0.5

/** The key points beside an answer: those given; derived ones where they are short or were missed. */
export function printedPoints(card: Card, missed: readonly string[]): readonly string[] {
  const all = keyPointsOf(card)
  const points = all.map(({ text }) => text)
  if (card.keyPoints.length > 0 || card.answer.kind === 'missing') return points
  if (points.some((text) => missed.includes(text))) return points
  // beside the whole answer the names of its points are enough
  const names = all.map(({ text, name = text }) => name)
  const length = names.reduce((sum, text) => sum + text.length, 0)
  return length > card.answer.markdown.length * mostOfAnswer ? [] : names
}

/** A summary is about what was missed, where anything was. */
export function missedOf(entries: readonly BookletEntry[]): readonly BookletEntry[] {
  const missed = entries.filter((entry) => entry.missed.length > 0)
  return missed.length > 0 ? missed : entries
}

/**
 * Entries in the order in which a few of them tell most: the weakest of each topic, then the second of
 * each, and so on; in each round the weakest topic first. What was never answered comes last.
 */
export function sharedOut<Some>(
  all: readonly Some[],
  entryOf: (one: Some) => BookletEntry,
): readonly Some[] {
  const weakness = (one: Some) => {
    const { recall, asked } = entryOf(one)
    return recall ?? asked?.coverage ?? Number.POSITIVE_INFINITY
  }
  const byWeakness = (a: Some, b: Some) =>
    weakness(a) === weakness(b) ? 0 : weakness(a) - weakness(b)
  const topics = [...grouped(all, (one) => topicOf(entryOf(one).card)).values()].map((some) =>
    [...some].sort(byWeakness),
  )
  const rounds = Math.max(0, ...topics.map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) =>
    topics.flatMap((some) => some.slice(round, round + 1)).sort(byWeakness),
  ).flat()
}

/** The numbers of the questions; follow-ups have none. */
export function numbersOf(entries: readonly BookletEntry[]): readonly (number | undefined)[] {
  let number = 0
  return entries.map(({ isFollowUp }) => {
    if (isFollowUp === true) return undefined
    number += 1
    return number
  })
}

/** The filters as a person reads them. Of a library only its name is told, never where it lies. */
export function toldOf(asked: FilterOptions, say: Messages): readonly string[] {
  return namesOf(filters).flatMap((name) => {
    const value = asked[name]
    const tell = say.exporting.told[name]
    if (value === undefined || value === false) return []
    if (typeof tell === 'string') return [tell]
    const row: OptionRow = filters[name]
    const words = [value].flat().map((word) => row.told?.(String(word), say) ?? String(word))
    return words.length === 0 ? [] : [tell(say.exporting.listed(words))]
  })
}
