import type { Evidence, Region } from './evidence.ts'
import type { Outline } from './outline.ts'

/** Of a wide shape and its narrower forms only the one that fits better. */
export function narrowed(all: readonly Evidence[]): readonly Evidence[] {
  return all.filter((wide) => {
    const narrow = all.filter(
      (other) => other.shape.startsWith(`${wide.shape}-`) && fits(other, wide),
    )
    if (narrow.length > 0) return false
    const outer = all.find((other) => wide.shape.startsWith(`${other.shape}-`))
    return outer === undefined || fits(wide, outer)
  })
}

function fits(narrow: Evidence, wide: Evidence): boolean {
  const share = narrow.openings.length / wide.openings.length
  if (narrow.openings.length < 2) return false
  return share >= 0.5 ? narrow.score >= wide.score - 0.05 : narrow.score > wide.score + 0.15
}

/** Whether the evidence lets a shape be a question at all. */
export function isGoodEnough(evidence: Evidence, outline: Outline, region: Region): boolean {
  const { openings, asking, score, weight, repeated } = evidence
  const count = openings.length
  const share = asking / count
  const kind = evidence.shape.split('-', 1)[0]
  switch (kind) {
    case 'heading':
      if (count < 2)
        return share === 1 && evidence.own === 1 && region.level === 0 && levelOf(evidence) > 1
      return score >= 0.33 && weight > 0.1 && (share >= 0.2 || isListOfTopics(evidence, outline))
    case 'label':
      return true
    case 'bold':
      return count >= 2 && score >= 0.4 && share >= 0.5
    case 'summary':
      return count >= 2 && (share >= 0.4 || (count >= 4 && repeated < 0.2 && weight > 0.25))
    case 'line':
      return count >= 3 && share >= 0.4
    default:
      if (count < 3) return false
      return (
        share >= 0.5 ||
        isMostOf(evidence, outline, region) ||
        (count >= 5 && evidence.run >= 0.6 && evidence.own >= 0.6 && weight >= 0.35)
      )
  }
}

/** Whether a region is hardly more than this list, and its title or some of it speak of questions. */
function isMostOf(evidence: Evidence, { blocks, isBank }: Outline, region: Region): boolean {
  const { openings, asking, shape } = evidence
  const isWhole = isBank && region.level < 2 && openings.length >= 5
  if (!/^(?:ordered|bullet)/.test(shape) || (!isWhole && asking < openings.length * 0.25))
    return false
  const texts = blocks
    .slice(region.from, region.to)
    .filter((block) =>
      block.depth === 0 ? block.kind === 'paragraph' || block.kind === 'code' : block.depth === 1,
    )
  return openings.length >= texts.length * 0.7
}

/** Topics that do not ask are questions where something says that they belong to one list. */
function isListOfTopics(evidence: Evidence, outline: Outline): boolean {
  const { openings, run, listed, own, shape } = evidence
  if (outline.isBank || run >= 0.3 || listed >= 0.5) return true
  return openings.length >= 5 && own >= 0.8 && /-(?:numbered|spaced|dotted|escaped)$/.test(shape)
}

/** Whether the inner shape stands inside the answers of the outer one. */
export function holds(outer: Evidence, inner: Evidence, outline: Outline, region: Region): boolean {
  if (outer.score < (outer.shape.startsWith('line') ? 0.5 : 0.4)) return false
  const level = levelOf(outer)
  const starts = new Set(outer.openings.map(({ block }) => block))
  if (levelOf(inner) < level) return false
  const inners = new Set(inner.openings.map(({ block }) => block))
  let current: number | undefined
  let inside = 0
  const holders = new Set<number>()
  for (let at = region.from; at < region.to; at++) {
    const block = outline.blocks[at]
    if (starts.has(at)) current = at
    else if (inners.has(at) && current !== undefined) {
      inside++
      holders.add(current)
    } else if (block?.kind === 'heading' && (level === 7 || block.level < level))
      current = undefined
    else if (block?.kind === 'details-close' && level === 7) current = undefined
  }
  if (inside / inner.openings.length < 0.7) return false
  const coverage = holders.size / outer.openings.length
  return inner.score < outer.score + (coverage < 0.5 ? 0.3 : 0.1)
}

/** The heading level of a shape's openings; 7 if they are no headings. */
export function levelOf(evidence: Evidence): number {
  return evidence.openings[0]?.level || 7
}
