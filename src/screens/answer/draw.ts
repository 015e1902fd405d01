import type { Mode } from '../../interview/answer.ts'
import type { Turn } from '../../interview/interview.ts'
import { clockTime } from '../../schedule/time.ts'
import { clip, safe, width } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { plainInline } from '../../view/inline.ts'
import { helpRows, packed, quoted, rule, textColumns } from '../../view/layout.ts'
import type { Look } from '../../view/look.ts'
import { draftBox } from '../draft/draft-box.ts'
import type { Frame } from '../screen.ts'
import type { AnswerState } from './state.ts'

const soon = 30_000
const verySoon = 10_000

/** Where in an interview a question stands. */
export type QuestionPosition = {
  /** From 0, follow-ups not counted. */
  readonly index: number
  readonly count: number
  readonly isFollowUp: boolean
}

/** The line that opens a question: where in the interview it stands, its topic and its time. */
export function questionHead(
  position: QuestionPosition,
  state: AnswerState,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const topic = safe(state.subject.topics.join(' / '))
  const parts = [
    position.isFollowUp
      ? say.interview.followUp
      : say.interview.question(position.index + 1, position.count),
    topic,
    clockTime(state.limitMs),
  ]
  const text = clip(parts.filter((part) => part !== '').join(' · '), textColumns(look) - 5, look)
  const fill = rule(look, textColumns(look) - width(text) - 4)
  return [`${paint.dim(rule(look, 2))} ${paint.strong(text)} ${paint.dim(fill)}`]
}

/** The live rows of a question: the clock, the answer, hints and keys. */
export function answerFrame(state: AnswerState, look: Look): Frame {
  const above = [clockRow(state, look)]
  // a region taller than the screen cannot be redrawn: the oldest hints give way first
  const most = Math.max(0, look.rows - 3)
  const keys = keyRows(state, look).slice(0, most)
  const hints = hintRows(state, look)
  const below = [...hints.slice(Math.max(0, hints.length + keys.length - most)), ...keys]
  if (state.subject.choices !== undefined) {
    return { rows: [...above, ...pickedRows(state, look), ...below].slice(0, most + 2) }
  }
  if (state.mode === 'think') return { rows: [...above, ...below] }
  const room = Math.max(1, look.rows - above.length - below.length - 1)
  const box = draftBox(state.draft, look, room, look.say.interview.placeholder)
  return {
    rows: [...above, ...box.rows, ...below],
    cursor: { row: above.length + box.row, column: box.column },
  }
}

function clockRow(state: AnswerState, look: Look): string {
  const { paint } = look
  const text = clockText(state, look)
  const left = state.limitMs - state.usedMs
  if (state.paused) return paint.warn(text)
  const style =
    left <= verySoon ? paint.bad : left <= soon || isHalfTime(state) ? paint.warn : paint.dim
  return style(text)
}

// What is only now so matters more than the time of the whole interview.
function clockText(state: AnswerState, look: Look): string {
  const words = look.say.interview
  const left = state.limitMs - state.usedMs
  const { overallMs } = state
  const overall =
    overallMs === undefined ? [] : [words.overall(clockTime(Math.max(0, overallMs - state.usedMs)))]
  const note = state.paused ? [pausedNote(state, look)] : isHalfTime(state) ? [words.half] : []
  const own =
    left < 0 ? words.over(clockTime(-left), clockTime(state.limitMs)) : timeLeft(state, look)
  const short = left < 0 ? `+${clockTime(-left)}` : clockTime(left)
  const texts = [
    [own, ...overall, ...note],
    [short, ...overall, ...note],
    [own, ...note],
    [short, ...note],
  ].map((parts) => parts.join(' · '))
  const room = look.columns - 1
  const fitting = texts.find((text) => width(text) <= room)
  return fitting ?? clip([...note, short].join(' · '), room, look)
}

function pausedNote(state: AnswerState, { say }: Look): string {
  return wayOf(state) === 'type' ? say.interview.paused : say.interview.pausedThinking
}

function timeLeft({ limitMs, usedMs }: AnswerState, { say }: Look): string {
  return say.interview.left(clockTime(limitMs - usedMs), clockTime(limitMs))
}

const halfShownMs = 5000

// Said once, for as long as it takes to notice; short times need no such reminder.
function isHalfTime({ usedMs, limitMs }: AnswerState): boolean {
  const since = usedMs - limitMs / 2
  return limitMs > 2 * soon && since >= 0 && since < halfShownMs
}

