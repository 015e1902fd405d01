import type { NoteBlock } from '../blocks/block.ts'
import { between, closeOf } from './outline.ts'
import type { Opening, Outline, Region } from './shape.ts'
import { endsAsQuestion } from './wording.ts'

/** An opening that is no card, and by which share what it says would vanish: 1 where no card holds it. */
export type Loss = { readonly opening: Opening; readonly share: number }

/** From which share on nothing is clearly the place of an opening. */
export const isFreeFrom = 0.7

/** What stays beside the cards of a region, with the share by which it would vanish. */
export function lossesOf(
  outline: Outline,
  region: Region,
  members: readonly Opening[],
): readonly Loss[] {
  const own = new Set(members.map(({ block }) => block))
  const isAsked = members.filter(({ weight }) => weight >= 0.9).length >= members.length / 2
  const said = new Set(members.map(({ key }) => key))
  const losses: Loss[] = []
  let host: Opening | undefined
  let isBehind = false
  let until = Number.POSITIVE_INFINITY
  for (const opening of between(outline.openings, region.from, region.to)) {
    if (own.has(opening.block)) {
      host = opening
      isBehind = false
      const folds = opening.shapes[0]?.ends === 'fold'
      until = folds ? closeOf(outline.blocks, opening.block) : Number.POSITIVE_INFINITY
      continue
    }
    if (opening.block > until) host = undefined
    const isInner = host !== undefined && isInside(outline.blocks, opening, host)
    const isNamed = opening.level > 0 && outline.named.has(opening.key)
    const share =
      isNamed || outline.inRows.has(opening)
        ? 1
        : isInner
          ? 0.1
          : shareOf(opening, host, { isBehind, isAsked })
    if (!said.has(opening.key)) losses.push({ opening, share })
    if (isInner || host === undefined || opening.level === 0) continue
    if (host.level === 0) {
      if (outline.blocks[opening.block]?.depth === 0) host = undefined
      continue
    }
    if (opening.level > host.level) continue
    if (opening.level === host.level) isBehind = true
    else host = undefined
  }
  return losses
}

/** Whether a heading stands in the same item of a list as a card, or below that. */
function isInside(blocks: readonly NoteBlock[], opening: Opening, host: Opening): boolean {
  const block = blocks[opening.block]
  if (block?.kind !== 'heading' || block.depth === 0 || host.level === 0) return false
  return block.marker === undefined || block.depth > (blocks[host.block]?.depth ?? 0)
}

/** Share of what asks that would vanish, of this and the cards. */
export function leftBy(cards: readonly Opening[], outline: Outline, region: Region): number {
  const lost = lostIn(lossesOf(outline, region, cards))
  return lost / Math.max(1, lost + cards.length)
}

/** What would vanish of what asks, in openings. */
function lostIn(losses: readonly Loss[]): number {
  return losses.reduce((sum, { opening, share }) => sum + (speaks(opening) ? share : 0), 0)
}

/** Whether a text surely asks: "State" and "分析" have only the form of an order. */
export function speaks({ text, weight }: Opening): boolean {
  return weight >= 0.9 && (/[?？]/.test(text) || /\p{Script=Han}{4}|\S\s+\S/u.test(text))
}

/** How much of an opening vanishes inside the answer of a card. */
function shareOf(
  opening: Opening,
  host: Opening | undefined,
  { isBehind, isAsked }: { readonly isBehind: boolean; readonly isAsked: boolean },
): number {
  if (host === undefined) return 1
  const asks = host.weight >= 0.9
  if (opening.level > 0 && host.level > 0 && opening.level > host.level) {
    if (asks) return 0.1
    // below a topic among questions it is one of these, a level too low
    return isAsked && endsAsQuestion(opening.text) ? isFreeFrom : 0.5
  }
  if (opening.level > 0 || isBehind) return 1
  const isTask = host.lead.number !== undefined && opening.block === host.block + 1
  if (!isTask && opening.shapes.some(({ name }) => name === 'label')) return isFreeFrom
  if (host.level === 0 && opening.shapes[0] === host.shapes[0]) return 1
  // a line below a title is the question's own text
  return asks || opening.shapes[0]?.opens === 'never' ? 0.05 : 0.3
}
