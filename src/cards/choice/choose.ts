import { plain } from '../blocks/inline.ts'
import { leadsTo, weigh } from './evidence.ts'
import { holds, isGoodEnough, levelOf, narrowed } from './fitness.ts'
import { joined } from './joined.ts'
import { leadOf } from './numbering.ts'
import { mainRun } from './numbers-run.ts'
import { between } from './outline.ts'
import type { Scope } from './scopes.ts'
import type { ChosenShape, Evidence, Opening, Outline, QuestionShape, Region } from './shape.ts'
import { shapeNamed } from './shapes.ts'
import { leftBy } from './unexplained.ts'
import { weights } from './weights.ts'
import { wordingOf } from './wording.ts'

/** Decides which shapes are questions, for the document and for the parts of it that differ. */
export function choose(outline: Outline, scopes: readonly Scope[] = []): readonly ChosenShape[] {
  const isFree = (opening: Opening) =>
    scopes.every(({ region }) => opening.block < region.from || opening.block >= region.to)
  const free = { ...outline, openings: outline.openings.filter(isFree) }
  const ordered = scopes.flatMap((scope) => orderedIn(outline, scope))
  if (scopes.some(({ region }) => region.level === 0)) return ordered
  return [...chooseFreely(free), ...ordered].sort((a, b) => a.region.from - b.region.from)
}

/** The shapes an owner asked for, on their word. */
function orderedIn(outline: Outline, { region, shapes }: Scope): readonly ChosenShape[] {
  const title = outline.title === undefined ? [] : [outline.title]
  const all = [...title, ...within(outline.openings, region)]
  return shapes.flatMap((name) => {
    const shape = shapeNamed(name)
    if (shape === undefined) return []
    const openings = all.filter((opening) => opening.shapes.includes(shape))
    return openings.length === 0 ? [] : [{ region, evidence: weigh(shape, openings, outline) }]
  })
}

function chooseFreely(outline: Outline): readonly ChosenShape[] {
  const whole = { from: 0, to: outline.blocks.length, level: 0 }
  const choices = chooseIn(outline, whole)
  const { title } = outline
  const all = joined(outline, whole, choices)
  const isRival = choices.some(({ evidence }) => isManyQuestions(evidence, outline))
  if (title === undefined || isRival) return all
  if (title.weight < 1 && !isTaskSheet(outline)) return all
  return orderedIn(outline, { region: whole, shapes: ['title'] })
}

/** A title over "题目" and "答案", once each: the file is one question. */
function isTaskSheet({ blocks, title }: Outline): boolean {
  const heads = blocks.filter(
    (block, at) => block.kind === 'heading' && block.level > 1 && at !== title?.block,
  )
  const top = Math.min(...heads.map(({ level }) => level))
  const texts = heads.filter(({ level }) => level === top).map((block) => plain(block.text))
  const tasks = texts.filter((text) => leadOf(text).kind === 'question' || task.test(text))
  const rest = texts.filter((text) => leadOf(text).kind === 'answer' || wordingOf(text) === 'part')
  return tasks.length === 1 && rest.length >= 1 && tasks.length + rest.length >= texts.length * 0.75
}

const task =
  /^(?:题目(?:描述|要求|内容)?|问题(?:描述)?|面试题|question|problem(?: statement)?|task|prompt)$/i

/** So many plain questions that a title that asks is only a title, the sooner where it speaks of questions. */
function isManyQuestions({ openings, asking, score }: Evidence, { isBank }: Outline): boolean {
  const share = asking / openings.length
  return openings.length >= 4 && share >= 0.7 && score >= (isBank ? 0.5 : 0.75)
}

function chooseIn(outline: Outline, region: Region): readonly ChosenShape[] {
  const winner = winnerIn(outline, region)
  if (winner === undefined)
    return sectionsOf(outline, region, 7).flatMap((section) => chooseIn(outline, section))
  const choices: ChosenShape[] = []
  const kept = coveredBy(outline, region, winner, choices)
  return [{ region, evidence: { ...winner, openings: kept } }, ...choices]
}

/** The openings of the winner in the sections it holds; other sections choose for themselves. */
function coveredBy(
  outline: Outline,
  region: Region,
  winner: Evidence,
  choices: ChosenShape[],
): readonly Opening[] {
  const level = levelOf(winner)
  const sections = sectionsOf(outline, region, level)
  const mine = within(winner.openings, region)
  if (sections.length === 0 || !areAreas(outline, sections, mine)) return mine
  const first = sections[0]?.from ?? region.to
  const kept = mine.filter((opening) => opening.block < first)
  const intro = { ...region, to: first }
  if (kept.length === 0 && isAskedThroughout(winnerIn(outline, intro))) {
    choices.push(...chooseIn(outline, intro))
  }
  for (const section of grouped(sections, mine, outline, region)) {
    const here = within(mine, section)
    if (here.length === 0 || isOverruled(section, here, outline, winner)) {
      choices.push(...chooseIn(outline, section).filter((choice) => mayDiffer(choice, level)))
    } else kept.push(...coveredBy(outline, section, winner, choices))
  }
  return kept
}

