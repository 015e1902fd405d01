import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import { highlightEnd, highlightStart, isPicture, withoutNoteLinks } from '../../text/note-marks.ts'

const mayHold = /\[\[|==|\^[\w-]+\s*$|\{[#.:]|\|\d|¶|🔗|\]\(#/m

/** Makes what dialects add within lines of a tree what Markdown has: links, marked text, ids. */
export function readDialects(tree: Root, source: string): void {
  if (mayHold.test(source)) visit(tree, source)
}

function visit(node: Nodes, source: string): void {
  if (!('children' in node)) {
    if (node.type === 'image')
      node.alt = node.alt?.replace(/\|\s*\d+(?:\s*x\s*\d+)?\s*$/, '') ?? null
    return
  }
  for (const child of node.children) visit(child, source)
  switch (node.type) {
    case 'heading':
      withoutPlace(node.children)
      withoutAttributes(node.children)
      withoutId(node.children)
      break
    case 'paragraph':
      withoutId(node.children)
      break
    case 'tableCell':
    case 'emphasis':
    case 'strong':
    case 'delete':
      break
    default:
      return
  }
  node.children = marked(
    node.children.flatMap((child) => linked(child, source)),
    source,
  )
}

/** A link at a heading that leads to the heading. */
function withoutPlace(children: PhrasingContent[]): void {
  const last = children.at(-1)
  if (last?.type !== 'link' || !last.url.startsWith('#')) return
  const [only] = last.children
  const isSign = only?.type === 'text' && /^[¶#§🔗\s]*$/u.test(only.value)
  if (only !== undefined && !isSign) return
  children.pop()
  cutEnd(children, /\s+$/)
}

const attributes = /\s*\{\s*(?:[#.][\w\u2e80-\uffef-]|:\s)[^{}]*\}\s*$|\s*¶\s*$/

function withoutAttributes(children: PhrasingContent[]): void {
  cutEnd(children, attributes)
}

const id = /(?:^|\s+)\^(?=[\w-]*[a-z])[a-z0-9][\w-]+\s*$|(?:^|\s+)\^\d{6}\s*$/i

/** The id of a block, `^id` at its end. */
function withoutId(children: PhrasingContent[]): void {
  cutEnd(children, id)
}

function cutEnd(children: PhrasingContent[], pattern: RegExp): void {
  const last = children.at(-1)
  if (last?.type !== 'text') return
  last.value = last.value.replace(pattern, '')
  if (last.value === '') children.pop()
}

/** A text with its links between notes; one in which a mark is escaped says what it says. */
function linked(node: PhrasingContent, source: string): PhrasingContent[] {
  if (node.type !== 'text' || !node.value.includes('[[') || isEscaped(node, source)) return [node]
  const pictures: PhrasingContent[] = []
  const text = withoutNoteLinks(node.value, ({ name, text, isEmbed }) => {
    if (!isEmbed || !isPicture(name)) return text
    pictures.push({ type: 'image', url: name.trim(), alt: text })
    return pictureHere
  })
  return text.split(pictureHere).flatMap((value, i): PhrasingContent[] => {
    const picture = pictures[i - 1]
    return [...(picture ? [picture] : []), ...(value === '' ? [] : [textOf(value)])]
  })
}

// the parser lets no such character through
const pictureHere = '\u0000'

function textOf(value: string): PhrasingContent {
  return { type: 'text', value }
}

function isEscaped({ position }: Text, source: string): boolean {
  const raw = source.slice(position?.start.offset, position?.end.offset)
  return /\\[=[\]]/.test(raw)
}

type Place = { readonly at: number; readonly index: number }

/** Marked text, `==so==`, as the tag that says the same. */
function marked(children: PhrasingContent[], source: string): PhrasingContent[] {
  const signs = children.filter((node) => node.type === 'text' && node.value.includes('=='))
  if (signs.length === 0 || signs.some((node) => isEscaped(node as Text, source))) return children
  let all = children
  let from: Place = { at: 0, index: 0 }
  for (let pairs = 0; pairs < mostPairs; pairs++) {
    const start = find(all, highlightStart, from)
    const end = start && find(all, highlightEnd, { at: start.at, index: start.index + 3 })
    if (start === undefined || end === undefined) break
    all = withTag(withTag(all, end, '</mark>'), start, '<mark>')
    // each of the two texts is three nodes now, the last of them is the rest
    from = { at: end.at + 4, index: 0 }
  }
  return all
}

/** Each pair copies the line. */
const mostPairs = 100

function find(nodes: readonly PhrasingContent[], sign: RegExp, from: Place): Place | undefined {
  const pattern = new RegExp(sign.source, 'g')
  for (let at = from.at; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type !== 'text' || !node.value.includes('==')) continue
    pattern.lastIndex = 1 + (at === from.at ? from.index : 0)
    const found = pattern.exec(edge(nodes[at - 1]) + node.value + edge(nodes[at + 1]))
    if (found !== null && found.index <= node.value.length) return { at, index: found.index - 1 }
  }
  return undefined
}

/** What stands beside a text: code is compared, other marks are no spaces. */
function edge(node: PhrasingContent | undefined): string {
  if (node === undefined || node.type === 'break') return ' '
  return node.type === 'inlineCode' ? 'x' : '·'
}

function withTag(nodes: PhrasingContent[], { at, index }: Place, tag: string): PhrasingContent[] {
  const node = nodes[at]
  if (node?.type !== 'text') return nodes
  const { value } = node
  const parts = [textOf(value.slice(0, index)), textOf(value.slice(index + 2))] as const
  return nodes.toSpliced(at, 1, parts[0], { type: 'html', value: tag }, parts[1])
}
