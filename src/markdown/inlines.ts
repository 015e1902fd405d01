import type { Html, Link, PhrasingContent } from 'mdast'
import type { FormulasApart } from '../text/formula/apart.ts'
import { oneLine, safe } from '../text/text.ts'
import { addressParts, followed, isAddress } from './address.ts'
import type { Document, Inline } from './document.ts'
import { elementCalled } from './elements.ts'
import { attribute, htmlTokens } from './html.ts'
import { type HtmlElement, type HtmlNode, type HtmlPiece, htmlTree } from './html-tree.ts'
import { softEnd, tidied } from './join-lines.ts'
import type { Newlines } from './line-ends.ts'
import { type Attributes, markMeanings, tagMeanings } from './meanings.ts'
import type { Parsed } from './parse.ts'

/** What is said elsewhere on the page that inlines refer to. */
export type References = Pick<Parsed, 'text' | 'definitions'> & {
  /** The numbers of its footnotes. */
  readonly numbers: ReadonlyMap<string, number>
  /** What the ends of lines mean. */
  readonly newlines: Newlines
  /** The formulas that were taken out of the text. */
  readonly formulas: FormulasApart['parts']
}

/** A part of Markdown within HTML. */
export type Leaf =
  | { readonly kind: 'phrase'; readonly node: Exclude<PhrasingContent, Html> }
  | { readonly kind: 'blocks'; readonly make: () => Document }

export type Node = HtmlNode<Leaf>

/** A stretch of Markdown with the HTML in it as a tree. */
export function phraseTree(nodes: readonly PhrasingContent[]): readonly Node[] {
  return htmlTree(
    nodes.flatMap((node): readonly HtmlPiece<Leaf>[] =>
      node.type === 'html'
        ? htmlTokens(node.value, false)
        : [{ kind: 'leaf', leaf: { kind: 'phrase', node } }],
    ),
  )
}

/** A tree without blocks as inlines, its lines joined or kept. */
export function lineOfTree(tree: readonly Node[], references: References): Inline[] {
  return tidied(treeInlines(tree, references, 0), references.newlines)
}

/** Deeper emphasis is shown without. */
const deepest = 8

function treeInlines(tree: readonly Node[], to: References, depth: number): Inline[] {
  return tree.flatMap((node) => nodeInlines(node, to, depth))
}

function nodeInlines(node: Node, to: References, depth: number): readonly Inline[] {
  if (node.kind === 'words') return wordsInlines(node.text, to)
  if (node.kind === 'element') return elementInlines(node, to, depth)
  return node.leaf.kind === 'phrase' ? phraseInlines(node.leaf.node, to, depth) : []
}

function elementInlines(
  element: HtmlElement<Leaf>,
  to: References,
  depth: number,
): readonly Inline[] {
  const { name, attributes, raw, children } = element
  const value: Attributes = (called) => attribute(attributes, called)
  const meaning = tagMeanings.get(name)
  if (meaning?.kind === 'alone') return meaning.make(value)
  const held = treeInlines(children, to, depth + 1)
  if (media.has(name)) return [...mediaInlines(value('src')), ...held]
  if (meaning) return wrapped(held, (some) => meaning.wrap(some, value), depth)
  if (elementCalled(name).block) return [{ kind: 'break' }, ...held, { kind: 'break' }]
  if (elementCalled(name).empty) return []
  return [...dim(raw[0]), ...held, ...dim(raw[1])]
}

// Shown nowhere, but their place can be told.
const media = new Set(['audio', 'embed', 'iframe', 'source', 'video'])

function mediaInlines(src: string): readonly Inline[] {
  if (src === '') return []
  const inlines: Inline[] = [{ kind: 'text', text: oneLine(src) }]
  return [{ kind: 'link', url: followed(src), address: oneLine(src), inlines }]
}

type WrapAll = (inlines: readonly Inline[]) => readonly Inline[]

function wrapped(inlines: readonly Inline[], wrap: WrapAll, depth: number): readonly Inline[] {
  return inlines.length === 0 || depth >= deepest ? inlines : wrap(inlines)
}

