import { isAlone } from './alone.ts'
import { goesOnFromBefore } from './asides.ts'
import { askedPart, isExternal, isLinkOnly, isOption, reading, wholeLink } from './asked.ts'
import type { Block } from './block.ts'
import { keyOf } from './inline.ts'
import { isBoldLine, type Lead, mayBeName } from './numbering.ts'
import { rowsOf } from './table.ts'
import { weightOf } from './wording.ts'

/** A place where a card could begin. */
export type Opening = {
  /** Index of its block. */
  readonly block: number
  readonly line: number
  /** Last line of the question's own text. */
  readonly end: number
  /** The shapes it has, from the widest to the narrowest. */
  readonly shapes: readonly string[]
  /** Plain text without label and number. */
  readonly text: string
  readonly lead: Lead
  /** Its letters and digits; equal for texts that say the same. */
  readonly key: string
  /** How much it reads like a question, from -0.5 to 1. */
  readonly weight: number
  /** Of a heading; else 0. */
  readonly level: number
  /** What a table row says beside the question. */
  readonly beside: readonly string[]
  /** The answer that begins on the question's own line. */
  readonly rest: string | undefined
}

type Found = Pick<Opening, 'line' | 'end' | 'shapes' | 'text' | 'lead' | 'beside' | 'rest'>
type Way = (block: Block, lines: readonly string[]) => readonly Found[]

/** The ways a question can begin; a block may be more than one of them. */
const ways: Readonly<Partial<Record<Block['kind'], readonly Way[]>>> = {
  heading: [heading],
  paragraph: [labelled, boldParagraph, numberedLine, bareLine],
  item: [labelled, listItem],
  summary: [summary],
  table: [rows],
  quote: [quoted],
}

/** Every place where a card could begin, in the order of the document. */
export function openingsOf(
  blocks: readonly Block[],
  lines: readonly string[],
  asides: ReadonlySet<number>,
): readonly Opening[] {
  const openings: Opening[] = []
  let isAside = false
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.depth === 0) isAside = asides.has(index)
    if (isAside && goesOnFromBefore(blocks, index)) isAside = false
    for (const way of ways[block.kind] ?? []) {
      const found = way(block, lines).filter((one) => !isAside || standsAlone(one))
      for (const one of found)
        openings.push(openingOf(withAlone(one, blocks, index), index, block.level))
      if (found.length > 0) break
    }
  }
  return openings
}

function withAlone(one: Found, blocks: readonly Block[], at: number): Found {
  if (blocks[at]?.kind !== 'item' || one.shapes.length < 2 || !isAlone(blocks, at)) return one
  return { ...one, shapes: [...one.shapes, `${one.shapes[0]}-alone`] }
}

/** Without the lines that only repeat what a heading or its like says: a table of contents. */
export function withoutRepeats(openings: readonly Opening[]): readonly Opening[] {
  const said = new Set(openings.filter(standsAlone).map(({ key }) => key))
  return openings.filter((opening) => standsAlone(opening) || !said.has(opening.key))
}

/** The title of a file as an opening: of its head, else the first heading if it stands above all. */
export function titleOf(
  head: { readonly title: string | undefined; readonly titleLine: number },
  blocks: readonly Block[],
): Opening | undefined {
  const heads = blocks.filter((block) => block.kind === 'heading')
  const first = heads[0]
  if (head.title === undefined) {
    if (first === undefined || heads.some((one) => one !== first && one.level <= first.level)) {
      return undefined
    }
    const said = reading(first.text)
    const one = found(first, first.end, ['title'], said.text, said.lead)
    return openingOf(one, blocks.indexOf(first), 1)
  }
  const said = reading(head.title)
  const { titleLine: line } = head
  const same = first !== undefined && blocks[0] === first && reading(first.text).text === said.text
  const one = { line, end: line, shapes: ['title'], ...said, beside: [], rest: undefined }
  return openingOf(one, same ? 0 : -1, 1)
}

function openingOf(one: Found, block: number, level: number): Opening {
  return { ...one, block, key: keyOf(one.text), weight: weightFor(one), level }
}

/** Whether a shape may open a card even under "References" or "Contents". */
function standsAlone({ shapes }: Pick<Opening, 'shapes'>): boolean {
  return /^(?:heading|summary|label|bold|line-)|-bold/.test(shapes.join(' '))
}

function heading(block: Block): readonly Found[] {
  const said = reading(block.text)
  const isEmpty = said.text === '' && said.lead.kind !== 'question'
  if (isEmpty || said.lead.kind === 'answer') return []
  const styled = styleOf(said.lead, block.marker !== undefined)
  const wide = `heading-${block.level}`
  const shapes = styled === undefined ? [wide] : [wide, `${wide}-${styled}`]
  const lead =
    said.lead.kind === 'none' && block.marker?.number !== undefined
      ? { ...said.lead, kind: 'number' as const, number: block.marker.number, parts: 1 }
      : said.lead
  return [found(block, block.end, shapes, said.text, lead)]
}

