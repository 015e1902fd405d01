import { dayText } from '../../schedule/day.ts'
import { dateOf, type PlanTold, shownTopics } from './parts.ts'

/** A plan as `plan --json` gives it, with all its days. */
export function planningJson(plan: PlanTold): object {
  const { today, date, minutes, cards, forecast, topics, weakest, weights } = plan
  const { known, days, byMinutes } = forecast
  return {
    today: dayText(today),
    date: dayText(date),
    daysLeft: date - today,
    minutes,
    cards,
    known: {
      planned: rounded(known.planned),
      due: rounded(known.due),
      nothing: rounded(known.nothing),
    },
    days: days.map((day, at) => ({
      date: dateOf(plan, at),
      reviews: day.reviews,
      new: day.met,
      minutes: day.minutes,
      topics: day.topics.map(({ topic, cards: all }) => ({ topic: topics[topic], cards: all })),
    })),
    byMinutes: byMinutes.map((one) => ({ minutes: one.minutes, known: rounded(one.known) })),
    weakest: weakest.slice(0, shownTopics).map(({ topic, cards: all, weak, recall }) => ({
      topic,
      cards: all,
      weak,
      recall: recall === undefined ? undefined : rounded(recall),
    })),
    weights: weights?.map(({ topic, weight }) => ({ topic, weight: rounded(weight) })),
  }
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000
}
