/** How the columns of a table share a line, and how large its letters are. */
export type TableShape = {
  readonly widths: readonly number[]
  /** Whether the widths are em and the table is as wide as they are; else they share the line. */
  readonly fits: boolean
  /** As a part of the size of the text around it. */
  readonly size: number
  /** No row is so high that it would have to be broken over two pages. */
  readonly whole: boolean
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
  const measures = Array.from({ length: columns }, (_, i) => {
    const texts = rows.map((row) => row[i] ?? '')
    const [head = '', ...cells] = texts
    const widest = (measure: (text: string) => number) =>
      Math.max(measure(head) * bold, ...cells.map(measure))
    const whole = Math.max(leastCells, widest(cellsOf))
    const word = Math.max(Math.min(whole, shortText), widest(longestWord))
    return { all: whole, whole: Math.min(whole, mostCells), word }
  })
  const usual = columns > 8 ? 2 : columns > 5 ? 1 : 0
  const shapes = sizes.slice(usual).map((size) => shared(measures, room, size))
  const shape = shapes.find((one) => one !== undefined)
  return shape && { ...shape, whole: shape.fits || rows.every((row) => isLow(row, shape.widths)) }
}

/** Of more lines a row may be higher than a page of large print. */
const mostLines = 12

function isLow(row: readonly string[], widths: readonly number[]): boolean {
  return row.every((text, i) => {
    const lines = text.split('\n').map((line) => Math.ceil(cellsOf(line) / lineOf(widths[i] ?? 0)))
    return sum(lines) <= mostLines
  })
}

function lineOf(width: number): number {
  return Math.max(1, width - padding)
}

/** Of the letters, the largest first; a column that is too narrow for its words takes a smaller one. */
const sizes = [0.92, 0.82, 0.74]
/** How much wider letters are in a head. */
const bold = 1.06

type Measure = { readonly all: number; readonly whole: number; readonly word: number }

function shared(
  measures: readonly Measure[],
  room: number,
  size: number,
): Omit<TableShape, 'whole'> | undefined {
  const cells = room / (size * 0.5)
  const least = sum(measures.map(({ word }) => word + padding))
  if (least > cells) return undefined
  if (sum(measures.map((one) => one.all + padding)) <= cells * 0.95) {
    return { widths: measures.map((one) => (one.all + padding) * 0.52), fits: true, size }
  }
  const wanting = sum(measures.map((one) => Math.max(0, one.whole - one.word)))
  const spare = cells - least
  const widths = measures.map(({ word, whole }) => {
    const share = wanting === 0 ? 0 : (spare * Math.max(0, whole - word)) / wanting
    return Math.round((word + padding + share) * 10) / 10
  })
  return { widths, fits: false, size }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** A word longer than this is broken in a cell. */
export const longest = 14

/** Of the longest line. */
function cellsOf(text: string): number {
  return Math.max(...text.split('\n').map(lineCells))
}

// what is set between Chinese and Latin letters is a quarter of a Chinese one
const seams =
  /(?<=\p{Script=Han})(?=[A-Za-z0-9\u0370-\u04ff])|(?<=[A-Za-z0-9\u0370-\u04ff])(?=\p{Script=Han})/gu
const seam = 0.5

function lineCells(line: string): number {
  let cells = (line.match(seams)?.length ?? 0) * seam
  for (const character of line) cells += widthOf(character)
  return cells
}

// In letters that are not all as wide as each other.
function widthOf(character: string): number {
  if (character > '\u2e80') return 2
  if (/[WMmw@%]/.test(character)) return 1.8
  return /[A-Z]/.test(character) ? 1.3 : 1.1
}

function longestWord(text: string): number {
  const words = text.split(/[\s\u2e80-\uffef]+/)
  const whole = words.filter((word) => word.length <= longest).map(cellsOf)
  return Math.max(whole.length < words.length ? longest : 0, ...whole)
}
