import { saidFrom } from '../../schedule/proposal.ts'
import type { Range } from '../../search/ranges.ts'
import type { Term } from '../terms.ts'
import type { WrittenWay, WrittenWays } from './written.ts'

/** Whether a point is said, or its opposite, or neither. */
export type PointVerdict = 'said' | 'open' | 'contradicted'

/** A key point, ready to be compared. */
export type PreparedPoint = {
  readonly text: string
  readonly head: readonly Term[]
  readonly details: readonly (readonly Term[])[]
  readonly written: WrittenWays
}

/** What a verdict rests on. */
export type VerdictReason = {
  /** Its own words, a wording that was written down, or members of what it names. */
  readonly by: 'words' | 'also' | 'not' | 'any'
  /** Those wordings. */
  readonly wordings: readonly string[]
  /** Words of the point that the answer lacks. */
  readonly lacking: readonly string[]
}

/** The verdict on a point, with what it rests on. */
export type Ruling = {
  readonly verdict: PointVerdict
  readonly credit: number
  readonly evidence: readonly Range[]
  readonly why: VerdictReason
}

/** What words may give that leave open what is said. */
export const undecided = 0.45

/** That it is said; `share` is its credit. */
export function said(evidence: readonly Range[], why: VerdictReason, share: number): Ruling {
  const credit = rounded(share)
  const verdict = credit >= saidFrom ? 'said' : 'open'
  return { verdict, credit, evidence: joined(evidence), why }
}

/** That the opposite is. */
export function against(evidence: readonly Range[], why: VerdictReason): Ruling {
  return { verdict: 'contradicted', credit: 0, evidence: joined(evidence), why }
}

/** That wordings are the reason. */
export function because(by: VerdictReason['by'], all: readonly WrittenWay[]): VerdictReason {
  return { by, wordings: all.map(({ wording }) => wording.text), lacking: [] }
}

/** A credit in thousandths. */
export function rounded(credit: number): number {
  return Math.round(credit * 1000) / 1000
}

/** Ranges in their order, those that touch in one. */
export function joined(all: readonly Range[]): readonly Range[] {
  const found: Range[] = []
  for (const { start, end } of all.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last === undefined || start > last.end) found.push({ start, end })
    else found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  return found
}
