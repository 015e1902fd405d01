import type { Card } from '../cards/card.ts'
import { type Grade, grades } from '../schedule/schedule.ts'
import type { Answered } from './asking.ts'

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
