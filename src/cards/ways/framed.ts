import type { NoteBlock } from '../blocks/block.ts'
import type { Surroundings } from '../choice/shape.ts'

/** Whether a `:::` container begins directly below: it holds the answer, whatever asks. */
export function isFramed({ depth, end }: NoteBlock, { blocks, at }: Surroundings): boolean {
  const next = blocks[at + 1]
  return depth < 2 && next?.kind === 'details-open' && next.text !== '' && next.line === end + 1
}
