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
/** What is empty at the sides of a cell, in cells. */
const padding = 2.2
/** A text of so many cells is not broken, Chinese or not. */
const shortText = 8

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
    const word = Math.max(Math.min(whole, shortText), ...texts.map(longestWord))
    return { all: whole, whole: Math.min(whole, mostCells), word: Math.min(word, longest) }
  })
  const cells = room / (size * 0.5)
  const least = sum(measures.map(({ word }) => word + padding))
  if (least > cells * 1.1) return undefined
  if (sum(measures.map((one) => one.all + padding)) <= cells * 0.95) {
    return { widths: measures.map((one) => (one.all + padding) * 0.52), fits: true, size }
  }
  const wanting = sum(measures.map((one) => one.whole - one.word))
  const spare = Math.max(0, cells - least)
  const widths = measures.map(({ word, whole }) => {
    const share = wanting === 0 ? 0 : (spare * (whole - word)) / wanting
    return Math.round((word + padding + share) * 10) / 10
  })
  return { widths, fits: false, size }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
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
