/** Whether the answer is typed or only thought. */
export type Mode = 'type' | 'think'

/** An answer, and how it came about; times in ms. */
export type AnswerGiven = {
  readonly answer: string
  readonly usedMs: number
  readonly pausedMs: number
  /** From the question to the first key of the answer; undefined if nothing was typed. */
  readonly hesitationMs: number | undefined
  readonly hints: number
  /** Whether the end came in the middle of typing. */
  readonly cutShort: boolean
}

/** The same before it is given. */
export type AnswerSoFar = {
  readonly text: string
  readonly usedMs: number
  readonly pausedMs: number
  readonly hesitationMs: number | undefined
  readonly hints: number
}
