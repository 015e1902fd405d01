import type { NoteBlock } from '../blocks/block.ts'

/** Whether an item is a list of its own, as questions are with their answers between them. */
export function isAlone(blocks: readonly NoteBlock[], at: number): boolean {
  let next = at + 1
  while ((blocks[next]?.depth ?? 0) > 1) next++
  const item = blocks[at]
  return !areSiblings(blocks[at - 1], item) && !areSiblings(item, blocks[next])
}

function areSiblings(before: NoteBlock | undefined, after: NoteBlock | undefined): boolean {
  if (before === undefined || after === undefined) return false
  if (before.kind !== 'item' || after.kind !== 'item') return before.depth > 0 && after.depth > 0
  if (!before.marker?.ordered || !after.marker?.ordered) return after.line - before.end < 2
  return after.marker.number === (before.marker.number ?? 0) + 1
}
