import type { Block } from './block.ts'
import { type Evidence, leadsTo, type Region, weigh } from './evidence.ts'
import { keyOf, plain } from './inline.ts'
import { leadOf } from './numbering.ts'
import type { Opening } from './openings.ts'
import { mainRun } from './run.ts'

/** A shape chosen for a region, with the evidence for it. */
export type Choice = { readonly region: Region; readonly evidence: Evidence }

export type Outline = {
  readonly blocks: readonly Block[]
  readonly openings: readonly Opening[]
  /** Keys of the texts that tables of contents name. */
  readonly contents: ReadonlySet<string>
  /** Whether title or file name speak of interviews or questions. */
  readonly isBank: boolean
  readonly openingAt: ReadonlyMap<number, Opening>
  /** The title of the file, which may be its only question. */
  readonly title: Opening | undefined
}

/** Decides which shapes are questions, for the document and for the parts of it that differ. */
export function choose(outline: Outline): readonly Choice[] {
  const whole = { from: 0, to: outline.blocks.length, level: 0 }
  const choices = chooseIn(outline, whole)
  const { title } = outline
  if (title?.weight !== 1 || choices.some(({ evidence }) => isManyQuestions(evidence)))
    return choices
  const evidence = weigh('title', [title], outline.blocks, outline.openingAt, outline.contents)
  return [{ region: whole, evidence }]
}

/** So many plain questions that a title that asks is only a title. */
function isManyQuestions({ openings, asking, score }: Evidence): boolean {
  return openings.length >= 4 && asking / openings.length >= 0.7 && score >= 0.75
}

function chooseIn(outline: Outline, region: Region): readonly Choice[] {
  const winner = winnerIn(outline, region)
  if (winner === undefined)
    return sectionsOf(outline, region, 7).flatMap((section) => chooseIn(outline, section))
  const choices: Choice[] = []
  const kept = coveredBy(outline, region, winner, choices)
  return [{ region, evidence: { ...winner, openings: kept } }, ...choices]
}

/** The openings of the winner in the sections it holds; other sections choose for themselves. */
function coveredBy(
  outline: Outline,
  region: Region,
  winner: Evidence,
  choices: Choice[],
): readonly Opening[] {
  const level = levelOf(winner)
  const sections = sectionsOf(outline, region, level)
  const mine = within(winner.openings, region)
  if (sections.length === 0) return mine
  if (level === 7 && !areAreas(outline, sections, mine)) return mine
  const first = sections[0]?.from ?? region.to
  const kept = mine.filter((opening) => opening.block < first)
  for (const section of sections) {
    const here = within(mine, section)
    const local = winnerIn(outline, section)
    if (here.length === 0 || (local !== undefined && overrules(local, here, outline, winner))) {
      choices.push(...chooseIn(outline, section))
    } else kept.push(...coveredBy(outline, section, winner, choices))
  }
  return kept
}

/** Whether these sections are areas of questions, not parts of the answers to the winner's. */
function areAreas(
  outline: Outline,
  sections: readonly Region[],
  mine: readonly Opening[],
): boolean {
  const starts = new Set(mine.map(({ block }) => block))
  const first = mine[0]?.block ?? 0
  const parts = sections.filter(
    ({ from }) => from > first && !leadsTo(outline.blocks, from, starts),
  )
  return parts.length < sections.length / 2
}

function overrules(
  local: Evidence,
  here: readonly Opening[],
  outline: Outline,
  winner: Evidence,
): boolean {
  if (local.shape === winner.shape || local.openings.length < 3) return false
  const mine = weigh(winner.shape, here, outline.blocks, outline.openingAt, outline.contents)
  return local.score > mine.score + 0.25
}

/** Sections under the outermost headings of a region, if these stand above `level`. */
function sectionsOf(outline: Outline, region: Region, level: number): readonly Region[] {
  const heads: number[] = []
  let top = level
  for (let at = region.from; at < region.to; at++) {
    const block = outline.blocks[at]
    if (block?.kind !== 'heading' || block.depth > 0 || block.level <= region.level) continue
    if (block.level > top || block.level >= level) continue
    if (block.level < top) heads.length = 0
    top = block.level
    heads.push(at)
  }
  return heads.map((from, index) => ({ from, to: heads[index + 1] ?? region.to, level: top }))
}

function levelOf(evidence: Evidence): number {
  return evidence.openings[0]?.level || 7
}

