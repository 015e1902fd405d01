import type { Compared } from '../../interview/compared.ts'
import type { Interview, Turn } from '../../interview/interview.ts'
import { type Scores, scoresOf, threadsOf, turnsOver } from '../../interview/scores.ts'
import { clip, oneLine, safe, width } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { plainInline } from '../inline.ts'
import { bullet, marks, packed, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { gradeStyle } from '../paint.ts'
import { comparedTexts, mannerTexts, titleText, turnFacts } from './report-words.ts'
import { topicLines } from './topic-bars.ts'

/** What stands around an interview when it is reported. */
export type Background = {
  /** Its number among the past interviews, from 1; undefined if it is none of them. */
  readonly n: number | undefined
  readonly compared: Compared | undefined
  /** The questions whose cards come back by tomorrow. */
  readonly due: readonly Turn[]
}

/**
 * The report of an interview, finished or not: scores by topic, each question with what was answered
 * and missed, what comes back tomorrow, how it compares.
 */
export function interviewReport(
  interview: Interview,
  background: Background,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const columns = textColumns(look)
  const scores = scoresOf(interview)
  const saved = interview.turns.filter(({ verdict }) => verdict?.review !== undefined).length
  const foot = [
    ...(saved === 0 ? [] : [say.report.saved(saved)]),
    ...(background.n === undefined ? [] : [say.report.again(background.n)]),
  ]
  const title = titleLines(interview, scores, look)
  if (scores.questions === 0) return title
  return [
    ...title,
    '',
    ...topicLines(scores, look),
    ...sentence(mannerTexts(scores, say), look).map(paint.dim),
    '',
    ...threadLines(interview, look),
    ...dueLines(interview, background.due, look),
    ...(isAllGood(interview, scores) ? ['', ...wrap(say.report.allGood, columns)] : []),
    ...comparedLines(background.compared, look),
    ...(foot.length === 0 ? [] : ['']),
    ...foot.flatMap((text) => wrap(text, columns)).map(paint.dim),
  ]
}

function titleLines(interview: Interview, scores: Scores, look: Look): readonly string[] {
  const { say, paint } = look
  const { report } = say
  const columns = textColumns(look)
  const title = titleText(interview, scores, say)
  const more = {
    finished: [],
    'cut-short': [report.leftEarly],
    discarded: [report.leftEarly],
    open: [report.resume],
  }[interview.ended?.how ?? 'open']
  return [
    ...wrap(title, columns).map(paint.heading),
    ...more.flatMap((text) => wrap(text, columns)),
  ]
}

function threadLines(interview: Interview, look: Look): readonly string[] {
  return threadsOf(interview).flatMap(({ turn, followUps }, i) => [
    ...turnLines(interview, turn, `${String(i + 1).padStart(2)}. `, '    ', look),
    ...followUps.flatMap((followUp) =>
      turnLines(interview, followUp, `    ${marks(look).follow} `, '      ', look),
    ),
  ])
}

function turnLines(
  interview: Interview,
  turn: Turn,
  first: string,
  rest: string,
  look: Look,
): readonly string[] {
  const { paint } = look
  const columns = textColumns(look)
  const style = turn.verdict === undefined ? paint.dim : gradeStyle(turn.verdict.grade, look)
  return [
    ...wrap(oneLine(turn.question), columns, { first, rest }),
    ...packed(turnFacts(interview, turn, look.say).join(' · '), columns, rest).map(style),
    ...answerLines(turn, rest, look),
    ...missedLines(turn, rest, look),
  ]
}

const answerRows = 2

// As much of it as brings it back to mind; all of it is in the saved report.
function answerLines({ given }: Turn, indent: string, look: Look): readonly string[] {
  const columns = textColumns(look)
  const text = safe(given?.answer ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return []
  const edge = `${indent}${marks(look).bar} `
  const room = Math.max(2, columns - edge.length)
  const rows = wrap(clip(text, room * answerRows, look), columns, { first: edge, rest: edge })
  // a break may leave some cells of a row empty, and then what was cut does not fit either
  const shown = rows.slice(0, answerRows)
  const last = shown.at(-1) ?? ''
  const whole = rows.length > answerRows ? [...shown.slice(0, -1), cut(last, columns, look)] : shown
  return whole.map(look.paint.dim)
}

/** A row that does not end what it says. */
function cut(row: string, columns: number, look: Look): string {
  return clip(`${row}${' '.repeat(columns)}.`, Math.min(columns, width(row) + 1), look)
}

const mostMissed = 3

function missedLines({ verdict }: Turn, indent: string, look: Look): readonly string[] {
  const { say, paint } = look
  const columns = textColumns(look)
  const missed = verdict?.missed ?? []
  const first = `${indent}${marks(look).missed} `
  const rest = `${indent}  `
  // a line that says that one is left out is no shorter than that one
  const shown = missed.length === mostMissed + 1 ? missed.length : mostMissed
  const wrong = verdict?.contradicted ?? []
  const text = (point: string) =>
    plainInline(point) + (wrong.includes(point) ? ` (${say.points.saidWrongly})` : '')
  return [
    ...[...missed]
      .sort((a, b) => Number(wrong.includes(b)) - Number(wrong.includes(a)))
      .slice(0, shown)
      .flatMap((point) => wrap(text(point), columns, { first, rest }).map(paint.bad)),
    ...(missed.length > shown
      ? wrap(say.report.more(missed.length - shown), columns, { first: rest, rest }).map(paint.dim)
      : []),
  ]
}

function dueLines(interview: Interview, due: readonly Turn[], look: Look): readonly string[] {
  const { report } = look.say
  const columns = textColumns(look)
  const skipped = turnsOver(interview).filter(
    (turn) => turn.given?.ended === 'skipped' && turn.verdict === undefined && !due.includes(turn),
  )
  return [
    ...questionList(report.due, due, look),
    ...(due.length === 0 ? [] : wrap(report.dueHint, columns, { first: '  ', rest: '  ' })),
    ...questionList(report.skippedOnes, skipped, look),
  ]
}

function isAllGood({ ended, turns }: Interview, { recall }: Scores): boolean {
  const isWhole = turns.every(({ verdict }) => verdict !== undefined && verdict.missed.length === 0)
  return ended?.how === 'finished' && recall === 1 && isWhole
}

function questionList(title: string, turns: readonly Turn[], look: Look): readonly string[] {
  if (turns.length === 0) return []
  const columns = textColumns(look)
  const first = `  ${bullet(look)} `
  return [
    '',
    ...wrap(title, columns).map(look.paint.strong),
    ...turns.flatMap(({ question }) => wrap(oneLine(question), columns, { first, rest: '    ' })),
  ]
}

function comparedLines(compared: Compared | undefined, look: Look): readonly string[] {
  if (compared === undefined) return []
  const columns = textColumns(look)
  return [
    '',
    ...wrap(look.say.report.compared(compared.interviews), columns).map(look.paint.strong),
    ...comparedTexts(compared, look.say).flatMap((text) =>
      wrap(text, columns, { first: '  ', rest: '    ' }),
    ),
  ]
}

function sentence(parts: readonly string[], look: Look): readonly string[] {
  if (parts.length === 0) return []
  return packed(parts.join(' · '), textColumns(look), '  ')
}