/** The letters chosen so far, and that it takes letters where something else came. */
function pickedRows({ subject, picked, strays }: AnswerState, look: Look): readonly string[] {
  const { letters = '' } = subject.choices ?? {}
  const words = look.say.interview
  const all = Array.from(letters.toUpperCase(), (letter) =>
    picked.toUpperCase().includes(letter) ? `[${letter}]` : ` ${letter} `,
  )
  return [
    clip(`${words.choose}${all.join('')}`.trimEnd(), look.columns - 1, look),
    ...(strays === 0 ? [] : wrap(words.toChoose, look.columns - 1).map(look.paint.warn)),
  ]
}

function hintRows(state: AnswerState, look: Look): readonly string[] {
  return hints(state, look).flatMap((hint) =>
    wrap(hint, look.columns - 1, { first: '', rest: '  ' }).map(look.paint.warn),
  )
}

function hints(state: AnswerState, { say }: Look): readonly string[] {
  const given = state.subject.hints.slice(0, state.hints).map(plainInline)
  if (state.hints > 0 && given.length === 0) return [say.interview.noHints]
  return given.map((point, i) => say.interview.hint(i + 1, point))
}

function keyRows(state: AnswerState, look: Look): readonly string[] {
  const words = look.say.interview
  const columns = look.columns - 1
  const { dim } = look.paint
  const way = wayOf(state)
  if (!state.help) {
    const hint = state.subject.hints.length > 0 ? [words.hintKey] : []
    const keys = [words.submitKey[way], ...hint, words.otherKeys]
    return packed(keys.join(' · '), columns).map(dim)
  }
  const help = { type: words.typeHelp, think: words.thinkHelp, choose: words.chooseHelp }[way]
  return helpRows([...help, words.anyKey], columns).map(dim)
}

/** How a question is answered. */
function wayOf({ mode, subject }: AnswerState): 'type' | 'think' | 'choose' {
  return subject.choices === undefined ? mode : 'choose'
}

const told = [60_000, soon, verySoon]

/** What is told of a question line by line: the commands, the time at half, 60, 30 and 10 s. */
export function answerTold(
  before: AnswerState | undefined,
  now: AnswerState,
  look: Look,
): readonly string[] {
  const words = look.say.interview
  const left = (state: AnswerState) => state.limitMs - state.usedMs
  const columns = textColumns(look)
  const help = words.lineHelp[wayOf(now)]
  if (before === undefined) {
    const first = words.left(clockTime(left(now)), clockTime(now.limitMs))
    return [first, ...wrap(help, columns)]
  }
  const lines: string[] = []
  const marks = [now.limitMs / 2, ...told.filter((ms) => ms < now.limitMs / 2)]
  if (marks.some((mark) => left(before) > mark && left(now) <= mark)) {
    lines.push(words.tellLeft(clockTime(left(now))))
  }
  if (now.paused !== before.paused) {
    lines.push(now.paused ? words.tellPaused : words.tellResumed(clockTime(left(now))))
  }
  if (now.hints > before.hints) {
    lines.push(...wrap(hints(now, look).at(-1) ?? '', columns))
  }
  if (now.strays > before.strays) lines.push(...wrap(words.tellToChoose, columns))
  if (now.soft && left(before) > 0 && left(now) <= 0) lines.push(words.timeUp)
  if (now.help !== before.help) lines.push(...wrap(help, columns))
  return lines
}

/** What became of a question, to keep in the scrollback: how it ended and what was written. */
export function answeredLines(
  { given: answered, limitMs }: Pick<Turn, 'given' | 'limitMs'>,
  mode: Mode,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const words = say.interview
  if (answered === undefined) return []
  if (answered.ended === 'skipped') return [paint.warn(words.skipped)]
  const used = clockTime(answered.usedMs)
  const given = clockTime(limitMs)
  const timeUp = answered.ended === 'time-up' ? [paint.warn(words.timeUp)] : []
  if (mode === 'think' && answered.answer === '') {
    return [...timeUp, paint.dim(words.thought(used, given))]
  }
  if (answered.answer.trim() === '') return [...timeUp, paint.dim(words.noTyped)]
  return [...timeUp, ...quoted(words.yourAnswer(used, given), answered.answer, look)]
}
