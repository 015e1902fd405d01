import { safe } from '../text/text.ts'
import type { Document, Inline } from './document.ts'
import type { References } from './inlines.ts'

/** Deeper lists and quotes continue on this level. */
export const deepest = 10

/** Where on a page blocks stand. */
export type FlowPage = References & {
  /** The levels of the headings so far that those to come may stand below. */
  readonly levels: number[]
  readonly depth: number
}

/** Within a list or a quote. */
export function inside(page: FlowPage): FlowPage {
  return { ...page, depth: page.depth + 1 }
}

export function paragraph(inlines: readonly Inline[]): Document {
  return inlines.length === 0 ? [] : [{ kind: 'paragraph', inlines }]
}

export function code(text: string, language: string | undefined): Document {
  const shown = safe(text).replace(/^\n+|\s+$/g, '')
  return shown === '' ? [] : [{ kind: 'code', language, text: shown }]
}

export function heading(signs: number, inlines: readonly Inline[], { levels }: FlowPage): Document {
  if (inlines.length === 0) return []
  while ((levels.at(-1) ?? 0) >= signs) levels.pop()
  levels.push(signs)
  return [{ kind: 'heading', level: levels.length, signs, inlines }]
}

export function quote(blocks: Document, { depth }: FlowPage): Document {
  return depth >= deepest || blocks.length === 0 ? blocks : [{ kind: 'quote', blocks }]
}
