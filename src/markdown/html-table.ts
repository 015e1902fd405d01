import type { Align, Block, Document, Inline, TableRow } from './document.ts'
import { attribute } from './html.ts'
import type { HtmlElement } from './html-tree.ts'
import type { Leaf, Node } from './inlines.ts'
import { lineOfBlocks } from './line-of-blocks.ts'
import type { FlowPage } from './page.ts'

type Flow = (tree: readonly Node[], page: FlowPage) => Document

/** More columns than this no page shows; more cells only make it large. */
const mostColumns = 60
const mostCells = 20_000

/** A table of HTML, each cell a line; what stands in it and in no cell goes before it. */
export function tableBlocks(table: HtmlElement<Leaf>, page: FlowPage, flow: Flow): Document {
  const found: Parts = { rows: [], outside: [] }
  gather(table, false, found)
  const grid = gridOf(found.rows, (nodes) => lineOfBlocks(flow(nodes, page)))
  return [...flow(found.outside, page), ...grid]
}

type FoundRow = { readonly isHead: boolean; readonly cells: readonly Node[] }
type Parts = { readonly rows: FoundRow[]; readonly outside: Node[] }

function gather({ children }: HtmlElement<Leaf>, isHead: boolean, found: Parts): void {
  let loose: Node[] = []
  const endRow = () => {
    if (loose.length > 0) found.rows.push({ isHead, cells: loose })
    loose = []
  }
  for (const node of children) {
    if (isCell(node)) {
      loose.push(node)
      continue
    }
    if (node.kind === 'words' && node.text.trim() === '') continue
    endRow()
    if (node.kind !== 'element') found.outside.push(node)
    else if (node.name === 'tr') addRow(node, isHead, found)
    else if (/^t(?:head|body|foot)$/.test(node.name)) gather(node, node.name === 'thead', found)
    else if (node.name !== 'colgroup') found.outside.push(node)
  }
  endRow()
}

function addRow({ children }: HtmlElement<Leaf>, isHead: boolean, found: Parts): void {
  const cells = children.filter(isCell)
  found.outside.push(...children.filter((node) => !isCell(node)))
  if (cells.length > 0) found.rows.push({ isHead, cells })
}

function isCell(node: Node): boolean {
  return node.kind === 'element' && (node.name === 'td' || node.name === 'th')
}

type Cell = { readonly inlines: readonly Inline[]; readonly isHead: boolean; readonly align: Align }

type Grid = (Cell | undefined)[][]

/** A cell that spans others stands once, where it begins; what is beyond bounds goes with the last. */
function gridOf(
  found: readonly FoundRow[],
  line: (nodes: readonly Node[]) => readonly Inline[],
): Document {
  const grid: Grid = found.map(() => [])
  let free = mostCells
  for (const [y, { cells }] of found.entries()) {
    const row = grid[y] ?? []
    const beyond: Inline[] = []
    let x = 0
    for (const node of cells) {
      if (node.kind !== 'element') continue
      while (row[x] !== undefined) x++
      const inlines = line(node.children)
      if (x >= mostColumns || free <= 0) beyond.push(space, ...inlines)
      else {
        const cell = { inlines, isHead: node.name === 'th', align: alignOf(node) }
        free -= placed(cell, node, { grid, x, y })
      }
    }
    if (beyond.length === 0) continue
    const last = row.at(-1) ?? { inlines: [], isHead: false, align: undefined }
    row[Math.max(0, row.length - 1)] = { ...last, inlines: [...last.inlines, ...beyond] }
  }
  return tableOf(grid, found[0]?.isHead === true)
}

type At = { readonly grid: Grid; readonly x: number; readonly y: number }

/** Puts a cell and the empty ones that it spans in their places; how many they are. */
function placed(cell: Cell, element: HtmlElement<Leaf>, { grid, x, y }: At): number {
  const width = Math.min(span(element, 'colspan'), mostColumns - x)
  const rows = grid.slice(y, y + span(element, 'rowspan'))
  for (const [down, row] of rows.entries()) {
    for (let right = 0; right < width; right++) {
      row[x + right] ??= down + right === 0 ? cell : { ...cell, inlines: [] }
    }
  }
  return width * rows.length
}

const space: Inline = { kind: 'text', text: ' ' }

function span({ attributes }: HtmlElement<Leaf>, name: string): number {
  const said = Number.parseInt(attribute(attributes, name), 10)
  return said > 1 ? Math.min(said, 1000) : 1
}

function alignOf({ attributes }: HtmlElement<Leaf>): Align {
  const said = /text-align\s*:\s*(\w+)/i.exec(attributes)?.[1] ?? attribute(attributes, 'align')
  const align = said.toLowerCase()
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined
}

function tableOf(grid: readonly (readonly (Cell | undefined)[])[], isHead: boolean): Document {
  const columns = Math.max(0, ...grid.map((row) => row.length))
  if (columns === 0) return []
  const [first = [], ...others] = grid
  const hasHead = isHead || (grid.length > 1 && first.every((cell) => cell?.isHead !== false))
  const rows = hasHead ? others : grid
  const aligns = Array.from({ length: columns }, (_, i) => grid.at(-1)?.[i]?.align)
  const whole = (row: readonly (Cell | undefined)[], isTop: boolean): TableRow =>
    aligns.map((_, i) => {
      const { inlines = [], isHead = false } = row[i] ?? {}
      return isHead && !isTop && inlines.length > 0 ? [{ kind: 'strong', inlines }] : inlines
    })
  const head = hasHead ? whole(first, true) : aligns.map(() => [])
  const table: Block = { kind: 'table', aligns, head, rows: rows.map((row) => whole(row, false)) }
  return [table]
}
