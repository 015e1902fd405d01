import type { Heading, List, PhrasingContent, RootContent, Table } from 'mdast'
import { definitionsOf } from '../cards/definitions.ts'
import { type Parsed, parsedMarkdown, unlessTooDeep } from '../markdown/parse.ts'
import { safe } from '../text/text.ts'
import type { Align, Block, Inline, Item } from './document.ts'
import { inlinesAsWritten, inlinesOf, inlinesOfHtml, type References } from './inlines.ts'

/**
 * Markdown as the blocks of a page, given definitions of its card; a text too hard to parse is shown
 * as it is written.
 */
export function blocksOf(markdown: string, definitions?: string): readonly Block[] {
  return parsedBlocks(markdown, definitions) ?? asWritten(markdown)
}

/** The same, or undefined if it is too hard to parse. */
export function parsedBlocks(markdown: string, definitions?: string): readonly Block[] | undefined {
  const parsed = parsedMarkdown(markdown, definitionsOf(markdown, definitions))
  return parsed && unlessTooDeep(() => page(parsed))
}

/** One line of Markdown, such as a key point. */
export function lineOf(markdown: string, definitions?: string): readonly Inline[] {
  if (bare.test(markdown)) return [{ kind: 'text', text: markdown }]
  const [only, second] = blocksOf(markdown, definitions)
  if (only?.kind === 'paragraph' && second === undefined) return only.inlines
  return inlinesAsWritten(markdown)
}

// Most lines, told without a parser: nothing in them could be a mark or an address.
const bare =
  /^(?![\s\d#>+=-])(?:(?!www\.)[ -~\u3001-\u3011\u4e00-\u9fff\uff01-\uff1f](?<![`*_~[\]<>&$|\\@])(?<!:\/))+$/

// Setting a paragraph takes time that grows faster than its length.
const stretches = /[\s\S]{1,3000}(?![\udc00-\udfff])/g

/** A text as it stands, a paragraph between empty lines. */
export function asWritten(text: string): readonly Block[] {
  const parts = text.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)+/)
  return parts
    .flatMap((part) => part.trimEnd().match(stretches) ?? [])
    .map((part) => inlinesAsWritten(part))
    .filter((inlines) => inlines.length > 0)
    .map((inlines) => ({ kind: 'paragraph', inlines }))
}

/** Deeper lists and quotes continue on this level. */
const deepest = 10

type Page = References & {
  readonly markdown: string
  /** The levels of the headings so far that those to come may stand below. */
  readonly levels: number[]
  readonly depth: number
}

function page(parsed: Parsed): readonly Block[] {
  const notes = new Map(Array.from(parsed.notes.keys(), (name, i) => [name, i + 1]))
  const { text: markdown, definitions } = parsed
  const here: Page = { definitions, notes, markdown, levels: [], depth: 0 }
  const blocks = blocksIn(parsed.tree.children, here)
  if (notes.size === 0) return blocks
  const inner = { ...here, depth: 1 }
  const texts = Array.from(parsed.notes.values(), ({ children }) => blocksIn(children, inner))
  return [...blocks, { kind: 'notes', notes: texts }]
}

function blocksIn(nodes: readonly RootContent[], page: Page): Block[] {
  return nodes.flatMap((node) => blockOf(node, page))
}

function blockOf(node: RootContent, page: Page): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return [formula(node, page) ?? paragraph(inlinesOf(node.children, page))].flat()
    case 'html':
      return paragraph(inlinesOfHtml(node.value, page))
    case 'heading':
      return heading(node, page)
    case 'code':
      return code(node.value, node.lang ?? undefined)
    case 'blockquote': {
      const blocks = blocksIn(node.children, { ...page, depth: page.depth + 1 })
      if (page.depth >= deepest || blocks.length === 0) return blocks
      return [{ kind: 'quote', blocks }]
    }
    case 'list':
      return list(node, page)
    case 'table':
      return [table(node, page)]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    default:
      return []
  }
}

function paragraph(inlines: readonly Inline[]): readonly Block[] {
  return inlines.length === 0 ? [] : [{ kind: 'paragraph', inlines }]
}

function code(text: string, language: string | undefined): readonly Block[] {
  const shown = safe(text).replace(/^\n+|\s+$/g, '')
  return shown === '' ? [] : [{ kind: 'code', language, text: shown }]
}

/** A paragraph between double dollars, as it was written: Markdown would take its marks for its own. */
function formula(
  { position, children }: { position?: Parsed['tree']['position']; children: PhrasingContent[] },
  page: Page,
): readonly Block[] | undefined {
  const [first] = children
  if (first?.type !== 'text' || !first.value.startsWith('$$')) return undefined
  const raw = page.markdown.slice(position?.start.offset, position?.end.offset)
  const inner = /^\$\$([^$]+)\$\$$/.exec(raw)?.[1]
  return inner === undefined ? undefined : code(inner.replace(/\n[ \t>]*/g, '\n').trim(), 'latex')
}

function heading(node: Heading, page: Page): readonly Block[] {
  const inlines = inlinesOf(node.children, page)
  if (inlines.length === 0) return []
  const { levels } = page
  while ((levels.at(-1) ?? 0) >= node.depth) levels.pop()
  levels.push(node.depth)
  return [{ kind: 'heading', level: levels.length, inlines }]
}

function list(node: List, page: Page): readonly Block[] {
  const inner = { ...page, depth: page.depth + 1 }
  const items = node.children.map(
    ({ checked, children }): Item => ({
      checked: checked ?? undefined,
      blocks: blocksIn(children, inner),
    }),
  )
  if (page.depth >= deepest) return items.flatMap(({ blocks }) => blocks)
  const tight = node.spread !== true && node.children.every(({ spread }) => spread !== true)
  const start = node.ordered ? (node.start ?? 1) : undefined
  return [{ kind: 'list', start, tight, items }]
}

function table(node: Table, page: Page): Block {
  const [head, ...rows] = node.children.map(({ children }) =>
    children.map((cell) => inlinesOf(cell.children, page)),
  )
  const columns = head?.length ?? 0
  const aligns = Array.from({ length: columns }, (_, i): Align => node.align?.[i] ?? undefined)
  const whole = (row: readonly (readonly Inline[])[]) => aligns.map((_, i) => row[i] ?? [])
  return { kind: 'table', aligns, head: whole(head ?? []), rows: rows.map(whole) }
}