/** `Q:`, `问：`, `Question 17a.` before the question, whatever else the line is. */
function labelled(block: Block): readonly Found[] {
  const asked = askedPart(block)
  const said = reading(asked.text)
  if (said.lead.kind !== 'question' || block.depth > 1) return []
  return [{ ...found(block, asked.end, ['label'], said.text, said.lead), rest: asked.rest }]
}

function boldParagraph(block: Block): readonly Found[] {
  if (block.depth > 0) return []
  const asked = askedPart(block)
  const isBold = isBoldLine(asked.text.split('\n', 1)[0] ?? '')
  if (!isBold || isOption(block)) return []
  const said = reading(asked.text)
  const styled = styleOf(said.lead, false)
  // a number joins bold lines and plain ones into one run
  const shapes = styled === undefined ? ['bold'] : ['bold', `bold-${styled}`, `line-${styled}`]
  return [{ ...found(block, asked.end, shapes, said.text, said.lead), rest: asked.rest }]
}

/** `104\. …` and `1、…`, which Markdown does not take for a list. */
function numberedLine(block: Block): readonly Found[] {
  if (block.depth > 0 || isOption(block)) return []
  const asked = askedPart(block)
  const said = reading(asked.text)
  if (said.lead.kind !== 'number' || mayBeName(said.lead)) return []
  const shape = said.lead.style === 'escaped' ? 'line-escaped' : 'line-numbered'
  return [found(block, asked.end, [shape], said.text, said.lead)]
}

function bareLine(block: Block): readonly Found[] {
  if (block.depth > 0 || block.text.includes('\n') || isProse(block.text)) return []
  if (isOption(block) || !/\p{L}{2}/u.test(block.text)) return []
  if (noLine.test(block.text) || isLinkOnly(block.text)) return []
  const said = reading(block.text)
  if (said.lead.kind === 'answer') return []
  return [found(block, block.end, ['line'], said.text, said.lead)]
}

/** Bullets that are none, images, formulas, and what MDX and its like leave. */
const noLine = /^(?:\\?[-*•·]|!\[|\$|:::|import |export )/

/** Too long, or closed like a statement: no bare line that asks. */
function isProse(text: string): boolean {
  return text.length > 200 || (text.length > 80 && /[。.；;：:]$/.test(text) && !/^请/.test(text))
}

function listItem(block: Block): readonly Found[] {
  if (block.depth !== 1 || isOption(block) || block.text === '') return []
  const link = wholeLink(block.text)
  if (link !== undefined && !isExternal(link)) return []
  const asked = askedPart(block)
  const said = reading(asked.text.replace(/^\[[ xX]\]\s*/, ''))
  if (said.lead.kind === 'answer') return []
  const wide = block.marker?.ordered ? 'ordered' : 'bullet'
  const narrow = link !== undefined ? 'link' : isBoldLine(asked.text) ? 'bold' : 'plain'
  const number = block.marker?.number
  const lead =
    number === undefined ? said.lead : { ...said.lead, kind: 'number' as const, number, parts: 1 }
  const shapes = [wide, `${wide}-${narrow}`]
  return [{ ...found(block, asked.end, shapes, said.text, lead), rest: asked.rest }]
}

function summary(block: Block): readonly Found[] {
  const said = reading((block.text.split('```', 1)[0] ?? '').replaceAll('\n', ' '))
  if (said.lead.kind === 'answer') return []
  return [found(block, block.end, ['summary'], said.text, said.lead)]
}

function quoted(block: Block): readonly Found[] {
  if (block.depth > 0 || block.text.includes('\n')) return []
  const said = reading(block.text)
  if (said.lead.kind === 'answer') return []
  return [found(block, block.end, ['quote'], said.text, said.lead)]
}

function rows(block: Block, lines: readonly string[]): readonly Found[] {
  return rowsOf(lines, block.line, block.end).map((row) => {
    const said = reading(row.question)
    return {
      ...found(block, row.line, ['row'], said.text, said.lead),
      line: row.line,
      beside: row.beside,
    }
  })
}

function found(
  block: Block,
  end: number,
  shapes: readonly string[],
  text: string,
  lead: Lead,
): Found {
  return { line: block.line, end, shapes, text, lead, beside: [], rest: undefined }
}

/** A bare "题目" stands for the question below it. */
function weightFor({ text, lead }: Pick<Opening, 'text' | 'lead'>): number {
  return text === '' && lead.kind === 'question' ? 0.9 : weightOf(text)
}

function styleOf(lead: Lead, inItem: boolean): string | undefined {
  if (inItem) return 'numbered'
  if (lead.kind === 'question') return 'labelled'
  if (lead.kind !== 'number') return undefined
  switch (lead.style) {
    case 'escaped':
    case 'spaced':
    case 'dotted':
      return lead.style
    default:
      return 'numbered'
  }
}
