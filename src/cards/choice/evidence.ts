import type { NoteBlock } from '../blocks/block.ts'
import { hasWords } from '../blocks/html.ts'
import { isLinkOnly } from '../ways/asked.ts'
import { runOf } from './numbers-run.ts'
import type { Evidence, Opening, Outline, QuestionShape } from './shape.ts'
import { weights } from './weights.ts'

/** Weighs one shape in a region. */
export function weigh(
  shape: QuestionShape,
  openings: readonly Opening[],
  outline: Outline,
): Evidence {
  const count = Math.max(1, openings.length)
  const share = (test: (opening: Opening) => boolean) => openings.filter(test).length / count
  const weight = openings.reduce((sum, opening) => sum + opening.weight, 0) / count
  const own = share((opening) => hasOwn(opening, outline))
  const run = runOf(openings)
  const listed = share((opening) => outline.contents.has(opening.key))
  const repeated = repeatedShare(openings)
  const said = openings.length > 2 ? shape.bonus : 0
  const score =
    weights.wording * weight +
    weights.own * own +
    weights.run * run +
    weights.listed * listed -
    weights.repeated * repeated +
    said
  const asking = openings.filter((opening) => opening.weight >= 0.9).length
  return { shape, openings, asking, weight, own, run, listed, repeated, left: 0, score }
}

/** Whether something that is no question stands directly below. */
export function hasOwn(opening: Opening, { blocks, openingAt, repeats }: Outline): boolean {
  if (opening.beside !== undefined) return opening.beside.some((cell) => cell !== '')
  if (opening.rest !== undefined) return true
  const start = blocks[opening.block]
  if (start?.text.includes('\n') && start.end > opening.end) return true
  for (let at = opening.block + 1; at < blocks.length; at++) {
    const block = blocks[at]
    if (block === undefined) break
    if (isThin(block) || repeats.has(at)) continue
    if (opening.level > 0 && isLinks(block)) continue
    if (block.kind === 'heading' || block.kind === 'details-close') return false
    const next = openingAt.get(at)
    if (next === undefined) return true
    if (next.shapes.some((shape) => opening.shapes.includes(shape))) return false
    return !opensSomething(next)
  }
  return false
}

/** Links to elsewhere are no text of one's own. */
function isLinks({ kind, text }: NoteBlock): boolean {
  return (kind === 'item' || kind === 'paragraph') && /^[*_\s]*\[/.test(text) && isLinkOnly(text)
}

/** Whether what stands below a heading is a question of its own rather than its text. */
function opensSomething({ shapes, weight }: Opening): boolean {
  if (shapes.some(({ opens }) => opens === 'never')) return false
  return weight >= 0.9 || shapes.some(({ opens }) => opens === 'always')
}

/** Blocks that carry nothing: rules, comments, tags without words. */
export function isThin(block: NoteBlock): boolean {
  switch (block.kind) {
    case 'html':
      return !/<(?:img|table|video)\b/i.test(block.text) && !hasWords(block.text)
    case 'rule':
    case 'comment':
    case 'reference':
    case 'property':
    case 'details-open':
      return true
    default:
      return false
  }
}

/** Blocks looked ahead for a card; more stand between only in files made to be slow. */
const farthest = 60

/** Whether nothing but thin blocks and other headings stands between a heading and a card. */
export function leadsTo(
  blocks: readonly NoteBlock[],
  at: number,
  starts: { readonly has: (block: number) => boolean },
): boolean {
  for (let next = at + 1; next < Math.min(blocks.length, at + farthest); next++) {
    const block = blocks[next]
    if (block === undefined || starts.has(next)) return block !== undefined
    if (!isThin(block) && block.kind !== 'heading') return false
  }
  return false
}

function repeatedShare(openings: readonly Opening[]): number {
  const seen = new Map<string, number>()
  for (const { text, weight } of openings) {
    if (weight < 0.9) seen.set(text, (seen.get(text) ?? 0) + 1)
  }
  let repeated = 0
  for (const count of seen.values()) if (count > 1) repeated += count
  return repeated / Math.max(1, openings.length)
}
