import type { NoteBlock } from '../blocks/block.ts'
import { isAlone } from '../ways/alone.ts'
import { askedPart, isLinkOnly, isOption, isWikiLink, reading, wholeLink } from '../ways/asked.ts'
import { found } from '../ways/found.ts'
import { isFramed } from '../ways/framed.ts'
import { isTagged, withoutCardTag } from '../ways/outline.ts'
import { stacked } from '../ways/stacked.ts'
import { rowsOf } from '../ways/table.ts'
import { isBoldLine, type Lead, mayBeName } from './numbering.ts'
import type { FoundOpening, Surroundings } from './shape.ts'
import { endsAsQuestion } from './wording.ts'

/** `### 1. 什么是闭包？` */
export function headed(block: NoteBlock): readonly FoundOpening[] {
  const said = reading(block.text)
  const isEmpty = said.text === '' && said.lead.kind !== 'question'
  if (isEmpty || said.lead.kind === 'answer') return []
  const styled = styleOf(said.lead, block.marker !== undefined)
  const wide = `heading-${block.level}`
  const shapes = styled === undefined ? [wide] : [wide, `${wide}-${styled}`]
  const lead =
    said.lead.kind === 'none' && block.marker?.number !== undefined
      ? numbered(said.lead, block.marker.number)
      : said.lead
  return [found(block, block.end, shapes, said.text, lead)]
}

/** `Q:`, `问：`, `Question 17a.` before the question, whatever else the line is. */
export function labelled(block: NoteBlock): readonly FoundOpening[] {
  if (!mayHoldLabel.test(block.text.slice(0, 200))) return []
  const asked = askedPart(block)
  const said = reading(asked.text)
  if (said.lead.kind !== 'question' || block.depth > 1) return []
  return [{ ...found(block, asked.end, ['label'], said.text, said.lead), rest: asked.rest }]
}

/** `<div class="question">什么是闭包？</div>` */
export function classed(block: NoteBlock): readonly FoundOpening[] {
  const [, classes = '', inner = ''] = element.exec(block.text.slice(0, 2000)) ?? []
  if (!/\b(?:question|quiz|problem|prompt)s?\b/i.test(classes)) return []
  const said = reading(inner)
  if (said.text === '' || said.lead.kind === 'answer') return []
  return [found(block, block.end, ['label'], said.text, said.lead)]
}

const element =
  /^<(?:div|p|section|center)\b[^<>]*\bclass\s*=\s*["']?([^"'<>]*)["']?[^<>]*>(.+)<\/\w+>\s*$/is

// most paragraphs are prose: a look at their front spares taking them apart
const mayHoldLabel = /q|problem|interviewer|front|正面|问|题|面试|第/i
const mayHoldNumber = /[\d０-９一二三四五六七八九十🔟]|[A-Za-z][.)、）]/u

/** `**什么是闭包？**` */
export function boldLine(block: NoteBlock): readonly FoundOpening[] {
  if (block.depth > 0 || !/^\s*[*_<]/.test(block.text)) return []
  const asked = askedPart(block)
  const text = asked.text + openBold(asked.text, block)
  const isBold = isBoldLine(text.split('\n', 1)[0] ?? '')
  if (!isBold || isOption(block)) return []
  const said = reading(text)
  const styled = styleOf(said.lead, false)
  // a number joins bold lines and plain ones into one run
  const shapes = styled === undefined ? ['bold'] : ['bold', `bold-${styled}`, `line-${styled}`]
  return [{ ...found(block, asked.end, shapes, said.text, said.lead), rest: asked.rest }]
}

/** The mark that a bold line lacks where what explains it below is bold, too. */
function openBold(line: string, { text }: NoteBlock): string {
  if (!line.startsWith('**') || line.length === text.length) return ''
  return !line.includes('**', 2) && text.endsWith('**') ? '**' : ''
}

/** A line by itself, with a number or without. */
export function plainLine(block: NoteBlock, where: Surroundings): readonly FoundOpening[] {
  const numbered = numberedLine(block)
  const found = numbered.length > 0 ? numbered : [...stacked(block), ...bareLine(block, where)]
  if (found.length > 1 || !isFramed(block, where)) return found
  return found.map((one) => {
    const text = one.lead.style === 'dotted' ? one.lead.rest : one.text
    return { ...one, text, shapes: [...one.shapes, 'framed'] }
  })
}

/** `104\. …` and `1、…`, which Markdown does not take for a list. */
function numberedLine(block: NoteBlock): readonly FoundOpening[] {
  if (block.depth > 0 || !mayHoldNumber.test(block.text.slice(0, 60)) || isOption(block)) return []
  const asked = askedPart(block)
  const said = reading(asked.text)
  if (said.lead.kind !== 'number' || mayBeName(said.lead)) return []
  const shape = said.lead.style === 'escaped' ? 'line-escaped' : 'line-numbered'
  return [found(block, asked.end, [shape], said.text, said.lead)]
}

