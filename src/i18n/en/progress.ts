import type { FaultText } from '../../errors.ts'
import { count } from '../count.ts'

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const weekdayNames = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')

/** What `viva stats` and `viva topics` say, in English. */
export const progress = {
  /** From 1 to 12. */
  month: (n: number) => monthNames[n - 1] ?? '',
  /** From 0, Sunday, to 6. */
  weekday: (n: number) => weekdayNames[n] ?? '',
  /** The days of a week that are named beside squares: the first, third and fifth. */
  squareDays: ['Mon', 'Wed', 'Fri'],
  minutes: (n: number) => `${n} min`,
  hours: (h: number, min: number) => (min === 0 ? `${h} h` : `${h} h ${min} min`),
  none: 'Nothing was reviewed yet. viva review or viva interview makes a beginning.',
  noneSince: (date: string) => `Nothing was reviewed since ${date}.`,
  totals: (reviews: number, days: number, time: string) =>
    `${count(reviews, 'review')} on ${count(days, 'day')}, ${time}`,
  since: (date: string) => `since ${date}`,
  streak: (days: number, longest: number) => `${count(days, 'day')} in a row (longest ${longest})`,
  year: 'Reviews a day',
  yearTold: (days: number, all: number, most: number, date: string) =>
    `Reviews on ${days} of the last ${all} days; most on ${date}: ${most}.`,
  monthTold: (month: string, reviews: number, days: number) =>
    `${month}: ${count(reviews, 'review')} on ${count(days, 'day')}`,
  recall: 'Recall by month, beside what FSRS foresaw',
  recallOf: (recalled: string, foreseen: string, n: number) =>
    `${recalled} of ${n}, foreseen ${foreseen}`,
  foreseen: (percent: string) => `foreseen ${percent}`,
  calibration: {
    fair: 'FSRS foresees you well.',
    better: 'You recall more than FSRS foresaw; viva config tune may fit it to you.',
    worse: 'You recall less than FSRS foresaw; viva config tune may fit it to you.',
  },
  forecast: 'Due in the next 30 days',
  forecastTold: (today: number, week: number, all: number, most: number, date: string) =>
    `${today} today, ${week} within a week, ${all} within 30 days; most on ${date}: ${most}.`,
  stages: 'Cards by stage',
  stage: {
    new: 'new',
    learning: 'learning',
    review: 'learnt',
    relearning: 'forgotten',
    suspended: 'suspended',
  },
  times: 'Minutes a day, the last 30 days',
  timesTold: (mean: string, days: number, most: string) =>
    `${mean} on average over ${count(days, 'day')} with reviews, at most ${most}.`,
  hoursTitle: 'Reviews by hour of the day',
  hoursTold: (from: number, to: number, percent: string) =>
    `Recall is best from ${from} to ${to} o'clock: ${percent}.`,
  hourTold: (hour: number, n: number, percent: string | undefined) =>
    `${hour}:00 ${count(n, 'review')}${percent === undefined ? '' : `, recall ${percent}`}`,
  interviews: 'Interviews, the oldest first',
  interviewsTold: (n: number) => count(n, 'interview'),
  figures: { coverage: 'key points', late: 'late', hurried: 'hurried' },
  course: (from: string, to: string) => `${from} to ${to}`,
  weakest: 'Weakest topics: recall now',
  strongest: 'Strongest topics',
  topicOf: (cards: number, weak: number) => `${count(cards, 'card')}, ${weak} weak`,
  leeches: 'Leeches: failed six times and more',
  more: (n: number) => `… and ${n} more`,
  less: 'less',
  most: 'more',
  item: (name: string, said: string) => `${name}: ${said}`,
  today: 'today',
  noTopic: 'without a topic',
  topics: 'Topics',
  tags: 'Tags',
  columns: { cards: 'cards', fresh: 'new', due: 'due', weak: 'weak', recall: 'recall' },
  topicTold: (cards: number, fresh: number, due: number, weak: number) =>
    `${count(cards, 'card')}, ${fresh} new, ${due} due, ${weak} weak`,
  recallNow: (percent: string) => `recall ${percent}`,
  noTopics: 'These cards have no topics and no tags.',
  document: {
    title: (date: string) => `Progress, ${date}`,
    charts: 'Charts',
  },
  savedTo: (path: string) => `The page is in ${path}`,
}

export function statsFormat(path: string): FaultText {
  return {
    message: `Statistics cannot be written as ${path}.`,
    hint: 'Name a file that ends in .html or .pdf.',
  }
}
