import type { Block } from './block.ts'
import type { Choice, Outline } from './choose.ts'
import { isThin } from './evidence.ts'
import { plain, withoutOrnament } from './inline.ts'
import { leadOf } from './numbering.ts'
import { type Opening, wholeLink } from './openings.ts'
import { wordingOf } from './wording.ts'

/** A card's place: its opening, and the blocks that follow up to `to`. */
export type Cut = {
  readonly opening: Opening
  /** First line: of the `<details>` around a summary, else of the question. */
  readonly line: number
  /** Blocks behind the opening that belong to the card. */
  readonly content: readonly Block[]
  readonly topics: readonly string[]
}

/** Cuts the chosen openings into cards that never overlap. */
export function cutsOf(outline: Outline, choices: readonly Choice[]): readonly Cut[] {
  const whole = choices.find(({ evidence }) => evidence.shape === 'title')?.evidence.openings[0]
  if (whole !== undefined) {
    const content = trimmed(outline.blocks.slice(whole.block + 1))
    return [{ opening: whole, line: whole.line, content, topics: [] }]
  }
  const chosen = new Map<number, Opening[]>()
  for (const { evidence } of choices) {
    for (const opening of evidence.openings) {
      if (!isCard(opening, evidence.shape)) continue
      const same = chosen.get(opening.block)
      if (same === undefined) chosen.set(opening.block, [opening])
      else same.push(opening)
    }
  }
  const cuts: Cut[] = []
  const areas: Block[] = []
  const blocks = outline.blocks
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (block === undefined) break
    const openings = chosen.get(at)
    if (openings === undefined) {
      if (block.kind === 'heading') enter(areas, block)
      continue
    }
    const level = block.level || 7
    const topics = areas.filter((area) => area.level < level).map(titleOf)
    const stop = block.kind === 'table' ? at + 1 : stopOf(outline, at, chosen)
    for (const opening of openings) {
      const content = trimmed(blocks.slice(at + 1, stop))
      cuts.push({ opening, line: firstLine(blocks, at, opening), content, topics })
    }
    at = stop - 1
  }
  return cuts
}

function isCard(opening: Opening, shape: string): boolean {
  if (opening.text === '') return opening.lead.kind === 'question'
  const wording = wordingOf(opening.text)
  if (shape === 'line' || shape.startsWith('bold') || shape.startsWith('line'))
    return opening.weight >= 0.5 || (shape !== 'line' && wording === 'topic')
  return (
    (wording !== 'part' && wording !== 'apparatus') ||
    (/-(?:numbered|escaped|labelled)$|^label/.test(shape) && wording !== 'apparatus')
  )
}

function enter(areas: Block[], heading: Block): void {
  while ((areas.at(-1)?.level ?? 0) >= heading.level) areas.pop()
  areas.push(heading)
}

function titleOf(heading: Block): string {
  const text = withoutOrnament(plain(heading.text))
  const lead = leadOf(text)
  return (lead.kind === 'number' && lead.style !== 'spaced' ? lead.rest : text).replace(
    /[:：]$/,
    '',
  )
}

function firstLine(blocks: readonly Block[], at: number, opening: Opening): number {
  if (blocks[at]?.kind !== 'summary') return opening.line
  const before = blocks[at - 1]
  return before?.kind === 'details-open' ? before.line : opening.line
}

/** The block before which the card at `at` ends. */
function stopOf(
  outline: Outline,
  at: number,
  chosen: ReadonlyMap<number, readonly Opening[]>,
): number {
  const { blocks } = outline
  const start = blocks[at]
  const level = start?.level || 7
  let open = start?.kind === 'summary' ? 1 : 0
  for (let next = at + 1; next < blocks.length; next++) {
    const block = blocks[next]
    if (block === undefined) break
    if (chosen.has(next))
      return start?.kind !== 'summary' &&
        blocks[next - 1]?.kind === 'details-open' &&
        block.kind === 'summary'
        ? next - 1
        : next
    if (block.kind === 'details-open') open++
    if (block.kind === 'details-close') {
      open--
      if (open < 0) return next
      if (open === 0 && start?.kind === 'summary') return next + 1
    }
    if (
      block.kind === 'heading' &&
      open === (start?.kind === 'summary' ? 1 : 0) &&
      isBoundary(outline, next, level, chosen)
    )
      return next
  }
  return blocks.length
}

function isBoundary(
  outline: Outline,
  at: number,
  level: number,
  chosen: ReadonlyMap<number, readonly Opening[]>,
): boolean {
  const block = outline.blocks[at]
  if (block === undefined) return true
  if (block.level < level) return true
  if (block.level > level) return false
  if (wordingOf(titleOf(block)) === 'apparatus') return true
  return leadsToCard(outline.blocks, at, chosen)
}

/** Whether nothing but thin blocks stands between a heading and the next card. */
function leadsToCard(
  blocks: readonly Block[],
  at: number,
  chosen: ReadonlyMap<number, readonly Opening[]>,
): boolean {
  for (let next = at + 1; next < blocks.length; next++) {
    const block = blocks[next]
    if (block === undefined || chosen.has(next)) return block !== undefined
    if (!isThin(block) && block.kind !== 'heading') return false
  }
  return false
}

/** The blocks without what only separates cards. */
function trimmed(blocks: readonly Block[]): readonly Block[] {
  let end = blocks.length
  while (end > 0) {
    const block = blocks[end - 1]
    if (block === undefined || !(isThin(block) || isBackLink(block))) break
    end--
  }
  return blocks.slice(0, end)
}

/** `[⬆ Back to top](#top)` and its like. */
export function isBackLink(block: Block): boolean {
  if (block.kind !== 'paragraph') return false
  const text = block.text.replace(/^\[(\[.*)\]$/s, '$1').trim()
  const target = wholeLink(text)
  if (target?.startsWith('#')) return true
  return (
    /^(?:[\W_]*)(?:back to (?:the )?top|回到(?:顶部|目录)|返回(?:顶部|目录)|top)[\W_]*$/i.test(
      plain(text).slice(0, 80),
    ) || /^[*_[(\s]*\[+\s*(?:⬆|↑|↥|🔝|\[↑\])[^\n]{0,80}\]\(#[^)]*\)\]?[*_\s]*$/u.test(text)
  )
}
