import type { Block } from './block.ts'
import type { Choice } from './choose.ts'
import { isThin } from './evidence.ts'
import { mayBeName } from './numbering.ts'
import type { Opening } from './openings.ts'
import { between, type Outline } from './outline.ts'
import { wordingOf } from './wording.ts'

/** Where a card begins, and what is known about its like. */
export type Start = {
  /** One, or the rows of a table. */
  readonly openings: Opening[]
  /** A list item whose answer stands below its list, as with most of its kind. */
  readonly isLoose: boolean
}

/** The openings that become cards, by block. */
export function startsOf(outline: Outline, choices: readonly Choice[]): ReadonlyMap<number, Start> {
  const starts = new Map<number, Start>()
  for (const { evidence } of choices) {
    const cards = withoutNumbers(cardsAmong(outline, evidence.shape, evidence.openings))
    const isLoose = outsideShare(outline, cards) >= 0.4
    for (const opening of cards) {
      const here = starts.get(opening.block)
      if (here === undefined) starts.set(opening.block, { openings: [opening], isLoose })
      else here.openings.push(opening)
    }
  }
  return starts
}

function cardsAmong(
  outline: Outline,
  shape: string,
  openings: readonly Opening[],
): readonly Opening[] {
  if (shape === 'line') return linesThatAsk(outline, openings)
  if (shape === 'bold') return boldThatAsk(outline, openings)
  if (shape === 'summary') return outermost(outline, openings)
  const cards = openings.filter((opening) => isCard(opening, shape))
  if (shape === 'ordered-alone') return withNeighbours(outline, cards)
  return /-(?:numbered|dotted|escaped|labelled)$|^label$/.test(shape)
    ? withMissing(outline, cards)
    : cards
}

/** Bare numbers in front are no part of the names if there are many. */
function withoutNumbers(cards: readonly Opening[]): readonly Opening[] {
  const bare = cards.filter(({ lead }) => mayBeName(lead)).length
  if (bare < 3 || bare < cards.length * 0.4) return cards
  return cards.map((card) => (mayBeName(card.lead) ? { ...card, text: card.lead.rest } : card))
}

function isCard(opening: Opening, shape: string): boolean {
  if (opening.text === '') return opening.lead.kind === 'question'
  switch (wordingOf(opening.text)) {
    case 'question':
    case 'topic':
      return true
    case 'statement':
      return !/^(?:bold|line)/.test(shape)
    case 'part':
      return /-(?:numbered|dotted|escaped|labelled)$|^label$/.test(shape)
    case 'apparatus':
      return false
  }
}

/** Bold lines are cards if they ask; the others too, unless answers have bold lines of their own. */
function boldThatAsk({ blocks }: Outline, openings: readonly Opening[]): readonly Opening[] {
  const cards = openings.filter((opening) => isCard(opening, 'bold'))
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
function outermost({ blocks }: Outline, openings: readonly Opening[]): readonly Opening[] {
  const cards: Opening[] = []
  let until = -1
  for (const opening of openings) {
    if (opening.block < until || !isCard(opening, 'summary')) continue
    const close = closeOf(blocks, opening.block)
    const inside = between(openings, opening.block + 1, close)
    if (opening.weight < 0.9 && inside.filter(({ weight }) => weight >= 0.9).length > 2) continue
    cards.push(opening)
    until = close
  }
  return cards
}

function closeOf(blocks: readonly Block[], from: number): number {
  let open = 1
  for (let at = from + 1; at < blocks.length; at++) {
    if (blocks[at]?.kind === 'details-open') open++
    if (blocks[at]?.kind === 'details-close') open--
    if (open === 0) return at
  }
  return blocks.length
}

/** Bare lines are cards if they ask, or stand in a run of short topics. */
function linesThatAsk(outline: Outline, openings: readonly Opening[]): readonly Opening[] {
  const cards: Opening[] = []
  let run: Opening[] = []
  const endRun = () => {
    const isList = run.length > 2
    cards.push(...run.filter((opening) => isList || opening.weight >= 0.5))
    run = []
  }
  for (const opening of openings) {
    const before = run.at(-1)
    if (before !== undefined && !adjacent(outline, before, opening)) endRun()
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

function adjacent({ blocks }: Outline, before: Opening, after: Opening): boolean {
  for (let at = before.block + 1; at < after.block; at++) {
    const block = blocks[at]
    if (block !== undefined && !isThin(block)) return false
  }
  return true
}

/** Where numbers are left out, the lines that bear them are questions too, whatever their form. */
function withMissing({ openings }: Outline, cards: readonly Opening[]): readonly Opening[] {
  const all: Opening[] = []
  for (const [index, card] of cards.entries()) {
    all.push(card)
    const next = cards[index + 1]?.lead.number
    const end = cards[index + 1]?.block ?? 0
    let due = (card.lead.number ?? 0) + 1
    if (next === undefined || next <= due || next - due > 5) continue
    for (const other of between(openings, card.block + 1, end)) {
      const bears = other.lead.number === due && other.lead.style === card.lead.style
      if (!bears || !stands(other)) continue
      all.push(other)
      due++
    }
  }
  return all
}

/** Between items that stand alone, those in a row just before the next are unanswered questions. */
function withNeighbours({ openings }: Outline, cards: readonly Opening[]): readonly Opening[] {
  const all: Opening[] = []
  let from = 0
  for (const card of cards) {
    const missing: Opening[] = []
    let due = (card.lead.number ?? 0) - 1
    for (const other of between(openings, from, card.block).toReversed()) {
      if (other.shapes[0] !== 'ordered' || other.lead.number !== due) continue
      if (due <= (all.at(-1)?.lead.number ?? 0)) break
      missing.unshift(other)
      due--
    }
    all.push(...missing, card)
    from = card.block + 1
  }
  return all
}

/** Whether a line can be trusted to be a question by its number: inside answers there are some too. */
function stands({ shapes, lead, weight }: Opening): boolean {
  if (lead.style !== 'number') return true
  return weight === 1 && /^(?:heading|bold|label)/.test(shapes[0] ?? '')
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
