import { type Grade, grades } from '../schedule/schedule.ts'
import { type Grading, proposal } from '../session/grading.ts'
import { wrap } from '../text/wrap.ts'
import type { Frame } from './frame.ts'
import { plainInline } from './inline.ts'
import { marks, packed, textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** The live rows under a model answer: key points to tick, and the grades. */
export function gradingFrame(state: Grading, look: Look): Frame {
  const foot = footRows(state, look)
  if (state.help) return { rows: foot.slice(0, Math.max(1, look.rows - 1)) }
  const points = pointRows(state, look)
  const room = Math.max(0, look.rows - foot.length - 1)
  return { rows: [...windowed(points, state.cursor, room), ...foot] }
}

type PointRow = { readonly index: number; readonly text: string }

function pointRows(state: Grading, look: Look): readonly PointRow[] {
  return state.keyPoints.flatMap((point, index) => {
    const ticked = state.ticked[index] === true
    const here = index === state.cursor
    const mark = `${here ? '>' : ' '} ${box(ticked, look)} `
    const lines = wrap(plainInline(point), look.columns - 1, {
      first: mark,
      rest: ' '.repeat(6),
    })
    const style = ticked ? look.paint.good : here ? look.paint.strong : (text: string) => text
    return lines.map((line) => ({ index, text: style(line) }))
  })
}

function box(ticked: boolean, look: Look): string {
  return ticked ? `[${marks(look).ticked}]` : '[ ]'
}

// Where the list is longer than the screen, the rows around the cursor.
function windowed(rows: readonly PointRow[], cursor: number, room: number): readonly string[] {
  const last = rows.findLastIndex(({ index }) => index === cursor)
  const from = Math.max(0, Math.min(last + 2, rows.length) - room)
  return rows.slice(from, from + room).map(({ text }) => text)
}

function footRows(state: Grading, look: Look): readonly string[] {
  const { say, paint } = look
  const columns = look.columns - 1
  if (state.help) {
    const acts = state.acts.length > 0 ? say.review.actHelp : []
    const lines = [...say.interview.gradeHelp, ...acts, say.interview.anyKey]
    return lines.flatMap((line) => wrap(line, columns)).map(paint.dim)
  }
  const proposed = proposal(state)
  const words = say.interview
  const first = `${words.gradePrompt} ${gradeKeys(state, look)}`
  const others = [
    ...(state.keyPoints.length > 0 ? [words.tickKey] : []),
    ...(state.acts.length > 0 ? [say.review.gradeKeys] : []),
    ...(state.canUndo ? [words.undoKey] : []),
    words.helpKey,
  ]
  return [
    ...packed(first, columns).map(paint.strong),
    ...(proposed === undefined
      ? []
      : wrap(words.proposed(say.grade[proposed]), columns).map(gradeStyle(proposed, look))),
    ...packed(others.join(' · '), columns).map(paint.dim),
  ]
}

/** The four grades with their keys, and what each would bring, where that is known. */
function gradeKeys({ intervals }: Grading, { say }: Look): string {
  return grades
    .map((grade, i) => {
      const days = intervals === undefined ? '' : ` ${say.review.interval(intervals[grade])}`
      return `${i + 1} ${say.grade[grade]}${days}`
    })
    .join(' · ')
}

/** The colour that goes with a grade; the word always stands beside it. */
export function gradeStyle(grade: Grade, { paint }: Look): (text: string) => string {
  const styles = { again: paint.bad, hard: paint.warn, good: paint.good, easy: paint.good }
  return styles[grade]
}

/** The key points as they were ticked, to keep in the scrollback. */
export function keyPointLines(
  keyPoints: readonly string[],
  missed: readonly string[],
  anyTicked: boolean,
  look: Look,
): readonly string[] {
  return keyPoints.flatMap((point) => {
    const isMissed = missed.includes(point)
    const { said, missed: lost } = marks(look)
    const mark = !anyTicked ? '-' : isMissed ? lost : said
    const lines = wrap(plainInline(point), textColumns(look), { first: `  ${mark} `, rest: '    ' })
    return anyTicked ? lines.map(isMissed ? look.paint.bad : look.paint.good) : lines
  })
}

/** What is told of the grading line by line. */
export function gradingTold(
  before: Grading | undefined,
  now: Grading,
  look: Look,
): readonly string[] {
  const { say } = look
  const columns = textColumns(look)
  const point = (i: number) =>
    wrap(
      `${i + 1}. ${box(now.ticked[i] === true, look)} ${plainInline(now.keyPoints[i] ?? '')}`,
      columns,
    )
  if (before === undefined) {
    return [
      ...now.keyPoints.flatMap((_, i) => point(i)),
      ...wrap(`${say.interview.gradePrompt} ${gradeKeys(now, look)}`, columns),
      ...wrap(
        now.acts.length > 0 ? say.review.lineHelp.grade : say.interview.lineHelp.grade,
        columns,
      ),
    ]
  }
  const changed = now.ticked.flatMap((tick, i) => (tick === before.ticked[i] ? [] : point(i)))
  const proposed = proposal(now)
  return [
    ...changed,
    ...(changed.length > 0 && proposed !== undefined
      ? [say.interview.proposed(say.grade[proposed])]
      : []),
    ...(now.help === before.help ? [] : say.interview.gradeHelp),
  ]
}
