import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { remark } from 'remark'
import gfm from 'remark-gfm'
import { safe } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { type Printed, readingWidth, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { blockLines, hanging } from './blocks.ts'
import { isTooHard } from './bounds.ts'
import { highlighter } from './code.ts'
import { beside, type Highlight, type Page } from './page.ts'

/**
 * Markdown made ready for printing at any width: parsed once, the grammars of its code loaded. No
 * line is wider than the terminal.
 */
export async function loadMarkdown(markdown: string, look: Look): Promise<Printed> {
  const plain: Printed = (now) => wrap(safe(markdown), textColumns(now))
  const tree = isTooHard(markdown) ? undefined : parsed(markdown)
  if (tree === undefined) return plain
  const found = gathered(tree)
  const highlight = await highlighter(found.languages, look.paint)
  return (now) => unlessTooDeep(() => treeLines(tree, found, highlight, now)) ?? plain(now)
}

function parsed(markdown: string): Root | undefined {
  return unlessTooDeep(() => parser.parse(markdown))
}

// Nesting that outgrows the stack is shown as it is written.
function unlessTooDeep<Value>(make: () => Value): Value | undefined {
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

function treeLines(tree: Root, found: Found, highlight: Highlight, look: Look): string[] {
  const columns = Math.max(2, look.columns)
  const page: Page = {
    look,
    columns,
    prose: Math.min(columns, readingWidth),
    depth: 0,
    tight: false,
    definitions: found.definitions,
    notes: new Map(Array.from(found.notes.keys(), (name, i) => [name, i + 1])),
    highlight,
  }
  const lines = blockLines(tree.children, page)
  const notes = noteLines([...found.notes.values()], page)
  return lines.length > 0 && notes.length > 0 ? [...lines, '', ...notes] : [...lines, ...notes]
}

function noteLines(notes: readonly FootnoteDefinition[], page: Page): string[] {
  return notes.flatMap((note, i) => {
    const mark = `[${i + 1}]`
    const inner = { ...beside(page, mark.length + 1), tight: true }
    return hanging(mark, blockLines(note.children, inner), page)
  })
}

type Found = {
  readonly definitions: Map<string, Definition>
  readonly notes: Map<string, FootnoteDefinition>
  readonly languages: Set<string>
}

function gathered(tree: Root): Found {
  const found: Found = { definitions: new Map(), notes: new Map(), languages: new Set() }
  const visit = (node: Nodes): void => {
    if (node.type === 'code' && node.lang) found.languages.add(node.lang)
    if (node.type === 'definition' && !found.definitions.has(node.identifier)) {
      found.definitions.set(node.identifier, node)
    }
    if (node.type === 'footnoteDefinition' && !found.notes.has(node.identifier)) {
      found.notes.set(node.identifier, node)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}
