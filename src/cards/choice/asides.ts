import type { NoteBlock } from '../blocks/block.ts'
import { reading } from './asked.ts'
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

/** Whether an item continues the numbers of a list above the heading before it. */
export function goesOnFromBefore(blocks: readonly NoteBlock[], at: number): boolean {
  const block = blocks[at]
  const isFirst = (blocks[at - 1]?.depth ?? 0) === 0
  return isFirst && block?.depth === 1 && (block.marker?.number ?? 1) > 1
}
