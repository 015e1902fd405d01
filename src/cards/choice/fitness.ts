import type { NoteBlock } from '../blocks/block.ts'
import { areAreasOfLines, areAreasOfTopics } from './areas-of-topics.ts'
import type { Bar, Evidence, Outline, QuestionShape, Region } from './shape.ts'

/** Of a wide shape and its narrower forms only the one that fits better. */
export function narrowed(all: readonly Evidence[]): readonly Evidence[] {
  return all.filter((wide) => {
    if (all.some((other) => other.shape.wider === wide.shape && fits(other, wide))) return false
    const outer = all.find((other) => wide.shape.wider === other.shape)
    return outer === undefined || fits(wide, outer)
  })
}

function fits(narrow: Evidence, wide: Evidence): boolean {
  const share = narrow.openings.length / wide.openings.length
  if (narrow.openings.length < 2 || partsCount(narrow, wide)) return false
  if (isOutgrown(narrow, wide)) return false
  return share >= 0.5 ? narrow.score >= wide.score - 0.05 : narrow.score > wide.score + 0.15
}

/** Whether more headings of the level follow behind the last of a numbered form: its writer gave up counting. */
function isOutgrown(narrow: Evidence, wide: Evidence): boolean {
  if (!narrow.shape.isNumbered || levelOf(wide) === 7 || wide.own < 0.5) return false
  const last = narrow.openings.at(-1)?.block ?? 0
  const behind = wide.openings.filter(({ block }) => block > last)
  return behind.length > narrow.openings.length
}

/** Whether the narrow form parts lists that are counted through: most it leaves out is the next number. */
function partsCount(narrow: Evidence, wide: Evidence): boolean {
  if (!wide.openings.every(({ level, lead }) => level === 0 && lead.number !== undefined))
    return false
  const own = new Set(narrow.openings)
  const left = wide.openings.filter((one) => !own.has(one))
  const next = wide.openings.filter((one, index) => {
    const before = wide.openings[index - 1]
    if (before === undefined || own.has(before) === own.has(one)) return false
    return one.lead.number === (before.lead.number ?? 0) + 1
  })
  return left.length > 0 && next.length >= left.length / 2
}

/** Whether the evidence lets a shape be a question at all. */
export function isGoodEnough(evidence: Evidence, outline: Outline, region: Region): boolean {
  return evidence.shape.enough.some((bar) => reaches(evidence, bar, outline, region))
}

function reaches(evidence: Evidence, bar: Bar, outline: Outline, region: Region): boolean {
  const { count, share = 0, score = -1, weight = -1, where } = bar
  if (evidence.openings.length < count || shareAsking(evidence) < share) return false
  if (evidence.score < score || evidence.weight <= weight) return false
  return where === undefined || where(evidence, outline, region)
}

/** A single section below the title that asks and has its answer. */
export function isLoneSection(evidence: Evidence, _outline: Outline, region: Region): boolean {
  return evidence.own === 1 && region.level === 0 && levelOf(evidence) > 1
}

/** Few of them come again and again, as the same parts of many answers do. */
export function areVaried({ repeated }: Evidence): boolean {
  return repeated < 0.35
}

/** Topics that one run of numbers goes through, each with a text below. */
export function isNumberedRun({ openings, run, own, weight }: Evidence): boolean {
  return openings.length >= 5 && run >= 0.6 && own >= 0.6 && weight >= 0.28
}

/** Lines that one long run of numbers goes through, in a file that says it holds questions. */
export function isRunOfBank(
  { openings, run, shape, weight }: Evidence,
  { isBank }: Outline,
): boolean {
  return isBank && shape.isNumbered && openings.length >= 10 && run >= 0.85 && weight >= 0.28
}

/** Whether a region is hardly more than this list, and its title or some of it speak of questions. */
export function isMostOfRegion(
  { openings, asking }: Evidence,
  { blocks, isBank }: Outline,
  region: Region,
): boolean {
  const isWhole = isBank && region.level < 2 && openings.length >= 5
  if (!isWhole && asking < openings.length * 0.25) return false
  const texts = blocks
    .slice(region.from, region.to)
    .filter((block) =>
      block.depth === 0 ? block.kind === 'paragraph' || block.kind === 'code' : block.depth === 1,
    )
  return openings.length >= texts.length * 0.7
}