/** Sections in a row without the winner's are one part where their own headings ask. */
function grouped(
  sections: readonly Region[],
  mine: readonly Opening[],
  outline: Outline,
  { level }: Region,
): readonly Region[] {
  const parts: Region[] = []
  let row: Region[] = []
  const endRow = () => {
    const [first, last] = [row[0], row.at(-1)]
    const whole = first && last && { from: first.from, to: last.to, level }
    if (row.length > 1 && whole && headsAsk(row, outline, whole)) parts.push(whole)
    else parts.push(...row)
    row = []
  }
  for (const section of sections) {
    if (within(mine, section).length === 0) row.push(section)
    else {
      endRow()
      parts.push(section)
    }
  }
  endRow()
  return parts
}

/** Whether the headings of sections are what is asked in them. */
function headsAsk(sections: readonly Region[], outline: Outline, whole: Region): boolean {
  const heads = sections.flatMap(({ from }) => outline.openingAt.get(from) ?? [])
  const asking = heads.filter(({ weight }) => weight >= 0.9).length
  if (asking < 2 || asking < sections.length / 2) return false
  const winner = winnerIn(outline, whole)
  return winner !== undefined && levelOf(winner) === sections[0]?.level
}

/** What is no heading must ask to be more than the text of a heading of the winner's level. */
function mayDiffer({ evidence }: ChosenShape, level: number): boolean {
  if (level === 7 || levelOf(evidence) < 7) return true
  return evidence.asking >= Math.max(3, evidence.openings.length / 2)
}

/** Introductions have lists too; questions before the first heading all ask. */
function isAskedThroughout(winner: Evidence | undefined): boolean {
  return winner !== undefined && winner.asking >= winner.openings.length * 0.8
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
  const holding = sections.filter((section) => within(mine, section).length > 0)
  return (
    parts.length < sections.length / 2 ||
    holding.every(({ from }) => leadsTo(outline.blocks, from, starts))
  )
}

/** Whether another shape explains a section far better than the winner. */
function isOverruled(
  section: Region,
  here: readonly Opening[],
  outline: Outline,
  winner: Evidence,
): boolean {
  const local = winnerIn(outline, section)
  if (local === undefined || local.shape === winner.shape || local.openings.length < 3) return false
  return local.score > weigh(winner.shape, here, outline).score + 0.25
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

function within(openings: readonly Opening[], region: Region): readonly Opening[] {
  return between(openings, region.from, region.to)
}

/** The shape with the best evidence in a region, if any is good enough. */
function winnerIn(outline: Outline, region: Region): Evidence | undefined {
  const good = narrowed(weighedIn(outline, region)).filter((evidence) =>
    isGoodEnough(evidence, outline, region),
  )
  if (good.length < 2) return good[0]
  const ranked = good
    .map((evidence) => withLeft(evidence, outline, region))
    .sort((a, b) => b.score - a.score)
  let best = ranked[0]
  for (let turn = 0; best !== undefined && turn < ranked.length; turn++) {
    const inner: Evidence = best
    const outer = ranked.find(
      (evidence) => evidence !== inner && holds(evidence, inner, outline, region),
    )
    if (outer === undefined) break
    best = outer
  }
  return best
}

/** The evidence with what the shape would leave unexplained. */
export function withLeft(evidence: Evidence, outline: Outline, region: Region): Evidence {
  const { shape, openings, score } = evidence
  const left = leftBy(shape.cards(openings, shape, outline), outline, region)
  return { ...evidence, left, score: score - weights.left * left }
}

/** Each shape in a region with what speaks for it. */
export function weighedIn(outline: Outline, region: Region): readonly Evidence[] {
  const byShape = new Map<QuestionShape, Opening[]>()
  for (const opening of within(outline.openings, region)) {
    if (opening.level > 0 && opening.level <= region.level) continue
    for (const shape of opening.shapes) {
      const same = byShape.get(shape)
      if (same === undefined) byShape.set(shape, [opening])
      else same.push(opening)
    }
  }
  return [...byShape].map(([shape, openings]) =>
    weigh(shape, mainRun(withoutNested(openings, outline)), outline),
  )
}

/** Without the headings inside the items of an outline whose items are headings too. */
function withoutNested(openings: readonly Opening[], { blocks }: Outline): readonly Opening[] {
  const outer = openings.filter(({ block }) => (blocks[block]?.depth ?? 0) < 2)
  return outer.length < 2 ? openings : outer
}