function within(openings: readonly Opening[], region: Region): readonly Opening[] {
  return openings.filter(({ block }) => block >= region.from && block < region.to)
}

/** The shape with the best evidence in a region, if any is good enough. */
function winnerIn(outline: Outline, region: Region): Evidence | undefined {
  const weighed = weighedIn(outline, region)
  const ranked = narrowed(weighed)
    .filter((evidence) => isGoodEnough(evidence, outline))
    .sort((a, b) => b.score - a.score)
  let best = ranked[0]
  for (let turn = 0; best !== undefined && turn < ranked.length; turn++) {
    const inner: Evidence = best
    const outer = ranked.find((evidence) => evidence !== inner && holds(evidence, inner, outline))
    if (outer === undefined) break
    best = outer
  }
  return best
}

function weighedIn(outline: Outline, region: Region): readonly Evidence[] {
  const byShape = new Map<string, Opening[]>()
  for (const opening of within(outline.openings, region)) {
    if (opening.level > 0 && opening.level <= region.level) continue
    for (const shape of opening.shapes) {
      const same = byShape.get(shape)
      if (same === undefined) byShape.set(shape, [opening])
      else same.push(opening)
    }
  }
  return [...byShape].map(([shape, openings]) =>
    weigh(shape, mainRun(openings), outline.blocks, outline.openingAt, outline.contents),
  )
}

/** Of a wide shape and its narrower forms only the one that fits better. */
function narrowed(all: readonly Evidence[]): readonly Evidence[] {
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

function isGoodEnough(evidence: Evidence, outline: Outline): boolean {
  const { openings, asking, score, weight, repeated } = evidence
  const count = openings.length
  const share = asking / count
  const kind = evidence.shape.split('-', 1)[0]
  switch (kind) {
    case 'heading':
      if (count < 2) return share === 1 && evidence.own === 1 && (openings[0]?.level ?? 1) > 1
      return score >= 0.33 && weight > 0.1 && (share >= 0.15 || isListOfTopics(evidence, outline))
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
        share >= 0.5 || (count >= 5 && evidence.run >= 0.6 && evidence.own >= 0.6 && weight >= 0.35)
      )
  }
}

/** Topics that do not ask are questions where something says that they belong to one list. */
function isListOfTopics(evidence: Evidence, outline: Outline): boolean {
  const { openings, run, listed, own, shape } = evidence
  if (outline.isBank || run >= 0.3 || listed >= 0.5) return true
  return openings.length >= 5 && own >= 0.8 && /-(?:numbered|spaced|escaped)$/.test(shape)
}

/** Whether the inner shape stands inside the answers of the outer one. */
function holds(outer: Evidence, inner: Evidence, outline: Outline): boolean {
  if (outer.shape.split('-')[0] === 'line' || outer.score < 0.4) return false
  const level = levelOf(outer)
  const starts = new Set(outer.openings.map(({ block }) => block))
  const innerLevel = levelOf(inner)
  if (innerLevel < level) return false
  const inners = new Set(inner.openings.map(({ block }) => block))
  let current: number | undefined
  let inside = 0
  const holders = new Set<number>()
  for (const [at, block] of outline.blocks.entries()) {
    if (starts.has(at)) current = at
    else if (inners.has(at) && current !== undefined) {
      inside++
      holders.add(current)
    } else if (block.kind === 'heading' && block.level < level && level < 7) current = undefined
    else if (level === 7 && (block.kind === 'heading' || block.kind === 'details-close'))
      current = undefined
  }
  if (inside / inner.openings.length < 0.7) return false
  const coverage = holders.size / outer.openings.length
  return inner.score < outer.score + (coverage < 0.5 ? 0.3 : 0.1)
}

/** The texts that lists of links into this page name. */
export function contentsOf(
  blocks: readonly Block[],
  lines: readonly string[],
): ReadonlySet<string> {
  const names = new Set<string>()
  for (const block of blocks) {
    if (block.kind !== 'item' && block.kind !== 'paragraph' && block.kind !== 'table') continue
    for (let at = block.line; at <= block.end; at++) {
      const line = (lines[at] ?? '').slice(0, 4000)
      if (!line.includes('](#')) continue
      for (const link of line.matchAll(/\[((?:[^[\]]|\[[^[\]]{0,200}\]){1,400})\]\(#/g)) {
        const text = plain(link[1] ?? '')
        names.add(keyOf(text)).add(keyOf(leadOf(text).rest))
      }
    }
  }
  return names
}
