import { isThin } from './evidence.ts'
import { mayBeName } from './numbering.ts'
import type { ChosenShape, Opening, Outline, QuestionShape } from './shape.ts'

/** Where a card begins, and what is known about its like. */
export type CardStart = {
  /** One, or the rows of a table. */
  readonly openings: Opening[]
  readonly ends: QuestionShape['ends']
  /** A list item whose answer stands below its list, as with most of its kind. */
  readonly isLoose: boolean
}

/** The openings that become cards, by block. */
export function startsOf(
  outline: Outline,
  choices: readonly ChosenShape[],
): ReadonlyMap<number, CardStart> {
  const starts = new Map<number, CardStart>()
  const taken = new Set<number>()
  for (const { evidence } of choices) {
    const { shape, openings } = evidence
    const cards = withoutNumbers(shape.cards(openings, shape, outline))
    const isLoose = outsideShare(outline, cards) >= 0.4
    for (const opening of cards) {
      const here = starts.get(opening.block)
      const ends = endsOf(opening, shape)
      if (here === undefined) starts.set(opening.block, { openings: [opening], ends, isLoose })
      else if (!taken.has(opening.line)) here.openings.push(opening)
      taken.add(opening.line)
    }
  }
  return starts
}

/** What has its answer beside it ends with its block, whatever its like end with. */
function endsOf({ beside, shapes }: Opening, shape: QuestionShape): QuestionShape['ends'] {
  if (beside !== undefined) return 'block'
  return shapes.includes(shape) ? shape.ends : (shapes[0] ?? shape).ends
}

/** Bare numbers in front are no part of the names if there are many, or if they go on from the card before. */
function withoutNumbers(cards: readonly Opening[]): readonly Opening[] {
  const bare = cards.filter(({ lead }) => mayBeName(lead)).length
  if (bare === 0) return cards
  const areMany = bare >= 3 && bare >= cards.length * 0.4
  let before: number | undefined
  return cards.map((card, at) => {
    const number = card.lead.number ?? Number.NaN
    const goesOn = number - 1 === before || number + 1 === cards[at + 1]?.lead.number
    before = card.lead.number ?? before
    return mayBeName(card.lead) && (areMany || goesOn) ? { ...card, text: card.lead.rest } : card
  })
}

/** Share of list items that have something between the end of their item and the next one. */
function outsideShare({ blocks }: Outline, cards: readonly Opening[]): number {
  const items = cards.filter(({ block }) => blocks[block]?.kind === 'item')
  const outside = items.filter(({ block }) => {
    let at = block + 1
    for (let next = blocks[at]; next !== undefined; next = blocks[++at]) {
      if (!isThin(next) && next.depth === 0) return next.kind !== 'heading'
      if (next.depth === 1 && next.kind === 'item') return false
    }
    return false
  })
  return items.length === 0 ? 0 : outside.length / items.length
}
