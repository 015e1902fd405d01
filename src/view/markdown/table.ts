import type { Align, Block, TableRow } from '../../markdown/document.ts'
import { width } from '../../text/text.ts'
import { draw, type Run, runsWidth, type Style, wrapRuns } from '../../text/wrap.ts'
import { marks } from '../layout.ts'
import { inlineRuns } from './inlines.ts'
import { beside, type Page } from './page.ts'

type Cell = readonly Run[]

/** A table inside the width: the widest columns give way first; where none can, a row is a list. */
export function tableLines(table: Block & { kind: 'table' }, page: Page): string[] {
  const keys = cellsOf(table.head, page, page.look.paint.strong)
  const rows = table.rows.map((row) => cellsOf(row, page))
  const widths = fittingWidths([keys, ...rows], page.columns)
  return widths ? grid(keys, rows, widths, table.aligns, page) : pairs(keys, rows, page)
}

// A column narrower than this is no pleasure to read.
const narrowest = 6
// Of more lines than this a cell becomes a pillar.
const tallest = 6
// A longer word may be cut.
const longestWord = 14
const gap = 3

function cellsOf(row: TableRow, page: Page, style?: Style): Cell[] {
  return row.map((cell) => inlineRuns(cell, page, { style }))
}

function fittingWidths(rows: readonly (readonly Cell[])[], columns: number): number[] | undefined {
  const count = rows[0]?.length ?? 0
  const room = columns - gap * (count - 1)
  if (room < count) return undefined
  const natural: number[] = []
  const least: number[] = []
  for (let i = 0; i < count; i++) {
    const cells = rows.map((row) => row[i] ?? [])
    natural[i] = Math.max(1, ...cells.map(naturalWidth))
    const word = Math.min(longestWord, Math.max(...cells.map(wordWidth)))
    least[i] = Math.min(natural[i] ?? 1, Math.max(narrowest, word))
  }
  const widths = shrunk(natural, least, room)
  return widths?.every((cells, i) => (natural[i] ?? 0) <= cells * tallest) ? widths : undefined
}

function naturalWidth(cell: Cell): number {
  return Math.max(...wrapRuns(cell, Number.POSITIVE_INFINITY).map(runsWidth))
}

// With the mark behind it, which may not start a line.
function wordWidth(cell: Cell): number {
  const text = cell.map((run) => run.text).join('')
  const words = text.match(/[!-~\u00a0-\u024f]+[，。、；：！？）》”]?/g) ?? []
  return Math.max(0, ...words.map(width))
}

function shrunk(
  natural: readonly number[],
  least: readonly number[],
  room: number,
): number[] | undefined {
  const widths = [...natural]
  let total = widths.reduce((sum, one) => sum + one, 0)
  while (total > room) {
    const slack = widths.map((one, i) => (one > (least[i] ?? 0) ? one : 0))
    const widest = slack.indexOf(Math.max(...slack))
    const now = slack[widest] ?? 0
    if (now === 0) return undefined
    widths[widest] = now - 1
    total--
  }
  return widths
}

function grid(
  keys: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  aligns: readonly Align[],
  page: Page,
): string[] {
  const { rule, crossing } = marks(page.look)
  const line = page.look.paint.dim(widths.map((cells) => rule.repeat(cells)).join(crossing))
  const body = rows.map((row) => rowLines(row, widths, aligns, page))
  // where cells take several lines, only a rule shows where a row ends
  const between = body.some((lines) => lines.length > 1) ? [line] : []
  const head = keys.some((key) => runsWidth(key) > 0)
    ? [...rowLines(keys, widths, aligns, page), line]
    : []
  return [...head, ...body.flatMap((lines, i) => (i === 0 ? lines : [...between, ...lines]))]
}

function rowLines(
  row: readonly Cell[],
  widths: readonly number[],
  aligns: readonly Align[],
  page: Page,
): string[] {
  const cells = widths.map((cells, i) => wrapRuns(row[i] ?? [], cells))
  const bar = { text: ` ${marks(page.look).bar}`, style: page.look.paint.dim }
  const lines: string[] = []
  for (let at = 0; at < Math.max(...cells.map((cell) => cell.length)); at++) {
    const runs = widths.flatMap((room, i) => {
      const filled = aligned(cells[i]?.[at] ?? [], room, aligns[i])
      return i === 0 ? filled : [bar, { text: ' ' }, ...filled]
    })
    lines.push(...wrapRuns(runs, Number.POSITIVE_INFINITY).map(draw))
  }
  return lines
}

function aligned(runs: readonly Run[], columns: number, align: Align): Run[] {
  const room = columns - runsWidth(runs)
  const left = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0
  return [{ text: ' '.repeat(left) }, ...runs, { text: ' '.repeat(room - left) }]
}

function pairs(keys: readonly Cell[], rows: readonly (readonly Cell[])[], page: Page): string[] {
  const written = rows.length === 0 ? [keys] : rows
  return written.flatMap((row, i) => {
    const lines = row.flatMap((cell, at) =>
      runsWidth(cell) === 0 ? [] : pair(keys[at], cell, page),
    )
    return i === 0 ? lines : ['', ...lines]
  })
}

function pair(key: Cell | undefined, cell: Cell, page: Page): string[] {
  const named = key && key !== cell && runsWidth(key) > 0 ? [...key, { text: ': ' }] : []
  const rest = beside(page, 2).prose
  const margin = ' '.repeat(page.prose - rest)
  const lines = wrapRuns([...named, ...cell], rest, page.prose)
  return lines.map((line, i) => (i === 0 || line.length === 0 ? draw(line) : margin + draw(line)))
}
