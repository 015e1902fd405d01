import type { Card } from '../cards/card.ts'
import { sample } from '../cards/select.ts'
import { type Grade, grades } from '../schedule/schedule.ts'
import { seeded } from '../schedule/seeded.ts'
import type { Answered, Mode } from './asking.ts'

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

/** One question and what became of it. */
export type Turn = Answered & {
  readonly card: Card
  readonly limitMs: number
  readonly graded: GradedTurn | undefined
}

export type GradedTurn = {
  readonly grade: Grade
  readonly missed: readonly string[]
  /** The review in the journal. */
  readonly review: string
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

/** Time for the next question, in ms; undefined when the interview's time is used up. */
export function nextLimit(plan: Plan, turns: readonly Turn[]): number | undefined {
  if (plan.totalMs === undefined) return plan.limitMs
  const left = plan.totalMs - turns.reduce((sum, { usedMs }) => sum + usedMs, 0)
  return left < 1000 ? undefined : Math.min(plan.limitMs, left)
}

export type Tally = {
  readonly topic: string
  readonly questions: number
  readonly usedMs: number
  readonly givenMs: number
  readonly grades: Readonly<Record<Grade, number>>
}

/** The turns by their outermost topic, in order of appearance; `''` for cards without one. */
export function tallies(turns: readonly Turn[]): readonly Tally[] {
  const topics = [...new Set(turns.map(topicOf))]
  return topics.map((topic) => {
    const mine = turns.filter((turn) => topicOf(turn) === topic)
    return {
      topic,
      questions: mine.length,
      usedMs: mine.reduce((sum, { usedMs }) => sum + usedMs, 0),
      givenMs: mine.reduce((sum, { limitMs }) => sum + limitMs, 0),
      grades: gradeCounts(mine),
    }
  })
}

export function gradeCounts(turns: readonly Turn[]): Readonly<Record<Grade, number>> {
  const count = (grade: Grade) => turns.filter((turn) => turn.graded?.grade === grade).length
  const [again, hard, good, easy] = grades.map(count)
  return { again: again ?? 0, hard: hard ?? 0, good: good ?? 0, easy: easy ?? 0 }
}

/** What is worth another look: graded again or hard, or skipped. */
export function toReview(turns: readonly Turn[]): readonly Turn[] {
  return turns.filter(({ graded, ended }) => {
    if (graded === undefined) return ended === 'skipped'
    return graded.grade === 'again' || graded.grade === 'hard'
  })
}

function topicOf({ card }: Turn): string {
  return card.topics[0] ?? ''
}
