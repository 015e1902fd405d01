import type { NoteBlock } from '../blocks/block.ts'
import { firstInk } from '../blocks/lines.ts'
import type { FoundOpening, Surroundings } from '../choice/shape.ts'
import { reading } from './asked.ts'
import { found } from './found.ts'

const head = /^\[!([^\]\n]{1,40})\][-+]?[ \t]*(.*)$/
const asking =
  /^(?:question|help|faq|quiz|exercise|flash-?cards?|cards?|q|问题?|题目?|面试题|提问)(?:\||$)/i
const answering = /^(?:answer|success|check|done|solution|a|答案?|解答|解析|回答)(?:\||$)/i

/** `> [!question]- 什么是闭包？`, with the rest of the quote as its answer. */
export function calledOut(block: NoteBlock, where: Surroundings): readonly FoundOpening[] {
  if (block.depth > 0 || !block.text.startsWith('[!')) return []
  const [first = '', ...rest] = quotedLines(block, where.lines)
  const [, type = '', title = ''] = head.exec(first.slice(0, 2000)) ?? []
  if (!asking.test(type.trim())) return []
  const skipped = title === '' ? rest.findIndex((line) => line.trim() !== '') : -1
  const said = reading(title === '' ? (rest[skipped] ?? '') : title)
  if (said.text === '') return []
  const answer = answerCallout(where, block.end)
  const texts = [...rest.slice(skipped + 1), ...(answer === undefined ? [] : answer.lines)]
  const told = texts.join('\n').trim()
  const end = answer?.end ?? block.end
  const opening = found(block, end, ['callout'], said.text, said.lead)
  return [{ ...opening, beside: told === '' ? [] : [told] }]
}

/** The lines of a second callout right below that holds the answer. */
function answerCallout(
  { blocks, at, lines }: Surroundings,
  end: number,
): { readonly lines: readonly string[]; readonly end: number } | undefined {
  const next = blocks[at + 1]
  if (next?.kind !== 'quote' || next.depth > 0 || next.line > end + 2) return undefined
  const [first = '', ...rest] = quotedLines(next, lines)
  const [, type = '', title = ''] = head.exec(first.slice(0, 2000)) ?? []
  if (!answering.test(type.trim())) return undefined
  const isLabel = title === '' || reading(title).lead.kind === 'answer'
  return { lines: isLabel ? rest : [title, ...rest], end: next.end }
}

/** The lines of a quote without its outermost marks. */
function quotedLines(block: NoteBlock, lines: readonly string[]): readonly string[] {
  return lines.slice(block.line, block.end + 1).map((line) => {
    const ink = line.slice(firstInk(line))
    return ink.startsWith('>') ? ink.slice(ink[1] === ' ' ? 2 : 1) : ink
  })
}
