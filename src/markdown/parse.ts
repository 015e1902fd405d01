import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { remark } from 'remark'
import gfm from 'remark-gfm'
import { isTooHard } from './bounds.ts'

/** A page of Markdown and what its parts refer to. */
export type Parsed = {
  readonly tree: Root
  readonly definitions: ReadonlyMap<string, Definition>
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
  /** Those that its blocks of code name. */
  readonly languages: ReadonlySet<string>
}

/** A text as Markdown; undefined if parsing it could take seconds, or its nesting outgrows the stack. */
export function parsedMarkdown(markdown: string): Parsed | undefined {
  if (isTooHard(markdown)) return undefined
  return unlessTooDeep(() => gathered(parser.parse(markdown)))
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

// One tilde is how Chinese writes a range, 3~5, so it takes two to strike out.
const parser = remark()
  .use(gfm, { singleTilde: false })
  .data('micromarkExtensions', [cjkFriendlyExtension()])

function gathered(tree: Root): Parsed {
  const definitions = new Map<string, Definition>()
  const notes = new Map<string, FootnoteDefinition>()
  const languages = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'code' && node.lang) languages.add(node.lang)
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) {
      notes.set(node.identifier, node)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return { tree, definitions, notes, languages }
}
