import type { Link, PhrasingContent } from 'mdast'
import { oneLine, safe } from '../text/text.ts'
import { followed, isAddress } from './address.ts'
import type { Inline } from './document.ts'
import { attribute, type HtmlTag, htmlPieces } from './html.ts'
import { type Newlines, tidied } from './join-lines.ts'
import { type Attributes, markMeanings, tagMeanings } from './meanings.ts'
import type { Parsed } from './parse.ts'
import { type Sheet, sheet } from './sheet.ts'

/** What is said elsewhere on the page that inlines refer to. */
export type References = Pick<Parsed, 'text' | 'definitions'> & {
  /** The numbers of its footnotes. */
  readonly numbers: ReadonlyMap<string, number>
  /** What the ends of lines mean. */
  readonly newlines: Newlines
}

/** A stretch of Markdown as inlines, its lines joined or kept. */
export function inlinesOf(nodes: readonly PhrasingContent[], references: References): Inline[] {
  const page = sheet()
  for (const node of nodes) addNode(node, page, references)
  return tidied(page.all(), references.newlines)
}

function addNode(node: PhrasingContent, page: Sheet, to: References): void {
  if (node.type === 'text') addText(node.value, page)
  else if (node.type === 'html') addHtml(node.value, page)
  else if (node.type === 'inlineCode') page.add({ kind: 'code', text: oneLine(node.value) })
  else if (node.type === 'footnoteReference') addNote(node.identifier, page, to)
  else if (node.type === 'link' && isBareAddress(node, to)) addAddress(node, page)
  else addMark(node, page, to)
}

// Sums of money are written with one sign too: a formula is what has the marks of one.
const formula = /\$\$?((?=[^$\n]*[\\^_{}=])(?!\s)[^$\n]{1,500}?(?<!\s))\$\$?(?!\d)/

function addText(text: string, page: Sheet): void {
  text.split(formula).forEach((part, i) => {
    if (i % 2 === 1) page.add({ kind: 'code', text: safe(part) })
    else page.text(part)
  })
}

function addNote(name: string, page: Sheet, { numbers }: References): void {
  const number = numbers.get(name)
  if (number === undefined) page.text(`[${name}]`)
  else page.add({ kind: 'note', number })
}

type MarkNode = Extract<PhrasingContent, { readonly type: keyof typeof markMeanings }>

function addMark(node: MarkNode, page: Sheet, to: References): void {
  const attributes = attributesOf(node, to)
  const meaning = markMeanings[node.type]
  if (meaning.kind === 'alone') {
    page.add(meaning.make(attributes))
    return
  }
  const close = page.open((inlines) => meaning.wrap(inlines, attributes))
  if ('children' in node) for (const child of node.children) addNode(child, page, to)
  close()
}

function attributesOf(node: MarkNode, { definitions }: References): Attributes {
  const leads = 'identifier' in node ? definitions.get(node.identifier) : node
  const url = leads && 'url' in leads ? leads.url : ''
  const alt = 'alt' in node ? (node.alt ?? '') : ''
  return (name) => (name === 'alt' ? alt : url)
}

function isBareAddress({ children, position, url }: Link, { text }: References): boolean {
  const [only] = children
  if (children.length !== 1 || only?.type !== 'text' || !isAddress(only.value, url)) return false
  // one in brackets ends where its author says
  return !/[<[]/.test(text.charAt(position?.start.offset ?? text.length))
}

// It runs on into the Chinese sentence behind it.
const addressEnd = /(?<=.)[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65]/

function addAddress({ children: [only], url }: Link, page: Sheet): void {
  const text = only?.type === 'text' ? only.value : ''
  const at = text.search(addressEnd)
  const end = at < 0 ? text.length : at
  const address = url.slice(0, url.length - text.length + end)
  const inlines: Inline[] = [{ kind: 'text', text: safe(text.slice(0, end)) }]
  page.add({ kind: 'link', url: followed(address), address: oneLine(address), inlines })
  page.text(text.slice(end))
}

/** Raw HTML: tags by their meaning, all others as they are written. */
function addHtml(html: string, page: Sheet): void {
  const pieces = htmlPieces(html)
  if (pieces === undefined) addDim(html, page)
  for (const piece of pieces ?? []) {
    if (piece.kind === 'words') page.text(piece.text)
    else addTag(piece, page)
  }
}

function addTag({ name, attributes, closes, raw }: HtmlTag, page: Sheet): void {
  const meaning = tagMeanings.get(name)
  const value: Attributes = (called) => attribute(attributes, called)
  if (meaning === undefined) addDim(raw, page)
  else if (meaning.kind === 'alone') {
    // as browsers have it
    if (!closes || name === 'br') page.add(meaning.make(value))
  } else if (!closes) {
    if (meaning.lines) page.add({ kind: 'break' })
    page.open((inlines) => meaning.wrap(inlines, value), name)
  } else if (page.close(name) && meaning.lines) page.add({ kind: 'break' })
}

function addDim(text: string, page: Sheet): void {
  page.add({ kind: 'dim', inlines: [{ kind: 'text', text: safe(text) }] })
}
