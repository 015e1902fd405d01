import { type NumberRows, numberRows } from './number-rows.ts'

/** Where a table stands, and what of it is wanted. */
export type TablePlace = {
  /** Its first page, from 1. */
  readonly root: number
  /** The numbers of the columns that are wanted, from 0. */
  readonly columns: readonly number[]
  /** The number of the column that is the key of a row, and is not written beside it; -1 if there is none. */
  readonly key: number
}

const interior = 5
const leaf = 13

/**
 * Columns of whole numbers, read from the pages of a SQLite database themselves: SQLite as WebAssembly
 * hands over one cell a call, which takes ten times as long for a log of reviews. Undefined where
 * anything is not as plain as that (a value that is no whole number, a row that goes on on another
 * page, a page that is not there): then SQLite is to be asked. After sqlite.org/fileformat2.html, 1.3,
 * 1.6, 2.1.
 */
export function numbersInPages(
  bytes: Uint8Array,
  { root, columns, key }: TablePlace,
): readonly Float64Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) return undefined
  const claimed = view.getUint16(16)
  const size = claimed === 1 ? 65_536 : claimed
  if (size < 512) return undefined
  // a longer row goes on on another page
  const mostInRow = size - (bytes[20] ?? 0) - 35
  const rows = numberRows({ view, columns, key, mostInRow })
  // no page of a sound table is met twice
  let left = Math.ceil(bytes.length / size)
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const start = (number - 1) * size
    left -= 1
    if (number < 1 || start + size > bytes.length || left < 0) return undefined
    const children = pageAt(view, { start, size }, rows)
    if (children === undefined) return undefined
    waiting.push(...children)
  }
  return rows.columns()
}

type Page = { readonly start: number; readonly size: number }

/** Takes the rows of a leaf; gives the pages below any other, the last first. */
function pageAt(
  view: DataView,
  { start, size }: Page,
  rows: NumberRows,
): readonly number[] | undefined {
  // the database's own head stands before that of its first page
  const head = start === 0 ? 100 : start
  const kind = view.getUint8(head)
  const cells = view.getUint16(head + 3)
  if (kind !== leaf && kind !== interior) return undefined
  const pointers = head + (kind === leaf ? 8 : 12)
  if (pointers + 2 * cells > start + size) return undefined
  const children: number[] = kind === leaf ? [] : [view.getUint32(head + 8)]
  for (let i = 0; i < cells; i += 1) {
    const index = kind === leaf ? i : cells - 1 - i
    const cell = view.getUint16(pointers + 2 * index)
    if (cell + 4 > size) return undefined
    if (kind === interior) children.push(view.getUint32(start + cell))
    else if (!rows.take(start + cell, start + size)) return undefined
  }
  return children
}
