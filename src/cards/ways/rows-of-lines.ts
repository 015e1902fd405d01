import type { NoteBlock } from '../blocks/block.ts'
import type { Opening } from '../choice/shape.ts'
import { endsAsQuestion } from '../choice/wording.ts'

/** So many lines in a row that ask are no part of an answer. */
const least = 5

/** Bare lines one directly behind the other, nearly all of which ask: where they stand, nothing is answered. */
export function rowsOfLines(
  openings: readonly Opening[],
  blocks: readonly NoteBlock[],
): ReadonlySet<Opening> {
  const inRows = new Set<Opening>()
  let row: Opening[] = []
  const endRow = () => {
    const asking = row.filter(({ text }) => endsAsQuestion(text)).length
    if (asking >= least && asking >= row.length * 0.7) for (const one of row) inRows.add(one)
    row = []
  }
  for (const opening of openings) {
    const block = blocks[opening.block]
    const isLine = block?.kind === 'paragraph' && isBare(opening) && !isAnswered(opening, block)
    const before = row.at(-1)
    if (before !== undefined && (!isLine || opening.block > before.block + 1)) endRow()
    if (isLine) row.push(opening)
  }
  endRow()
  return inRows
}

/** Whether a text follows in the line's own paragraph that is no such line. */
function isAnswered({ end, beside }: Opening, block: NoteBlock): boolean {
  return beside === undefined && block.end > end
}

function isBare({ shapes }: Opening): boolean {
  return shapes[0]?.opens === 'never'
}
