import type { Block, Document, Inline } from './document.ts'
import { elementCalled } from './elements.ts'
import { attribute } from './html.ts'
import { listBlocks, termBlocks } from './html-list.ts'
import { tableBlocks } from './html-table.ts'
import type { HtmlElement } from './html-tree.ts'
import { type Leaf, lineOfTree, type Node } from './inlines.ts'
import { code, type FlowPage, heading, inside, paragraph, quote } from './page.ts'

/** A tree of HTML and Markdown as blocks. */
export function flowOf(tree: readonly Node[], page: FlowPage): Document {
  const blocks: Block[] = []
  let line: Node[] = []
  const endLine = () => {
    blocks.push(...paragraph(lineOfTree(line, page)))
    line = []
  }
  for (const node of tree) {
    if (!hasBlocks(node)) {
      line.push(node)
      continue
    }
    endLine()
    blocks.push(...nodeBlocks(node, page))
  }
  endLine()
  return blocks
}

/** Whether a node is, or holds, what stands on lines of its own. */
export function hasBlocks(node: Node): boolean {
  if (node.kind === 'leaf') return node.leaf.kind === 'blocks'
  if (node.kind === 'words') return false
  const { name, children } = node
  return name === 'hr' || elementCalled(name).block === true || children.some(hasBlocks)
}

function nodeBlocks(node: Node, page: FlowPage): Document {
  if (node.kind === 'leaf') return node.leaf.kind === 'blocks' ? node.leaf.make() : []
  if (node.kind === 'words') return []
  const made = blocksOfElement(node, page)
  if (made !== undefined) return made
  if (elementCalled(node.name).block) return flowOf(node.children, page)
  // what only dresses a line is put around each line that it holds
  const dressed = dressedLines(node)
  return flowOf(dressed, page)
}

function blocksOfElement(element: HtmlElement<Leaf>, page: FlowPage): Document | undefined {
  const { name, children } = element
  switch (name) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return listBlocks(element, page, flowOf)
    case 'dl':
      return termBlocks(element, page, flowOf)
    case 'table':
      return tableBlocks(element, page, flowOf)
    case 'pre':
      return code(written(children), languageOf(element))
    case 'blockquote':
      return quote(flowOf(children, inside(page)), page)
    case 'hr':
      return [{ kind: 'rule' }]
    case 'summary':
      return paragraph(summaryOf(lineOfTree(children, page)))
    case 'li':
      return listBlocks({ ...element, name: 'ul', children: [element] }, page, flowOf)
    default:
      if (!/^h[1-6]$/.test(name)) return undefined
      return heading(Number(name.charAt(1)), lineOfTree(children, page), page)
  }
}

function summaryOf(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.length === 0 ? [] : [{ kind: 'summary', inlines }]
}

function dressedLines(element: HtmlElement<Leaf>): readonly Node[] {
  const nodes: Node[] = []
  let line: Node[] = []
  const endLine = () => {
    if (line.length > 0) nodes.push({ ...element, children: line })
    line = []
  }
  for (const child of element.children) {
    if (hasBlocks(child)) {
      endLine()
      nodes.push(child)
    } else line.push(child)
  }
  endLine()
  return nodes
}

/** What stands in a `<pre>`, white and all. */
function written(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'words') return node.text
      if (node.kind === 'element') return node.name === 'br' ? '\n' : written(node.children)
      const { leaf } = node
      return leaf.kind === 'phrase' && 'value' in leaf.node ? leaf.node.value : ''
    })
    .join('')
}

function languageOf({ attributes, children }: HtmlElement<Leaf>): string | undefined {
  const [only] = children.filter((child) => child.kind === 'element')
  const inner = only?.name === 'code' ? only.attributes : ''
  const said = `${attribute(attributes, 'class')} ${attribute(inner, 'class')}`
  return (
    /\blang(?:uage)?-([\w+#-]+)/.exec(said)?.[1] ?? (attribute(attributes, 'lang') || undefined)
  )
}
