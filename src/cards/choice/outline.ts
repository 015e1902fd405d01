import type { NoteBlock } from '../blocks/block.ts'
import { keyOf, plain } from '../blocks/inline.ts'
import { leadOf } from './numbering.ts'
import type { Opening } from './shape.ts'

/** The texts that lists of links into this page name. */
export function contentsOf(
  blocks: readonly NoteBlock[],
  lines: readonly string[],
): ReadonlySet<string> {
  const names = new Set<string>()
  for (const block of blocks) {
    if (block.kind !== 'item' && block.kind !== 'paragraph' && block.kind !== 'table') continue
    for (let at = block.line; at <= block.end; at++) {
      const line = (lines[at] ?? '').slice(0, 4000)
      if (!line.includes('](#')) continue
      for (const link of line.matchAll(/\[((?:[^[\]]|\[[^[\]]{0,200}\]){1,400})\]\(#/g)) {
        const text = plain(link[1] ?? '')
        names.add(keyOf(text)).add(keyOf(leadOf(text).rest))
      }
    }
  }
  return names
}

/** The openings of the blocks from `from` up to `to`, found by halving. */
export function between(
  openings: readonly Opening[],
  from: number,
  to: number,
): readonly Opening[] {
  return openings.slice(firstAt(openings, from), firstAt(openings, to))
}

function firstAt(openings: readonly Opening[], block: number): number {
  let low = 0
  let high = openings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((openings[middle]?.block ?? 0) < block) low = middle + 1
    else high = middle
  }
  return low
}

/** The block that closes what a block inside it opens, or the end of the document. */
export function closeOf(blocks: readonly NoteBlock[], from: number): number {
  let open = 1
  for (let at = from + 1; at < blocks.length; at++) {
    if (blocks[at]?.kind === 'details-open') open++
    if (blocks[at]?.kind === 'details-close') open--
    if (open === 0) return at
  }
  return blocks.length
}
