import type { Blockquote, Heading, List, ListItem, RootContent } from 'mdast'
import { clip, width } from '../../text/text.ts'
import { draw, type Run, wrapRuns } from '../../text/wrap.ts'
import { marks } from '../layout.ts'
import { codeLines } from './code.ts'
import { htmlBlock, inlineRuns } from './inlines.ts'
import { beside, isPainted, type Page } from './page.ts'
import { tableLines } from './table.ts'

/** Blocks of Markdown as lines, one empty line between two that stand apart. */
export function blockLines(nodes: readonly RootContent[], page: Page): string[] {
  const lines: string[][] = []
  let before: RootContent | undefined
  for (const node of nodes) {
    const drawn = linesOf(node, page)
    if (drawn.length === 0) continue
    lines.push(before && areApart(before, node, page) ? ['', ...drawn] : drawn)
    before = node
  }
  return lines.flat()
}

/** Lines behind a mark, the further ones as far in. */
export function hanging(mark: string, lines: readonly string[], page: Page): string[] {
  const indent = width(mark) + 1
  const [first = '', ...rest] = lines
  if (beside(page, indent) === page) return [clip(mark, page.columns, page.look), ...lines]
  const margin = ' '.repeat(indent)
  return [
    first === '' ? mark : `${mark} ${first}`,
    ...rest.map((line) => (line === '' ? '' : margin + line)),
  ]
}

function areApart(before: RootContent, after: RootContent, page: Page): boolean {
  if (before.type === 'heading') return false
  const isNext = before.position?.end.line === (after.position?.start.line ?? 0) - 1
  if (after.type === 'list' && (isNext || page.tight)) return false
  return !page.tight || after.type !== 'paragraph' || before.type !== 'paragraph'
}

function linesOf(node: RootContent, page: Page): string[] {
  const { look } = page
  switch (node.type) {
    case 'paragraph':
      return proseLines(inlineRuns(node.children, page), page)
    case 'heading':
      return headingLines(node, page)
    case 'list':
      return listLines(node, page)
    case 'table':
      return tableLines(node, page)
    case 'blockquote':
      return quoteLines(node, page)
    case 'code':
      return codeLines(node.value, node.lang ?? undefined, page)
    case 'thematicBreak':
      return [look.paint.dim(marks(look).rule.repeat(page.prose))]
    case 'html':
      return proseLines(htmlBlock(node.value, page), page)
    default:
      return []
  }
}

function proseLines(runs: readonly Run[], page: Page): string[] {
  const lines = wrapRuns(runs, page.prose).map(draw)
  return lines.filter((line) => line !== '')
}

function headingLines(node: Heading, page: Page): string[] {
  const style = page.look.paint.heading
  const mark = isPainted(style) ? [] : [{ text: `${'#'.repeat(node.depth)} ` }]
  return proseLines([...mark, ...inlineRuns(node.children, page, { style })], page)
}

function quoteLines(node: Blockquote, page: Page): string[] {
  const inner = beside(page, 2)
  const lines = blockLines(node.children, inner)
  if (inner === page) return lines
  const bar = page.look.paint.dim(marks(page.look).bar)
  return lines.map((line) => (line === '' ? bar : `${bar} ${line}`))
}

function listLines(list: List, page: Page): string[] {
  const last = (list.start ?? 1) + list.children.length - 1
  const items = list.children.map((item, i) => {
    const mark = list.ordered
      ? `${(list.start ?? 1) + i}.`.padStart(`${last}.`.length)
      : marks(page.look).bullets.charAt(page.depth % 3)
    return itemLines(item, mark, page)
  })
  // an empty line between single lines would only push them off the screen
  const isLoose = list.spread === true || list.children.some((item) => item.spread)
  const isAiry = items.some((lines) => lines.includes('') || (isLoose && lines.length > 1))
  return items.flatMap((lines, i) => (isAiry && i > 0 ? ['', ...lines] : lines))
}

function itemLines(item: ListItem, mark: string, page: Page): string[] {
  const isTask = typeof item.checked === 'boolean'
  const shown = isTask ? `${mark} [${item.checked ? 'x' : ' '}]` : mark
  const inner = { ...beside(page, shown.length + 1), depth: page.depth + 1, tight: !item.spread }
  return hanging(shown, blockLines(item.children, inner), page)
}
