import type { NoteBlock } from '../blocks/block.ts'
import type { Lead } from '../choice/numbering.ts'
import type { FoundOpening } from '../choice/shape.ts'

/** An opening as it is found, with nothing known beside it. */
export function found(
  block: NoteBlock,
  end: number,
  shapes: readonly string[],
  text: string,
  lead: Lead,
): FoundOpening {
  return { line: block.line, end, shapes, text, lead, beside: undefined, rest: undefined }
}
