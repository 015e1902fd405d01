import type { Messages } from '../../i18n/en/en.ts'
import { cardStages, type Stats } from '../../stats/stats.ts'
import { oneLine } from '../../text/text.ts'
import { percent } from '../reports/bars.ts'
import {
  bestHours,
  calibrationOf,
  courseOf,
  dateAhead,
  dateBefore,
  durationText,
  interviewFigures,
  largest,
  topicEnds,
  topicNamed,
  totalsText,
} from './parts.ts'

/** A part of what is told, each line a sentence or an item. */
export type Told = { readonly title: string; readonly lines: readonly string[] }

/** All figures in words: for ears, for other programs, and beside charts. */
export function statsTold(stats: Stats, say: Messages): readonly Told[] {
  const { progress } = say
  const parts = [
    { title: progress.year, lines: yearTold(stats, say) },
    { title: progress.recall, lines: recallTold(stats, say) },
    { title: progress.forecast, lines: forecastTold(stats, say) },
    { title: progress.stages, lines: stagesTold(stats, say) },
    { title: progress.times, lines: timesTold(stats, say) },
    { title: progress.hoursTitle, lines: hoursTold(stats, say) },
    { title: progress.interviews, lines: interviewsTold(stats, say) },
    { title: progress.weakest, lines: topicsTold(topicEnds(stats).weakest, say) },
    { title: progress.strongest, lines: topicsTold(topicEnds(stats).strongest, say) },
    { title: progress.leeches, lines: stats.leeches.map(({ question }) => oneLine(question)) },
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

/** The same one below the other, under a head. */
export function statsWords(stats: Stats, say: Messages): readonly string[] {
  const told = statsTold(stats, say)
  return [
    totalsText(stats, say),
    ...told.flatMap(({ title, lines }) => ['', title, ...lines.map((line) => `  ${line}`)]),
  ]
}

function yearTold({ year, today, months }: Stats, { progress }: Messages): readonly string[] {
  const { at, most } = largest(year)
  const days = year.filter((count) => count > 0).length
  return [
    progress.yearTold(days, year.length, most, dateBefore(today, year.length, at)),
    ...months.slice(-12).map((one) => progress.monthTold(one.month, one.reviews, one.days)),
  ]
}

function recallTold(stats: Stats, { progress }: Messages): readonly string[] {
  const verdict = calibrationOf(stats)
  const months = stats.months.filter(({ telling }) => telling > 0).slice(-12)
  return [
    ...months.map(({ month, telling, recalled, foreseen }) => {
      const shares = [percent(recalled / telling), percent(foreseen / telling)] as const
      return progress.item(month, progress.recallOf(...shares, telling))
    }),
    ...(verdict === undefined ? [] : [progress.calibration[verdict]]),
  ]
}

function forecastTold({ forecast, today }: Stats, { progress }: Messages): readonly string[] {
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0)
  const { at, most } = largest(forecast)
  if (most === 0) return []
  const [now = 0] = forecast
  const week = sum(forecast.slice(0, 8))
  return [progress.forecastTold(now, week, sum(forecast), most, dateAhead(today, at))]
}

function stagesTold({ stages }: Stats, { progress }: Messages): readonly string[] {
  return cardStages.map((stage) => progress.item(progress.stage[stage], String(stages[stage])))
}

function timesTold({ times }: Stats, say: Messages): readonly string[] {
  const some = times.filter((ms) => ms > 0)
  if (some.length === 0) return []
  const mean = some.reduce((all, ms) => all + ms, 0) / some.length
  const most = durationText(largest(times).most, say)
  return [say.progress.timesTold(durationText(mean, say), some.length, most)]
}

function hoursTold(stats: Stats, { progress }: Messages): readonly string[] {
  const best = bestHours(stats)
  return [
    ...stats.hours
      .filter(({ reviews }) => reviews > 0)
      .map(({ hour, reviews, telling, recalled }) =>
        progress.hourTold(hour, reviews, telling === 0 ? undefined : percent(recalled / telling)),
      ),
    ...(best === undefined
      ? []
      : [progress.hoursTold(best.from, (best.from + 3) % 24, percent(best.recall))]),
  ]
}

function interviewsTold({ interviews }: Stats, { progress }: Messages): readonly string[] {
  if (interviews.length === 0) return []
  const courses = interviewFigures.flatMap((name) => {
    const values = courseOf(interviews, name)
    const [first] = values
    if (first === undefined) return []
    const course = progress.course(percent(first), percent(values.at(-1) ?? first))
    return [progress.item(progress.figures[name], course)]
  })
  return [progress.interviewsTold(interviews.length), ...courses]
}

function topicsTold(some: Stats['topics'], say: Messages): readonly string[] {
  return some.map(({ topic, recall = 0, cards, weak }) => {
    const name = topicNamed(topic, say)
    const facts = [percent(recall), say.progress.topicOf(cards, weak)]
    return say.progress.item(name, facts.join(' · '))
  })
}