/** Whether a region is an outline: bullets within bullets, and hardly any text beside them. */
export function isMostOfOutline(
  { openings }: Evidence,
  { blocks }: Outline,
  region: Region,
): boolean {
  const here = blocks.slice(region.from, region.to)
  const outside = here.filter(({ kind, depth }) => depth === 0 && kind === 'paragraph').length
  const deep = here.filter(({ kind, depth }) => depth > 1 && kind === 'item').length
  return outside * 4 < openings.length && openings.length * 3 > deep
}

/** Topics that do not ask are questions where something says that they belong to one list. */
export function areTopicsOfOneList(evidence: Evidence, outline: Outline): boolean {
  const { openings, run, listed, own, shape, repeated, weight } = evidence
  if (areAreasOfLines(evidence, outline)) return false
  if (outline.isBank || run >= 0.3 || listed >= 0.5) return !areAreasOfTopics(evidence, outline)
  // a whole file of titled notes, none of them a mere part such as "Summary"
  const least = own === 1 ? 6 : 8
  if (openings.length >= least && own >= 0.7 && repeated < 0.1 && weight > 0.25) return true
  return openings.length >= 5 && own >= 0.8 && shape.isNumbered
}

/** Whether the inner shape stands inside the answers of the outer one. */
export function holds(outer: Evidence, inner: Evidence, outline: Outline, region: Region): boolean {
  // where neither asks, the outer titles with texts of their own are the notes
  const neitherAsks = outer.own >= 0.6 && shareAsking(inner) < 0.2 && !asksMore(inner, outer)
  const least = outer.shape.holdsFrom ?? (neitherAsks ? 0.3 : 0.4)
  // one sub-heading that asks does not make a series of titled notes its chapters
  const isLone = inner.openings.length === 1 && outer.openings.length >= 4
  if (outer.score < least && !isLone) return false
  if (outer.shape.ends !== 'fold' && levelOf(inner) < levelOf(outer)) return false
  // where two stand in turn, the titles that are counted are the first
  if (areCounted(inner) && firstOf(inner) < firstOf(outer)) return false
  const { inside, holders, allAsk } = nesting(outer, inner, outline, region)
  if (inside / inner.openings.length < 0.7) return false
  // a task below each of the titles is what that title asks
  if (isLone || (areCounted(outer) && holders >= inside * 0.9)) return true
  // what asks inside the answer of one that asks is its outline
  const isRare = holders / outer.openings.length < 0.5 || (allAsk && inner.shape.ends === 'item')
  return inner.score < outer.score + (isRare ? 0.3 : neitherAsks ? 0.2 : 0.1)
}

/** Titles that one long run of numbers goes through. */
function areCounted({ run }: Evidence): boolean {
  return run >= 0.9
}

function firstOf({ openings }: Evidence): number {
  return openings[0]?.block ?? 0
}

function shareAsking({ asking, openings }: Evidence): number {
  return asking / openings.length
}

function asksMore(one: Evidence, other: Evidence): boolean {
  return shareAsking(one) > shareAsking(other)
}

/** How many openings of the inner shape stand below ones of the outer, below how many, and whether all these ask. */
function nesting(
  outer: Evidence,
  inner: Evidence,
  { blocks }: Outline,
  region: Region,
): { readonly inside: number; readonly holders: number; readonly allAsk: boolean } {
  const level = levelOf(outer)
  const starts = new Set(outer.openings.map(({ block }) => block))
  const inners = new Set(inner.openings.map(({ block }) => block))
  const holders = new Set<number>()
  let current: number | undefined
  let inside = 0
  for (let at = region.from; at < region.to; at++) {
    const block = blocks[at]
    if (starts.has(at)) current = at
    else if (inners.has(at) && current !== undefined) {
      inside++
      holders.add(current)
    } else if (block !== undefined && ends(block, outer.shape, level)) current = undefined
  }
  const asking = outer.openings.filter(({ block, weight }) => weight >= 0.9 && holders.has(block))
  return { inside, holders: holders.size, allAsk: asking.length === holders.size }
}

function ends(block: NoteBlock, shape: QuestionShape, level: number): boolean {
  if (shape.ends === 'fold') return block.kind === 'details-close'
  if (block.kind === 'heading') return level === 7 || block.level < level
  return block.kind === 'details-close' && level === 7
}

/** The heading level of a shape's openings; 7 if they are no headings. */
export function levelOf(evidence: Evidence): number {
  return evidence.openings[0]?.level || 7
}
