import type { NoteBlock } from '../blocks/block.ts'
import { hasOwn, isThin } from './evidence.ts'
import { listsOf } from './lists.ts'
import { between, closeOf } from './outline.ts'
import type { Opening, Outline, QuestionShape } from './shape.ts'
import { wordingOf } from './wording.ts'

/** Those whose wording lets them be questions. */
export function thoseThatMay(
  openings: readonly Opening[],
  shape: QuestionShape,
): readonly Opening[] {
  return openings.filter((opening) => isCard(opening, shape))
}

/** Headings are cards; where most only ask and hold no text, one or two before them that hold text introduce. */
export function behindIntroduction(
  openings: readonly Opening[],
  shape: QuestionShape,
  outline: Outline,
): readonly Opening[] {
  const cards = thoseThatMay(openings, shape)
  const first = cards.findIndex(asks)
  if (first < 1 || first > 2) return cards
  const rest = cards.slice(first)
  if (rest.length < 4 || rest.filter(asks).length < rest.length * 0.85) return cards
  if (rest.filter((card) => hasOwn(card, outline)).length > rest.length / 2) return cards
  const introduces = (card: Opening) => hasOwn(card, outline) && !outline.contents.has(card.key)
  return cards.slice(0, first).every(introduces) ? rest : cards
}

/** Items are cards unless their list hardly asks among lists that do. */
export function itemsOfAskingLists(
  openings: readonly Opening[],
  shape: QuestionShape,
  { blocks }: Outline,
): readonly Opening[] {
  const cards = thoseThatMay(openings, shape)
  const asking = cards.filter(asks)
  if (asking.length < cards.length / 2) return cards
  let before: number | undefined
  return listsOf(cards, blocks).flatMap((list) => {
    const number = list[0]?.lead.number
    const goesOn = number !== undefined && number - 1 === before
    before = list.at(-1)?.lead.number
    const share = list.filter(asks).length / list.length
    if (list.length < 3 || goesOn || share >= 0.3) return list
    // who counts the items of a list means each of them
    return number !== undefined && list.some(({ weight }) => weight >= 0.5)
      ? list
      : list.filter(asks)
  })
}

function asks({ weight }: Opening): boolean {
  return weight >= 0.9
}

/** Bold lines are cards if they ask; the others too, unless answers have bold lines of their own. */
export function boldThatAsk(
  openings: readonly Opening[],
  shape: QuestionShape,
  { blocks }: Outline,
): readonly Opening[] {
  const cards = thoseThatMay(openings, shape)
  const asking = cards.filter(({ weight }) => weight >= 0.9)
  if (asking.length >= cards.length * 0.85) return cards
  const isSetOff = ({ block }: Opening) => {
    const kind = blocks[block - 1]?.kind
    return kind === 'rule' || kind === 'html' || kind === 'heading'
  }
  const areSetOff = asking.filter(isSetOff).length >= asking.length * 0.7
  return cards.filter((card) => card.weight >= 0.9 || (areSetOff && isSetOff(card)))
}

/** Summaries that do not stand inside the answer of another; one around many questions is an area. */
export function outermost(
  openings: readonly Opening[],
  shape: QuestionShape,
  { blocks }: Outline,
): readonly Opening[] {
  const cards: Opening[] = []
  let until = -1
  for (const opening of openings) {
    if (opening.block < until || !isCard(opening, shape)) continue
    const close = closeOf(blocks, opening.block)
    const inside = between(openings, opening.block + 1, close)
    if (opening.weight < 0.9 && inside.filter(({ weight }) => weight >= 0.9).length > 2) continue
    cards.push(opening)
    until = close
  }
  return cards
}