function bareLine(block: NoteBlock, where: Surroundings): readonly FoundOpening[] {
  if (block.depth > 0) return []
  const text = isWholeSection(where) ? onlyLine(block.text) : lineAbove(block.text)
  if (text === undefined || isProse(text) || isOption(block) || !/\p{L}{2}/u.test(text)) return []
  if (noLine.test(text) || isLinkOnly(text)) return []
  const said = reading(text)
  if (said.lead.kind === 'answer') return []
  const shapes = followsRule(where) ? ['line', 'line-ruled'] : ['line']
  return [found(block, text === block.text ? block.end : block.line, shapes, said.text, said.lead)]
}

/** Whether a paragraph is all that stands below its heading, which is then its title. */
function isWholeSection({ blocks, at }: Surroundings): boolean {
  const next = blocks[at + 1]
  return blocks[at - 1]?.kind === 'heading' && (next === undefined || next.kind === 'heading')
}

function onlyLine(text: string): string | undefined {
  return text.includes('\n') ? undefined : text
}

/** The line of a paragraph that has but one, or the first if it asks and what follows tells. */
function lineAbove(text: string): string | undefined {
  const end = text.indexOf('\n')
  if (end < 0) return text
  const first = text.slice(0, end)
  if (end > 160 || !endsAsQuestion(first)) return undefined
  return /[?？]\s*(?:\n|$)/.test(text.slice(end)) ? undefined : first
}

/** Whether a rule stands above, or the file or its title begins and a rule is near. */
function followsRule({ blocks, at }: Surroundings): boolean {
  const before = blocks[at - 1]
  if (before?.kind === 'rule') return true
  const isFirst = at === 0 || (at === 1 && before?.kind === 'heading')
  return isFirst && blocks.slice(0, 40).some(({ kind }) => kind === 'rule')
}

/** Bullets that are none, images, formulas, and what MDX and its like leave. */
const noLine = /^(?:\\?[-•·]|\\?\*(?!\S[^*]*[^*:：]\*$)|!\[|\$|:::|import |export )/

/** Too long, or closed like a statement: no bare line that asks. */
function isProse(text: string): boolean {
  return text.length > 200 || (text.length > 80 && /[。.；;：:]$/.test(text) && !/^请/.test(text))
}

/** `3. 什么是闭包？` */
export function orderedItem(block: NoteBlock, where: Surroundings): readonly FoundOpening[] {
  return block.marker?.ordered ? listItem('ordered', block, where) : []
}

/** `- 什么是闭包？` */
export function bulletItem(block: NoteBlock, where: Surroundings): readonly FoundOpening[] {
  return block.marker?.ordered ? [] : listItem('bullet', block, where)
}

function listItem(wide: string, block: NoteBlock, where: Surroundings): readonly FoundOpening[] {
  if (block.depth !== 1 || isOption(block) || block.text === '') return []
  const link = wholeLink(block.text)
  if (link?.startsWith('#')) return []
  if (isWikiLink(block.text) || /^\{\{[^{}]*\}\}$/.test(block.text)) return []
  const asked = askedPart(block)
  const said = reading(withoutCardTag(asked.text).replace(/^\[[ xX]\]\s*/, ''))
  if (said.lead.kind === 'answer') return []
  const narrow = link !== undefined ? 'link' : isBoldLine(asked.text) ? 'bold' : 'plain'
  const number = block.marker?.number
  const lead = number === undefined ? said.lead : numbered(said.lead, number)
  const alone = isAlone(where.blocks, where.at) ? [`${wide}-alone`] : []
  const shapes = [wide, `${wide}-${narrow}`, ...alone, ...crossing(block, where)]
  // `7. 24. a. …`: a number behind the list's own may have a letter
  const text = said.lead.kind === 'number' ? said.text.replace(/^[a-h][.)、]\s*/, '') : said.text
  return [{ ...found(block, asked.end, shapes, text, lead), rest: asked.rest }]
}

/** Shapes that run across lists, lines and levels. */
function crossing(block: NoteBlock, where: Surroundings): readonly string[] {
  const shapes = isTagged(block) ? ['tagged'] : []
  return isFramed(block, where) ? [...shapes, 'framed'] : shapes
}

/** What a `<details>` shows while it is closed. */
export function summarised(block: NoteBlock): readonly FoundOpening[] {
  const said = reading((block.text.split('```', 1)[0] ?? '').replaceAll('\n', ' '))
  if (said.lead.kind === 'answer') return []
  return [found(block, block.end, ['summary'], said.text, said.lead)]
}

/** `> 什么是闭包？` */
export function quoted(block: NoteBlock): readonly FoundOpening[] {
  if (block.depth > 0 || block.text.includes('\n')) return []
  const said = reading(block.text)
  if (said.lead.kind === 'answer') return []
  return [found(block, block.end, ['quote'], said.text, said.lead)]
}

/** `| 什么是闭包？ | 函数和它的作用域 |` */
export function tableRows(block: NoteBlock, { lines }: Surroundings): readonly FoundOpening[] {
  return rowsOf(lines, block.line, block.end).map(({ line, question, beside }) => {
    const said = reading(question)
    return { ...found(block, line, ['row'], said.text, said.lead), line, beside }
  })
}

/** The number of a list's marker counts as the text's own. */
function numbered(lead: Lead, number: number): Lead {
  return { ...lead, kind: 'number', number, parts: 1 }
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
