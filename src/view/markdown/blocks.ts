import { toneOf } from '../../markdown/dialects/callout-names.ts'
import type { Block, Document, Item } from '../../markdown/document.ts'
import { clip, width } from '../../text/text.ts'
import { draw, type Run, type Style, wrapRuns } from '../../text/wrap.ts'
import { marks } from '../layout.ts'
import { codeLines } from './code.ts'
import { inlineRuns } from './inlines.ts'
import { beside, isPainted, type Page } from './page.ts'
import { tableLines } from './table.ts'

/** Blocks of Markdown as lines, one empty line between two that stand apart. */
export function blockLines(blocks: Document, page: Page): string[] {
  const lines: string[][] = []
  let before: Block | undefined
  for (const block of blocks) {
    const drawn = linesOf(block, page)
    if (drawn.length === 0) continue
    lines.push(before && areApart(before, block, page) ? ['', ...drawn] : drawn)
    before = block
  }
  return lines.flat()
}

function areApart(before: Block, after: Block, page: Page): boolean {
  if (before.kind === 'heading') return false
  if (after.kind === 'list' && (after.follows || page.tight)) return false
  return !page.tight || after.kind !== 'paragraph' || before.kind !== 'paragraph'
}

function linesOf(block: Block, page: Page): string[] {
  switch (block.kind) {
    case 'paragraph':
      return proseLines(inlineRuns(block.inlines, page), page)
    case 'heading':
      return headingLines(block, page)
    case 'list':
      return listLines(block, page)
    case 'table':
      return tableLines(block, page)
    case 'quote':
      return quoteLines(block.blocks, page)
    case 'callout':
      return calloutLines(block, page)
    case 'code':
      return codeLines(block.text, block.language, page)
    case 'formula':
      return formulaLines(block, page)
    case 'drawing':
      return drawingLines(block, page)
    case 'rule':
      return [page.look.paint.dim(marks(page.look).rule.repeat(page.prose))]
    case 'notes':
      return block.notes.flatMap((note, i) => hanging(`[${i + 1}]`, note, true, page))
  }
}

function proseLines(runs: readonly Run[], page: Page): string[] {
  const lines = wrapRuns(runs, page.prose).map(draw)
  return lines.filter((line) => line !== '')
}

/** A formula in letters, a line of it a line here; else as it is written. */
function formulaLines({ tex, source }: Block & { kind: 'formula' }, page: Page): string[] {
  const said = page.formula(tex, true)
  if (said === undefined) return codeLines(source, undefined, page)
  const inner = beside(page, page.columns < 60 ? 2 : 4)
  const margin = ' '.repeat(page.columns - inner.columns)
  return proseLines([{ text: said }], inner).map((line) => margin + line)
}

/** The source of a drawing, framed, under the name of what draws it. */
function drawingLines({ name, text }: Block & { kind: 'drawing' }, page: Page): string[] {
  const { paint, say } = page.look
  const inner = beside(page, 2)
  const title = proseLines([{ text: say.show.drawing(name), style: paint.dim }], inner)
  const lines = [...title, ...codeLines(text, undefined, inner)]
  if (inner === page) return lines
  const bar = paint.dim(marks(page.look).bar)
  return lines.map((line) => (line === '' ? bar : `${bar} ${line}`))
}

function headingLines({ signs, inlines }: Block & { kind: 'heading' }, page: Page): string[] {
  const style = page.look.paint.heading
  const mark = isPainted(style) ? [] : [{ text: `${'#'.repeat(signs)} ` }]
  return proseLines([...mark, ...inlineRuns(inlines, page, { style })], page)
}

function quoteLines(blocks: Document, page: Page): string[] {
  const inner = beside(page, 2)
  const lines = blockLines(blocks, inner)
  if (inner === page) return lines
  const bar = page.look.paint.dim(marks(page.look).bar)
  return lines.map((line) => (line === '' ? bar : `${bar} ${line}`))
}

function calloutLines(block: Block & { kind: 'callout' }, page: Page): string[] {
  const { name, title, blocks } = block
  const { paint, say } = page.look
  const tone = toneOf(name)
  const colour = tone === 'plain' ? paint.heading : paint[tone]
  const style: Style = (text) => paint.strong(colour(text))
  const words =
    title.length > 0 || name === undefined
      ? inlineRuns(title, page, { style })
      : [{ text: say.boxes[name], style }]
  const inner = beside(page, 2)
  const lines = [...proseLines(words, inner), ...blockLines(blocks, inner)]
  if (inner === page) return lines
  const bar = colour(marks(page.look).bar)
  return lines.map((line) => (line === '' ? bar : `${bar} ${line}`))
}

function listLines({ start, tight, items }: Block & { kind: 'list' }, page: Page): string[] {
  const last = (start ?? 1) + items.length - 1
  const bullet = marks(page.look).bullets.charAt(page.depth % 3)
  const drawn = items.map((item, i) => {
    const number = start === undefined ? bullet : `${start + i}.`.padStart(`${last}.`.length)
    return itemLines(item, number, page)
  })
  // an empty line between single lines would only push them off the screen
  const isAiry = drawn.some((lines) => lines.includes('') || (!tight && lines.length > 1))
  return drawn.flatMap((lines, i) => (isAiry && i > 0 ? ['', ...lines] : lines))
}

function itemLines({ checked, tight, blocks }: Item, mark: string, page: Page): string[] {
  const shown = checked === undefined ? mark : `${mark} [${checked ? 'x' : ' '}]`
  return hanging(shown, blocks, tight, { ...page, depth: page.depth + 1 })
}

/** Blocks behind a mark, their further lines as far in. */
function hanging(mark: string, blocks: Document, tight: boolean, page: Page): string[] {
  const indent = width(mark) + 1
  const inner = beside(page, indent)
  const lines = blockLines(blocks, { ...inner, tight })
  const [first = '', ...rest] = lines
  if (inner === page) return [clip(mark, page.columns, page.look), ...lines]
  const margin = ' '.repeat(indent)
  return [
    first === '' ? mark : `${mark} ${first}`,
    ...rest.map((line) => (line === '' ? '' : margin + line)),
  ]
}
