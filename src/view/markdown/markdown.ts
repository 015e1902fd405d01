import type { FootnoteDefinition } from 'mdast'
import { type Parsed, parsedMarkdown, unlessTooDeep } from '../../markdown/parse.ts'
import { safe } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { type Printed, readingWidth, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { blockLines, hanging } from './blocks.ts'
import { highlighter } from './code.ts'
import { beside, type Highlight, type Page } from './page.ts'

/**
 * Markdown made ready for printing at any width: parsed once, the grammars of its code loaded. No
 * line is wider than the terminal.
 */
export async function loadMarkdown(
  markdown: string,
  look: Look,
  definitions?: string,
): Promise<Printed> {
  const plain: Printed = (now) => wrap(safe(markdown), textColumns(now))
  const found = parsedMarkdown(markdown, definitions)
  if (found === undefined) return plain
  const highlight = await highlighter(found.languages, look.paint)
  return (now) => unlessTooDeep(() => treeLines(found, highlight, now)) ?? plain(now)
}

function treeLines(found: Parsed, highlight: Highlight, look: Look): string[] {
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
  const lines = blockLines(found.tree.children, page)
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
