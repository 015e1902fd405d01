import type { NoteBlock } from '../blocks/block.ts'
import type { Opening, QuestionShape } from '../choice/shape.ts'
import { isExternal, wholeLink } from './asked.ts'

/**
 * Without the items that are links to pages beside this one: these ask for themselves. Where questions of
 * the same kind of list stand among them, a link is only where its answer was put.
 */
export function withoutPageLinks(
  openings: readonly Opening[],
  blocks: readonly NoteBlock[],
): readonly Opening[] {
  const isPage = new Set(openings.filter(({ block }) => leadsToPage(blocks[block])))
  if (isPage.size === 0) return openings
  const counts = new Map<QuestionShape | undefined, { pages: number; others: number }>()
  for (const opening of openings) {
    if (opening.weight < 0.9) continue
    const count = counts.get(opening.shapes[0]) ?? { pages: 0, others: 0 }
    if (isPage.has(opening)) count.pages++
    else count.others++
    counts.set(opening.shapes[0], count)
  }
  return openings.filter((opening) => {
    const { pages, others } = counts.get(opening.shapes[0]) ?? { pages: 0, others: 0 }
    return !isPage.has(opening) || (others >= 3 && others * 7 >= pages)
  })
}

function leadsToPage(block: NoteBlock | undefined): boolean {
  if (block?.kind !== 'item' || block.depth !== 1 || !block.text.includes('](')) return false
  const target = wholeLink(block.text)
  // `[…]()` leads nowhere yet
  return target !== undefined && target !== '' && !isExternal(target)
}
