/** How the columns of a table share a line, and how large its letters are. */
export type TableShape = {
  readonly widths: readonly number[]
  /** Whether the widths are em and the table is as wide as they are; else they share the line. */
  readonly fits: boolean
  /** As a part of the size of the text around it. */
  readonly size: number
}

/** More columns are read as a list of rows. */
const mostColumns = 12
const mostCells = 40
const leastCells = 3

/**
 * Shares by what the cells say: the widest text counts less the longer it is, a word that cannot be
 * broken counts whole. Undefined if the columns would be too narrow to be read.
 */
export function tableShape(
  rows: readonly (readonly string[])[],
  room: number,
): TableShape | undefined {
  const columns = rows[0]?.length ?? 0
  if (columns === 0 || columns > mostColumns) return undefined
  const size = columns > 8 ? 0.74 : columns > 5 ? 0.82 : 0.92
  const measures = Array.from({ length: columns }, (_, i) => {
    const texts = rows.map((row) => row[i] ?? '')
    const whole = Math.max(leastCells, ...texts.map(cellsOf))
    const word = Math.max(leastCells, ...texts.map(longestWord))
    return { whole: Math.min(whole, mostCells), word: Math.min(word, longest) }
  })
  const cells = room / (size * 0.5) - columns * 2
  const words = measures.reduce((sum, { word }) => sum + word, 0)
  if (words > cells * 1.15) return undefined
  const wanted = measures.map(({ whole }) => whole)
  const all = wanted.reduce((sum, one) => sum + one, 0)
  if (all <= cells * 0.9) return { widths: wanted.map((one) => one * 0.5 + 1.4), fits: true, size }
  const widths = measures.map(({ word, whole }) => {
    const share = (cells * whole) / all
    return Math.round(Math.max(word + 1, share) * 10) / 10
  })
  return { widths, fits: false, size }
}

/** A word longer than this is broken in a cell. */
export const longest = 14

function cellsOf(text: string): number {
  let cells = 0
  for (const character of text) cells += character > '\u2e80' ? 2 : 1
  return cells
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/[\s\u2e80-\uffef]+/).map((word) => word.length))
}
