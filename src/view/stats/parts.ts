import type { Messages } from '../../i18n/en/en.ts'
import { type Day, dayText } from '../../schedule/day.ts'
import type { InterviewPoint, NamedFigures, Stats } from '../../stats/stats.ts'
import { oneLine } from '../../text/text.ts'

const minuteMs = 60_000

/** A time as people say it: `25 min`, `3 h 5 min`. */
export function durationText(ms: number, { progress }: Messages): string {
  const minutes = Math.round(ms / minuteMs)
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? progress.minutes(minutes) : progress.hours(hours, minutes % 60)
}

/** How many reviews on how many days, and the streak. */
export function totalsText({ totals, streak, longestStreak, since }: Stats, say: Messages): string {
  const { progress } = say
  const { reviews, days, ms } = totals
  const from = since === undefined ? [] : [progress.since(dayText(since))]
  return [
    ...from,
    progress.totals(reviews, days, durationText(ms, say)),
    progress.streak(streak, longestStreak),
  ].join(' · ')
}

/** Which way the person differs from what FSRS foresees; a few reviews do not tell. */
export function calibrationOf({ totals }: Stats): 'fair' | 'better' | 'worse' | undefined {
  const { telling, recalled, foreseen } = totals
  if (telling < 50) return undefined
  const difference = (recalled - foreseen) / telling
  // twice the standard error, and never less than a person would care about
  const chance = foreseen / telling
  const notable = Math.max(0.03, 2 * Math.sqrt((chance * (1 - chance)) / telling))
  if (Math.abs(difference) < notable) return 'fair'
  return difference > 0 ? 'better' : 'worse'
}

/** Where most stands in a list, and how much. */
export function largest(values: readonly number[]): { readonly at: number; readonly most: number } {
  const most = Math.max(0, ...values)
  return { at: Math.max(0, values.indexOf(most)), most }
}

/** The date of a day that so many lie before the last of a list which ends today. */
export function dateBefore(today: Day, length: number, at: number): string {
  return dayText((today - length + 1 + at) as Day)
}

/** The date so many days from now. */
export function dateAhead(today: Day, days: number): string {
  return dayText((today + days) as Day)
}

const hoursTogether = 3
const fewestInHours = 20

/** The three hours in a row in which most was recalled, where enough was asked. */
export function bestHours({
  hours,
}: Stats): { readonly from: number; readonly recall: number } | undefined {
  const windows = hours.map((_, from) => {
    const some = Array.from({ length: hoursTogether }, (_, i) => hours[(from + i) % 24])
    const telling = some.reduce((sum, one) => sum + (one?.telling ?? 0), 0)
    const recalled = some.reduce((sum, one) => sum + (one?.recalled ?? 0), 0)
    return { from, telling, recall: recalled / Math.max(1, telling) }
  })
  const enough = windows.filter(({ telling }) => telling >= fewestInHours)
  return enough.sort((a, b) => b.recall - a.recall)[0]
}

const listed = 5

/** The weakest topics, and of the others the strongest, the strongest first. */
export function topicEnds({ topics }: Stats): {
  readonly weakest: readonly NamedFigures[]
  readonly strongest: readonly NamedFigures[]
} {
  const weakest = topics.slice(0, listed)
  return { weakest, strongest: topics.slice(listed).slice(-listed).reverse() }
}

/** What a topic is called, also where cards have none. */
export function topicNamed(topic: string, { progress }: Messages): string {
  return topic === '' ? progress.noTopic : oneLine(topic)
}

/** The figures of interviews that have a course. */
export const interviewFigures = ['coverage', 'late', 'hurried'] as const

/** The values of one figure, oldest first, where it is known. */
export function courseOf(
  interviews: readonly InterviewPoint[],
  name: (typeof interviewFigures)[number],
): readonly number[] {
  return interviews.flatMap((one) => one[name] ?? [])
}
