import type { Block } from './block.ts'
import type { Cut } from './cut.ts'
import { isBackLink } from './cut.ts'
import { isThin } from './evidence.ts'
import { plain, withoutOrnament } from './inline.ts'
import { dedent, firstInk, indentOf, isBlank } from './lines.ts'
import { isMark } from './marks.ts'
import { leadOf } from './numbering.ts'
import { endsAsQuestion, pointsBelow, weightOf } from './wording.ts'

/** A card's text, taken apart. Lines count from 0. */
export type Parts = {
  readonly question: string
  readonly body: string | undefined
  readonly answer: string | undefined
  readonly keyPoints: readonly string[]
  readonly followUps: readonly string[]
  readonly end: number
}

const keyPointsTitle =
  /^(?:要点|关键点|得分点|答题要点|回答要点|核心要点|采分点|key ?points?|scoring points?)\s*[:：]?$/i
const followUpsTitle =
  /^(?:追问|可能(?:的)?追问|延伸问题|follow-?\s?ups?(?: questions?)?)\s*[:：]?$/i
const placeholder =
  /^(?:\[ \]\s*)?(?:to be (?:completed|done|added|continued)|tbd|todo|wip|coming soon|(?:your |the )?answer(?: goes)? here|add (?:your )?answer|no answer(?: yet)?|n\/?a|待(?:补充|完善|续|更新|整理|填|写|定|办|解答)|未完待续|暂无(?:答案)?|略|无|空|答案(?:待补充)?|补充中|更新中)[\s.。…!！)）]*$/i

/** Divides what stands under an opening. */
export function partsOf(cut: Cut, lines: readonly string[], blocks: readonly Block[]): Parts {
  const { opening } = cut
  if (opening.beside.length > 0 || opening.shapes[0] === 'row') return rowParts(cut)
  const content = [...restOfOpening(cut, blocks), ...cut.content]
  let question = opening.text
  let questionEnd = opening.end
  let start = 0
  const first = content.findIndex((block) => block.kind === 'paragraph')
  if (question === '' && first >= 0) {
    const block = content[first]
    question = withoutOrnament(plain(block?.text ?? ''))
    questionEnd = block?.end ?? questionEnd
    start = first + 1
  }
  const answerFrom = answerStart(question, content, start)
  const asked = content.slice(start, answerFrom)
  const told = content.slice(answerFrom)
  const follow = askedFollowUps(told)
  const answerBlocks = follow.length > 0 ? [] : told
  const sections = specialSections(answerBlocks)
  const answer = markdownOf(answerBlocks, lines, sections.lines)
  const body = markdownOf(asked, lines, new Set())
  const keyPoints = sections.keyPoints
  const answered = (answer !== undefined && !isPlaceholder(answer)) || keyPoints.length > 0
  const lastAsked =
    follow.length > 0 ? told.at(-1)?.end : asked.filter((block) => !isThin(block)).at(-1)?.end
  const end = answered ? content.at(-1)?.end : lastAsked
  return {
    question,
    body,
    answer: answered ? (answer ?? '') : undefined,
    keyPoints,
    followUps: [...follow, ...sections.followUps],
    end: Math.max(questionEnd, end ?? questionEnd),
  }
}

/** Lines of the opening's own block below the question: an answer without a blank line between. */
function restOfOpening(cut: Cut, blocks: readonly Block[]): readonly Block[] {
  const block = blocks[cut.opening.block]
  if (block === undefined || block.end <= cut.opening.end || block.kind === 'summary') return []
  const skipped = cut.opening.end - block.line + 1
  const text = block.text.split('\n').slice(skipped).join('\n')
  return [{ ...block, kind: 'paragraph', line: cut.opening.end + 1, text }]
}

function rowParts(cut: Cut): Parts {
  const cells = cut.opening.beside.filter((cell) => cell !== '')
  const answer = cells.join('\n\n')
  return {
    question: cut.opening.text,
    body: undefined,
    answer: answer === '' || isPlaceholder(answer) ? undefined : answer,
    keyPoints: [],
    followUps: [],
    end: cut.opening.end,
  }
}

/** Index of the first block of the answer. */
function answerStart(question: string, content: readonly Block[], from: number): number {
  const labelled = content.findIndex((block, at) => at >= from && isAnswerLabel(block))
  if (labelled >= 0) return content[labelled - 1]?.kind === 'details-open' ? labelled - 1 : labelled
  let at = from
  const points = pointsBelow(question)
  for (; at < content.length; at++) {
    const block = content[at]
    if (block === undefined || !(isThin(block) || isAskedToo(block, points, content[at + 1]))) break
    if (block.kind === 'details-open') break
  }
  return at
}

function isAnswerLabel(block: Block): boolean {
  if (block.kind === 'code' || block.kind === 'table' || isThin(block)) return false
  // `- A: …` among bullets is a choice
  if (block.kind === 'item' && /^[*_]{0,2}[A-H]\s*[:：]/.test(block.text)) return false
  const lead = leadOf(withoutOrnament(plain(block.text.slice(0, 200).split('\n', 1)[0] ?? '')))
  return lead.kind === 'answer'
}

function isAskedToo(block: Block, points: boolean, next: Block | undefined): boolean {
  if (isChoice(block)) return !/^\[[xX]\]/.test(block.text)
  const shown =
    block.kind === 'code' || block.kind === 'table' || /^!\[[^\]]*\]\([^)]*\)$/.test(block.text)
  return points && (shown || (block.kind === 'item' && next !== undefined && isChoice(next)))
}

