import { dayText } from '../../schedule/day.ts'
import { isoTime } from '../../schedule/time.ts'
import type { Totals } from '../../stats/days.ts'
import type { Stats } from '../../stats/stats.ts'
import type { CardFigures, TopicFigures } from '../../stats/topics.ts'
import { dateAhead, dateBefore } from './parts.ts'

/** All figures as `stats --json` gives them. */
export function statsJson(stats: Stats): object {
  const { today, since, year, forecast, times } = stats
  const before = (all: readonly number[], at: number) => dateBefore(today, all.length, at)
  return {
    today: dayText(today),
    since: since && dayText(since),
    ...totalsJson(stats.totals),
    streak: stats.streak,
    longestStreak: stats.longestStreak,
    days: year.flatMap((reviews, at) =>
      reviews === 0 ? [] : [{ date: before(year, at), reviews }],
    ),
    months: stats.months.map(({ month, ...totals }) => ({ month, ...totalsJson(totals) })),
    forecast: forecast.map((due, at) => ({ date: dateAhead(today, at), due })),
    stages: stats.stages,
    times: times.flatMap((ms, at) => (ms === 0 ? [] : [{ date: before(times, at), usedMs: ms }])),
    hours: stats.hours.filter(({ reviews }) => reviews > 0),
    interviews: stats.interviews.map(({ at, offset, questions, coverage, late, hurried }) => ({
      at: isoTime(at, offset),
      questions,
      coverage: rounded(coverage),
      late: rounded(late),
      hurried: rounded(hurried),
    })),
    topics: stats.topics.map(({ topic, ...figures }) => ({ topic, ...figuresJson(figures) })),
    leeches: stats.leeches.map(({ id }) => id),
  }
}

/** Topics and tags as `topics --json` gives them. */
export function topicsJson(topics: readonly TopicFigures[], tags: readonly TopicFigures[]): object {
  return {
    topics: topics.map(({ path, ...figures }) => ({ path, ...figuresJson(figures) })),
    tags: tags.map(({ path: [tag], ...figures }) => ({ tag, ...figuresJson(figures) })),
  }
}

function figuresJson({ cards, fresh, due, weak, recall }: CardFigures): object {
  return { cards, new: fresh, due, weak, recall: rounded(recall) }
}

function totalsJson({ reviews, days, ms, met, telling, recalled, foreseen }: Totals): object {
  const some = telling > 0
  return {
    reviews,
    activeDays: days,
    usedMs: ms,
    new: met,
    telling,
    recall: some ? rounded(recalled / telling) : undefined,
    foreseen: some ? rounded(foreseen / telling) : undefined,
  }
}

function rounded(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 1000) / 1000
}
