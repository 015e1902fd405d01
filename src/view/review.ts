import type { Card } from '../cards/card.ts'
import { type Day, dayText } from '../schedule/day.ts'
import type { Load } from '../schedule/load.ts'
import {
  type ReviewItem,
  type ReviewRun,
  type RunSummary,
  summaryOf,
} from '../schedule/review-run.ts'
import type { Act, Grade, Schedule, SetAsideKind } from '../schedule/schedule.ts'
import { clockTime, minuteText } from '../schedule/time.ts'
import { clip, safe, width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { bullet, quoted, rule, textColumns } from './layout.ts'
import type { Look } from './look.ts'
import { gradeStyle } from './paint.ts'

const minute = 60_000

/** Whole minutes that so many answers take, at least one. */
function minutesFor(answers: number, paceMs: number): number {
  return Math.max(1, Math.round((answers * paceMs) / minute))
}

/** The line that opens a card: how far the run is, the minutes left, the topic. */
export function itemHead(run: ReviewRun, paceMs: number, look: Look): readonly string[] {
  const { say, paint } = look
  const [item] = run.todo
  if (item === undefined) return []
  const all = run.done.length + run.todo.length
  const parts = [
    say.review.head(run.done.length + 1, all),
    say.review.minutesLeft(minutesFor(run.todo.length, paceMs)),
    item.again ? say.review.again : say.review.kind[item.kind],
    safe(item.card.topics.join(' / ')),
  ]
  const text = clip(parts.filter((part) => part !== '').join(' · '), textColumns(look) - 5, look)
  const fill = rule(look, textColumns(look) - width(text) - 4)
  return [`${paint.dim(rule(look, 2))} ${paint.strong(text)} ${paint.dim(fill)}`]
}

/** Why there is nothing to do, and when there will be. */
export function nothingDueLines(load: Load, today: Day, look: Look): readonly string[] {
  const { review } = look.say
  const { next } = load
  const later =
    next === undefined
      ? [review.nothingYet]
      : [
          review.nextDue(load.nextCount, next - today, dayText(next)),
          review.aheadHint(next - today),
        ]
  return [review.nothingDue, ...later].flatMap((line) => wrap(line, textColumns(look)))
}

/** What is about to happen. */
export function reviewIntro(run: ReviewRun, paceMs: number, look: Look): readonly string[] {
  const { review } = look.say
  const count = (kind: ReviewItem['kind']) => run.todo.filter((item) => item.kind === kind).length
  const crams = count('cram')
  const minutes = minutesFor(run.todo.length, paceMs)
  const text =
    crams > 0 ? review.introCram(crams) : review.intro(count('due'), count('new'), minutes)
  return wrap(text, textColumns(look)).map(look.paint.dim)
}

/** What a grade did, to keep in the scrollback; `days` until the card comes again, if it counts. */
export function gradedLine(grade: Grade, days: number | undefined, look: Look): string {
  const { say } = look
  const name = say.grade[grade]
  const text = days === undefined ? say.review.gradedCram(name) : say.review.graded(name, days)
  return gradeStyle(grade, look)(text)
}

/** A note of the person's that could not be kept. */
export function noteLines(text: string, look: Look): readonly string[] {
  return quoted(look.say.review.ownNote, text, look)
}

/** How a run ended; `left` is by Ctrl-C. */
export type ReviewEnding = 'finished' | 'quit' | 'left' | 'time-up'

/** The end of a run: what was recalled, how long it took, what comes next. */
export function reviewReport(
  run: ReviewRun,
  ending: ReviewEnding,
  load: Load,
  leeches: readonly Card[],
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const summary = summaryOf(run)
  const graded = summary.met + summary.reviewed
  const left = run.todo.length
  const columns = textColumns(look)
  const title =
    graded === 0 ? say.review.nothingDone : say.review.over(graded, clockTime(summary.usedMs))
  return [
    paint.heading(title),
    ...resultLines(summary, look),
    ...((ending === 'left' || ending === 'quit') && left > 0
      ? wrap(say.review.leftEarly(left), columns)
      : []),
    ...(ending === 'time-up' ? wrap(say.review.timeUp(left), columns) : []),
    ...wrap(say.review.load(load.tomorrow, load.week), columns),
    ...(graded === 0 ? [] : wrap(say.review.undoHint, columns).map(paint.dim)),
    ...cardLines(say.review.failed, summary.failed, look),
    ...cardLines(say.review.leeches, leeches, look),
  ]
}

function resultLines({ met, reviewed, recalled }: RunSummary, look: Look): readonly string[] {
  const { review } = look.say
  const percent = Math.round((recalled / Math.max(1, reviewed)) * 100)
  const parts = [
    ...(reviewed > 0 ? [review.recalled(recalled, reviewed, percent)] : []),
    ...(met > 0 ? [review.met(met)] : []),
  ]
  return parts.length === 0 ? [] : wrap(parts.join(' · '), textColumns(look))
}

function cardLines(title: string, cards: readonly Card[], look: Look): readonly string[] {
  if (cards.length === 0) return []
  const first = `  ${bullet(look)} `
  return [
    '',
    ...wrap(title, textColumns(look)).map(look.paint.strong),
    ...cards.flatMap(({ id, question }) => [
      ...wrap(safe(question), textColumns(look), { first, rest: '    ' }),
      `    ${look.paint.dim(`viva show ${safe(id)}`)}`,
    ]),
  ]
}

/** What a grade from the command line did. */
export function ratedLines(
  grade: Grade,
  schedule: Schedule | undefined,
  look: Look,
): readonly string[] {
  const { say } = look
  if (schedule === undefined) return []
  const { due, lastDay } = schedule
  const text = say.review.rated(say.grade[grade], dayText(due), due - lastDay)
  return wrap(text, textColumns(look)).map(gradeStyle(grade, look))
}

/** What was taken back. */
export function undoneLines(act: Act, question: string, look: Look): readonly string[] {
  const { say } = look
  const time = minuteText(act.at, act.offset)
  const text =
    act.kind === 'review'
      ? say.review.undoneReview(say.grade[act.grade], time)
      : say.review.undoneAct[act.kind]
  return [text, safe(question)].flatMap((line) => wrap(line, textColumns(look)))
}

/** That a card is kept out, or in again. */
export function setAsideLines(
  kind: SetAsideKind,
  { question }: Card,
  look: Look,
): readonly string[] {
  const { setAside } = look.say.review
  return [setAside[kind], safe(question)].flatMap((line) => wrap(line, textColumns(look)))
}

/** What needs no doing where it is so already. */
export type SettledKind = Exclude<SetAsideKind, 'bury'>

/** That a card is kept out, or not, as it was before. */
export function asItIsLines(kind: SettledKind, { question }: Card, look: Look): readonly string[] {
  const { asItIs } = look.say.review
  return [asItIs[kind], safe(question)].flatMap((line) => wrap(line, textColumns(look)))
}
