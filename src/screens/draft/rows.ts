import { cellsOf, lineEnd } from '../../text/wrap.ts'

/** Text without line ends. Rows are worked out when asked for, and kept with it. */
export type Paragraph = { readonly text: string }

/** UTF-16 offsets, half open; the rows of a paragraph follow each other without gaps. */
export type DraftRow = { readonly start: number; readonly end: number }

type Layout = { readonly columns: number; readonly rows: DraftRow[]; done: boolean }

const layouts = new WeakMap<Paragraph, Layout>()

/** A paragraph; rows that it shares with the one it was made from are not worked out again. */
export function paragraph(text: string, from?: Paragraph): Paragraph {
  const made = { text }
  const known = from === undefined ? undefined : layouts.get(from)
  if (from === undefined || known === undefined) return made
  const same = commonLength(from.text, text)
  // the word at the edit may move up a row, and the row above it may take a word back
  const kept = known.rows.filter(({ end }) => end < same).slice(0, -2)
  layouts.set(made, { columns: known.columns, rows: kept, done: false })
  return made
}

function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let same = 0
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1
  return same
}

/** The first `count` rows of the paragraph, fewer if it has no more; at least one. */
export function rowsOf(one: Paragraph, columns: number, count: number): readonly DraftRow[] {
  const layout = layoutOf(one, columns)
  while (layout.rows.length < count && !layout.done) extend(one.text, layout)
  return layout.rows
}

/** The row and cell at which an offset stands, both from 0. */
export function rowAt(
  one: Paragraph,
  offset: number,
  columns: number,
): { readonly row: number; readonly cell: number } {
  const layout = layoutOf(one, columns)
  while (!layout.done && (layout.rows.at(-1)?.end ?? -1) <= offset) extend(one.text, layout)
  const row = layout.rows.findLastIndex(({ start }) => start <= offset)
  const start = layout.rows[row]?.start ?? 0
  const cell = cellsOf(one.text.slice(start, offset)).reduce((sum, { width }) => sum + width, 0)
  return { row, cell: Math.min(cell, columns) }
}

/** The offset in that row that stands at a cell or just before it. */
export function offsetAt(one: Paragraph, columns: number, row: number, cell: number): number {
  const rows = rowsOf(one, columns, row + 2)
  const { start, end } = rows[row] ?? { start: 0, end: one.text.length }
  let offset = start
  let taken = 0
  for (const next of cellsOf(one.text.slice(start, end))) {
    taken += next.width
    const isLast = row < rows.length - 1 && offset + next.text.length >= end
    if (taken > cell || isLast) break
    offset += next.text.length
  }
  return offset
}

function layoutOf(one: Paragraph, columns: number): Layout {
  const known = layouts.get(one)
  if (known !== undefined && known.columns === columns) return known
  const fresh: Layout = { columns, rows: [], done: false }
  layouts.set(one, fresh)
  return fresh
}

function extend(text: string, layout: Layout): void {
  const start = layout.rows.at(-1)?.end ?? 0
  const end = rowEnd(text, start, layout.columns)
  layout.rows.push({ start, end })
  layout.done = end >= text.length
}

function rowEnd(text: string, start: number, columns: number): number {
  // a row holds at most `columns` cells, and a cell seldom takes more than a few units
  const cells = cellsOf(text.slice(start, start + columns * 8 + 64))
  const end = lineEnd(cells, 0, columns)
  return start + cells.slice(0, end).reduce((length, cell) => length + cell.text.length, 0)
}

/** Cells of a row of the answer in a terminal so wide; one is left for the cursor at its end. */
export function draftColumns(columns: number): number {
  return Math.max(2, Math.min(columns, 100) - 3)
}
