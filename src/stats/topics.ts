import type { Card } from '../cards/card.ts'
import type { Day } from '../schedule/day.ts'
import { recallNow } from '../schedule/fold.ts'
import { isDue, isOut, isWeak, standingOf } from '../schedule/queue.ts'
import type { Rules } from '../schedule/rules.ts'
import type { Instant, Schedules } from '../schedule/schedule.ts'
import { grouped } from '../text/grouped.ts'

/** Where the cards stand, and when that is asked. */
export type Standings = {
  readonly schedules: Schedules
  readonly rules: Rules
  readonly at: Instant
  readonly day: Day
}

/** What some cards come to. */
export type CardFigures = {
  readonly cards: number
  /** Never asked. */
  readonly fresh: number
  readonly due: number
  readonly weak: number
  /** The mean chance of recall now of those that were asked; undefined if none was. */
  readonly recall: number | undefined
}

/** The cards of a topic or a tag. */
export type TopicFigures = CardFigures & {
  /** A topic from the outermost inwards; a tag is one name. */
  readonly path: readonly string[]
}

export function cardFigures(cards: readonly Card[], now: Standings): CardFigures {
  const { schedules, rules, at, day } = now
  const standings = cards.map((card) => standingOf(schedules, card))
  const recalls = standings.flatMap((one) => recallNow(one, at, rules) ?? [])
  const sum = recalls.reduce((all, one) => all + one, 0)
  return {
    cards: cards.length,
    fresh: cards.length - recalls.length,
    due: standings.filter((one) => isDue(one, day) && !isOut(one, day)).length,
    weak: standings.filter((one) => isWeak(one, at, rules)).length,
    recall: recalls.length === 0 ? undefined : sum / recalls.length,
  }
}

/** Every topic in the order of the notes, each with those inside it behind it. */
export function topicTree(cards: readonly Card[], now: Standings): readonly TopicFigures[] {
  return level(cards, [], now)
}

function level(
  cards: readonly Card[],
  above: readonly string[],
  now: Standings,
): readonly TopicFigures[] {
  const groups = grouped(cards, ({ topics }) => topics[above.length])
  return [...groups].flatMap(([topic, members]) => {
    const path = [...above, topic]
    return [{ path, ...cardFigures(members, now) }, ...level(members, path, now)]
  })
}

/** Every tag, the one of most cards first. */
export function tagFigures(cards: readonly Card[], now: Standings): readonly TopicFigures[] {
  const members = new Map<string, Card[]>()
  for (const card of cards) {
    for (const tag of card.tags) {
      const known = members.get(tag)
      if (known === undefined) members.set(tag, [card])
      else known.push(card)
    }
  }
  return [...members]
    .map(([tag, tagged]) => ({ path: [tag], ...cardFigures(tagged, now) }))
    .sort((a, b) => b.cards - a.cards)
}
