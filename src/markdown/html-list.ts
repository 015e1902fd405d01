import type { Document, Inline, Item } from './document.ts'
import { attribute } from './html.ts'
import type { HtmlElement } from './html-tree.ts'
import { type Leaf, lineOfTree, type Node } from './inlines.ts'
import { deepest, type FlowPage, inside, paragraph } from './page.ts'

type Flow = (tree: readonly Node[], page: FlowPage) => Document

/** A list of HTML; what stands in it and in no item goes with the item before. */
export function listBlocks(list: HtmlElement<Leaf>, page: FlowPage, flow: Flow): Document {
  const items: Item[] = []
  for (const group of groupsOf(list.children, (name) => name === 'li')) {
    const [first] = group
    const isItem = first?.kind === 'element' && first.name === 'li'
    const { checked, children } = boxOf(isItem ? first.children : group)
    const blocks = flow(children, inside(page))
    const last = items.at(-1)
    if (isItem) items.push({ checked, tight: true, blocks })
    else if (last) items.splice(-1, 1, { ...last, blocks: [...last.blocks, ...blocks] })
    else if (blocks.length > 0) items.push({ checked, tight: true, blocks })
  }
  if (page.depth >= deepest) return items.flatMap(({ blocks }) => blocks)
  if (items.length === 0) return []
  const first = Number.parseInt(attribute(list.attributes, 'start'), 10)
  const start = list.name !== 'ol' ? undefined : first >= 0 && first < 1e9 ? first : 1
  return [{ kind: 'list', start, tight: items.every(isTight), follows: false, items }]
}

/** Terms and what is said of them: an item for each, the term in bold. */
export function termBlocks({ children }: HtmlElement<Leaf>, page: FlowPage, flow: Flow): Document {
  const inner = inside(page)
  const items: Item[] = []
  for (const group of groupsOf(unframed(children), (name) => name === 'dt')) {
    const blocks = group.flatMap((node): Document => {
      if (node.kind !== 'element') return flow([node], inner)
      if (node.name !== 'dt') return flow(node.children, inner)
      return paragraph(strong(lineOfTree(node.children, inner)))
    })
    if (blocks.length > 0) items.push({ checked: undefined, tight: true, blocks })
  }
  if (page.depth >= deepest) return items.flatMap(({ blocks }) => blocks)
  if (items.length === 0) return []
  return [{ kind: 'list', start: undefined, tight: items.every(isTight), follows: false, items }]
}

/** Terms may stand in a `<div>` with what is said of them. */
function unframed(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) =>
    node.kind === 'element' && node.name === 'div' ? node.children : [node],
  )
}

/** Nodes beginning with each that is so called; the white between them is left out. */
function groupsOf(nodes: readonly Node[], begins: (name: string) => boolean): readonly Node[][] {
  const groups: Node[][] = []
  let isAfter = true
  for (const node of nodes) {
    if (node.kind === 'words' && node.text.trim() === '') continue
    const isFirst = node.kind === 'element' && begins(node.name)
    const last = groups.at(-1)
    if (isFirst || isAfter || last === undefined) groups.push([node])
    else last.push(node)
    isAfter = isFirst && node.kind === 'element' && node.name === 'li'
  }
  return groups
}

function boxOf(
  nodes: readonly Node[],
): Pick<Item, 'checked'> & { readonly children: readonly Node[] } {
  const at = nodes.findIndex((node) => node.kind !== 'words' || node.text.trim() !== '')
  const first = nodes[at]
  const isBox = first?.kind === 'element' && first.name === 'input'
  if (!isBox || attribute(first.attributes, 'type').toLowerCase() !== 'checkbox') {
    return { checked: undefined, children: nodes }
  }
  const checked = attribute(first.attributes, 'checked') !== ''
  return { checked, children: nodes.slice(at + 1) }
}

function strong(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.length === 0 ? [] : [{ kind: 'strong', inlines }]
}

function isTight({ blocks }: Item): boolean {
  return blocks.filter(({ kind }) => kind === 'paragraph').length <= 1
}
