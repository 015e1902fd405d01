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
  const groups = choices.map(({ evidence: { shape, openings } }) => {
    return { shape, cards: shape.cards(openings, shape, outline) }
  })
  const inRun = numbersInRun(groups.flatMap(({ cards }) => cards))
  for (const { shape, cards: found } of groups) {
    const cards = withoutNumbers(found, inRun)
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

/** Bare numbers in front are no part of the names if there are many, or if they are in a run of numbers. */
function withoutNumbers(
  cards: readonly Opening[],
  inRun: ReadonlySet<Opening>,
): readonly Opening[] {
  const bare = cards.filter(({ lead }) => mayBeName(lead)).length
  if (bare === 0) return cards
  const areMany = bare >= 3 && bare >= cards.length * 0.4
  return cards.map((card) =>
    mayBeName(card.lead) && (areMany || inRun.has(card)) ? { ...card, text: card.lead.rest } : card,
  )
}

/** Those whose numbers follow on the number before them, or lead to that of the very next card. */
function numbersInRun(cards: readonly Opening[]): ReadonlySet<Opening> {
  if (!cards.some(({ lead }) => mayBeName(lead))) return new Set()
  const inRun = new Set<Opening>()
  let before: number | undefined
  const sorted = [...cards].sort((a, b) => a.block - b.block)
  for (const [at, card] of sorted.entries()) {
    const { number } = card.lead
    if (number === undefined) continue
    if (number - 1 === before || number + 1 === sorted[at + 1]?.lead.number) inRun.add(card)
    before = number
  }
  return inRun
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
