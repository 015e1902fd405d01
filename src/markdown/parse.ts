import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import { remark } from 'remark'
import gfm from 'remark-gfm'
import { isTooHard } from './bounds.ts'

/** A page of Markdown and what its parts refer to. */
export type Parsed = {
  /** What was parsed, to which the places in the tree refer. */
  readonly text: string
  readonly tree: Root
  readonly definitions: ReadonlyMap<string, Definition>
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
}

/**
 * A text as Markdown, with definitions that it lacks; undefined if parsing it could take seconds, or
 * its nesting outgrows the stack.
 */
export function parsedMarkdown(markdown: string, definitions?: string): Parsed | undefined {
  // in front, for a block of code that nobody closed takes all that follows
  const text = definitions === undefined ? markdown : `${definitions}\n\n${markdown}`
  if (isTooHard(text)) return undefined
  return unlessTooDeep(() => gathered(text, text.length - markdown.length))
}

/** What a function makes, or undefined where nesting outgrows the stack. */
export function unlessTooDeep<Value>(make: () => Value): Value | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** A text in which no line begins a block of HTML, without what it refers to. */
export function parsedProse(markdown: string): Root {
  return proseParser.parse(markdown)
}

// One tilde is how Chinese writes a range, 3~5, so it takes two to strike out.
const strikes = { singleTilde: false }
const parser = remark().use(gfm, strikes).use(besideChinese)
const proseParser = remark()
  .use(gfm, strikes)
  .use(besideChinese)
  .data('micromarkExtensions', [{ disable: { null: ['htmlFlow'] } }])

/** Marks beside Chinese signs; it comes after gfm, of which it takes a place. */
function besideChinese(this: Parser): undefined {
  const { micromarkExtensions } = this.data()
  micromarkExtensions?.push(cjkFriendlyExtension(), gfmStrikethroughCjkFriendly(strikes))
}

type Parser = { readonly data: () => { micromarkExtensions?: object[] | null | undefined } }

function gathered(text: string, from: number): Parsed {
  const tree = parser.parse(text)
  const definitions = new Map<string, Definition>()
  const notes = new Map<string, FootnoteDefinition>()
  const cited = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') cited.add(node.identifier)
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) {
      notes.set(node.identifier, node)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  for (const [name, { position }] of notes) {
    // a label within code only looked like a reference
    if ((position?.start.offset ?? 0) < from && !cited.has(name)) notes.delete(name)
  }
  return { text, tree, definitions, notes }
}
