import type { ComparedPoint } from '../../interview/comparing.ts'
import { proposedGrade, saidFrom, type Timing } from '../../schedule/proposal.ts'
import type { Grade } from '../../schedule/schedule.ts'
import type { AnswerAct, CardAct } from '../acts.ts'

/** The model answer is shown; the person compares and grades. */
export type GradeState = {
  readonly points: readonly ComparedPoint[]
  /** Which key points the answer held: as it was compared, or as the person ticked them. */
  readonly ticked: readonly boolean[]
  /** Whether the person ticked or unticked any. */
  readonly byHand: boolean
  /** The key point that Space would tick. */
  readonly cursor: number
  /** Whether the right options were chosen; undefined where there were none. */
  readonly choseRight: boolean | undefined
  readonly timing: Timing
  readonly canUndo: boolean
  /** What else may be done with the card here. */
  readonly acts: readonly AnswerAct[]
  /** Days until each grade would bring the card back, where that is known. */
  readonly intervals: Readonly<Record<Grade, number>> | undefined
  readonly help: boolean
  /** When something was first heard; undefined before that. */
  readonly startedAt: number | undefined
  /** Text heard before then was meant for the answer; undefined until something was heard. */
  readonly deafUntil: number | undefined
  readonly deafMs: number
}

export type Graded =
  | {
      readonly kind: 'graded'
      readonly grade: Grade
      readonly proposed: Grade | undefined
      /** From 0 to 1; undefined if nothing was compared or ticked. */
      readonly coverage: number | undefined
      /** Key points that the answer lacked; none if nothing was compared. */
      readonly missed: readonly string[]
      /** Those of them of which it said the opposite. */
      readonly contradicted: readonly string[]
      /** Key points that were not heard, and that the person ticked all the same. */
      readonly taught: readonly string[]
      /** Time used for comparing. */
      readonly tookMs: number
    }
  /** Take back the grade before this one. */
  | { readonly kind: 'undo' }
  | { readonly kind: 'left' }
  | { readonly kind: 'act'; readonly act: CardAct; readonly at: GradeState }
  /** Show the answer in the other language. */
  | { readonly kind: 'other'; readonly at: GradeState }

export type GradeOptions = {
  readonly canUndo: boolean
  /** How long whoever was cut short may go on typing without grading by it. */
  readonly deafMs?: number
  readonly acts?: readonly AnswerAct[]
  readonly intervals?: Readonly<Record<Grade, number>> | undefined
  readonly choseRight?: boolean | undefined
  readonly timing?: Timing
}

/** The comparing before anything was heard; what the person ticked before it stays ticked. */
export function compare(
  points: readonly ComparedPoint[],
  options: GradeOptions,
  before?: GradeState,
): GradeState {
  const fresh = freshly(points, options)
  const isSame = points.every(({ text }, i) => before?.points[i]?.text === text)
  if (before === undefined || !isSame || before.points.length !== points.length) return fresh
  const { ticked, byHand, cursor, startedAt } = before
  return { ...fresh, ticked, byHand, cursor, startedAt }
}

function freshly(points: readonly ComparedPoint[], options: GradeOptions): GradeState {
  const { canUndo, deafMs = 0, acts = [], intervals, choseRight, timing = 'steady' } = options
  return {
    points,
    ticked: points.map(isHeard),
    byHand: false,
    cursor: 0,
    choseRight,
    timing,
    canUndo,
    acts,
    intervals,
    help: false,
    startedAt: undefined,
    deafUntil: undefined,
    deafMs,
  }
}

/** Whether it was heard in the answer. */
export function isHeard({ credit }: ComparedPoint): boolean {
  return (credit ?? 0) >= saidFrom
}

/** The mean credit of the key points, from 0 to 1; undefined where nothing was compared. */
export function tickedCoverage({
  points,
  ticked,
  byHand,
  choseRight,
}: GradeState): number | undefined {
  if (choseRight !== undefined) return choseRight ? 1 : 0
  const isCompared = byHand || points.some(({ credit }) => credit !== undefined)
  if (points.length === 0 || !isCompared) return undefined
  const credits = points.map((point, i) => {
    const tick = ticked[i] === true
    // where the person agrees, what was heard in part counts in part
    if (point.credit !== undefined && tick === isHeard(point)) return point.credit
    return tick ? 1 : 0
  })
  const sum = credits.reduce((all, credit) => all + credit, 0)
  return Math.round((sum / points.length) * 1000) / 1000
}

/** The grade that coverage and clock speak for; undefined until something was compared. */
export function proposal(state: GradeState): Grade | undefined {
  if (state.choseRight !== undefined) {
    // to choose rightly is no proof of knowing it by heart
    return state.choseRight ? proposedGrade(rightChoice, state.timing) : 'again'
  }
  const coverage = tickedCoverage(state)
  if (coverage === undefined) return undefined
  return proposedGrade(coverage, state.timing, contradictedIn(state).length > 0)
}

/** Points of which the answer says the opposite, and which the person did not tick all the same. */
export function contradictedIn({ points, ticked }: GradeState): readonly string[] {
  return points.flatMap(({ text, verdict }, i) =>
    verdict === 'contradicted' && ticked[i] !== true ? [text] : [],
  )
}

const rightChoice = 0.75
