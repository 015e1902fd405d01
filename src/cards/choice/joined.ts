import type { NoteBlock } from '../blocks/block.ts'
import { hasOwn, isThin, leadsTo, weigh } from './evidence.ts'
import { isGoodEnough } from './fitness.ts'
import { listsOf } from './lists.ts'
import type { ChosenShape, Evidence, Opening, Outline, QuestionShape, Region } from './shape.ts'
import { isFreeFrom, lossesOf, speaks } from './unexplained.ts'
import { weights } from './weights.ts'
import { endsAsQuestion } from './wording.ts'

/** How many further shapes may join those that were chosen. */
const most = 4

/** The chosen shapes, and those that explain what they leave. */
export function joined(
  outline: Outline,
  region: Region,
  choices: readonly ChosenShape[],
): readonly ChosenShape[] {
  if (choices.length === 0) return choices
  const all = [...choices]
  for (let turn = 0; turn < most; turn++) {
    const next = nextBeside(outline, region, all)
    if (next === undefined) break
    all.push({ region, evidence: next })
  }
  return all.sort((a, b) => a.region.from - b.region.from)
}

/** The shape that explains most of what the chosen ones leave, if any earns its place. */
function nextBeside(
  outline: Outline,
  region: Region,
  choices: readonly ChosenShape[],
): Evidence | undefined {
  const members = membersOf(outline, choices)
  const free = lossesOf(outline, region, members).filter(({ share }) => share >= isFreeFrom)
  if (!free.some(({ opening }) => speaks(opening) || isCounted(opening))) return undefined
  const starts = new Set(members.map(({ block }) => block))
  const answered = members.filter((one) => hasOwn(one, outline)).length
  const part = { outline, region, isUnanswered: answered < members.length / 5 }
  const left = free.map(({ opening }) => opening)
  const due = goingOn(left, members)
  const isNext = (opening: Opening) => due.has(opening) && endsAsQuestion(opening.text)
  const openings = left.filter((one) => isNext(one) || !isArea(one, outline, starts))
  let best: Evidence | undefined
  let most = 0
  for (const [shape, like] of byShape(openings)) {
    for (const { cards, told } of picksOf(shape, like, members, outline)) {
      const evidence = weigh(shape, cards, outline)
      if (told === 0 || !mayJoin(evidence, told, part)) continue
      const gain = worthOf(evidence) + weights.told * told - weights.shape
      if (gain <= most) continue
      most = gain
      best = evidence
    }
  }
  return best
}

/** The cards of the chosen shapes, in the order of the document. */
function membersOf(outline: Outline, choices: readonly ChosenShape[]): readonly Opening[] {
  return choices
    .flatMap(({ evidence: { shape, openings } }) => shape.cards(openings, shape, outline))
    .sort((a, b) => a.block - b.block)
}

/** What the members of a shape are worth, in cards: nothing where they hardly read like questions. */
function worthOf({ openings, score }: Evidence): number {
  return openings.length * (score - weights.joins)
}

/** Whether a heading is one above cards; one that asks may have a remark or two below that ask as well. */
function isArea({ block: from, level, text }: Opening, outline: Outline, starts: Starts): boolean {
  if (level === 0) return false
  const { blocks } = outline
  if (!endsAsQuestion(text) && leadsTo(blocks, from, starts)) return true
  let below = 0
  for (let at = from + 1; at < blocks.length; at++) {
    const block = blocks[at]
    if (block?.kind === 'heading' && block.level <= level) return false
    if (!starts.has(at)) continue
    below++
    if (block?.kind === 'heading' || below > 2 || !endsAsQuestion(text)) return true
  }
  return false
}

/** Blocks that cards begin with. */
type Starts = ReadonlySet<number>

function byShape(openings: readonly Opening[]): ReadonlyMap<QuestionShape, readonly Opening[]> {
  const groups = new Map<QuestionShape, Opening[]>()
  for (const opening of openings) {
    for (const shape of opening.shapes) {
      const same = groups.get(shape)
      if (same === undefined) groups.set(shape, [opening])
      else same.push(opening)
    }
  }
  return groups
}

