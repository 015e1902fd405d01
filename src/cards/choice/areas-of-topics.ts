import { between } from './outline.ts'
import type { Evidence, Opening, Outline } from './shape.ts'

/**
 * Whether headings that do not ask only name the areas of a bank, whose questions are the items of the list
 * below each: short, many, and asking more often than the headings, or with their answers below them.
 */
export function areAreasOfTopics({ openings, asking }: Evidence, outline: Outline): boolean {
  if (!outline.isBank || asking > openings.length * 0.1) return false
  const lists = openings.map((opening, at) => listBelow(opening, openings[at + 1], outline))
  const filled = lists.filter((list) => list === undefined || list.length > 0)
  const items = lists.flatMap((list) => list ?? [])
  if (items.length < Math.max(8, openings.length * 3)) return false
  if (filled.filter((list) => list !== undefined).length < filled.length * 0.7) return false
  if (items.filter(isShort).length < items.length * 0.8) return false
  const share = items.filter(({ weight }) => weight >= 0.9).length / items.length
  return share >= 0.08 && share > asking / openings.length
}

/**
 * Whether headings none of which asks only say where lines were asked that stand below many of them. Below nearly
 * all of them they would be the text of titled questions.
 */
export function areAreasOfLines({ openings, asking, run }: Evidence, outline: Outline): boolean {
  if (asking > 0 || run >= 0.3 || openings.length < 10) return false
  const holding = openings.filter(({ block }, at) =>
    between(outline.openings, block + 1, openings[at + 1]?.block ?? outline.blocks.length).some(
      ({ shapes, weight }) => weight >= 0.9 && shapes[0]?.opens === 'never',
    ),
  )
  return holding.length >= openings.length * 0.3 && holding.length < openings.length * 0.6
}

/** The items of a section that is nothing but lists; none if it holds other text too. */
function listBelow(
  opening: Opening,
  next: Opening | undefined,
  { blocks, openings }: Outline,
): readonly Opening[] | undefined {
  let end = opening.block + 1
  for (; end < (next?.block ?? blocks.length); end++) {
    const block = blocks[end]
    if (block === undefined || block.kind === 'heading') break
    if (block.depth === 0 && block.kind !== 'rule' && block.kind !== 'code') return undefined
  }
  return between(openings, opening.block + 1, end).filter(
    ({ block }) => blocks[block]?.depth === 1 && blocks[block]?.kind === 'item',
  )
}

/** No sentence, and no definition. */
function isShort({ text }: Opening): boolean {
  return (
    text.length <= (/[\u3400-\u9fff]/.test(text) ? 36 : 80) && !/[。；;：:.]$|[：:]\s?\S/.test(text)
  )
}
