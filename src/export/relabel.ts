import type { FootnoteReference, ImageReference, LinkReference, Nodes } from 'mdast'
import type { Card } from '../cards/card.ts'
import { definitionsOf, labelled } from '../cards/definitions.ts'
import { parsedMarkdown } from '../markdown/parse.ts'

/**
 * A card whose labels mean what they mean in its own file: in one document the first definition of a
 * label counts for all of it. Those that are taken for something else are called otherwise.
 */
export function relabelled(card: Card, taken: Map<string, string>): Card {
  const { definitions, answer } = card
  if (definitions === undefined) return card
  const names = new Map<string, string>()
  for (const [label, text] of labelled(definitions)) {
    let name = label
    for (let n = 2; (taken.get(name) ?? text) !== text; n++) name = `${label}-${n}`
    taken.set(name, text)
    if (name !== label) names.set(label, name)
  }
  if (names.size === 0) return card
  const renamed = (text: string) => withNames(text, definitions, names)
  return {
    ...card,
    body: card.body && renamed(card.body),
    answer: answer.kind === 'missing' ? answer : { ...answer, markdown: renamed(answer.markdown) },
    keyPoints: card.keyPoints.map(renamed),
    followUps: card.followUps.map(renamed),
    definitions: Array.from(labelled(definitions), ([label, text]) =>
      renamed(text).replace(/^\[[^\]]*\]/, `[${names.get(label) ?? label}]`),
    ).join('\n'),
  }
}

type Reference = LinkReference | ImageReference | FootnoteReference

function withNames(text: string, definitions: string, names: ReadonlyMap<string, string>): string {
  const parsed = parsedMarkdown(text, definitionsOf(text, definitions))
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
