import type { FaultText } from '../../errors.ts'
import { count } from '../count.ts'

/** What `viva plan` says, and whoever follows it, in English. */
export const planning = {
  head: (date: string, days: number, minutes: number, cards: number) =>
    `${days === 0 ? 'The interview is today' : `${count(days, 'day')} to the interview on ${date}`} · ${minutes} min a day · ${count(cards, 'card')}`,
  columns: { day: 'day', reviews: 'review', met: 'new', minutes: 'min', topics: 'topics' },
  dayTold: (date: string, reviews: number, met: number, minutes: number) =>
    `${date}: ${count(reviews, 'review')}, ${met} new, ${minutes} min`,
  today: 'today',
  topic: (name: string, cards: number) => `${name} ${cards}`,
  moreDays: (n: number, days: number) => `… and ${count(n, 'day')} more: viva plan --days ${days}`,
  known: 'Known on the day, as FSRS expects',
  ways: {
    planned: 'with this plan',
    due: 'in the order they come due',
    nothing: 'with nothing more',
  },
  byMinutes: 'With other minutes a day',
  minutes: (n: number) => `${n} min`,
  own: 'as planned',
  weakest: 'Weakest topics now',
  weights: 'What the advert asks for',
  noWeights: 'Nothing in the advert was found in these cards; all topics weigh alike.',
  follow: {
    on: 'viva review follows this plan until the day.',
    off: 'The setting plan is off: viva review goes by what is due.',
    other: (date: string) => `viva config set date ${date} has viva review follow it.`,
  },
  following: (days: number, date: string) =>
    `By the plan: ${count(days, 'day')} to the interview on ${date} (viva plan).`,
  done: (minutes: number) =>
    `The ${minutes} minutes of today's plan are used. More today: viva review --minutes 15`,
}

export const planNoDate: FaultText = {
  message: 'No day of an interview is set.',
  hint: 'viva plan --date 2026-12-14 names one; viva config set date 2026-12-14 keeps it.',
}

export function planDatePast(date: string): FaultText {
  return {
    message: `The interview of ${date} is past.`,
    hint: 'viva config set date 2026-12-14 sets another day; an empty value none.',
  }
}

export function planDateFar(date: string): FaultText {
  return {
    message: `${date} is more than a year away.`,
    hint: 'Until then review what is due; plan again within the year: viva plan --date YYYY-MM-DD',
  }
}
