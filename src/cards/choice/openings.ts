import type { NoteBlock } from '../blocks/block.ts'
import { keyOf, plain } from '../blocks/inline.ts'
import { reading } from '../ways/asked.ts'
import { withoutPageLinks } from '../ways/page-links.ts'
import { contentsBlocks, goesOnFromBefore } from './asides.ts'
import { listsOf } from './lists.ts'
import { isAnswerLabel, mayBeName } from './numbering.ts'
import { withNumbersApart } from './numbers-apart.ts'
import type {
  FoundOpening,
  Opening,
  OpeningFinder,
  Outline,
  QuestionShape,
  Surroundings,
} from './shape.ts'
import { shapeNamed, shapeRows } from './shapes.ts'
import { endsAsking, weightOf, wordingOf } from './wording.ts'

/** By kind of block, in the order of the rows. */
const finders = new Map<string, readonly OpeningFinder[]>()
for (const { found } of shapeRows) {
  for (const [kind, find] of Object.entries(found)) {
    finders.set(kind, [...(finders.get(kind) ?? []), find])
  }
}

/** Every place where a card could begin, in the order of the document. */
export function openingsOf(
  blocks: readonly NoteBlock[],
  lines: readonly string[],
  asides: ReadonlySet<number>,
): readonly Opening[] {
  const openings: Opening[] = []
  let isAside = false
  let frames = 0
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.depth === 0) isAside = asides.has(at)
    if (isAside && goesOnFromBefore(blocks, at)) isAside = false
    if (block.kind === 'details-open' && (block.text !== '' || frames > 0)) frames++
    if (block.kind === 'details-close' && frames > 0) frames--
    if (isAskedAbove(blocks, at, openings.at(-1))) continue
    const all = foundIn(block, { blocks, at, lines })
    // bare lines in a container are its text
    const found = frames === 0 ? all : all.filter(({ shapes }) => shapes[0]?.opens !== 'never')
    openings.push(...(isAside ? found.filter(standsAlone) : found))
  }
  return withNumbersApart(withoutPageLinks(openings, blocks))
}

/** Whether a block is what the bare label directly above it asks: a label of an answer follows. */
function isAskedAbove(blocks: readonly NoteBlock[], at: number, before?: Opening): boolean {
  if (before === undefined || before.block !== at - 1) return false
  if (before.text !== '' || before.lead.kind !== 'question') return false
  if (blocks[at]?.kind !== 'paragraph') return false
  for (let next = at + 1; next < Math.min(blocks.length, at + farthestAnswer); next++) {
    const block = blocks[next]
    if (block === undefined) return false
    if (isAnswerLabel(block)) return true
    if (block.kind === 'heading' && block.level <= before.level) return false
  }
  return false
}

/** Blocks looked ahead for the label of an answer. */
const farthestAnswer = 20

/** What the first row of the table that finds something makes of a block. */
function foundIn(block: NoteBlock, where: Surroundings): readonly Opening[] {
  for (const find of finders.get(block.kind) ?? []) {
    const all = find(block, where)
    if (all.length === 0) continue
    return all
      .map((one) => asksThroughText(openingOf(one, where.at, block.level), where))
      .map((one) => (isAnswered(one, where) ? withLabel(one) : one))
  }
  return []
}

/** "Limitations" over nothing but a question is the title of a question, not a part of an answer. */
function asksThroughText(opening: Opening, { blocks }: Surroundings): Opening {
  if (opening.weight >= 0 || opening.level === 0 || wordingOf(opening.text) !== 'part') {
    return opening
  }
  const [text, next] = blocks.slice(opening.block + 1, opening.block + 3)
  const isAlone = text?.kind === 'paragraph' && (next === undefined || next.kind === 'heading')
  return isAlone && endsAsking(plain(text.text)) ? { ...opening, weight: 0.3 } : opening
}

/** Whether what asks has a label of an answer directly below it, as good as one of its own. */
function isAnswered({ level, weight }: Opening, { blocks, at }: Surroundings): boolean {
  const next = blocks[at + 1]
  const depth = blocks[at]?.depth ?? 0
  if (level > 0 || depth > 1 || weight < 0.9) return false
  if (next === undefined || !isAnswerLabel(next)) return false
  // an item beside it is one more of a list
  return next.kind !== 'item' || next.depth > depth
}

