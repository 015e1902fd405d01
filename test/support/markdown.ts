import type { Nodes, Root } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'

/** A run of prose: what a paragraph, heading or cell of a table says, and its line. */
export type Prose = { readonly text: string; readonly line: number }

const markdown = remark().use(remarkGfm)
const trees = new Map<string, Root>()

// parsing is slow, and one answer is looked at from many sides
function treeOf(text: string): Root {
  const tree = trees.get(text) ?? markdown.parse(text)
  trees.set(text, tree)
  return tree
}

/** What stands for a piece of code in prose: something in Latin letters. */
const codeSign = 'x'

/**
 * The prose of a Markdown text. Pieces of code are a Latin letter or, if wanted, themselves;
 * comments are left out.
 */
export function proseIn(text: string, withCode = false): readonly Prose[] {
  const said = (node: Nodes): string => {
    if (node.type === 'inlineCode') return withCode ? node.value : codeSign
    if (node.type === 'break') return '\n'
    if (node.type === 'text') return node.value
    return 'children' in node ? node.children.map(said).join('') : ''
  }
  return below(treeOf(text), (node) => {
    if (!/^(?:paragraph|heading|tableCell)$/.test(node.type)) return undefined
    // comments at the end of a line leave the spaces before them
    return { text: said(node).trimEnd(), line: lineOf(node) }
  })
}

/** The words of a Markdown text without its code, as they would be read aloud. */
export function spoken(text: string): string {
  const prose = proseIn(text, true).map((one) => one.text)
  return prose.join('\n')
}

/** The first of a Markdown text that is a paragraph. */
export function firstParagraph(text: string): string {
  const [first] = treeOf(text).children.filter(({ type }) => type === 'paragraph')
  const { start, end } = first?.position ?? {}
  return first === undefined ? '' : text.slice(start?.offset, end?.offset)
}

function below<Found>(node: Nodes, find: (node: Nodes) => Found | undefined): readonly Found[] {
  const found = find(node)
  if (found !== undefined) return [found]
  return 'children' in node ? node.children.flatMap((child) => below(child, find)) : []
}

function lineOf({ position }: Nodes): number {
  return position?.start.line ?? 0
}