/** Openings that could be cards together, and how many of them the rest tells to be cards. */
type Picked = { readonly cards: readonly Opening[]; readonly told: number }

/** Which of the openings that are left could be cards together. */
function picksOf(
  shape: QuestionShape,
  like: readonly Opening[],
  members: readonly Opening[],
  outline: Outline,
): readonly Picked[] {
  const from = members[0]?.block ?? 0
  const all = shape.cards(like, shape, outline)
  // one or two headings before the first card introduce
  const isIntroduced = all.filter(({ block }) => block < from).length < 3
  const second = members[0]?.lead.number
  const isFirst = ({ lead, text }: Opening) =>
    endsAsQuestion(text) && lead.number !== undefined && lead.number + 1 === second
  const cards = all.filter(
    (one) => one.level === 0 || !isIntroduced || one.block > from || isFirst(one),
  )
  const due = goingOn(cards, members)
  const isTold = (card: Opening) => speaks(card) || due.has(card) || outline.contents.has(card.key)
  const picked = (some: readonly Opening[]) => ({ cards: some, told: some.filter(isTold).length })
  const [first] = cards
  if (first === undefined) return []
  if (outline.blocks[first.block]?.kind === 'item') {
    const lists = listsOf(cards, outline.blocks).map(picked)
    return [picked(lists.filter((one) => one.told >= one.cards.length * 0.7).flatMap(cardsIn))]
  }
  if (first.level === 0) return [picked(cards)]
  const told = cards.filter(isTold)
  if (told.length < cards.length / 4) return []
  if (told.length >= cards.length / 2) {
    // where numbers go on, what bears none must ask
    return [picked(due.size === 0 ? cards : cards.filter((one) => isTold(one) || isCounted(one)))]
  }
  // what stands before the first card can be no part of an answer
  return [picked(told), picked(cards.filter((one) => one.block < from || isTold(one)))]
}

function cardsIn({ cards }: Picked): readonly Opening[] {
  return cards
}

function isCounted({ lead }: Opening): boolean {
  return lead.number !== undefined
}

/** Those whose numbers go on from the card before them. */
function goingOn(cards: readonly Opening[], members: readonly Opening[]): ReadonlySet<Opening> {
  const goOn = new Set<Opening>()
  const mine = new Set(cards)
  let before: Opening | undefined
  const counted = members.filter(isCounted)
  for (const one of [...cards, ...counted].sort((a, b) => a.block - b.block)) {
    const isNext =
      one.lead.number !== undefined &&
      one.lead.style === before?.lead.style &&
      one.lead.number === (before.lead.number ?? Number.NaN) + 1
    if (mine.has(one) && isNext) goOn.add(one)
    if (!mine.has(one) || isNext) before = one
  }
  return goOn
}

/** A part of a document, and whether what it asks has no answers there. */
type Part = {
  readonly outline: Outline
  readonly region: Region
  readonly isUnanswered: boolean
}

/** Whether these may be cards beside others. */
function mayJoin(evidence: Evidence, told: number, part: Part): boolean {
  const { outline, region, isUnanswered } = part
  const { shape, openings } = evidence
  if (openings[0]?.level === 0 && shape.name !== 'label') {
    const isToldWhole = shape.ends === 'list' && told > 1 && told === openings.length
    return isToldWhole || isGoodEnough(evidence, outline, region)
  }
  const mayLack = (one: Opening) =>
    shape.name === 'label' || (isUnanswered && isStub(one, outline.blocks))
  return openings.some((one) => speaks(one) && (hasOwn(one, outline) || mayLack(one)))
}

/** Whether no text stands below a heading but what somebody may go on to ask; a link leads to its text. */
function isStub({ block }: Opening, blocks: readonly NoteBlock[]): boolean {
  if (blocks[block]?.text.includes('](')) return false
  const next = blocks.slice(block + 1, block + 10).find((one) => !isThin(one))
  return next === undefined || next.kind === 'heading' || next.kind === 'quote'
}
