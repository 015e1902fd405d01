import { dayText } from '../../schedule/day.ts'
import { clip, width } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { packed, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { barLines } from '../plots/rows.ts'
import { percent } from '../reports/bars.ts'
import { topicNamed } from '../stats/parts.ts'
import { dateOf, type PlanTold, shownTopics, waysToGo, weekdayOf } from './parts.ts'

/** A plan: its days, what it gives, what other times would give, what is weak. */
export function planningLines(plan: PlanTold, look: Look): readonly string[] {
  const { say, paint } = look
  const { today, date, minutes, cards, follows } = plan
  const columns = textColumns(look)
  const head = say.planning.head(dayText(date), date - today, minutes, cards)
  const follow = say.planning.follow[follows]
  const said = typeof follow === 'string' ? follow : follow(dayText(date))
  const parts = [dayLines, weightLines, knownLines, minuteLines, weakLines]
  return [
    ...packed(head, columns).map(paint.heading),
    ...parts.flatMap((part) => {
      const lines = part(plan, look)
      return lines.length === 0 ? [] : ['', ...lines]
    }),
    '',
    ...wrap(said, columns).map(paint.dim),
  ]
}

/** The same in words. */
export function planningWords(plan: PlanTold, look: Look): readonly string[] {
  const { say } = look
  const { progress, planning } = say
  const { today, date, minutes, cards, forecast, weakest } = plan
  const item = (name: string, share: number) => `  ${progress.item(name, percent(share))}`
  return [
    planning.head(dayText(date), date - today, minutes, cards),
    ...forecast.days
      .slice(0, plan.shown)
      .flatMap((day, at) => [
        planning.dayTold(dateOf(plan, at), day.reviews, day.met, day.minutes),
        ...(day.topics.length === 0 ? [] : [`  ${topicsText(plan, at, look)}`]),
      ]),
    planning.known,
    ...waysToGo.map((way) => item(planning.ways[way], forecast.known[way])),
    ...(forecast.byMinutes.length === 0 ? [] : [planning.byMinutes]),
    ...forecast.byMinutes.map((one) => item(planning.minutes(one.minutes), one.known)),
    ...(weakest.length === 0 ? [] : [planning.weakest]),
    ...weakest
      .slice(0, shownTopics)
      .map(({ topic, recall = 0 }) => item(topicNamed(topic, say), recall)),
  ]
}

function titled(title: string, lines: readonly string[], look: Look): readonly string[] {
  return [...wrap(title, textColumns(look)).map(look.paint.strong), ...lines]
}

/** With less room topics stand below their day. */
const leastTopics = 16

function dayLines(plan: PlanTold, look: Look): readonly string[] {
  const { say, paint } = look
  const { columns: names, moreDays, today } = say.planning
  const days = plan.forecast.days.slice(0, plan.shown)
  if (days.length === 0) return []
  const rows = days.map((day, at) => [
    at === 0 ? today : `${dateOf(plan, at).slice(5)} ${say.progress.weekday(weekdayOf(plan, at))}`,
    ...[day.reviews, day.met, day.minutes].map(String),
  ])
  const head = [names.day, names.reviews, names.met, names.minutes]
  const widths = head.map((name, i) =>
    Math.max(...[name, ...rows.map((row) => row[i] ?? '')].map(width)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => {
        const missing = ' '.repeat((widths[i] ?? 0) - width(cell))
        return i === 0 ? cell + missing : missing + cell
      })
      .join('  ')
  const room = textColumns(look) - widths.reduce((sum, cells) => sum + cells + 2, 0)
  if (room < -2) return dayItems(plan, look)
  const isBeside = room >= leastTopics
  const left = plan.forecast.days.length - days.length
  return [
    paint.dim(isBeside ? `${line(head)}  ${names.topics}` : line(head)),
    ...rows.flatMap((row, at) => {
      const topics = topicsText(plan, at, look)
      if (isBeside) return [`${line(row)}  ${clip(topics, room, look)}`]
      const below = topics === '' ? [] : [clip(`  ${topics}`, textColumns(look), look)]
      return [line(row), ...below.map(paint.dim)]
    }),
    ...(left > 0
      ? wrap(moreDays(left, plan.forecast.days.length), textColumns(look)).map(paint.dim)
      : []),
  ]
}

/** Where not even the figures of a day stand beside each other. */
function dayItems(plan: PlanTold, look: Look): readonly string[] {
  const columns = textColumns(look)
  return plan.forecast.days.slice(0, plan.shown).flatMap((day, at) => {
    const { reviews, met, minutes } = day
    return wrap(look.say.planning.dayTold(dateOf(plan, at), reviews, met, minutes), columns)
  })
}

function topicsText({ forecast, topics }: PlanTold, at: number, { say }: Look): string {
  const day = forecast.days[at]
  return (day?.topics ?? [])
    .map(({ topic, cards }) => say.planning.topic(topicNamed(topics[topic] ?? '', say), cards))
    .join(', ')
}

function weightLines({ weights }: PlanTold, look: Look): readonly string[] {
  const { planning } = look.say
  if (weights === undefined) return []
  if (weights.length === 0) return wrap(planning.noWeights, textColumns(look))
  const most = Math.max(...weights.map(({ weight }) => weight))
  const rows = weights.slice(0, shownTopics * 2).map(({ topic, weight }) => ({
    name: topicNamed(topic, look.say),
    share: weight / most,
    figure: `×${weight.toFixed(1)}`,
  }))
  return titled(planning.weights, barLines(rows, look), look)
}

function knownLines({ forecast: { known } }: PlanTold, look: Look): readonly string[] {
  const { planning } = look.say
  const rows = waysToGo.map((way) => ({
    name: planning.ways[way],
    share: known[way],
    figure: percent(known[way]),
  }))
  return titled(planning.known, barLines(rows, look), look)
}

function minuteLines({ forecast, minutes }: PlanTold, look: Look): readonly string[] {
  const { planning } = look.say
  if (forecast.byMinutes.length === 0) return []
  const rows = forecast.byMinutes.map((one) => {
    const row = {
      name: planning.minutes(one.minutes),
      share: one.known,
      figure: percent(one.known),
    }
    return one.minutes === minutes ? { ...row, more: planning.own } : row
  })
  return titled(planning.byMinutes, barLines(rows, look), look)
}

function weakLines({ weakest }: PlanTold, look: Look): readonly string[] {
  const { planning, progress } = look.say
  if (weakest.length === 0) return []
  const rows = weakest.slice(0, shownTopics).map(({ topic, recall = 0, cards, weak }) => ({
    name: topicNamed(topic, look.say),
    share: recall,
    figure: percent(recall),
    more: progress.topicOf(cards, weak),
  }))
  return titled(planning.weakest, barLines(rows, look), look)
}
