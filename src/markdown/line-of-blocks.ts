import type { Block, Document, Inline, TableRow } from './document.ts'

/** Blocks in a place that has room for a line only, such as a cell: each on a line of its own. */
export function lineOfBlocks(blocks: Document): readonly Inline[] {
  return joined(blocks.flatMap(linesOf))
}

type Line = readonly Inline[]

function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.inlines]
    case 'heading':
      return [[{ kind: 'strong', inlines: block.inlines }]]
    case 'formula':
      return [[{ ...block, isBlock: true }]]
    case 'code':
    case 'drawing':
      return block.text.split('\n').map((text): Line => [{ kind: 'code', text }])
    case 'list':
      return itemLines(block)
    case 'quote':
      return block.blocks.flatMap(linesOf)
    case 'callout':
      return [block.title, ...block.blocks.flatMap(linesOf)]
    case 'table':
      return [block.head, ...block.rows].map(rowLine).filter((line) => line.length > 0)
    case 'rule':
      return []
    case 'notes':
      return block.notes.flatMap((note) => note.flatMap(linesOf))
  }
}

function itemLines({ start, items }: Block & { kind: 'list' }): readonly Line[] {
  const isOne = items.length === 1 && start === undefined
  return items.flatMap(({ checked, blocks }, i) => {
    const mark = start === undefined ? '• ' : `${start + i}. `
    const box = checked === undefined ? '' : checked ? '☑ ' : '☐ '
    const before = (isOne ? '' : mark) + box
    const [first = [], ...rest] = blocks.flatMap(linesOf)
    return before === '' ? [first, ...rest] : [[{ kind: 'text', text: before }, ...first], ...rest]
  })
}

function rowLine(row: TableRow): Line {
  const cells = row.filter((cell) => cell.length > 0)
  return cells.flatMap((cell, i) => (i === 0 ? cell : [{ kind: 'text', text: ' | ' }, ...cell]))
}

function joined(lines: readonly Line[]): Line {
  const whole = lines.filter((line) => line.length > 0)
  return whole.flatMap((line, i) => (i === 0 ? line : [{ kind: 'break' }, ...line]))
}
