import type { ComparedPoint } from '../../interview/comparing.ts'
import { toldTiming } from '../../schedule/proposal.ts'
import { grades } from '../../schedule/schedule.ts'
import { clip, safe } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { plainInline } from '../../view/inline.ts'
import { marks, packed, textColumns } from '../../view/layout.ts'
import type { Look } from '../../view/look.ts'
import { gradeStyle } from '../../view/paint.ts'
import type { AnswerAct } from '../acts.ts'
import type { Frame } from '../screen.ts'
import { type GradeState, proposal, tickedCoverage } from './state.ts'

/** The live rows under a model answer: key points to tick, and the grades. */
export function gradeFrame(state: GradeState, look: Look): Frame {
  const foot = footRows(state, look)
  if (state.help) return { rows: foot.slice(0, Math.max(1, look.rows - 1)) }
  const points = pointRows(state, look)
  const room = Math.max(0, look.rows - foot.length - 1)
  return { rows: [...windowed(points, state.cursor, room), ...foot] }
}

type PointRow = { readonly index: number; readonly text: string }

function pointRows(state: GradeState, look: Look): readonly PointRow[] {
  const { say, paint, columns } = look
  return state.points.flatMap((point, index) => {
    const { text, missedBefore } = point
    const ticked = state.ticked[index] === true
    const here = index === state.cursor
    const first = `${here ? '>' : ' '} ${box(ticked, look)} `
    const note = missedBefore ? ` (${say.interview.missedBefore})` : ''
    const lines = wrap(plainInline(text) + note, columns - 1, { first, rest: indent })
    const style = ticked ? paint.good : here ? paint.strong : (line: string) => line
    const words = heardText(point, ticked, say).map((told) => clip(told, columns - 7, look))
    const below = isAgainst(point, ticked) ? paint.bad : paint.dim
    return [
      ...lines.map((line) => ({ index, text: style(line) })),
      ...words.map((line) => ({ index, text: below(indent + line) })),
    ]
  })
}

type Told = Pick<ComparedPoint, 'heard' | 'verdict'>

/** Whether the answer says the opposite, and the person does not think otherwise. */
function isAgainst({ verdict }: Told, ticked: boolean): boolean {
  return verdict === 'contradicted' && !ticked
}

/** The words of the answer that count, and for what. */
function heardText(point: Told, ticked: boolean, say: Look['say']): readonly string[] {
  if (point.heard === '') return []
  const words = safe(point.heard)
  return [isAgainst(point, ticked) ? say.points.opposite(words) : say.points.heard(words)]
}

const indent = ' '.repeat(6)

function box(ticked: boolean, look: Look): string {
  return ticked ? `[${marks(look).ticked}]` : '[ ]'
}

// Where the list is longer than the screen, the rows around the cursor.
function windowed(rows: readonly PointRow[], cursor: number, room: number): readonly string[] {
  const last = rows.findLastIndex(({ index }) => index === cursor)
  const from = Math.max(0, Math.min(last + 2, rows.length) - room)
  return rows.slice(from, from + room).map(({ text }) => text)
}

function footRows(state: GradeState, look: Look): readonly string[] {
  const { say, paint } = look
  const columns = look.columns - 1
  if (state.help) {
    const acts = state.acts.includes('bury') ? say.review.actHelp : [say.interview.noteHelp]
    const lines = [...say.interview.gradeHelp, ...acts, say.interview.anyKey]
    return lines.flatMap((line) => wrap(line, columns)).map(paint.dim)
  }
  const words = say.interview
  const first = `${words.gradePrompt} ${gradeKeys(state, look)}`
  const others = [
    ...(state.points.length > 0 ? [words.tickKey] : []),
    ...shownActs(state.acts).map((act) => words.actKeys[act]),
    ...(state.canUndo ? [words.undoKey] : []),
    words.helpKey,
  ]
  return [
    ...packed(first, columns).map(paint.strong),
    ...proposedRows(state, look),
    ...packed(others.join(' · '), columns).map(paint.dim),
  ]
}

