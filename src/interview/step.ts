import type { CardId } from '../cards/card.ts'
import type { Grade, Instant } from '../schedule/schedule.ts'
import type { AnswerGiven, AnswerSoFar, Mode } from './answer.ts'

/** How an interview is held; the same from its first question to its last. */
export type Manner = {
  readonly mode: Mode
  /** Model answers and grades come after the last question. */
  readonly exam: boolean
  /** Time that is up ends no answer. */
  readonly soft: boolean
  /** The person says when the next question comes. */
  readonly breaks: boolean
  readonly followUps: boolean
}

/** A card that an interview means to ask, and the time for it in ms. */
export type Planned = { readonly card: CardId; readonly limitMs: number }

/** The first step: what was planned. */
export type Begun = Manner & {
  readonly kind: 'begun'
  readonly at: Instant
  /** Minutes east of UTC. */
  readonly offset: number
  readonly seed: string
  /** What the cards were narrowed by, as it was typed: `--topic Redis`. */
  readonly narrowed: string
  readonly planned: readonly Planned[]
  /** Absolute paths of the libraries that were named; none if it was the usual ones. */
  readonly libraries: readonly string[]
  /** For the whole interview, in ms. */
  readonly totalMs: number | undefined
}

/** A question on the table, with all that a report needs if its card is gone one day. */
export type Asked = {
  /** Counts the questions from 0, follow-ups among them. */
  readonly turn: number
  readonly at: Instant
  /** Undefined for a follow-up that is no card. */
  readonly card: CardId | undefined
  /** The turn that this question presses on. */
  readonly follows: number | undefined
  readonly question: string
  /** The outermost, or `''`. */
  readonly topic: string
  readonly keyPoints: readonly string[]
  readonly limitMs: number
}

/** What became of it; times in ms. */
export type Given = AnswerGiven & {
  readonly ended: 'answered' | 'time-up' | 'skipped'
  /** What the answer says of the key points, from 0 to 1; undefined if nothing was written. */
  readonly coverage: number | undefined
}

/** What the person made of it. */
export type Verdict = {
  readonly at: Instant
  /** Minutes east of UTC, which may have changed since the interview began. */
  readonly offset: number
  readonly grade: Grade
  readonly proposed: Grade | undefined
  /** From 0 to 1; undefined if nothing was compared. */
  readonly coverage: number | undefined
  /** Key points that the answer lacked; none if nothing was compared. */
  readonly missed: readonly string[]
  /** Those of them of which it said the opposite; absent before that was looked at. */
  readonly contradicted?: readonly string[] | undefined
  /** The review in the journal; undefined for a question that is no card. */
  readonly review: string | undefined
}

/** What happens in an interview, in the order in which it is kept. */
export type Step =
  | Begun
  | (Asked & { readonly kind: 'asked' })
  | (Given & { readonly kind: 'answered'; readonly turn: number })
  /** Written before the review is in the journal, so that it is never counted twice. */
  | (Verdict & { readonly kind: 'graded'; readonly turn: number })
  | { readonly kind: 'undone'; readonly turn: number }
  | { readonly kind: 'resumed'; readonly at: Instant }
  | { readonly kind: 'ended'; readonly at: Instant; readonly how: Ending }

/** Whoever leaves early may finish with what is there, or throw it away. */
export type Ending = 'finished' | 'cut-short' | 'discarded'

/** An answer on its way: what is worth keeping until it is given. */
export type Kept = AnswerSoFar & { readonly turn: number }
