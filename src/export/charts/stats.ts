import type { Card, CardId } from '../../cards/card.ts'
import type { Messages } from '../../i18n/en/en.ts'
import { type Day, dayText } from '../../schedule/day.ts'
import type { Instant } from '../../schedule/schedule.ts'
import type { Stats } from '../../stats/stats.ts'
import { percent } from '../../view/reports/bars.ts'
import {
  courseOf,
  dateAhead,
  dateBefore,
  interviewFigures,
  topicEnds,
  topicNamed,
  totalsText,
} from '../../view/stats/parts.ts'
import { statsTold, type Told } from '../../view/stats/words.ts'
import type { Booklet, BookletEntry } from '../booklet.ts'
import { escapedLine } from '../markdown-text.ts'
import { told } from '../report/blocks.ts'
import { barsSvg, columnsSvg, coursesSvg, squaresSvg } from './svg.ts'

/** How a person gets on, as a document: each part a chart and the same in words. */
export function statsBooklet(
  stats: Stats,
  {
    say,
    language,
    at,
  }: { readonly say: Messages; readonly language: Booklet['language']; readonly at: Instant },
): Booklet {
  const date = dayText(stats.today)
  const charts = chartsOf(stats, say)
  return {
    title: say.progress.document.title(date),
    language,
    date,
    at,
    told: [],
    entries: statsTold(stats, say).map((part) => entryOf(part, charts.get(part.title), language)),
    report: {
      blocks: [told(totalsText(stats, say))],
      models: say.progress.document.charts,
      after: [],
      isOpen: true,
    },
  }
}

function entryOf(
  { title, lines }: Told,
  svg: string | undefined,
  language: Booklet['language'],
): BookletEntry {
  const list = lines.map((line) => `- ${escapedLine(line)}`)
  const chart = svg === undefined ? [] : [`![${escapedLine(title)}](${addressOf(svg)})`, '']
  const id = title as CardId
  const card: Card = {
    id,
    minted: id,
    language,
    topics: [],
    tags: [],
    level: undefined,
    aliases: [],
    question: title,
    body: undefined,
    answer: { kind: 'written', markdown: [...chart, ...list].join('\n') },
    keyPoints: [],
    followUps: [],
    definitions: undefined,
    source: { library: '', file: '', line: 1, endLine: 1 },
  }
  return { card, topic: '', keyPoints: [], missed: [], note: undefined, asked: undefined }
}

function addressOf(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

/** A chart of each part that has one, by the title of the part. */
function chartsOf(stats: Stats, say: Messages): ReadonlyMap<string, string> {
  const { progress } = say
  const { year, today, forecast, times, hours } = stats
  const { weakest, strongest } = topicEnds(stats)
  const every = (days: number, tell: (i: number) => string) => (i: number) =>
    i % days === 0 ? tell(i) : undefined
  const monthOf = (i: number) => {
    const date = dateBefore(today, year.length, i)
    return date.endsWith('-01') ? progress.month(Number(date.slice(5, 7))) : undefined
  }
  const dayOf = (all: readonly number[]) => (i: number) =>
    dateBefore(today as Day, all.length, i).slice(5)
  const minutes = (ms: number) => String(Math.round(ms / 60_000))
  const whole = (value: number) => String(Math.round(value))
  return new Map([
    [progress.year, squaresSvg(year, monthOf, progress.squareDays)],
    [progress.recall, barsSvg(monthBars(stats, say))],
    [
      progress.forecast,
      columnsSvg(
        forecast,
        whole,
        every(5, (i) => dateAhead(today, i).slice(5)),
      ),
    ],
    [progress.times, columnsSvg(times, minutes, every(5, dayOf(times)))],
    [
      progress.hoursTitle,
      columnsSvg(
        hours.map(({ reviews }) => reviews),
        whole,
        every(3, String),
      ),
    ],
    [progress.stages, barsSvg(stageBars(stats, say))],
    [progress.weakest, barsSvg(topicBars(weakest, say))],
    [progress.strongest, barsSvg(topicBars(strongest, say))],
    [
      progress.interviews,
      coursesSvg(
        interviewFigures.map((name) => ({
          name: progress.figures[name],
          values: courseOf(stats.interviews, name),
        })),
      ),
    ],
  ])
}

function monthBars({ months }: Stats, { progress }: Messages) {
  const some = months.filter(({ telling }) => telling > 0).slice(-12)
  return some.map(({ month, telling, recalled, foreseen }) => ({
    name: month,
    share: recalled / telling,
    mark: foreseen / telling,
    said: `${percent(recalled / telling)} · ${progress.foreseen(percent(foreseen / telling))}`,
  }))
}

function stageBars({ stages }: Stats, { progress }: Messages) {
  const counts = Object.entries(stages)
  const all = Math.max(
    1,
    counts.reduce((sum, [, count]) => sum + count, 0),
  )
  return counts.map(([stage, count]) => ({
    name: progress.stage[stage as keyof Stats['stages']],
    share: count / all,
    said: String(count),
  }))
}

function topicBars(topics: Stats['topics'], say: Messages) {
  return topics.map(({ topic, recall = 0, cards, weak }) => ({
    name: topicNamed(topic, say).slice(0, 24),
    share: recall,
    said: `${percent(recall)} · ${say.progress.topicOf(cards, weak)}`,
  }))
}
