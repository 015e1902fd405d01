import type { NoteBlock } from '../blocks/block.ts'
import type { FoundOpening } from '../choice/shape.ts'
import { weightOf } from '../choice/wording.ts'
import { askedPart, isOption, isWikiLink, reading, wholeLink } from './asked.ts'
import { found } from './found.ts'

const tag = /\s*#(?:\[\[)?(?:card|flash-?cards?)(?:\]\])?(?![\w/-])/i

/** Whether its own tag calls a bullet a card: `- 什么是闭包？ #card`. */
export function isTagged({ text }: NoteBlock): boolean {
  return text.includes('#') && tag.test(text.split('\n', 1)[0]?.slice(0, 2000) ?? '')
}

export function withoutCardTag(text: string): string {
  return text.includes('#') ? text.replace(tag, '') : text
}

/** Closed like a statement, or too long: most of what lies deep are parts of answers. */
function isAnswering(text: string): boolean {
  const end = text.indexOf('\n')
  const line = end < 0 ? text : text.slice(0, end)
  return line.length > 200 || /[。.；;，,：:]\s*$/.test(line)
}

function isLink(text: string): boolean {
  return wholeLink(text) !== undefined || isWikiLink(text)
}

/** A bullet below a bullet that is tagged or asks. */
export function nested(block: NoteBlock): readonly FoundOpening[] {
  if (block.depth < 2 || isOption(block) || isLink(block.text)) return []
  if (isAnswering(block.text) && !isTagged(block)) return []
  const asked = askedPart(block)
  const said = reading(withoutCardTag(asked.text))
  const isCard = isTagged(block)
  if (said.text === '' || said.lead.kind === 'answer') return []
  if (!isCard && weightOf(said.text) < 0.9) return []
  const shapes = [isCard ? 'tagged' : 'nested']
  return [{ ...found(block, asked.end, shapes, said.text, said.lead), rest: asked.rest }]
}
