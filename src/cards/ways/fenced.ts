import type { NoteBlock } from '../blocks/block.ts'
import { plain, withoutOrnament } from '../blocks/inline.ts'
import { isBlank } from '../blocks/lines.ts'
import { leadOf, mayLabelAnswer } from '../choice/numbering.ts'
import type { FoundOpening, Surroundings } from '../choice/shape.ts'
import { reading } from './asked.ts'
import { found } from './found.ts'

/** Questions and answers inside a fence, if both bear labels. */
export function inFence(block: NoteBlock, { lines }: Surroundings): readonly FoundOpening[] {
  if (block.depth > 0 || block.end - block.line < 3) return []
  // nearly all fences hold code
  if (!lines.slice(block.line + 1, block.end + 1).some(mayLabelAnswer)) return []
  const openings: FoundOpening[] = []
  let asked: Asked | undefined
  let told: Told | undefined
  const close = () => {
    if (asked !== undefined && told !== undefined) openings.push(openingOf(block, asked, told))
    asked = undefined
    told = undefined
  }
  for (let at = block.line + 1; at <= block.end; at++) {
    const line = lines[at] ?? ''
    if (isBlank(line) || isFence(line)) continue
    const lead = leadAt(line)
    if (lead.kind === 'question') {
      close()
      asked = { line: at, texts: lead.rest === '' ? [] : [lead.rest] }
    } else if (asked === undefined) continue
    else if (lead.kind === 'answer') {
      told = { from: at, end: at, rest: lead.rest, lines }
    } else if (told !== undefined) told.end = at
    else if (asked.texts.push(line.trim()) === 1) asked.line = at
    if (asked !== undefined && asked.texts.length > 6) asked = undefined
  }
  // the last of them ends with the fence
  if (told !== undefined) told.end = block.end
  close()
  return openings
}

function isFence(line: string): boolean {
  return /^\s*(?:`{3,}|~{3,})\s*$/.test(line)
}

type Asked = { line: number; readonly texts: string[] }
type Told = {
  readonly from: number
  end: number
  readonly rest: string
  readonly lines: readonly string[]
}

function leadAt(line: string) {
  const text = withoutOrnament(plain(line.slice(0, 600).replace(/^\s*(?:#|\/\/|--|\*)+\s*/, '')))
  return leadOf(text)
}

function openingOf(block: NoteBlock, asked: Asked, told: Told): FoundOpening {
  const said = reading(asked.texts.join(' '))
  const below = told.lines.slice(told.from + 1, told.end + 1).filter((line) => !isFence(line))
  const answer = [told.rest, ...below].join('\n').trim()
  const opening = found(block, told.end, ['fenced'], said.text, said.lead)
  return { ...opening, line: asked.line, beside: answer === '' ? [] : [answer] }
}
