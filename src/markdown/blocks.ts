import type { Blockquote, Heading, List, ListItem, Paragraph, RootContent, Table } from 'mdast'
import { safe } from '../text/text.ts'
import { calloutOf } from './dialects/callout.ts'
import { withoutData } from './dialects/data-pictures.ts'
import { readDialects } from './dialects/phrasing.ts'
import { plainMarkdown } from './dialects/source.ts'
import type { Align, Block, Document, Inline, Item, TableRow } from './document.ts'
import { inlinesOf, type References } from './inlines.ts'
import type { Newlines } from './join-lines.ts'
import { type Parsed, parsedMarkdown, unlessTooDeep } from './parse.ts'
import { inParts } from './parts.ts'

/** A text as it is read, with definitions that it lacks; undefined if it is too hard to parse. */
export function documentOf(
  markdown: string,
  definitions?: string,
  newlines: Newlines = 'keep',
): Document | undefined {
  const { text, restored } = withoutData(markdown)
  const lacking = definitions === undefined ? undefined : withoutData(definitions)
  const plain = plainMarkdown(text)
  const read = (part: string): Document | undefined => {
    const parsed = parsedMarkdown(part, lacking?.text)
    if (parsed === undefined) return undefined
    readDialects(parsed.tree, parsed.text)
    return unlessTooDeep(() => page(parsed, newlines))
  }
  const document = read(plain) ?? inParts(plain, { read, asWritten, code })
  return document && restored(lacking?.restored(document) ?? document)
}

/** One line of Markdown, such as a key point; no line, such as a list, is shown as it is written. */
export function lineOf(markdown: string, definitions?: string): readonly Inline[] {
  if (bare.test(markdown)) return [{ kind: 'text', text: markdown }]
  const [only, second] = documentOf(markdown, definitions) ?? []
  if (only?.kind === 'paragraph' && second === undefined) return only.inlines
  return linesAsWritten(markdown)
}

// Most lines, told without a parser: nothing in them could be a mark or an address.
const bare =
  /^(?![\s\d#>+=-])(?:(?!www\.)[ -~\u3001-\u3011\u4e00-\u9fff\uff01-\uff1f](?<![`*_~[\]<>&$|\\@])(?<!:\/))+$/

// Setting a paragraph takes time that grows faster than its length.
const stretches = /[\s\S]{1,3000}(?![\udc00-\udfff])/g

/** A text as it stands, a paragraph between empty lines. */
export function asWritten(text: string): Document {
  const parts = text.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)+/)
  const all = parts.flatMap((part) => part.trimEnd().match(stretches) ?? [])
  return all.flatMap((part) => paragraph(linesAsWritten(part)))
}

function linesAsWritten(text: string): readonly Inline[] {
  const lines = safe(text).split('\n')
  return lines.flatMap((line, i): Inline[] => [
    ...(i > 0 ? [{ kind: 'break' } as const] : []),
    ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
  ])
}

/** Deeper lists and quotes continue on this level. */
const deepest = 10

type Page = References & {
  /** The levels of the headings so far that those to come may stand below. */
  readonly levels: number[]
  readonly depth: number
}

function page({ text, definitions, notes, tree }: Parsed, newlines: Newlines): Document {
  const numbers = new Map(Array.from(notes.keys(), (name, i) => [name, i + 1]))
  const here: Page = { text, definitions, numbers, newlines, levels: [], depth: 0 }
  const blocks = blocksIn(tree.children, here)
  if (notes.size === 0) return blocks
  const texts = Array.from(notes.values(), ({ children }) => blocksIn(children, inside(here)))
  return [...blocks, { kind: 'notes', notes: texts }]
}

function inside(page: Page): Page {
  return { ...page, depth: page.depth + 1 }
}

function blocksIn(nodes: readonly RootContent[], page: Page): Document {
  return nodes.flatMap((node, i) => blockOf(node, nodes[i - 1], page))
}

