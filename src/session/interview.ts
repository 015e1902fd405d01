import type { Card } from '../cards/card.ts'
import { sample } from '../cards/select.ts'
import { seeded } from '../schedule/seeded.ts'
import type { Mode } from './asking.ts'

/** What is asked for; times in ms. */
export type Wish = {
  readonly questions: number | undefined
  /** For each question, if it was said. */
  readonly limitMs: number | undefined
  /** For each question, where nothing else says it. */
  readonly usualMs: number
  /** For the whole interview. */
  readonly totalMs: number | undefined
  readonly mode: Mode
  readonly seed: string
}

/** An interview before its first question. */
export type Plan = {
  readonly cards: readonly Card[]
  readonly limitMs: number
  readonly totalMs: number | undefined
  readonly mode: Mode
  readonly seed: string
}

const defaultQuestions = 10

/** Draws the cards: the same wish over the same cards gives the same interview. */
export function planned(cards: readonly Card[], wish: Wish): Plan {
  const { totalMs, mode, seed } = wish
  const eachMs = wish.limitMs ?? wish.usualMs
  const fitting = totalMs === undefined ? undefined : Math.ceil(totalMs / eachMs)
  const count = wish.questions ?? fitting ?? defaultQuestions
  const drawn = sample(onceEach(cards), count, seeded(seed))
  return { cards: drawn, limitMs: limitOf(wish, drawn.length), totalMs, mode, seed }
}

// A number of questions in a number of minutes says how long each may take.
function limitOf({ questions, limitMs, usualMs, totalMs }: Wish, count: number): number {
  if (totalMs === undefined) return limitMs ?? usualMs
  if (questions === undefined) return Math.min(limitMs ?? usualMs, totalMs)
  const share = totalMs / count
  return Math.min(limitMs ?? share, share)
}

// A card in two languages, or the same text in two files, is one question.
function onceEach(cards: readonly Card[]): readonly Card[] {
  const seen = new Set<string>()
  return cards.filter(({ id }) => !seen.has(id) && seen.add(id))
}
