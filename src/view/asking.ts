import { clockTime } from '../schedule/time.ts'
import type { Asking } from '../session/asking.ts'
import { clip, safe, width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { draftBox } from './draft-box.ts'
import type { Frame } from './frame.ts'
import { plainInline } from './inline.ts'
import { helpRows, packed, rule, textColumns } from './layout.ts'
import type { Look } from './look.ts'

const soon = 30_000
const verySoon = 10_000

/** The line that opens a question: where in the interview it stands, its topic and its time. */
export function questionHead(
  place: { readonly index: number; readonly count: number },
  state: Asking,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const topic = safe(state.card.topics.join(' / '))
  const parts = [
    say.interview.question(place.index + 1, place.count),
    topic,
    clockTime(state.limitMs),
  ]
  const text = clip(parts.filter((part) => part !== '').join(' · '), textColumns(look) - 5, look)
  const fill = rule(look, textColumns(look) - width(text) - 4)
  return [`${paint.dim(rule(look, 2))} ${paint.strong(text)} ${paint.dim(fill)}`]
}

/** The question itself, as one bold paragraph. */
export function questionText(question: string, look: Look): readonly string[] {
  return wrap(safe(question), textColumns(look)).map(look.paint.heading)
}

/** The live rows of a question: the clock, the answer, hints and keys. */
export function askingFrame(state: Asking, look: Look): Frame {
  const above = [clockRow(state, look)]
  // a region taller than the screen cannot be redrawn: the oldest hints give way first
  const most = Math.max(0, look.rows - 3)
  const keys = keyRows(state, look).slice(0, most)
  const hints = hintRows(state, look)
  const below = [...hints.slice(Math.max(0, hints.length + keys.length - most)), ...keys]
  if (state.mode === 'think') return { rows: [...above, ...below] }
  const room = Math.max(1, look.rows - above.length - below.length - 1)
  const box = draftBox(state.draft, look, room, look.say.interview.placeholder)
  return {
    rows: [...above, ...box.rows, ...below],
    cursor: { row: above.length + box.row, column: box.column },
  }
}

function clockRow(state: Asking, look: Look): string {
  const { say, paint } = look
  const left = state.limitMs - state.usedMs
  const text = say.interview.left(clockTime(left), clockTime(state.limitMs))
  if (state.paused)
    return paint.warn(clip(`${text} · ${say.interview.paused}`, look.columns - 1, look))
  const style = left <= verySoon ? paint.bad : left <= soon ? paint.warn : paint.dim
  return style(clip(text, look.columns - 1, look))
}

function hintRows(state: Asking, look: Look): readonly string[] {
  return hints(state, look).flatMap((hint) =>
    wrap(hint, look.columns - 1, { first: '', rest: '  ' }).map(look.paint.warn),
  )
}

function hints(state: Asking, { say }: Look): readonly string[] {
  const { keyPoints } = state.card
  const given = keyPoints.slice(0, state.hints).map(plainInline)
  if (state.hints > 0 && given.length === 0) return [say.interview.noHints]
  return given.map((point, i) => say.interview.hint(i + 1, point))
}

function keyRows(state: Asking, look: Look): readonly string[] {
  const words = look.say.interview
  const columns = look.columns - 1
  const { dim } = look.paint
  if (!state.help) {
    return packed(state.mode === 'type' ? words.typeKeys : words.thinkKeys, columns).map(dim)
  }
  const help = state.mode === 'type' ? words.typeHelp : words.thinkHelp
  return helpRows([...help, words.anyKey], columns).map(dim)
}

const told = [60_000, soon, verySoon]

/** What is told of a question line by line: the commands, the time at half, 60, 30 and 10 s. */
export function askingTold(before: Asking | undefined, now: Asking, look: Look): readonly string[] {
  const words = look.say.interview
  const left = (state: Asking) => state.limitMs - state.usedMs
  const columns = textColumns(look)
  if (before === undefined) {
    const first = words.left(clockTime(left(now)), clockTime(now.limitMs))
    return [first, ...wrap(words.lineHelp[now.mode], columns)]
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
  if (now.help !== before.help) lines.push(...wrap(words.lineHelp[now.mode], columns))
  return lines
}
