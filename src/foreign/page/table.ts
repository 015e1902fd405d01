import type { HtmlElement, HtmlNode } from '../../markdown/html-tree.ts'

type Node = HtmlNode<never>

/** Larger ones are told row by row. */
const mostCells = 5000

/** A table of HTML as one of Markdown; its first row is its head, as GFM has no other. */
export function tableMarkdown(
  table: HtmlElement<never>,
  textOf: (cell: readonly Node[]) => string,
): string {
  const rows = rowsIn(table.children).map((row) =>
    row.children.flatMap((cell) =>
      cell.kind === 'element' && /^t[dh]$/.test(cell.name) ? [textOf(cell.children)] : [],
    ),
  )
  const width = Math.max(0, ...rows.map(({ length }) => length))
  if (width === 0) return ''
  const isPlain =
    width > 1 &&
    rows.length * width <= mostCells &&
    !rows.flat().some((cell) => /```|\n\n/.test(cell))
  if (!isPlain) return rows.map((row) => row.join(' ')).join('\n\n')
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => inCell(cells[i] ?? '')).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n')
}

function inCell(text: string): string {
  return text.replace(/\n/g, '<br>').replace(/(?<!\\)\|/g, '\\|')
}

function rowsIn(nodes: readonly Node[]): readonly HtmlElement<never>[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'element') return []
    if (node.name === 'tr') return [node]
    return /^t(?:head|body|foot)$/.test(node.name) ? rowsIn(node.children) : []
  })
}
