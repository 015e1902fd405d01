import type { Align, Block, Document, Inline, Row } from './document.ts'
import { attribute } from './html.ts'
import type { HtmlElement } from './html-tree.ts'
import type { Leaf, Node } from './inlines.ts'
import { lineOfBlocks } from './line-of-blocks.ts'
import type { Page } from './page.ts'

type Flow = (tree: readonly Node[], page: Page) => Document

/** More columns than this no page shows; more cells only make it large. */
const mostColumns = 60
const mostCells = 20_000

/** A table of HTML, each cell a line; what stands in it and in no cell goes before it. */
export function tableBlocks(table: HtmlElement<Leaf>, page: Page, flow: Flow): Document {
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

/** A cell that spans others stands once, where it begins. */
function gridOf(
  found: readonly FoundRow[],
  line: (nodes: readonly Node[]) => readonly Inline[],
): Document {
  const grid: (Cell | undefined)[][] = found.map(() => [])
  let cells = 0
  for (const [y, { cells: nodes }] of found.entries()) {
    const row = grid[y] ?? []
    let x = 0
    for (const node of nodes) {
      if (node.kind !== 'element') continue
      while (row[x] !== undefined) x++
      const last = row.at(-1)
      const cell = {
        inlines: line(node.children),
        isHead: node.name === 'th',
        align: alignOf(node),
      }
      if ((x >= mostColumns || cells >= mostCells) && last) {
        row.splice(-1, 1, { ...last, inlines: [...last.inlines, space, ...cell.inlines] })
        continue
      }
      const width = Math.min(span(node, 'colspan'), mostColumns - x)
      const height = Math.min(span(node, 'rowspan'), found.length - y)
      for (let down = 0; down < height && cells < mostCells; down++) {
        for (let right = 0; right < width; right++, cells++) {
          const spanned = grid[y + down]
          if (spanned) spanned[x + right] ??= down + right === 0 ? cell : { ...cell, inlines: [] }
        }
      }
    }
  }
  return tableOf(grid, found[0]?.isHead === true)
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
  const whole = (row: readonly (Cell | undefined)[], isTop: boolean): Row =>
    aligns.map((_, i) => {
      const { inlines = [], isHead = false } = row[i] ?? {}
      return isHead && !isTop && inlines.length > 0 ? [{ kind: 'strong', inlines }] : inlines
    })
  const head = hasHead ? whole(first, true) : aligns.map(() => [])
  const table: Block = { kind: 'table', aligns, head, rows: rows.map((row) => whole(row, false)) }
  return [table]
}