/** Bare lines are cards if they ask, or stand in a run of short topics. */
export function linesThatAsk(
  openings: readonly Opening[],
  _shape: QuestionShape,
  { blocks }: Outline,
): readonly Opening[] {
  const cards: Opening[] = []
  let run: Opening[] = []
  const endRun = () => {
    const isList = run.length > 2
    cards.push(...run.filter((opening) => isList || opening.weight >= 0.5))
    run = []
  }
  for (const opening of openings) {
    const before = run.at(-1)
    if (before !== undefined && !adjacent(blocks, before, opening)) endRun()
    if (opening.weight < 1 && isShortTopic(opening)) run.push(opening)
    else {
      endRun()
      if (opening.weight >= 0.5) cards.push(opening)
    }
  }
  endRun()
  return cards
}

function isShortTopic({ text }: Opening): boolean {
  return text.length <= 24 && /[\p{L}\p{N})）]$/u.test(text)
}

function adjacent(blocks: readonly NoteBlock[], before: Opening, after: Opening): boolean {
  for (let at = before.block + 1; at < after.block; at++) {
    const block = blocks[at]
    if (block !== undefined && !isThin(block)) return false
  }
  return true
}

/** Where numbers are left out, the lines that bear them are questions too, whatever their form. */
export function withMissing(
  openings: readonly Opening[],
  shape: QuestionShape,
  outline: Outline,
): readonly Opening[] {
  const cards = thoseThatMay(openings, shape)
  const all: Opening[] = []
  for (const [index, card] of cards.entries()) {
    all.push(card)
    const next = cards[index + 1]?.lead.number
    const end = cards[index + 1]?.block ?? 0
    let due = (card.lead.number ?? 0) + 1
    if (next === undefined || next <= due || next - due > 5) continue
    for (const other of between(outline.openings, card.block + 1, end)) {
      const bears = other.lead.number === due && other.lead.style === card.lead.style
      if (!bears || !stands(other)) continue
      all.push(other)
      due++
    }
  }
  return all
}

/** Between items that stand alone, those in a row just before the next are unanswered questions. */
export function withNeighbours(
  openings: readonly Opening[],
  shape: QuestionShape,
  outline: Outline,
): readonly Opening[] {
  const all: Opening[] = []
  let from = 0
  for (const card of thoseThatMay(openings, shape)) {
    const missing: Opening[] = []
    let due = (card.lead.number ?? 0) - 1
    for (const other of between(outline.openings, from, card.block).toReversed()) {
      const isLike = other.shapes.some((one) => one === shape.wider)
      if (!isLike || other.lead.number !== due) continue
      if (due <= (all.at(-1)?.lead.number ?? 0)) break
      missing.unshift(other)
      due--
    }
    all.push(...missing, card)
    from = card.block + 1
  }
  return all
}

/** Beside bullets that are tagged as cards, those at the same depth that plainly ask. */
export function withSiblings(
  openings: readonly Opening[],
  shape: QuestionShape,
  { blocks, openings: all }: Outline,
): readonly Opening[] {
  const cards = thoseThatMay(openings, shape)
  const tagged = new Set(cards)
  const depths = new Set(cards.map(({ block }) => blocks[block]?.depth))
  const first = cards[0]?.block ?? 0
  return all.filter((one) => {
    if (tagged.has(one)) return true
    const block = blocks[one.block]
    return (
      block?.kind === 'item' && one.block > first && one.weight >= 0.9 && depths.has(block.depth)
    )
  })
}

/** Whether a line can be trusted to be a question by its number: inside answers there are some too. */
function stands({ shapes, lead, weight }: Opening): boolean {
  if (lead.style !== 'number') return true
  return weight === 1 && shapes.some(({ trustsNumbers }) => trustsNumbers)
}

/** Whether an opening of this shape may ask, as its words go. */
function isCard(opening: Opening, shape: QuestionShape): boolean {
  if (opening.text === '') return opening.lead.kind === 'question'
  // a question or a topic; to read all words again for each choice is slow
  if (opening.weight >= 0.3) return true
  if (opening.weight > 0) return shape.takesStatements || wordingOf(opening.text) === 'part'
  return shape.vouches && wordingOf(opening.text) === 'part'
}