function isChoice(block: Block): boolean {
  return /^(?:\[[ xX]\]\s|[*_\\(（]{0,3}[A-Ha-h][.、．)）:：]{1,2})/.test(block.text)
}

/** Bullets that only ask more. */
function askedFollowUps(told: readonly Block[]): readonly string[] {
  const texts = told.filter((block) => !isThin(block))
  if (texts.length === 0 || !texts.every((block) => block.kind === 'item')) return []
  const asked = texts.map((block) => withoutOrnament(plain(block.text)))
  return asked.every((text) => endsAsQuestion(text) || weightOf(text) === 1) ? asked : []
}

type Sections = {
  readonly keyPoints: readonly string[]
  readonly followUps: readonly string[]
  readonly lines: ReadonlySet<number>
}

/** The sections of key points and of follow-ups, and the lines they take. */
function specialSections(blocks: readonly Block[]): Sections {
  const keyPoints: string[] = []
  const followUps: string[] = []
  const lines = new Set<number>()
  let into: string[] | undefined
  let level = 0
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const title = plain(block.text)
      if (block.level <= level || into === undefined) {
        into = keyPointsTitle.test(title)
          ? keyPoints
          : followUpsTitle.test(title)
            ? followUps
            : undefined
        level = into === undefined ? 0 : block.level
      }
    }
    if (into === undefined) continue
    for (let line = block.line; line <= block.end; line++) lines.add(line)
    if (block.kind === 'item') into.push(block.text.replace(/\s*\n\s*/g, ' '))
  }
  return { keyPoints, followUps, lines }
}

/** The blocks as Markdown of their own: dedented, without marks, wrappers and debris. */
function markdownOf(
  blocks: readonly Block[],
  lines: readonly string[],
  without: ReadonlySet<number>,
): string | undefined {
  const shown = unwrapped(blocks).filter(
    (block) => !(block.kind === 'comment' && isMark(block.text)) && !isBackLink(block),
  )
  const first = shown[0]
  const last = shown.at(-1)
  if (first === undefined || last === undefined || shown.every(isThin)) return undefined
  const dropped = new Set(without)
  const kept = new Set<number>()
  for (const block of shown) for (let line = block.line; line <= block.end; line++) kept.add(line)
  for (const block of blocks) {
    for (let line = block.line; line <= block.end; line++) if (!kept.has(line)) dropped.add(line)
  }
  const texts: string[] = []
  for (let line = first.line; line <= last.end; line++)
    if (!dropped.has(line)) texts.push(lines[line] ?? '')
  return tidy(texts)
}

/** Without the `<details>` around the whole of it. */
function unwrapped(blocks: readonly Block[]): readonly Block[] {
  const inner = blocks.filter(
    (block) => !isThin(block) || block.kind === 'details-open' || block.kind === 'comment',
  )
  const open = inner[0]
  if (open?.kind === 'details-close') return unwrapped(blocks.slice(blocks.indexOf(open) + 1))
  if (open?.kind !== 'details-open') {
    const stray = blocks.at(-1)
    const opens = blocks.filter((block) => block.kind === 'details-open').length
    const closes = blocks.filter((block) => block.kind === 'details-close').length
    return stray?.kind === 'details-close' && closes > opens ? blocks.slice(0, -1) : blocks
  }
  let depth = 0
  for (const [at, block] of inner.entries()) {
    if (block.kind === 'details-open') depth++
    if (block.kind === 'details-close') depth--
    if (depth === 0 && at < inner.length - 1) return blocks
  }
  const rest = blocks.slice(blocks.indexOf(open) + 1)
  return rest.filter(
    (block, at) =>
      !(block.kind === 'details-close' && at === rest.length - 1) &&
      block !== rest.find(({ kind }) => kind === 'summary'),
  )
}

const debris = /^(?:复制(?:代码)?|copy(?: code)?|运行代码?)$/i
const languageName =
  /^(?:python|py|java|javascript|js|jsx|typescript|ts|tsx|html|css|scss|less|bash|shell|sh|sql|go|golang|rust|c|cpp|c\+\+|c#|csharp|php|ruby|kotlin|swift|json|yaml|xml|ini|nginx|dockerfile|vue|text|plaintext|markdown|makefile|lua|r|scala|dart)$/i

function tidy(texts: readonly string[]): string | undefined {
  const margin = indentOf(texts.find((text) => !isBlank(text)) ?? '')
  const out: string[] = []
  let name: string | undefined
  for (const text of texts) {
    const line = dedent(text, margin)
    const ink = line.slice(firstInk(line)).trim()
    if (debris.test(ink)) continue
    const fence = /^(\s*)(`{3,}|~{3,})\s*$/.exec(line)
    if (fence !== null && name !== undefined) out.push(`${fence[1]}${fence[2]}${name}`)
    else if (name !== undefined && ink !== '') out.push(line)
    else out.push(line)
    name = languageName.test(ink) ? ink.toLowerCase() : ink === '' ? name : undefined
  }
  const text = out
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd()
  return text === '' ? undefined : text
}

function isPlaceholder(markdown: string): boolean {
  const text = markdown.trim()
  if (text.length > 400) return false
  const said = plain(text.replace(/<\/?(?:details|summary)\b[^<>]*>/gi, ' '))
  const bare = leadOf(said)
  const words = (bare.kind === 'answer' ? bare.rest : said).replace(/^[-*>\s]+/, '')
  if (words === '' || placeholder.test(words)) return !text.includes('![')
  return /^(?:[^\s[\]]{0,8}[:：]\s*)?\[[^\]]*\]\([^)]*\)[.。]?$/.test(text)
}
