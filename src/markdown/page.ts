import { safe } from '../text/text.ts'
import type { Block, Document, Inline } from './document.ts'
import { drawingName } from './drawings.ts'
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

/** A line, and between its parts the formulas that stand on lines of their own. */
export function paragraph(inlines: readonly Inline[]): Document {
  const blocks: Block[] = []
  let from = 0
  const end = (to: number) => {
    const part = from === 0 && to === inlines.length ? inlines : trimmed(inlines.slice(from, to))
    if (part.length > 0) blocks.push({ kind: 'paragraph', inlines: part })
  }
  for (const [at, inline] of inlines.entries()) {
    if (inline.kind !== 'formula' || !inline.isBlock) continue
    end(at)
    blocks.push({ kind: 'formula', tex: inline.tex, source: inline.source })
    from = at + 1
  }
  end(inlines.length)
  return blocks
}

/** Without breaks and white at either end. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const isEmpty = ({ kind, ...rest }: Inline) =>
    kind === 'break' || ('text' in rest && kind === 'text' && rest.text.trim() === '')
  const first = inlines.findIndex((inline) => !isEmpty(inline))
  if (first < 0) return []
  return inlines.slice(first, inlines.findLastIndex((inline) => !isEmpty(inline)) + 1)
}

/** A block of code as what it says it is; a drawing and a formula are none. */
export function fenced(text: string, language: string | undefined): Document {
  const [block] = code(text, language)
  if (block?.kind !== 'code' || language === undefined) return block ? [block] : []
  if (/^math$/i.test(language)) return [{ kind: 'formula', tex: block.text, source: block.text }]
  const name = drawingName(language)
  return [name === undefined ? block : { kind: 'drawing', name, text: block.text }]
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
