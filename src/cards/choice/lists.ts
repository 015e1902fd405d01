import type { NoteBlock } from '../blocks/block.ts'
import type { Opening } from './shape.ts'

/** The items of each list; what is no item stands for itself. */
export function listsOf(
  openings: readonly Opening[],
  blocks: readonly NoteBlock[],
): readonly (readonly Opening[])[] {
  const lists: Opening[][] = []
  for (const opening of openings) {
    const before = lists.at(-1)?.at(-1)
    if (before !== undefined && areOneList(blocks, before, opening)) lists.at(-1)?.push(opening)
    else lists.push([opening])
  }
  return lists
}

/** Whether nothing but items stands between two items. */
function areOneList(blocks: readonly NoteBlock[], one: Opening, next: Opening): boolean {
  for (let at = one.block; at <= next.block; at++) {
    if (blocks[at]?.kind !== 'item') return false
  }
  return true
}
