import type { Card } from '../cards/card.ts'
import type { Day } from './day.ts'
import { recallNow } from './fold.ts'
import { standingOf } from './queue.ts'
import type { Rules } from './rules.ts'
import type { Instant, Schedules } from './schedule.ts'

export type WeakTopic = { readonly topic: string; readonly recall: number }

const fewest = 3
const strong = 0.9

/** Study days with a review in a row, up to today, or to yesterday while today has none yet. */
export function streak({ days }: Schedules, today: Day): number {
  let day = days.has(today) ? today : today - 1
  let length = 0
  while (days.has(day as Day)) {
    length += 1
    day -= 1
  }
  return length
}

/** The topic whose reviewed cards are recalled worst; undefined if all are well, or hardly begun. */
export function weakestTopic(
  cards: readonly Card[],
  schedules: Schedules,
  now: Instant,
  rules: Rules,
): WeakTopic | undefined {
  const topics = new Map<string, { sum: number; count: number }>()
  for (const card of cards) {
    const recall = recallNow(standingOf(schedules, card), now, rules)
    const [topic] = card.topics
    if (recall === undefined || topic === undefined) continue
    const known = topics.get(topic) ?? { sum: 0, count: 0 }
    topics.set(topic, { sum: known.sum + recall, count: known.count + 1 })
  }
  const means = [...topics]
    .filter(([, { count }]) => count >= fewest)
    .map(([topic, { sum, count }]) => ({ topic, recall: sum / count }))
    .filter(({ recall }) => recall < strong)
  return means.sort((a, b) => a.recall - b.recall)[0]
}
