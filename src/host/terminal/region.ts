import type { Frame } from '../../screens/screen.ts'

const begin = '\x1b[?2026h'
const end = '\x1b[?2026l'
const clearLine = '\x1b[K'
const clearBelow = '\x1b[J'
const showCursor = '\x1b[?25h'
const hideCursor = '\x1b[?25l'

/** What is on the screen of a live region, so that only what changed is written. */
export type Drawn = {
  readonly rows: readonly string[]
  /** The row that the cursor stands in, from 0. */
  readonly row: number
  readonly shown: boolean
}

export const nothingDrawn: Drawn = { rows: [], row: 0, shown: true }

/** The bytes that turn what is drawn into the frame, and what is drawn then. */
export function redraw(
  drawn: Drawn,
  frame: Frame,
): { readonly bytes: string; readonly drawn: Drawn } {
  const body = changedRows(drawn, frame.rows)
  const cursor = frame.cursor
  const row = cursor?.row ?? 0
  const shown = cursor !== undefined
  const place = moved(body.row, row) + (shown ? column(cursor.column) : '\r')
  const visibility = shown === drawn.shown ? '' : shown ? showCursor : hideCursor
  return {
    bytes: begin + body.bytes + place + visibility + end,
    drawn: { rows: frame.rows, row, shown },
  }
}

/** The bytes that take the region off the screen, the cursor where it began. */
export function erased(drawn: Drawn): string {
  return `${begin}${moved(drawn.row, 0)}\r${clearBelow}${showCursor}${end}`
}

// Rows that stay are stepped over; a new row is made with a line feed, which scrolls at the foot.
function changedRows(
  drawn: Drawn,
  rows: readonly string[],
): { readonly bytes: string; readonly row: number } {
  let bytes = ''
  let at = drawn.row
  const existing = Math.max(drawn.rows.length, 1)
  for (const [i, text] of rows.entries()) {
    if (drawn.rows[i] === text) continue
    bytes += i < existing ? moved(at, i) : `${moved(at, i - 1)}\n`
    bytes += `\r${text}${clearLine}`
    at = i
  }
  if (rows.length < drawn.rows.length) {
    bytes += `${moved(at, rows.length)}\r${clearBelow}`
    at = rows.length
  }
  return { bytes, row: at }
}

function moved(from: number, to: number): string {
  if (from === to) return ''
  const by = Math.abs(to - from)
  return `\x1b[${by === 1 ? '' : by}${to < from ? 'A' : 'B'}`
}

function column(cell: number): string {
  return cell === 0 ? '\r' : `\r\x1b[${cell === 1 ? '' : cell}C`
}