/** What a node means; one that is not named here shows nothing. */
function blockOf(node: RootContent, before: RootContent | undefined, page: Page): Document {
  switch (node.type) {
    case 'paragraph':
      return formula(node, page) ?? paragraph(inlinesOf(node.children, page))
    case 'html':
      return paragraph(inlinesOf([node], { ...page, newlines: 'join' }))
    case 'heading':
      return heading(node, page)
    case 'code':
      return code(node.value, node.lang ?? undefined)
    case 'blockquote':
      return quote(node, page)
    case 'list':
      return list(node, before, page)
    case 'table':
      return [table(node, page)]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    default:
      return []
  }
}

function paragraph(inlines: readonly Inline[]): Document {
  return inlines.length === 0 ? [] : [{ kind: 'paragraph', inlines }]
}

function quote(node: Blockquote, page: Page): Document {
  const callout = calloutOf(node)
  const blocks = blocksIn(callout?.children ?? node.children, inside(page))
  if (callout === undefined) {
    return page.depth >= deepest || blocks.length === 0 ? blocks : [{ kind: 'quote', blocks }]
  }
  const { name, fold } = callout
  const title = inlinesOf(callout.title, page)
  if (page.depth >= deepest) return [...paragraph(title), ...blocks]
  return [{ kind: 'callout', name, title, fold, blocks }]
}

function code(text: string, language: string | undefined): Document {
  const shown = safe(text).replace(/^\n+|\s+$/g, '')
  return shown === '' ? [] : [{ kind: 'code', language, text: shown }]
}

/** A paragraph between double dollars, as it was written: Markdown would take its marks for its own. */
function formula({ position, children }: Paragraph, page: Page): Document | undefined {
  const [first] = children
  if (first?.type !== 'text' || !first.value.startsWith('$$')) return undefined
  const raw = page.text.slice(position?.start.offset, position?.end.offset)
  const inner = /^\$\$([^$]+)\$\$$/.exec(raw)?.[1]
  return inner === undefined ? undefined : code(inner.replace(/\n[ \t>]*/g, '\n').trim(), 'latex')
}

function heading({ depth, children }: Heading, page: Page): Document {
  const inlines = inlinesOf(children, page)
  if (inlines.length === 0) return []
  const { levels } = page
  while ((levels.at(-1) ?? 0) >= depth) levels.pop()
  levels.push(depth)
  return [{ kind: 'heading', level: levels.length, signs: depth, inlines }]
}

function list(node: List, before: RootContent | undefined, page: Page): Document {
  const items = node.children.map((item) => itemOf(item, inside(page)))
  if (page.depth >= deepest) return items.flatMap(({ blocks }) => blocks)
  const start = node.ordered ? (node.start ?? 1) : undefined
  const tight = node.spread !== true && items.every((item) => item.tight)
  const follows = before?.position?.end.line === (node.position?.start.line ?? 0) - 1
  return [{ kind: 'list', start, tight, follows, items }]
}

function itemOf({ checked, spread, children }: ListItem, page: Page): Item {
  const blocks = blocksIn(children, page)
  return { checked: checked ?? undefined, tight: spread !== true, blocks }
}

function table({ children, align }: Table, page: Page): Block {
  const [head = [], ...rows] = children.map((row) =>
    row.children.map((cell) => inlinesOf(cell.children, page)),
  )
  const aligns = head.map((_, i): Align => align?.[i] ?? undefined)
  return { kind: 'table', aligns, head, rows: rows.map((row) => fitted(row, head.length)) }
}

/** A row of so many cells; what is too much for them, as after a bar in code, stays in the last. */
function fitted(row: TableRow, columns: number): TableRow {
  const rest = row.slice(columns - 1)
  const last = rest.flatMap((cell, i) => (i === 0 ? cell : [bar, ...cell]))
  return Array.from({ length: columns }, (_, i) => (i < columns - 1 ? (row[i] ?? []) : last))
}

const bar: Inline = { kind: 'text', text: ' | ' }
