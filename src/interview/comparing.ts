import type { Card, PointWays } from '../cards/card.ts'
import type { OwnWays } from '../cards/own-ways.ts'
import { longestMissed } from '../journal/record.ts'
import { type AssessedPoint, assessed } from '../points/assess.ts'
import { type KeyPoint, keyPointsOf } from '../points/derive.ts'
import { isAboutPerson } from '../points/person.ts'
import type { PointVerdict } from '../points/verdict/ruling.ts'
import type { Comparison } from '../schedule/schedule.ts'

/**
 * What a good answer must mention. Where the question is about the person, their own note says it
 * better than any model answer. `taught` holds ways of saying them that the person taught.
 */
export function pointsOf(
  card: Card,
  note: string | undefined,
  taught?: OwnWays,
): readonly KeyPoint[] {
  const points = measuredBy(card, note)
  if (taught === undefined || taught.size === 0) return points
  return points.map((point) => {
    const { also, not, any } = point.ways ?? noWays
    return { ...point, ways: { also: [...also, ...(taught.get(point.text) ?? [])], not, any } }
  })
}

const noWays: PointWays = { also: [], not: [], any: [] }

function measuredBy(card: Card, note: string | undefined): readonly KeyPoint[] {
  if (note === undefined || !isAboutPerson(card)) return keyPointsOf(card)
  const own = keyPointsOf({ ...card, answer: { kind: 'written', markdown: note }, keyPoints: [] })
  return own.length === 0 ? keyPointsOf(card) : own
}

/** An answer and what it is measured by. */
export type Comparable = {
  readonly card: Pick<Card, 'question' | 'aliases' | 'body'>
  readonly points: readonly KeyPoint[]
  /** `''` if nothing was written. */
  readonly answer: string
  /** What came of the comparing before this one. */
  readonly before: Comparison | undefined
  /** The person's own lines. */
  readonly glossary: string
}

/** A key point, and what an answer says of it. */
export type ComparedPoint = {
  /** Markdown inlines, one line. */
  readonly text: string
  /** How far the answer says it, from 0 to 1; undefined if nothing was written. */
  readonly credit: number | undefined
  /** Whether it is said, or its opposite, or neither; undefined if nothing was written. */
  readonly verdict: PointVerdict | undefined
  /** The words of the answer that counted, for it or against it, or `''`. */
  readonly heard: string
  /** Whether the answer before this one lacked it. */
  readonly missedBefore: boolean
}

/** The key points as an answer says them; those that were missed last time come first. */
export function comparedPoints(compared: Comparable): readonly ComparedPoint[] {
  const { card, points, answer, before, glossary } = compared
  const found = answer.trim() === '' ? undefined : assessed(points, answer, card, glossary).points
  const all = points.map(({ text }, i): ComparedPoint => {
    const one = found?.[i]
    return {
      text,
      credit: one?.credit,
      verdict: one?.verdict,
      heard: one === undefined ? '' : heardIn(answer, one),
      missedBefore: before?.missed.some((missed) => isSame(missed, text)) === true,
    }
  })
  return [...all.filter((one) => one.missedBefore), ...all.filter((one) => !one.missedBefore)]
}

/** What an answer says of the key points, from 0 to 1; undefined where nothing can be compared. */
export function heardCoverage(compared: Comparable): number | undefined {
  const { card, points, answer, glossary } = compared
  if (points.length === 0 || answer.trim() === '') return undefined
  return assessed(points, answer, card, glossary).coverage
}

function heardIn(answer: string, { evidence }: AssessedPoint): string {
  const words = evidence.map(({ start, end }) => answer.slice(start, end).trim())
  return [...new Set(words)].join(' · ').replace(/\s+/g, ' ')
}

// The journal keeps the beginning of a long one.
function isSame(missed: string, text: string): boolean {
  return missed === text || (missed.length >= longestMissed && text.startsWith(missed))
}
