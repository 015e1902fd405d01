import type { NoteBlock } from '../blocks/block.ts'
import { rowsTo } from '../blocks/html.ts'
import { plain } from '../blocks/inline.ts'
import { isThin, leadsTo } from '../choice/evidence.ts'
import { isAnswerLabel } from '../choice/numbering.ts'
import type { ChosenShape, Opening, Outline } from '../choice/shape.ts'
import { type CardStart, startsOf } from '../choice/starts.ts'
import { pointsBelow } from '../choice/wording.ts'
import { reading, wholeLink } from '../ways/asked.ts'
import { isMark } from './marks.ts'
import { isOwnSection } from './sections.ts'

/** A card's place: its opening, and the blocks that follow up to `to`. */
export type Cut = {
  readonly opening: Opening
  /** First line: of the `<details>` around a summary, else of the question. */
  readonly line: number
  /** Blocks behind the opening that belong to the card. */
  readonly content: readonly NoteBlock[]
  /** Its marks, which may stand behind all content. */
  readonly marks: readonly NoteBlock[]
  readonly topics: readonly string[]
}

/** Cuts the chosen openings into cards that never overlap. */
export function cutsOf(outline: Outline, choices: readonly ChosenShape[]): readonly Cut[] {
  const whole = choices.find(({ evidence }) => evidence.shape.ends === 'document')?.evidence
    .openings[0]
  if (whole !== undefined) {
    const below = outline.blocks.slice(whole.block + 1)
    return [{ opening: whole, line: whole.line, ...contentOf(below), topics: [] }]
  }
  const starts = startsOf(outline, choices)
  const cuts: Cut[] = []
  const areas: NoteBlock[] = []
  const areaLevels = levelsOfAreas(outline, starts)
  const last = [...starts.keys()].reduce((one, other) => Math.max(one, other), 0)
  const plan = { outline, starts, areas, areaLevels, last, heldLevels: new Set<number>() }
  for (let at = 0; at < outline.blocks.length; at++) {
    const block = outline.blocks[at]
    const start = starts.get(at)
    if (block?.kind === 'heading' && start === undefined) enter(areas, block)
    if (block === undefined || start === undefined) continue
    const stop = stopOf(plan, at, start)
    cuts.push(...cutsAt(plan, at, stop, start))
    at = stop - 1
  }
  return cuts
}

type Plan = {
  readonly outline: Outline
  readonly starts: ReadonlyMap<number, CardStart>
  /** Headings above the current block. */
  readonly areas: NoteBlock[]
  /** Levels of headings with a card directly below. */
  readonly areaLevels: ReadonlySet<number>
  /** Block of the last card. */
  readonly last: number
  /** Levels of headings that answers were seen to hold, though they are no lower than their card's. */
  readonly heldLevels: Set<number>
}

function cutsAt(plan: Plan, at: number, stop: number, start: CardStart): readonly Cut[] {
  const { blocks } = plan.outline
  const level = blocks[at]?.level || 7
  const areas = plan.areas.filter((area) => area.level < level)
  const topics = areas.map(titleOf).filter((title) => title !== '')
  const content = contentOf(blocks.slice(at + 1, stop))
  return start.openings.map((opening) => ({
    opening,
    line: start.ends === 'fold' ? foldLine(blocks, at, opening) : opening.line,
    ...content,
    topics,
  }))
}

function contentOf(blocks: readonly NoteBlock[]): Pick<Cut, 'content' | 'marks'> {
  const marks = blocks.filter((block) => block.kind === 'comment' && isMark(block.text))
  return { content: trimmed(blocks), marks }
}

/** Levels on which most headings that open no card have one directly below. */
function levelsOfAreas(
  { blocks, asides }: Outline,
  starts: ReadonlyMap<number, CardStart>,
): ReadonlySet<number> {
  const balance = new Map<number, number>()
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading' || starts.has(at) || asides.has(at)) continue
    const step = leadsTo(blocks, at, starts) ? 1 : -1
    balance.set(block.level, (balance.get(block.level) ?? 0) + step)
  }
  return new Set([...balance].filter(([, surplus]) => surplus >= 0).map(([level]) => level))
}

function enter(areas: NoteBlock[], heading: NoteBlock): void {
  while ((areas.at(-1)?.level ?? 0) >= heading.level) areas.pop()
  areas.push(heading)
}

function titleOf(heading: NoteBlock): string {
  const { text, lead } = reading(heading.text)
  // a heading that only says "题目" names its area all the same
  return (lead.style === 'dotted' ? lead.rest : text || plain(heading.text)).replace(/[:：]$/, '')
}

function foldLine(blocks: readonly NoteBlock[], at: number, opening: Opening): number {
  const before = blocks[at - 1]
  return before?.kind === 'details-open' ? before.line : opening.line
}

/** The block before which the card at `at` ends. */
function stopOf(plan: Plan, at: number, start: CardStart): number {
  if (start.ends === 'block') return at + 1
  const { starts } = plan
  const { blocks } = plan.outline
  const base = start.ends === 'fold' ? 1 : 0
  let open = base
  for (let next = at + 1; next < blocks.length; next++) {
    const block = blocks[next]
    if (block === undefined) break
    if (starts.has(next)) return opensFold(blocks, next) && open > base ? next - 1 : next
    if (block.kind === 'details-open') open++
    if (block.kind === 'details-close') open--
    if (open < 0) return next
    if (open < base) return next + 1
    if (block.kind === 'heading' && open === base && isBoundary(plan, at, next)) return next
    if (start.ends === 'item' && leavesItem(blocks[at], block)) return next
    if (start.ends === 'list' && leavesList(start, blocks[at], block)) return next
  }
  return blocks.length
}

