import { type FigureLine, type Trend, trendOf } from '../../interview/compared.ts'
import { beganAt, type Interview } from '../../interview/interview.ts'
import { type Scores, scoresOf } from '../../interview/scores.ts'
import { clockTime, isoTime } from '../../schedule/time.ts'
import { clip, oneLine, pad, width } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { packed, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { percent, sparkline } from './bars.ts'
import { figureNames, figureText } from './report-words.ts'
import { topicName } from './topic-bars.ts'

/** The past interviews as a table, oldest first, and how the figures went. */
export function historyLines(interviews: readonly Interview[], look: Look): readonly string[] {
  const { say, paint } = look
  const columns = textColumns(look)
  const rows = interviews.map((interview, i) => rowOf(interview, i + 1, look))
  return [
    ...(tableLines(rows, look) ?? rows.flatMap((row) => itemLines(row, look))),
    ...wrap(say.history.total(interviews.length), columns).map(paint.dim),
    ...trendLines(trendOf(interviews), look),
  ]
}

/** Which interview is shown again. */
export function headLines(interview: Interview, n: number, look: Look): readonly string[] {
  const text = look.say.history.head(n, beganAt(interview))
  return wrap(text, textColumns(look)).map(look.paint.dim)
}

/** The same for another program to read: fields between tabs. */
export function historyRecords(interviews: readonly Interview[]): readonly string[] {
  return interviews.map((interview, i) => {
    const { questions, answered, usedMs, coverage, recall, topics } = scoresOf(interview)
    const share = (value: number | undefined) => (value === undefined ? '' : value.toFixed(3))
    const fields = [
      String(i + 1),
      isoTime(interview.at, interview.offset),
      ...[questions, answered, usedMs].map(String),
      ...[share(coverage), share(recall), interview.ended?.how ?? 'unfinished'],
      topics.map(({ topic }) => topic).join(' / '),
    ]
    return fields.map(oneLine).join('\t')
  })
}

type Row = {
  readonly n: string
  readonly date: string
  readonly questions: string
  readonly time: string
  readonly coverage: string
  readonly recall: string
  readonly topics: string
  /** That it is not finished, or was left. */
  readonly state: string | undefined
}

function rowOf(interview: Interview, n: number, look: Look): Row {
  const { history } = look.say
  const scores = scoresOf(interview)
  const how = interview.ended?.how
  const share = (value: number | undefined) => (value === undefined ? '-' : percent(value))
  return {
    n: String(n),
    date: beganAt(interview),
    questions: questionsText(interview, scores, look),
    time: clockTime(scores.usedMs),
    coverage: share(scores.coverage),
    recall: share(scores.recall),
    topics: scores.topics.map(({ topic }) => topicName(topic, look)).join(', '),
    state:
      how === 'finished' ? undefined : how === undefined ? history.unfinished : history.leftEarly,
  }
}

function questionsText({ planned, ended }: Interview, scores: Scores, { say }: Look): string {
  const asked = scores.questions - scores.followUps
  if (ended?.how === 'finished' || planned.length <= asked) return String(scores.questions)
  return say.history.planned(asked, planned.length)
}

const fields = ['n', 'date', 'questions', 'time', 'coverage', 'recall'] as const

/** With less room for its topics an interview takes some lines instead of a row. */
const leastRoom = 18

function tableLines(rows: readonly Row[], look: Look): readonly string[] | undefined {
  const { say, paint } = look
  const head: Row = { ...say.history.columns, state: undefined }
  const widths = fields.map((name) => Math.max(...[head, ...rows].map((row) => width(row[name]))))
  const room = textColumns(look) - widths.reduce((sum, cells) => sum + cells + 2, 0)
  if (room < leastRoom) return undefined
  const line = (row: Row) => {
    const cells = fields.map((name, i) => {
      const text = row[name]
      const missing = ' '.repeat((widths[i] ?? 0) - width(text))
      // figures stand under each other by their ends, the date by its start
      return name === 'date' ? text + missing : missing + text
    })
    const state = [row.state, row.topics].every(Boolean) ? `${row.state}: ` : (row.state ?? '')
    return { start: cells.join('  '), state, topics: clip(row.topics, room - width(state), look) }
  }
  const { start, topics } = line(head)
  return [
    paint.dim(`${start}  ${topics}`),
    ...rows.map(line).map(({ start, state, topics }) => `${start}  ${paint.warn(state)}${topics}`),
  ]
}

function itemLines(row: Row, look: Look): readonly string[] {
  const { say, paint } = look
  const columns = textColumns(look)
  const figures = [
    row.time,
    ...(row.coverage === '-' ? [] : [say.history.coverage(row.coverage)]),
    ...(row.recall === '-' ? [] : [say.history.recall(row.recall)]),
  ]
  const first = `${row.n.padStart(2)}. `
  const rest = ' '.repeat(first.length)
  const below = (text: string) => wrap(text, columns, { first: rest, rest })
  return [
    ...wrap(`${row.date} · ${say.history.columns.questions} ${row.questions}`, columns, {
      first,
      rest,
    }),
    ...(row.state === undefined ? [] : below(row.state).map(paint.warn)),
    ...packed(figures.join(' · '), columns, rest),
    ...(row.topics === '' ? [] : below(row.topics).map(paint.dim)),
  ]
}

function trendLines(trend: Trend, look: Look): readonly string[] {
  const { say, paint } = look
  const names = figureNames.filter((name) => trend[name] !== undefined)
  if (names.length === 0) return []
  const labels = Math.max(...names.map((name) => width(say.report.figures[name])))
  return [
    '',
    paint.strong(say.history.trend),
    ...names.flatMap((name) => {
      const course = trend[name]
      const label = pad(say.report.figures[name], labels)
      return course === undefined ? [] : courseLines(label, name, course, look)
    }),
  ]
}

function courseLines(
  label: string,
  name: keyof Trend,
  { values, direction }: FigureLine,
  look: Look,
): readonly string[] {
  const columns = textColumns(look)
  const [from = 0] = values
  const words = look.say.history.course(
    figureText(name, from),
    figureText(name, values.at(-1) ?? from),
    direction,
  )
  const most = name === 'eachMs' ? Math.max(...values) : 1
  const head = `  ${label}  `
  const line = sparkline(values.slice(-Math.min(columns - 4, widestLine)), most, look)
  if (width(`${head}${line}  ${words}`) <= columns) return [`${head}${line}  ${words}`]
  const indent = { first: '    ', rest: '    ' }
  return [
    ...wrap(`${label}  ${line}`, columns, { ...indent, first: '  ' }),
    ...wrap(words, columns, indent),
  ]
}

const widestLine = 40