function phraseInlines(
  node: Exclude<PhrasingContent, Html>,
  to: References,
  depth: number,
): readonly Inline[] {
  if (node.type === 'text') return textInlines(node.value, to)
  if (node.type === 'inlineCode') return [{ kind: 'code', text: oneLine(node.value) }]
  if (node.type === 'footnoteReference') return noteInlines(node.identifier, to)
  if (node.type === 'link' && isBareAddress(node, to)) return addressInlines(node)
  return markInlines(node, to, depth)
}

function textInlines(text: string, { formulas }: References): readonly Inline[] {
  return formulaInlines(text, formulas)
}

/** A text, and the formulas that names in it stand for. */
export function formulaInlines(text: string, parts: FormulasApart['parts']): readonly Inline[] {
  return parts(text).map((part): Inline => {
    if (typeof part === 'string') return { kind: 'text', text: safe(part) }
    const { isBlock } = part
    const shown = isBlock ? safe : oneLine
    return { kind: 'formula', tex: shown(part.tex), source: shown(part.source), isBlock }
  })
}

/** Words of HTML: of white it shows one space, whatever line ends mean in Markdown. */
function wordsInlines(words: string, to: References): readonly Inline[] {
  const lines = words.split('\n')
  const last = lines.length - 1
  const text = lines
    .map((line, i) => {
      const start = i === 0 ? line : line.trimStart()
      return i === last ? start : start.trimEnd()
    })
    .join('\n')
  const bare = text.replace(/\n{2,}/g, '\n').replace(/[ \t]{2,}/g, ' ')
  const inlines = textInlines(bare, to)
  return inlines.map((inline) =>
    inline.kind === 'text' ? { ...inline, text: inline.text.replaceAll('\n', softEnd) } : inline,
  )
}

function noteInlines(name: string, { numbers }: References): readonly Inline[] {
  const number = numbers.get(name)
  return [number === undefined ? { kind: 'text', text: `[${name}]` } : { kind: 'note', number }]
}

type MarkNode = Extract<PhrasingContent, { readonly type: keyof typeof markMeanings }>

function markInlines(node: MarkNode, to: References, depth: number): readonly Inline[] {
  const attributes = attributesOf(node, to)
  const meaning = markMeanings[node.type]
  if (meaning.kind === 'alone') return meaning.make(attributes)
  const children = 'children' in node ? node.children : []
  const held = treeInlines(phraseTree(children), to, depth + 1)
  return wrapped(held, (some) => meaning.wrap(some, attributes), depth)
}

function attributesOf(node: MarkNode, { definitions }: References): Attributes {
  const leads = 'identifier' in node ? definitions.get(node.identifier) : node
  const url = leads && 'url' in leads ? leads.url : ''
  const alt = 'alt' in node ? (node.alt ?? '') : ''
  return (name) => (name === 'alt' ? alt : name === 'type' ? '' : url)
}

function isBareAddress({ children, position, url }: Link, { text }: References): boolean {
  const [only] = children
  if (children.length !== 1 || only?.type !== 'text' || !isAddress(only.value, url)) return false
  // one in brackets ends where its author says
  return !/[<[]/.test(text.charAt(position?.start.offset ?? text.length))
}

/** An address without the Chinese sentence behind it, in which there may be more of them. */
function addressInlines({ children: [only], url }: Link): readonly Inline[] {
  const text = only?.type === 'text' ? only.value : ''
  const scheme = url.slice(0, url.length - text.length)
  return addressParts(text, scheme).map(({ text, url }): Inline => {
    const shown: Inline = { kind: 'text', text: safe(text) }
    if (url === undefined) return shown
    return { kind: 'link', url: followed(url), address: oneLine(url), inlines: [shown] }
  })
}

function dim(text: string): readonly Inline[] {
  return text === '' ? [] : [{ kind: 'dim', inlines: [{ kind: 'text', text: safe(text) }] }]
}
