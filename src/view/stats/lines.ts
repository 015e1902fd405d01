import { cardStages, type Stats } from '../../stats/stats.ts'
import { safe } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { bullet, packed, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { columnPlot } from '../plots/columns.ts'
import { barLines } from '../plots/rows.ts'
import { squareLines } from '../plots/squares.ts'
import { percent, sparkline } from '../reports/bars.ts'
import {
  bestHours,
  calibrationOf,
  courseOf,
  dateAhead,
  dateBefore,
  interviewFigures,
  topicEnds,
  topicNamed,
  totalsText,
} from './parts.ts'

/** All figures, plotted as wide as the terminal. */
export function statsLines(stats: Stats, look: Look): readonly string[] {
  const parts = [year, recall, forecast, stages, times, hours, interviews, topics, leeches]
  const sections = parts.map((part) => part(stats, look)).filter(({ length }) => length > 0)
  return [
    ...packed(totalsText(stats, look.say), textColumns(look)).map(look.paint.heading),
    ...sections.flatMap((lines) => ['', ...lines]),
  ]
}

function titled(title: string, lines: readonly string[], look: Look): readonly string[] {
  return [...wrap(title, textColumns(look)).map(look.paint.strong), ...lines]
}

function year({ year: counts, today }: Stats, look: Look): readonly string[] {
  const { progress } = look.say
  const monthOf = (index: number) => {
    const date = dateBefore(today, counts.length, index)
    return date.endsWith('-01') ? progress.month(Number(date.slice(5, 7))) : undefined
  }
  const squares = {
    counts,
    monthOf,
    days: progress.squareDays,
    columns: textColumns(look),
    less: progress.less,
    more: progress.most,
  }
  return titled(progress.year, squareLines(squares, look), look)
}

const shownMonths = 12

function recall(stats: Stats, look: Look): readonly string[] {
  const { progress } = look.say
  const months = stats.months.filter(({ telling }) => telling > 0).slice(-shownMonths)
  if (months.length === 0) return []
  const rows = months.map(({ month, telling, recalled, foreseen }) => ({
    name: month,
    share: recalled / telling,
    mark: foreseen / telling,
    figure: percent(recalled / telling),
    more: `${progress.foreseen(percent(foreseen / telling))} · ${telling}`,
  }))
  const verdict = calibrationOf(stats)
  const said = verdict === undefined ? [] : wrap(progress.calibration[verdict], textColumns(look))
  return titled(progress.recall, [...barLines(rows, look), ...said.map(look.paint.dim)], look)
}

const plotRows = 5

function plotted(
  title: string,
  values: readonly number[],
  ends: readonly [string, string],
  told: (value: number) => string,
  look: Look,
): readonly string[] {
  if (values.every((value) => value === 0)) return []
  const plot = { values, height: plotRows, columns: textColumns(look), told, ends }
  return titled(title, columnPlot(plot, look), look)
}

function forecast({ forecast: days, today }: Stats, look: Look): readonly string[] {
  const { progress } = look.say
  const ends = [progress.today, dateAhead(today, days.length - 1).slice(5)] as const
  return plotted(progress.forecast, days, ends, String, look)
}

function stages({ stages: counts }: Stats, look: Look): readonly string[] {
  const { progress } = look.say
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const rows = cardStages.map((stage) => ({
    name: progress.stage[stage],
    share: all === 0 ? 0 : counts[stage] / all,
    figure: String(counts[stage]),
  }))
  return titled(progress.stages, barLines(rows, look), look)
}

const minuteMs = 60_000

function times({ times: days, today }: Stats, look: Look): readonly string[] {
  const { progress } = look.say
  const ends = [dateBefore(today, days.length, 0).slice(5), progress.today] as const
  const told = (ms: number) => String(Math.round(ms / minuteMs))
  return plotted(progress.times, days, ends, told, look)
}

function hours(stats: Stats, look: Look): readonly string[] {
  const { progress } = look.say
  const counts = stats.hours.map(({ reviews }) => reviews)
  const plot = plotted(progress.hoursTitle, counts, ['0', '23'], String, look)
  const best = bestHours(stats)
  if (best === undefined || plot.length === 0) return plot
  const text = progress.hoursTold(best.from, (best.from + 3) % 24, percent(best.recall))
  return [...plot, ...wrap(text, textColumns(look)).map(look.paint.dim)]
}

function interviews({ interviews: all }: Stats, look: Look): readonly string[] {
  const { progress } = look.say
  if (all.length === 0) return []
  const columns = textColumns(look)
  const lines = interviewFigures.flatMap((name) => {
    const values = courseOf(all, name)
    const [first] = values
    if (first === undefined) return []
    const line = sparkline(values.slice(-Math.floor(columns / 2)), 1, look)
    const course = progress.course(percent(first), percent(values.at(-1) ?? first))
    return wrap(`${progress.figures[name]}  ${line}  ${course}`, columns, {
      first: '  ',
      rest: '    ',
    })
  })
  return titled(progress.interviews, lines, look)
}

function topics(stats: Stats, look: Look): readonly string[] {
  const { say } = look
  const { weakest, strongest } = topicEnds(stats)
  const rows = (some: typeof weakest) =>
    some.map(({ topic, recall: share = 0, cards, weak }) => ({
      name: topicNamed(topic, say),
      share,
      figure: percent(share),
      more: say.progress.topicOf(cards, weak),
    }))
  if (weakest.length === 0) return []
  return [
    ...titled(say.progress.weakest, barLines(rows(weakest), look), look),
    ...(strongest.length === 0
      ? []
      : ['', ...titled(say.progress.strongest, barLines(rows(strongest), look), look)]),
  ]
}

const shownLeeches = 10

function leeches({ leeches: cards }: Stats, look: Look): readonly string[] {
  const { progress } = look.say
  if (cards.length === 0) return []
  const more = cards.length - shownLeeches
  return titled(
    progress.leeches,
    [
      ...cards
        .slice(0, shownLeeches)
        .flatMap(({ question }) =>
          wrap(safe(question), textColumns(look), { first: `  ${bullet(look)} `, rest: '    ' }),
        ),
      ...(more > 0 ? [look.paint.dim(`    ${progress.more(more)}`)] : []),
    ],
    look,
  )
}
