import { clockTime } from '../schedule/time.ts'
import { type Asking, draftColumns } from '../session/asking.ts'
import { isEmpty } from '../session/draft.ts'
import { rowAt, rowsOf } from '../session/rows.ts'
import { clip, graphemes, safe, width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import type { Frame } from './frame.ts'
import { plainInline } from './inline.ts'
import { packed, rule, textColumns } from './layout.ts'
import type { Look } from './look.ts'

const mostRows = 8
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
  const room = Math.max(1, Math.min(mostRows, look.rows - above.length - below.length - 1))
  const box = draftRows(state, look, room)
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

type Box = { readonly rows: readonly string[]; readonly row: number; readonly column: number }

// The rows around the cursor: it stands in the last but one row of the box, or nearer to the end.
function draftRows({ draft }: Asking, look: Look, room: number): Box {
  const columns = draftColumns(look.columns)
  const mark = look.paint.dim('>')
  if (isEmpty(draft) && draft.paragraphs.length === 1 && draft.offset === 0) {
    const text = clip(look.say.interview.placeholder, columns, look)
    return { rows: [`${mark} ${look.paint.dim(text)}`], row: 0, column: 2 }
  }
  const current = draft.paragraphs[draft.line] ?? { text: '' }
  const cursor = rowAt(current, draft.offset, columns)
  const before: string[] = []
  for (let line = draft.line; line >= 0 && before.length < room; line -= 1) {
    const one = draft.paragraphs[line] ?? { text: '' }
    const all = rowsOf(
      one,
      columns,
      line === draft.line ? cursor.row + 1 : Number.POSITIVE_INFINITY,
    )
    const rows = line === draft.line ? all.slice(0, cursor.row + 1) : all
    before.unshift(...rows.slice(-room).map(({ start, end }) => one.text.slice(start, end)))
  }
  const after: string[] = []
  for (let line = draft.line; line < draft.paragraphs.length && after.length < room; line += 1) {
    const one = draft.paragraphs[line] ?? { text: '' }
    const skipped = line === draft.line ? cursor.row + 1 : 0
    const rows = rowsOf(one, columns, skipped + room).slice(skipped, skipped + room)
    after.push(...rows.map(({ start, end }) => one.text.slice(start, end)))
  }
  const shownAfter = after.slice(0, Math.max(room - before.length, Math.min(1, room - 1)))
  const shownBefore = before.slice(-(room - shownAfter.length))
  const shown = [...shownBefore, ...shownAfter]
  return {
    rows: shown.map(
      (text, i) => `${i === 0 ? mark : ' '} ${clip(simplified(text), columns, look)}`,
    ),
    row: shownBefore.length - 1,
    column: 2 + cursor.cell,
  }
}

// Terminals disagree on how wide a joined emoji is; its first character is two cells everywhere.
function simplified(text: string): string {
  if (!/[\u200d\u{1f3fb}-\u{1f3ff}]/u.test(text)) return text.trimEnd()
  const first = (grapheme: string) => String.fromCodePoint(grapheme.codePointAt(0) ?? 0x20)
  const joined = /\p{Extended_Pictographic}.*[\u200d\u{1f3fb}-\u{1f3ff}]/u
  return graphemes(text)
    .map((grapheme) => (joined.test(grapheme) ? first(grapheme) : grapheme))
    .join('')
    .trimEnd()
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
  return [...help, words.anyKey].flatMap((line) => wrap(line, columns)).map(dim)
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