/** What coverage and clock speak for, in words. */
function proposedRows(state: GradeState, look: Look): readonly string[] {
  const { say } = look
  const words = say.interview
  const proposed = proposal(state)
  if (proposed === undefined) return []
  const coverage = state.choseRight === undefined ? tickedCoverage(state) : undefined
  const timing = toldTiming(state.timing, coverage ?? (state.choseRight === true ? 1 : 0))
  const parts = [
    ...(coverage === undefined ? [] : [say.points.coverage(Math.round(coverage * 100))]),
    ...(state.choseRight === undefined ? [] : [words.chose[state.choseRight ? 'right' : 'wrong']]),
    ...(timing === 'steady' ? [] : [words.timing[timing]]),
    words.proposed(say.grade[proposed]),
  ]
  return packed(parts.join(' · '), look.columns - 1).map(gradeStyle(proposed, look))
}

/** The four grades with their keys, and what each would bring, where that is known. */
function gradeKeys({ intervals }: GradeState, { say }: Look): string {
  return grades
    .map((grade, i) => {
      const days = intervals === undefined ? '' : ` ${say.review.interval(intervals[grade])}`
      return `${i + 1} ${say.grade[grade]}${days}`
    })
    .join(' · ')
}

/** The key points as they were ticked, to keep in the scrollback. */
export function keyPointLines(
  points: readonly Pick<ComparedPoint, 'text' | 'heard' | 'verdict'>[],
  graded: { readonly coverage: number | undefined; readonly missed: readonly string[] },
  look: Look,
): readonly string[] {
  const isCompared = graded.coverage !== undefined
  const { said, missed: lost } = marks(look)
  return points.flatMap((point) => {
    const { text } = point
    const isMissed = graded.missed.includes(text)
    const mark = !isCompared ? '-' : isMissed ? lost : said
    const rest = '    '
    const lines = wrap(plainInline(text), textColumns(look), { first: `  ${mark} `, rest })
    const style = isMissed ? look.paint.bad : look.paint.good
    // what was missed has no words worth showing, what was said wrongly has
    const isShown = isCompared && (!isMissed || isAgainst(point, false))
    const words = isShown ? heardText(point, !isMissed, look.say) : []
    return [
      ...(isCompared ? lines.map(style) : lines),
      ...words.flatMap((line) =>
        wrap(line, textColumns(look), { first: rest, rest }).map(look.paint.dim),
      ),
    ]
  })
}

/** What is told of the grading line by line. */
export function gradeTold(
  before: GradeState | undefined,
  now: GradeState,
  look: Look,
): readonly string[] {
  const { say } = look
  const columns = textColumns(look)
  const point = (i: number) => {
    const { text = '', missedBefore = false, heard = '', verdict } = now.points[i] ?? {}
    const ticked = now.ticked[i] === true
    const note = missedBefore ? ` (${say.interview.missedBefore})` : ''
    const words = heardText({ heard, verdict }, ticked, say).map((told) => ` · ${told}`)
    const line = `${i + 1}. ${box(ticked, look)} ${plainInline(text)}${note}${words.join('')}`
    return wrap(line, columns)
  }
  if (before === undefined) {
    return [
      ...now.points.flatMap((_, i) => point(i)),
      ...wrap(`${say.interview.gradePrompt} ${gradeKeys(now, look)}`, columns),
      ...proposedRows(now, look),
      ...wrap(lineHelp(now, look), columns),
    ]
  }
  const changed = now.ticked.flatMap((tick, i) => (tick === before.ticked[i] ? [] : point(i)))
  return [
    ...changed,
    ...(changed.length > 0 ? proposedRows(now, look) : []),
    ...(now.help === before.help ? [] : say.interview.gradeHelp),
  ]
}

function lineHelp({ acts }: GradeState, { say }: Look): string {
  const words = acts.map((act) => `:${act}`).join(' ')
  if (acts.includes('bury')) return `${say.review.lineHelp.grade} ${words}`
  return [say.interview.lineHelp.grade, words].filter((part) => part !== '').join(' ')
}

type ShownAct = 'bury' | 'suspend' | 'edit' | 'note'

// What fits in a line; `?` tells the rest.
function shownActs(acts: readonly AnswerAct[]): readonly ShownAct[] {
  if (acts.includes('bury')) return ['bury', 'suspend', 'edit']
  return acts.includes('note') ? ['note'] : []
}
