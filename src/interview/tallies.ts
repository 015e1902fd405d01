import { type Grade, grades } from '../schedule/schedule.ts'
import type { Turn } from './interview.ts'

export type Tally = {
  readonly topic: string
  readonly questions: number
  readonly usedMs: number
  readonly givenMs: number
  readonly grades: Readonly<Record<Grade, number>>
}

/** The turns by their outermost topic, in order of appearance; `''` for cards without one. */
export function tallies(turns: readonly Turn[]): readonly Tally[] {
  const topics = [...new Set(turns.map(({ topic }) => topic))]
  return topics.map((topic) => {
    const mine = turns.filter((turn) => turn.topic === topic)
    return {
      topic,
      questions: mine.length,
      usedMs: mine.reduce((sum, { given }) => sum + (given?.usedMs ?? 0), 0),
      givenMs: mine.reduce((sum, { limitMs }) => sum + limitMs, 0),
      grades: gradeCounts(mine),
    }
  })
}

export function gradeCounts(turns: readonly Turn[]): Readonly<Record<Grade, number>> {
  const count = (grade: Grade) => turns.filter((turn) => turn.verdict?.grade === grade).length
  const [again, hard, good, easy] = grades.map(count)
  return { again: again ?? 0, hard: hard ?? 0, good: good ?? 0, easy: easy ?? 0 }
}

/** What is worth another look: graded again or hard, or skipped. */
export function toReview(turns: readonly Turn[]): readonly Turn[] {
  return turns.filter(({ verdict, given }) => {
    if (verdict === undefined) return given?.ended === 'skipped'
    return verdict.grade === 'again' || verdict.grade === 'hard'
  })
}
