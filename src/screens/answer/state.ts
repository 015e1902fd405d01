import type { AnswerGiven, AnswerSoFar, Mode } from '../../interview/answer.ts'
import { type Draft, draftOf, emptyDraft, textOf } from '../draft/draft.ts'
import type { Choosable } from './choosing.ts'

/** What a question is about, as far as answering it goes. */
export type Subject = {
  readonly topics: readonly string[]
  /** Key points that may be given away, in order. */
  readonly hints: readonly string[]
  /** Undefined unless one chooses between options. */
  readonly choices: Choosable | undefined
}

/** How a question is asked; times in ms. */
export type AskOptions = {
  readonly mode: Mode
  readonly limitMs: number
  /** Time that is up ends nothing. */
  readonly soft?: boolean
  /** What is left of the whole interview, where that is limited. */
  readonly overallMs?: number | undefined
  /** What was there before an interruption. */
  readonly kept?: AnswerSoFar | undefined
}

/** A question on the table, the clock running. */
export type AnswerState = {
  readonly subject: Subject
  readonly mode: Mode
  readonly limitMs: number
  readonly soft: boolean
  readonly overallMs: number | undefined
  readonly usedMs: number
  readonly pausedMs: number
  readonly paused: boolean
  readonly draft: Draft
  /** The letters chosen so far, in order. */
  readonly picked: string
  /** How often since a letter was chosen something came that chooses none. */
  readonly strays: number
  /** The time used when text was first typed. */
  readonly firstTypedMs: number | undefined
  /** The time used when text was last typed. */
  readonly typedAtMs: number | undefined
  /** How many key points were given away. */
  readonly hints: number
  readonly help: boolean
  /** When something was last heard; undefined before the first. */
  readonly heardAt: number | undefined
}

/** What became of a question. */
export type Answered = AnswerGiven & {
  readonly ended: 'answered' | 'time-up' | 'skipped' | 'left'
}

/** Whoever typed so shortly before is still typing, in ms. */
export const stillTypingMs = 700

/** The question before anything was heard, or as it was left. */
export function ask(subject: Subject, options: AskOptions): AnswerState {
  const { mode, limitMs, soft = false, overallMs, kept } = options
  const { choices } = subject
  const text = kept?.text ?? ''
  return {
    subject,
    mode,
    limitMs,
    soft,
    overallMs,
    usedMs: kept?.usedMs ?? 0,
    pausedMs: kept?.pausedMs ?? 0,
    paused: false,
    draft: choices === undefined && text !== '' ? draftOf(text) : emptyDraft,
    picked: choices === undefined ? '' : text.toLowerCase(),
    strays: 0,
    firstTypedMs: kept?.hesitationMs,
    typedAtMs: undefined,
    hints: kept?.hints ?? 0,
    help: false,
    heardAt: undefined,
  }
}

/** What would have to be kept if it ended now. */
export function keptOf(state: AnswerState): AnswerSoFar {
  const { firstTypedMs, subject } = state
  return {
    text: answerOf(state),
    usedMs: Math.round(state.usedMs),
    pausedMs: Math.round(state.pausedMs),
    hesitationMs: firstTypedMs === undefined ? undefined : Math.round(firstTypedMs),
    // being told that there is none is no hint
    hints: Math.min(state.hints, subject.hints.length),
  }
}

function answerOf({ subject, picked, draft }: AnswerState): string {
  return subject.choices === undefined ? textOf(draft).trimEnd() : picked.toUpperCase()
}

/** Milliseconds until the shown time changes; a paused clock shows the same for good. */
export function tickIn(state: AnswerState): number | undefined {
  if (state.paused) return undefined
  // beyond the limit the time counts up
  const left = state.limitMs - state.usedMs
  return (left > 0 ? left % 1000 : 1000 + (left % 1000)) + 3
}

/** What is equal while nothing is written or chosen; undefined before anything is. */
export function contentOf({ draft, picked }: AnswerState): unknown {
  if (picked !== '') return picked
  return draft.paragraphs === emptyDraft.paragraphs ? undefined : draft.paragraphs
}

/** What a question came to that ended now. */
export function answeredNow(state: AnswerState, how: Answered['ended']): Answered {
  const { text: answer, ...times } = keptOf(state)
  const { usedMs, typedAtMs } = state
  const wasTyping = typedAtMs !== undefined && usedMs - typedAtMs < stillTypingMs
  const cutShort = how === 'time-up' && wasTyping
  return { ended: how, answer, ...times, cutShort }
}
