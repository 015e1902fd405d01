import type { Blockquote, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import { formulasApart } from '../text/formula/apart.ts'
import { safe } from '../text/text.ts'
import { calloutOf } from './dialects/callout.ts'
import { withoutData } from './dialects/data-pictures.ts'
import { readDialects } from './dialects/phrasing.ts'
import { plainMarkdown } from './dialects/source.ts'
import type { Align, Block, Document, Inline, Item, TableRow } from './document.ts'
import { flowOf, hasBlocks } from './flow.ts'
import { htmlTokens } from './html.ts'
import { htmlRuns } from './html-lines.ts'
import { type HtmlPiece, htmlTree, mayStayOpen, pairsOf } from './html-tree.ts'
import { type Leaf, lineOfTree, phraseTree } from './inlines.ts'
import type { Newlines } from './line-ends.ts'
import { lineOfBlocks } from './line-of-blocks.ts'
import { deepest, type FlowPage, fenced, heading, inside, paragraph, quote } from './page.ts'
import { type Parsed, parsedMarkdown, parsedProse, unlessTooDeep } from './parse.ts'
import { inParts } from './parts.ts'

/** A text as it is read, with definitions that it lacks; undefined if it is too hard to parse. */
export function documentOf(
  markdown: string,
  definitions?: string,
  newlines: Newlines = 'keep',
): Document | undefined {
  const { text, restored } = withoutData(markdown)
  const lacking = definitions === undefined ? undefined : withoutData(definitions)
  const formulas = formulasApart(text)
  const plain = plainMarkdown(formulas.text)
  const read = (part: string): Document | undefined => {
    const parsed = parsedMarkdown(part, lacking?.text)
    if (parsed === undefined) return undefined
    readDialects(parsed.tree, parsed.text)
    return unlessTooDeep(() => page(parsed, newlines, formulas.parts))
  }
  const found = read(plain) ?? inParts(plain, { read, asWritten, code: fenced })
  const document = found && formulas.restored(found)
  return document && restored(lacking?.restored(document) ?? document)
}

/** One line of Markdown, such as a key point; no line, such as a list, is shown as it is written. */
export function lineOf(markdown: string, definitions?: string): readonly Inline[] {
  if (bare.test(markdown)) return [{ kind: 'text', text: markdown }]
  const [only, second] = documentOf(markdown, definitions) ?? []
  if (only?.kind === 'paragraph' && second === undefined) return only.inlines
  if (only?.kind === 'formula' && second === undefined) return [{ ...only, isBlock: true }]
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

function page(
  { text, definitions, notes, tree }: Parsed,
  newlines: Newlines,
  formulas: FlowPage['formulas'],
): Document {
  const numbers = new Map(Array.from(notes.keys(), (name, i) => [name, i + 1]))
  const here: FlowPage = { text, definitions, numbers, newlines, formulas, levels: [], depth: 0 }
  const blocks = blocksIn(tree.children, here)
  if (notes.size === 0) return blocks
  const texts = Array.from(notes.values(), ({ children }) => blocksIn(children, inside(here)))
  return [...blocks, { kind: 'notes', notes: texts }]
}

function blocksIn(nodes: readonly RootContent[], page: FlowPage): Document {
  if (nodes.some(({ type }) => type === 'html')) return mixedBlocks(nodes, page)
  return nodes.flatMap((node, i) => blockOf(node, nodes[i - 1], page))
}

/** What a node means; one that is not named here shows nothing. */
function blockOf(node: RootContent, before: RootContent | undefined, page: FlowPage): Document {
  switch (node.type) {
    case 'paragraph':
      return prose(node.children, page)
    case 'heading':
      return heading(node.depth, inlinesOf(node.children, page), page)
    case 'code':
      return fenced(node.value, node.lang ?? undefined)
    case 'blockquote':
      return quoted(node, page)
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

/** Blocks with HTML around and between them. */
function mixedBlocks(nodes: readonly RootContent[], page: FlowPage): Document {
  const parts = nodes.map((node, i): readonly HtmlPiece<Leaf>[] => {
    const html = htmlIn(node, nodes.slice(0, i))
    return html === undefined
      ? made(() => blockOf(node, nodes[i - 1], page))
      : htmlPieces(html, page)
  })
  const pairs = pairsOf(parts.flat())
  let at = 0
  const pieces = parts.flatMap((part, i): readonly HtmlPiece<Leaf>[] => {
    const [first] = part
    const isPaired = pairs.has(at)
    at += part.length
    const node = nodes[i]
    if (node?.type !== 'html' || first === undefined || first.kind === 'leaf') return part
    // it begins like a block of HTML and is none
    const isText = first.kind === 'words' || (!isPaired && !mayStayOpen(first))
    return isText ? made(() => markdownBlocks(node.value, page)) : part
  })
  return flowOf(htmlTree(pieces), page)
}

function quoted(node: Blockquote, page: FlowPage): Document {
  const callout = calloutOf(node)
  const blocks = blocksIn(callout?.children ?? node.children, inside(page))
  if (callout === undefined) return quote(blocks, page)
  const { name, fold } = callout
  const title = inlinesOf(callout.title, page)
  if (page.depth >= deepest) return [...paragraph(title), ...blocks]
  return [{ kind: 'callout', name, title, fold, blocks }]
}

function made(make: () => Document): readonly HtmlPiece<Leaf>[] {
  return [{ kind: 'leaf', leaf: { kind: 'blocks', make } }]
}

/** The HTML of a node; within a frame of HTML, what is far in is no code. */
function htmlIn(node: RootContent, before: readonly RootContent[]): string | undefined {
  if (node.type === 'html') return node.value
  const isTag = node.type === 'code' && !node.lang && /^\s*<\/?[a-z]/i.test(node.value)
  return isTag && before.some(({ type }) => type === 'html') ? node.value : undefined
}

function htmlPieces(html: string, page: FlowPage): readonly HtmlPiece<Leaf>[] {
  return htmlRuns(html, htmlTokens(html, true)).flatMap((run) =>
    run.kind === 'html' ? run.tokens : made(() => markdownBlocks(run.markdown, page)),
  )
}

function markdownBlocks(text: string, page: FlowPage): Document {
  const tree = parsedProse(text)
  readDialects(tree, text)
  // a note that nothing on the page leads to was not gathered: it says its words here
  const nodes = tree.children.flatMap((node): readonly RootContent[] => {
    const isLost = node.type === 'footnoteDefinition' && !page.numbers.has(node.identifier)
    return isLost ? node.children : [node]
  })
  return blocksIn(nodes, { ...page, text })
}

function prose(nodes: readonly PhrasingContent[], page: FlowPage): Document {
  const tree = phraseTree(nodes)
  return tree.some(hasBlocks) ? flowOf(tree, page) : paragraph(lineOfTree(tree, page))
}

/** A stretch that has room for a line only. */
function inlinesOf(nodes: readonly PhrasingContent[], page: FlowPage): readonly Inline[] {
  const tree = phraseTree(nodes)
  return tree.some(hasBlocks) ? lineOfBlocks(flowOf(tree, page)) : lineOfTree(tree, page)
}

function list(node: List, before: RootContent | undefined, page: FlowPage): Document {
  const items = node.children.map((item) => itemOf(item, inside(page)))
  if (page.depth >= deepest) return items.flatMap(({ blocks }) => blocks)
  const start = node.ordered ? (node.start ?? 1) : undefined
  const tight = node.spread !== true && items.every((item) => item.tight)
  const follows = before?.position?.end.line === (node.position?.start.line ?? 0) - 1
  return [{ kind: 'list', start, tight, follows, items }]
}

function itemOf({ checked, spread, children }: ListItem, page: FlowPage): Item {
  const blocks = blocksIn(children, page)
  return { checked: checked ?? undefined, tight: spread !== true, blocks }
}

function table({ children, align }: Table, page: FlowPage): Block {
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
