import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { remark } from 'remark'
import gfm from 'remark-gfm'
import { blockLines, hanging } from './blocks.ts'
import { isTooHard } from './bounds.ts'
import { highlighter } from './code.ts'
import type { Look } from './look.ts'
import { beside, type Page } from './page.ts'
import { safe, wrap } from './text.ts'

/** A piece of Markdown as lines of the terminal, none wider than its columns. */
export async function markdownLines(markdown: string, look: Look): Promise<string[]> {
  if (isTooHard(markdown)) return plainLines(markdown, look)
  try {
    const tree = parser.parse(markdown)
    return treeLines(tree, look)
  } catch (error) {
    if (error instanceof RangeError) return plainLines(markdown, look)
    throw error
  }
}

// One tilde is how Chinese writes a range, 3~5, so it takes two to strike out.
const parser = remark()
  .use(gfm, { singleTilde: false })
  .data('micromarkExtensions', [cjkFriendlyExtension()])

// Beyond this, the eye loses the next line.
const readingWidth = 100

function plainLines(markdown: string, look: Look): string[] {
  return wrap(safe(markdown), Math.min(look.columns, readingWidth))
}

async function treeLines(tree: Root, look: Look): Promise<string[]> {
  const found = gathered(tree)
  const columns = Math.max(2, look.columns)
  const page: Page = {
    look,
    columns,
    prose: Math.min(columns, readingWidth),
    depth: 0,
    tight: false,
    definitions: found.definitions,
    notes: new Map(Array.from(found.notes.keys(), (name, i) => [name, i + 1])),
    highlight: await highlighter(found.languages, look.paint),
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
