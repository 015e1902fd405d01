import type { NoteBlock } from '../blocks/block.ts'
import { rowsFrom } from '../blocks/html.ts'
import { plain, withoutOrnament } from '../blocks/inline.ts'
import type { FollowUp, PointWays } from '../card.ts'
import { isThin } from '../choice/evidence.ts'
import { isAnswerLabel, leadOf } from '../choice/numbering.ts'
import { endsAsking, pointsBelow } from '../choice/wording.ts'
import type { Cut } from './cut.ts'
import { markdownOf } from './excerpt.ts'
import { askedFollowUps, followUpsIn, labelledFollowUps } from './follow-ups.ts'
import { isPlaceholder } from './placeholder.ts'
import { pointText, waysBeside } from './point-ways.ts'
import { followUpsTitle, keyPointsTitle } from './sections.ts'

/** A card's text, taken apart. Lines count from 0. */
export type Parts = {
  readonly question: string
  readonly body: string | undefined
  readonly answer: string | undefined
  readonly keyPoints: readonly string[]
  readonly pointWays?: readonly PointWays[]
  readonly followUps: readonly FollowUp[]
  readonly end: number
}

/** Divides what stands under an opening; `asksOn` says that all of it still asks. */
export function partsOf(
  cut: Cut,
  lines: readonly string[],
  blocks: readonly NoteBlock[],
  asksOn: boolean,
): Parts {
  const { beside } = cut.opening
  if (beside !== undefined) return rowParts(cut, beside)
  const { question, end: questionEnd, content } = asked(cut, blocks)
  const from = asksOn ? content.length : answerStart(question, content)
  const before = content.slice(0, from)
  const told = withoutBareLabel(content.slice(from))
  const follow = askedFollowUps(told)
  const sections = specialSections(follow.length > 0 ? [] : told, lines)
  const text = follow.length > 0 ? undefined : withoutLabel(markdownOf(told, lines, sections.lines))
  const ticked = before
    .filter((block) => /^\[[xX]\]/.test(block.text))
    .map(({ text }) => text.slice(3).trim())
  const isPutOff = text !== undefined && isPlaceholder(text)
  const answer = joined([...ticked, cut.opening.rest, isPutOff ? undefined : text])
  const isAnswered = answer !== undefined || sections.keyPoints.length > 0
  const isWhole = isAnswered || holdsNothing(told, isPutOff)
  const reach = isWhole ? content : follow.length > 0 ? told : before
  const last = reach.findLast((block) => !isThin(block))
  return {
    question,
    // the ticks are the answer
    body: markdownOf(before, lines, new Set())?.replace(
      /^(\s*(?:[-*+]|\d+[.)])\s+)\[[xX]\]/gm,
      '$1[ ]',
    ),
    answer: isAnswered ? (answer ?? '') : undefined,
    ...pointsIn(sections.keyPoints),
    followUps: [...follow, ...sections.followUps, ...labelledFollowUps(told)],
    end: Math.max(questionEnd, last?.end ?? 0),
  }
}

/** Whether a container without text, or a fold that puts off, stands where the answer should. */
function holdsNothing(told: readonly NoteBlock[], isPutOff: boolean): boolean {
  if (isPutOff) return told.some(({ kind }) => kind === 'details-close')
  const inks = told.filter((block) => !isThin(block) || block.kind === 'details-open')
  return (
    inks[0]?.kind === 'details-open' &&
    inks[0].text !== '' &&
    inks.every(({ kind }) => kind === 'details-open' || kind === 'details-close')
  )
}

/** Whether below a title there are only paragraphs, and the last of them asks. */
export function asksBelow(cut: Cut): boolean {
  const texts = cut.content.filter((block) => !isThin(block))
  const last = texts.findLast((block) => block.kind === 'paragraph')
  if (last === undefined || !/[?？&]/.test(last.text) || !endsAsking(plain(last.text))) return false
  return (
    texts.every(({ kind }) => kind === 'paragraph' || kind === 'code') && !texts.some(isAnswerLabel)
  )
}

type Asked = {
  readonly question: string
  readonly end: number
  readonly content: readonly NoteBlock[]
}

/** The question, which under a bare label is the paragraph below it, and what follows. */
function asked(cut: Cut, blocks: readonly NoteBlock[]): Asked {
  const { text, end } = cut.opening
  const content = [...restOfOpening(cut, blocks), ...cut.content]
  if (text !== '') return { question: text, end, content }
  const at = content.findIndex((block) => /^(?:paragraph|item|quote)$/.test(block.kind))
  const block = content[at]
  const question = withoutOrnament(plain(block?.text ?? ''))
  return { question, end: block?.end ?? end, content: content.slice(at + 1) }
}

