import type { NoteBlock } from '../blocks/block.ts'
import { reading } from '../ways/asked.ts'
import { wordingOf } from './wording.ts'

/** Headings such as "Contents" or "References". What comes again and again is a part of answers. */
export function asidesOf(blocks: readonly NoteBlock[]): ReadonlySet<number> {
  const byText = new Map<string, number[]>()
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    const { text } = reading(block.text)
    if (wordingOf(text) !== 'apparatus') continue
    const same = byText.get(text)
    if (same === undefined) byText.set(text, [at])
    else same.push(at)
  }
  return new Set([...byText.values()].filter((same) => same.length < 3).flat())
}

/** Blocks of tables of contents: a heading that names one, and the headings and lists below it. */
export function contentsBlocks(
  blocks: readonly NoteBlock[],
  asides: ReadonlySet<number>,
): ReadonlySet<number> {
  const inside = new Set<number>()
  for (const at of asides) {
    const head = blocks[at]
    if (head === undefined || !/目录|contents|toc/i.test(head.text)) continue
    const end = blocks.findIndex(
      (block, next) => next > at && block.kind === 'heading' && block.level <= head.level,
    )
    const own = blocks.slice(at + 1, Math.max(at + 1, end))
    if (!own.every(({ kind }) => kind === 'heading' || kind === 'item' || kind === 'rule')) continue
    for (let next = at + 1; next < end; next++) inside.add(next)
  }
  return inside
}

/** Whether an item continues the numbers of a list above the heading before it. */
export function goesOnFromBefore(blocks: readonly NoteBlock[], at: number): boolean {
  const block = blocks[at]
  const isFirst = (blocks[at - 1]?.depth ?? 0) === 0
  return isFirst && block?.depth === 1 && (block.marker?.number ?? 1) > 1
}
