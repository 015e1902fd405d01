import type { NoteBlock } from '../blocks/block.ts'
import { plain, withoutOrnament } from '../blocks/inline.ts'
import type { FollowUp } from '../card.ts'
import { isThin } from '../choice/evidence.ts'
import { endsAsQuestion, weightOf } from '../choice/wording.ts'
import { markdownOf } from './excerpt.ts'
import { isPlaceholder } from './placeholder.ts'

/** A question that is asked on, and what stands below it. */
type Opened = {
  readonly question: string
  /** What its own lines say behind the question. */
  readonly rest: string
  readonly depth: number
  readonly below: NoteBlock[]
}

/**
 * The items of a section of follow-ups, each with what is indented below it as its answer. What asks
 * below one that has no answer yet asks for itself, and so does a heading that asks.
 */
export function followUpsIn(
  blocks: readonly NoteBlock[],
  lines: readonly string[],
): readonly FollowUp[] {
  const all: Opened[] = []
  let open: Opened | undefined
  for (const block of blocks) {
    if (opens(block, open)) {
      open = { ...askedAndTold(block.text), depth: block.depth, below: [] }
      all.push(open)
    } else if (block.kind === 'heading' || isOutside(block, open)) open = undefined
    else open?.below.push(block)
  }
  return all.map(({ question, rest, below }) => {
    const told = [rest, markdownOf(below, lines, new Set()) ?? ''].filter((text) => text !== '')
    const answer = told.join('\n\n')
    return { question, answer: answer === '' || isPlaceholder(answer) ? undefined : answer }
  })
}

function opens(block: NoteBlock, open: Opened | undefined): boolean {
  if (block.kind === 'heading') return endsAsQuestion(plain(block.text))
  if (block.kind !== 'item') return false
  if (open === undefined || (open.depth > 0 && block.depth <= open.depth)) return true
  const isAnswered = open.rest !== '' || open.below.some((one) => !isThin(one))
  return !isAnswered && endsAsQuestion(plain(askedAndTold(block.text).question))
}

/** What is not indented below an item is no part of it. */
function isOutside({ kind, depth }: NoteBlock, open: Opened | undefined): boolean {
  return open !== undefined && depth < open.depth && kind !== 'details-close'
}

/** A question in whose next line the answer begins, or one over several lines. */
function askedAndTold(text: string): Pick<Opened, 'question' | 'rest'> {
  const lines = text.split('\n').map((line) => line.trim())
  const end = lines.findIndex((line) => endsAsQuestion(plain(line))) + 1
  const rest = lines.slice(end).join('\n')
  const isApart = end > 0 && !endsAsQuestion(plain(rest))
  return isApart
    ? { question: lines.slice(0, end).join(' '), rest }
    : { question: lines.join(' '), rest: '' }
}

/** Bullets that only ask more. */
export function askedFollowUps(told: readonly NoteBlock[]): readonly FollowUp[] {
  const texts = told.filter((block) => !isThin(block))
  if (texts.length === 0 || !texts.every((block) => block.kind === 'item')) return []
  const isNested = (texts[0]?.depth ?? 0) > 1
  const asked: string[] = []
  for (const block of texts) {
    const text = withoutOrnament(plain(block.text))
    const asks = endsAsQuestion(text) || (isNested && weightOf(text) === 1)
    if (text.length >= 90 || !asks) return []
    asked.push(text)
  }
  return asked.map(unanswered)
}

const followUpLabel =
  /^(?:面试官)?(?:可能(?:的)?|继续|进一步)?(?:追问|延伸问题|follow-?\s?up(?: question)?)\s*\d*\s*[:：]\s*(\S.*)$/i

// nearly no text has these words: a look for them spares reading every line
const mayAskOn = /追问|延伸问题|follow/i

/** Single lines of an answer that say by a label that they ask on; they stay in it. */
export function labelledFollowUps(told: readonly NoteBlock[]): readonly FollowUp[] {
  return told
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'quote')
    .flatMap(({ text }) => (mayAskOn.test(text) ? text.split('\n') : []))
    .flatMap((line) => followUpLabel.exec(withoutOrnament(plain(line)))?.[1] ?? [])
    .filter((text) => text.length < 90 && endsAsQuestion(text))
    .map(unanswered)
}

function unanswered(question: string): FollowUp {
  return { question, answer: undefined }
}
