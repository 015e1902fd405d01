import type { NoteBlock } from '../blocks/block.ts'
import { rowsOfLines } from '../ways/rows-of-lines.ts'
import { asidesOf } from './asides.ts'
import { openingsOf, titleOf, withoutRepeats } from './openings.ts'
import { contentsOf } from './outline.ts'
import type { Outline } from './shape.ts'

/** Looks over a document before its shapes are chosen; `head` is what its front matter says. */
export function outlineOf(
  blocks: readonly NoteBlock[],
  lines: readonly string[],
  head: Parameters<typeof titleOf>[0],
  file: string,
): Outline {
  const title = titleOf(head, blocks)
  const asides = asidesOf(blocks)
  const told = withoutRepeats(openingsOf(blocks, lines, asides), blocks, asides)
  return {
    ...told,
    blocks,
    asides,
    inRows: rowsOfLines(told.openings, blocks),
    contents: contentsOf(blocks, lines),
    isBank:
      title?.lead.kind === 'question' ||
      /面试|八股|题|问题|interview|question|q&a|faq|quiz/i.test(`${title?.text} ${file}`),
    openingAt: new Map(told.openings.map((opening) => [opening.block, opening])),
    title,
  }
}