/** Without a heading or line that only says "Answer". */
function withoutBareLabel(told: readonly NoteBlock[]): readonly NoteBlock[] {
  const at = told.findIndex((block) => !isThin(block))
  const first = told[at]
  if (first === undefined || first.kind === 'summary' || !isAnswerLabel(first)) return told
  return leadOf(plain(first.text)).rest === '' ? told.toSpliced(at, 1) : told
}

/** `答：因为…` without its label; `答案：B` is no use without. */
function withoutLabel(text: string | undefined): string | undefined {
  // below a heading too, a lone `?` turns the card over
  const turned = /^\?{1,2}[ \t]*\n+(?=\S)/.exec(text ?? '')?.[0]
  if (turned !== undefined) return text?.slice(turned.length)
  const [label, opening = ''] =
    /^(\*\*|__)?(?:A(?:ns(?:wer)?)?|答案?|解答|回答|Back|背面|反面)\s?[:：]{1,2}\s*/i.exec(
      text ?? '',
    ) ?? []
  if (text === undefined || label === undefined) return text
  // bold may end behind the label, or with what it labels
  const told = text.slice(label.length).replace(opening, '').trimStart()
  return told.length < 3 ? text : told
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  const written = texts.filter((text) => text !== undefined)
  return written.length === 0 ? undefined : written.join('\n\n')
}

/** Lines of the opening's own block below the question: an answer without a blank line between. */
function restOfOpening(cut: Cut, blocks: readonly NoteBlock[]): readonly NoteBlock[] {
  const block = blocks[cut.opening.block]
  if (block === undefined || block.end <= cut.opening.end || block.kind === 'summary') return []
  const skipped = cut.opening.end - block.line + 1
  const text = block.text.split('\n').slice(skipped).join('\n')
  return [{ ...block, kind: 'paragraph', line: cut.opening.end + 1, text }]
}

function rowParts(cut: Cut, beside: readonly string[]): Parts {
  const answer = beside.filter((cell) => cell !== '').join('\n\n')
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
function answerStart(question: string, content: readonly NoteBlock[]): number {
  const labelled = content.findIndex(isAnswerLabel)
  if (labelled >= 0) return content[labelled - 1]?.kind === 'details-open' ? labelled - 1 : labelled
  let at = 0
  const points = pointsBelow(question)
  for (; at < content.length; at++) {
    const block = content[at]
    if (block === undefined || !(isThin(block) || isAskedToo(block, points, content[at + 1]))) break
    if (block.kind === 'details-open') break
  }
  return rowsFrom(content, at)
}

function isAskedToo(block: NoteBlock, points: boolean, next: NoteBlock | undefined): boolean {
  if (isChoice(block)) return true
  const shown =
    block.kind === 'code' || block.kind === 'table' || /^!\[[^\]]*\]\([^)]*\)$/.test(block.text)
  return points && (shown || (block.kind === 'item' && next !== undefined && isChoice(next)))
}

function isChoice(block: NoteBlock): boolean {
  return /^(?:\[[ xX]\]\s|[*_\\(（]{0,3}[A-Ha-h][.、．)）:：]{1,2})/.test(block.text)
}

/** Key points apart from the comments beside them. */
export function pointsIn(written: readonly string[]): Pick<Parts, 'keyPoints' | 'pointWays'> {
  const keyPoints = written.map(pointText)
  const pointWays = waysBeside(written)
  return pointWays === undefined ? { keyPoints } : { keyPoints, pointWays }
}

type Sections = {
  readonly keyPoints: readonly string[]
  readonly followUps: readonly FollowUp[]
  readonly lines: ReadonlySet<number>
}

/** The sections of key points and of follow-ups, and the lines they take. */
function specialSections(blocks: readonly NoteBlock[], texts: readonly string[]): Sections {
  const keyPoints: NoteBlock[] = []
  const followUps: NoteBlock[] = []
  const lines = new Set<number>()
  let into: NoteBlock[] | undefined
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
    into.push(block)
  }
  return {
    keyPoints: pointLines(keyPoints),
    followUps: followUpsIn(followUps, texts),
    lines,
  }
}

/** The items, each with the comments on lines of their own below it. */
function pointLines(blocks: readonly NoteBlock[]): readonly string[] {
  const points: string[] = []
  for (const { kind, text } of blocks) {
    const line = text.replace(/\s*\n\s*/g, ' ')
    if (kind === 'item') points.push(line)
    else if (kind === 'comment' && points.length > 0) points[points.length - 1] += ` ${line}`
  }
  return points
}
