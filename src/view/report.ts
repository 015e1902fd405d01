import type { Turn } from '../interview/interview.ts'
import { gradeCounts, type Tally, tallies, toReview } from '../interview/tallies.ts'
import { grades } from '../schedule/schedule.ts'
import { clockTime } from '../schedule/time.ts'
import type { Plan } from '../session/interview.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { gradeStyle } from './grading.ts'
import { plainInline } from './inline.ts'
import { bullet, textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** What is about to happen, and how to have it again. */
export function introLines(plan: Plan, look: Look): readonly string[] {
  const { say, paint } = look
  const text = say.interview.intro(plan.cards.length, clockTime(plan.limitMs), safe(plan.seed))
  const isShort = plan.totalMs !== undefined && plan.cards.length * plan.limitMs < plan.totalMs
  const note = isShort ? wrap(say.interview.fewCards(plan.cards.length), textColumns(look)) : []
  return [...wrap(text, textColumns(look)).map(paint.dim), ...note.map(paint.warn)]
}

/** The end of an interview: each question, totals by topic, what is worth another look. */
export function reportLines(turns: readonly Turn[], left: boolean, look: Look): readonly string[] {
  const { say, paint } = look
  if (turns.length === 0) return [say.report.nothing]
  const used = clockTime(sum(turns.map(({ given }) => given?.usedMs ?? 0)))
  const given = clockTime(sum(turns.map(({ limitMs }) => limitMs)))
  const saved = turns.filter(({ verdict }) => verdict !== undefined).length
  const title = say.report.title(turns.length, used, given)
  return [
    ...wrap(title, textColumns(look)).map(paint.heading),
    ...(left ? wrap(say.report.leftEarly, textColumns(look)) : []),
    '',
    ...turns.flatMap((turn, i) => turnLines(turn, i, look)),
    '',
    paint.strong(say.report.byTopic),
    ...tallies(turns).flatMap((tally) => tallyLines(tally, look)),
    ...reviewLines(turns, left, look),
    ...(saved === 0
      ? []
      : ['', ...wrap(say.report.saved(saved), textColumns(look)).map(paint.dim)]),
  ]
}

function turnLines(turn: Turn, index: number, look: Look): readonly string[] {
  const number = `${String(index + 1).padStart(2)}. `
  const time = `${clockTime(turn.given?.usedMs ?? 0)} / ${clockTime(turn.limitMs)}`
  return [
    ...wrap(safe(turn.question), textColumns(look), { first: number, rest: '    ' }),
    `    ${look.paint.dim(time)} · ${verdict(turn, look)}`,
  ]
}

function verdict({ verdict: graded, given }: Turn, look: Look): string {
  const { say, paint } = look
  if (graded !== undefined) return gradeStyle(graded.grade, look)(say.grade[graded.grade])
  return paint.dim(given?.ended === 'skipped' ? say.report.skipped : say.report.ungraded)
}

function tallyLines(tally: Tally, look: Look): readonly string[] {
  const { say } = look
  const counts = grades.flatMap((grade) => {
    const n = tally.grades[grade]
    return n === 0 ? [] : [`${say.grade[grade]} ${n}`]
  })
  const parts = [
    tally.topic === '' ? say.report.noTopic : safe(tally.topic),
    say.report.questions(tally.questions),
    `${clockTime(tally.usedMs)} / ${clockTime(tally.givenMs)}`,
    ...counts,
  ]
  return wrap(parts.join(' · '), textColumns(look), { first: '  ', rest: '    ' })
}

function reviewLines(turns: readonly Turn[], left: boolean, look: Look): readonly string[] {
  const { say, paint } = look
  const again = toReview(turns)
  const counts = gradeCounts(turns)
  if (again.length === 0) {
    const graded = sum(Object.values(counts))
    return graded === 0 || left ? [] : ['', ...wrap(say.report.allGood, textColumns(look))]
  }
  return [
    '',
    paint.strong(say.report.review),
    ...again.flatMap(({ card, question, verdict: graded }) => [
      ...wrap(safe(question), textColumns(look), {
        first: `  ${bullet(look)} `,
        rest: '    ',
      }),
      ...(graded?.missed ?? []).flatMap((point) =>
        wrap(say.interview.missed(plainInline(point)), textColumns(look), {
          first: '    ',
          rest: '      ',
        }).map(paint.bad),
      ),
      ...(card === undefined ? [] : [`    ${paint.dim(`viva show ${safe(card)}`)}`]),
    ]),
  ]
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0)
}
