import { type CardsById, followUpOf, type Pressed } from './follow-ups.ts'
import { type Interview, type Turn, usedMs } from './interview.ts'

/** What an interview does next. */
export type Next =
  /** Put a question on the table, for so many ms. */
  | { readonly kind: 'ask'; readonly asked: ToAsk }
  /** One is on the table already. */
  | { readonly kind: 'answer'; readonly turn: Turn }
  | { readonly kind: 'grade'; readonly turn: Turn }
  | { readonly kind: 'done' }

export type ToAsk = Pressed & {
  readonly limitMs: number
  /** The turn that it presses on. */
  readonly follows: number | undefined
}

/** With less than this left, in ms, nothing more is asked. */
const leastMs = 1000
const leastFollowUpMs = 30_000

/** What comes next, given the cards there are; the same after a crash as without one. */
export function nextOf(interview: Interview, cards: CardsById): Next {
  const { turns, exam } = interview
  const last = turns.at(-1)
  if (last !== undefined && last.given === undefined) return { kind: 'answer', turn: last }
  const ungraded = turns.find(awaitsGrade)
  if (ungraded !== undefined && !exam) return { kind: 'grade', turn: ungraded }
  const asked = question(interview, cards)
  if (asked !== undefined) return { kind: 'ask', asked }
  return ungraded === undefined ? { kind: 'done' } : { kind: 'grade', turn: ungraded }
}

/** Whether a turn was answered and not judged. */
export function awaitsGrade({ given, verdict }: Turn): boolean {
  return given !== undefined && given.ended !== 'skipped' && verdict === undefined
}

/** What is left of the whole interview, in ms; undefined if it may take any time. */
export function leftMs(interview: Interview): number | undefined {
  return interview.totalMs === undefined ? undefined : interview.totalMs - usedMs(interview)
}

function question(interview: Interview, cards: CardsById): ToAsk | undefined {
  const left = leftMs(interview) ?? Number.POSITIVE_INFINITY
  if (left < leastMs) return undefined
  const followUp = followUpOf(interview, cards)
  const main = interview.turns.findLast(({ follows }) => follows === undefined)
  if (followUp !== undefined && main !== undefined) {
    const limitMs = Math.min(left, Math.max(leastFollowUpMs, main.limitMs / 2), main.limitMs)
    return { ...followUp, limitMs, follows: main.turn }
  }
  const asked = new Set(interview.turns.map(({ card }) => card))
  for (const { card: id, limitMs } of interview.planned) {
    const card = cards.get(id)
    // a card that was deleted since then cannot be asked
    if (card === undefined || asked.has(id)) continue
    const main = { card, question: card.question, keyPoints: [], follows: undefined }
    return { ...main, limitMs: Math.min(limitMs, left) }
  }
  return undefined
}
