import { clip, graphemes } from '../../text/text.ts'
import type { Look } from '../../view/look.ts'
import { type Draft, isEmpty } from './draft.ts'
import { draftColumns, rowAt, rowsOf } from './rows.ts'

const mostRows = 8

/** Rows of an answer that is being written, and where in them the cursor stands. */
export type DraftBox = {
  readonly rows: readonly string[]
  readonly row: number
  readonly column: number
}

/**
 * At most `room` rows around the cursor, which stands in the last but one, or nearer to the end.
 * An empty draft shows the placeholder.
 */
export function draftBox(draft: Draft, look: Look, most: number, placeholder: string): DraftBox {
  const room = Math.max(1, Math.min(mostRows, most))
  const columns = draftColumns(look.columns)
  const mark = look.paint.dim('>')
  if (isEmpty(draft) && draft.paragraphs.length === 1 && draft.offset === 0) {
    const text = clip(placeholder, columns, look)
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
