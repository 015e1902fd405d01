import type { FootnoteReference, ImageReference, LinkReference, Nodes } from 'mdast'
import { parsedMarkdown } from './parse.ts'

/**
 * A text that calls what it refers to otherwise: a new name for each label that has one, that of a
 * footnote with its sign, `^1`. The definitions tell what is a reference.
 */
export function withLabels(
  text: string,
  definitions: string | undefined,
  names: ReadonlyMap<string, string>,
): string {
  const parsed = parsedMarkdown(text, definitions)
  if (parsed === undefined) return text
  const before = parsed.text.length - text.length
  let out = text
  // from the last one on, so that the places of those before it stay
  for (const node of referencesIn(parsed.tree).reverse()) {
    const end = (node.position?.end.offset ?? 0) - before
    const isNote = node.type === 'footnoteReference'
    const name = names.get(`${isNote ? '^' : ''}${node.identifier}`)
    if (name === undefined || end <= 0) continue
    const isShort = !isNote && node.referenceType === 'shortcut'
    const from = isShort ? end : out.lastIndexOf('[', end - 1)
    out = `${out.slice(0, from)}[${name}]${out.slice(end)}`
  }
  return out
}

type Reference = LinkReference | ImageReference | FootnoteReference

/** By where they end. */
function referencesIn(tree: Nodes): Reference[] {
  const found: Reference[] = []
  const visit = (node: Nodes): void => {
    if ('children' in node) for (const child of node.children) visit(child)
    if (
      node.type === 'linkReference' ||
      node.type === 'imageReference' ||
      node.type === 'footnoteReference'
    ) {
      found.push(node)
    }
  }
  visit(tree)
  return found
}
