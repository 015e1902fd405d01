import { type Document, hasFormulas, languagesIn } from '../../markdown/document.ts'
import { formulaSpeller } from '../../markdown/formula/line.ts'
import { safe } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { type Printed, readingWidth, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { blockLines } from './blocks.ts'
import { highlighter } from './code.ts'

/**
 * Markdown made ready for printing at any width: read once, the grammars of its code loaded. No line
 * is wider than the terminal; a text too hard to parse is shown as it is written.
 */
export async function loadMarkdown(
  markdown: string,
  look: Look,
  definitions?: string,
): Promise<Printed> {
  const blocks = await readDocument(markdown, definitions, look)
  if (blocks === undefined) return (now) => wrap(safe(markdown), textColumns(now))
  const highlight = await highlighter(languagesIn(blocks), look.paint)
  const formula = await formulaSpeller(hasFormulas(blocks))
  return (now) => {
    const columns = Math.max(2, now.columns)
    const prose = Math.min(columns, readingWidth)
    const page = { look: now, columns, prose, depth: 0, tight: false, highlight }
    return blockLines(blocks, { ...page, formula: now.unicode ? formula : () => undefined })
  }
}

async function readDocument(
  markdown: string,
  definitions: string | undefined,
  { documents, newlines = 'keep' }: Look,
): Promise<Document | undefined> {
  const text = { markdown, definitions, newlines }
  const known = documents?.find(text)
  if (known !== undefined) return known
  const { documentOf } = await import('../../markdown/blocks.ts')
  const document = documentOf(markdown, definitions, newlines)
  if (document !== undefined) documents?.keep(text, document)
  return document
}