function opensFold(blocks: readonly NoteBlock[], at: number): boolean {
  return blocks[at]?.kind === 'summary' && blocks[at - 1]?.kind === 'details-open'
}

/** A bullet of an outline ends with the next that is not deeper. */
function leavesItem(item: NoteBlock | undefined, block: NoteBlock): boolean {
  const depth = item?.depth ?? 0
  return block.depth < depth || (block.depth === depth && block.marker !== undefined)
}

/** Text below a list is not its last item's, unless that asks about the code that follows. */
function leavesList(start: CardStart, item: NoteBlock | undefined, block: NoteBlock): boolean {
  if (item?.kind !== 'item' || item.depth !== 1 || start.isLoose) return false
  if (block.depth > 0 || isThin(block)) return false
  if (block.kind === 'quote' || isAnswerLabel(block)) return false
  return (
    !(block.kind === 'code' || block.kind === 'table') ||
    !start.openings.some(({ text }) => pointsBelow(text))
  )
}

function isBoundary(plan: Plan, at: number, next: number): boolean {
  const { blocks } = plan.outline
  const card = blocks[at]
  const block = blocks[next]
  if (card === undefined || block === undefined) return true
  const isArea = leadsTo(blocks, next, plan.starts)
  if (isArea || block.depth > 0) {
    const ends = isArea || plan.outline.asides.has(next)
    return ends && (card.level === 0 || block.level <= card.level)
  }
  if (plan.starts.get(at)?.ends === 'fold') return false
  const level = card.level || areaLevelAt(plan)
  if (plan.outline.asides.has(next)) {
    // below cards that are no headings, "## Resources" is the document's, whatever stands above
    const least = card.level === 0 ? Math.max(level, 2) : level
    return block.level <= least && !goesOn(plan, at, next)
  }
  if (card.level === 0) return block.level <= level
  if (block.level > card.level) return false
  if (block.level === card.level) return closes(plan, at, next)
  return plan.areaLevels.has(block.level) || !goesOn(plan, at, next)
}

/** Whether a heading beside the last card's ends the file, as no answer before held one like it. */
function closes(plan: Plan, at: number, next: number): boolean {
  const { blocks } = plan.outline
  const level = blocks[next]?.level ?? 0
  if (at < plan.last) plan.heldLevels.add(level)
  if (plan.heldLevels.has(level)) return false
  if (isOwnSection(plain(blocks[next]?.text ?? ''))) return false
  return blocks.slice(at + 1, next).some((block) => !isThin(block))
}

/** The level of the areas around a card that is no heading. */
function areaLevelAt({ areaLevels, areas }: Plan): number {
  return areaLevels.size > 0 ? Math.max(...areaLevels) : (areas.at(-1)?.level ?? 6)
}

/** Whether a higher heading still belongs to the answer: it has a text, and the numbers run on. */
function goesOn(plan: Plan, at: number, next: number): boolean {
  const { outline, starts, heldLevels } = plan
  const { blocks } = outline
  const heading = blocks[next]
  const number = starts.get(at)?.openings[0]?.lead.number
  if (number === undefined || heading === undefined || heading.level === 1) return false
  let own = 0
  for (let later = next + 1; later < Math.min(blocks.length, next + 400); later++) {
    const start = starts.get(later)
    if (start !== undefined) {
      const isHeld = own > 0 && start.openings[0]?.lead.number === number + 1
      if (isHeld) heldLevels.add(heading.level)
      return isHeld
    }
    const block = blocks[later]
    if (block !== undefined && !isThin(block)) own++
  }
  return own > 0 && heldLevels.has(heading.level)
}

/** The blocks without what only separates cards. */
function trimmed(blocks: readonly NoteBlock[]): readonly NoteBlock[] {
  let end = blocks.length
  while (end > 0) {
    const block = blocks[end - 1]
    if (block === undefined || !(isThin(block) || isBackLink(block))) break
    end--
  }
  return blocks.slice(0, rowsTo(blocks, end - 1) + 1)
}

const backToTop =
  /^(?:[\W_]*)(?:back to (?:the )?top|回到(?:顶部|目录)|返回(?:顶部|目录)|top)[\W_]*$/i

/** `[⬆ Back to top](#top)` and its like. */
export function isBackLink(block: NoteBlock): boolean {
  if (block.kind !== 'paragraph') return false
  const text = block.text.replace(/^\[(\[.*)\]$/s, '$1').trim()
  const target = wholeLink(text)
  if (target?.startsWith('#')) return true
  return (
    (/top|顶部|目录/i.test(text) && backToTop.test(plain(text).slice(0, 80))) ||
    /^[*_[(\s]*\[+\s*(?:⬆|↑|↥|🔝|\[↑\])[^\n]{0,80}\]\(#[^)]*\)\]?[*_\s]*$/u.test(text)
  )
}
