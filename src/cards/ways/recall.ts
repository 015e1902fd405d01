import type { NoteBlock } from '../blocks/block.ts'
import { leadOf } from '../choice/numbering.ts'
import type { FoundOpening, Surroundings } from '../choice/shape.ts'
import { reading } from './asked.ts'
import { found } from './found.ts'

/** What plug-ins for spaced repetition ask, in either of their ways. */
export function recalled(block: NoteBlock, where: Surroundings): readonly FoundOpening[] {
  const turned = turnedOver(block, where)
  return turned.length > 0 ? turned : paired(block)
}

/** `什么是闭包::函数和它的作用域`, one on each line of a paragraph. */
export function paired(block: NoteBlock): readonly FoundOpening[] {
  if (!block.text.includes('::') || block.depth > 1) return []
  return block.text.split('\n').flatMap((line, index) => {
    const [front, back] = sides(line) ?? []
    if (front === undefined || back === undefined) return []
    const said = reading(front)
    if (said.text === '' || said.lead.kind === 'answer') return []
    const at = block.line + index
    const opening = found(block, at, ['recall'], said.text, said.lead)
    return [{ ...opening, line: at, beside: [back] }]
  })
}

/** What stands before and behind the `::`; a property, a scope in code and a label have none. */
function sides(line: string): readonly [string, string] | undefined {
  const text = line.slice(0, 2000)
  const bare = text.replace(/`[^`]*`/g, (code) => '`'.repeat(code.length))
  for (const mark of bare.matchAll(/(?<!:):{2,3}(?!:)/g)) {
    const front = text.slice(0, mark.index).trim()
    const back = text.slice(mark.index + mark[0].length)
    if (isScope(front, back)) continue
    const told = back.replace(/\s\^[\w-]+\s*$/, '').trim()
    const isProperty = /^[\w.-]*$/.test(front) || leadOf(`${front}:`).kind !== 'none'
    return isProperty || front.length > 300 || told === '' ? undefined : [front, told]
  }
  return undefined
}

/** `std::move`, `Vec::<u8>` and `::before`. */
function isScope(front: string, back: string): boolean {
  if (front === '') return true
  return /[\w>)\]]$/.test(front) && /^[A-Za-z_~<]/.test(back) && !hasWords(front, back)
}

/** Several words before it make a question of what stands there. */
function hasWords(front: string, back: string): boolean {
  const last = front.slice(front.lastIndexOf(' ') + 1)
  const isName = /[A-Z_<(*&:]|^[a-z]{1,3}$/.test(last) || /^\w+\s*[(<]/.test(back)
  return /\s|[\u3400-\u9fff]/.test(front) && !isName
}

/** A question, a line with nothing but `?`, and the answer up to the next blank line. */
function turnedOver(block: NoteBlock, where: Surroundings): readonly FoundOpening[] {
  if (block.depth > 0) return []
  const lines = block.text.split('\n')
  const own = block.text.includes('?') ? lines.findIndex(isTurn) : -1
  const next = where.blocks[where.at + 1]
  const isBelow = next?.kind === 'paragraph' && next.depth === 0 && opensTurn(next.text)
  if (own === 0 || (own < 0 && !isBelow)) return []
  const said = reading((own < 0 ? lines : lines.slice(0, own)).join(' '))
  if (said.text === '') return []
  const turn = own < 0 ? (next?.line ?? block.end) : block.line + own
  const end = answerEnd(where, turn)
  if (end === undefined) return [found(block, turn, ['recall'], said.text, said.lead)]
  const answer = where.lines.slice(turn + 1, end + 1).join('\n')
  return [{ ...found(block, end, ['recall'], said.text, said.lead), beside: [answer] }]
}

/** The last line before the next blank one, heading or comment; none if the answer stands further down. */
function answerEnd({ blocks, at }: Surroundings, turn: number): number | undefined {
  let end = turn
  for (let next = at; next < blocks.length; next++) {
    const block = blocks[next]
    if (block === undefined || block.line > end + 1) break
    if (next > at && (block.kind === 'heading' || block.kind === 'comment')) break
    end = Math.max(end, block.end)
  }
  return end > turn ? end : undefined
}

function isTurn(line: string): boolean {
  return /^\?{1,2}\s*$/.test(line)
}

/** Whether a text begins with the line that turns a card over. */
function opensTurn(text: string): boolean {
  return /^\?{1,2}[ \t]*(?:\n|$)/.test(text)
}