const label = shapeNamed('label')

function withLabel(opening: Opening): Opening {
  if (label === undefined || opening.shapes.includes(label)) return opening
  return { ...opening, shapes: [...opening.shapes, label] }
}

/** Openings, and what was left out of them. */
type WithoutRepeats = Pick<Outline, 'openings' | 'repeats' | 'named'>

/** Without the lines that only repeat what a heading or its like says: a table of contents. */
export function withoutRepeats(
  openings: readonly Opening[],
  blocks: readonly NoteBlock[],
  asides: ReadonlySet<number>,
): WithoutRepeats {
  const repeats = new Set(contentsBlocks(blocks, asides))
  const isListed = ({ block, shapes }: Opening) =>
    blocks[block]?.kind === 'item' && shapes[0]?.name === 'label'
  const said = new Set(openings.filter((one) => standsAlone(one) && !isListed(one)).map(keyIn))
  const isRepeat = (one: Opening) => (!standsAlone(one) || isListed(one)) && said.has(one.key)
  for (const list of listsOf(openings, blocks)) {
    const again = list.filter(isRepeat)
    const isContents = again.length > 1 && again.length >= list.length * 0.4
    for (const { block } of isContents ? list : again) repeats.add(block)
  }
  const isLeft = ({ block }: Opening) => !repeats.has(block)
  const named = new Set(openings.filter((one) => !isLeft(one)).map(keyIn))
  return { openings: openings.filter(isLeft), repeats, named }
}

function keyIn({ key }: Opening): string {
  return key
}

function standsAlone({ shapes }: Opening): boolean {
  return shapes.some((shape) => shape.standsAlone)
}

/** The title of a file as an opening: of its head, else the first heading if it stands above all. */
export function titleOf(
  head: { readonly title: string | undefined; readonly titleLine: number },
  blocks: readonly NoteBlock[],
): Opening | undefined {
  const heads = blocks.filter((block) => block.kind === 'heading')
  const first = heads[0]
  if (head.title === undefined) {
    if (first === undefined || heads.some((one) => one !== first && one.level <= first.level)) {
      return undefined
    }
    return titleAt(first.text, first.line, first.end, blocks.indexOf(first))
  }
  const { text } = reading(head.title)
  const isFirst = first !== undefined && blocks[0] === first
  const same = isFirst && reading(first.text).text === text
  // the head of a page is dressed for search engines, its heading for readers
  if (isFirst && !same && isDressed(text, reading(first.text).text)) {
    return titleAt(first.text, first.line, first.end, 0)
  }
  return titleAt(head.title, head.titleLine, head.titleLine, same ? 0 : -1)
}

/** Whether a title is another text with keywords around it, behind bars and brackets. */
function isDressed(title: string, text: string): boolean {
  const at = text.length < 4 ? -1 : title.indexOf(text)
  if (at < 0) return false
  const behind = title.slice(at + text.length)
  return (
    /(?:^|[】\])）|｜:：—_·.-])\s*$/.test(title.slice(0, at)) &&
    /^\s*(?:$|[|｜—_(（[【·-])/.test(behind)
  )
}

function titleAt(title: string, line: number, end: number, block: number): Opening {
  const said = { ...reading(title), beside: undefined, rest: undefined }
  return openingOf({ ...said, line, end, shapes: ['title'] }, block, 1)
}

function openingOf(one: FoundOpening, block: number, level: number): Opening {
  const { line, end, text, lead, beside, rest } = one
  const shapes: QuestionShape[] = []
  for (const name of one.shapes) {
    const shape = shapeNamed(name)
    if (shape !== undefined) shapes.push(shape)
  }
  const key = keyOf(text)
  return { block, line, end, shapes, text, lead, key, weight: weightFor(one), level, beside, rest }
}

/** A bare "题目" stands for the question below it. */
function weightFor({ text, lead }: Pick<Opening, 'text' | 'lead'>): number {
  if (text === '' && lead.kind === 'question') return 0.9
  // whether the number is part of a name or not, what stands behind it asks
  return mayBeName(lead) ? Math.max(weightOf(text), weightOf(lead.rest)) : weightOf(text)
}
