import type { ComparedPoint } from '../interview/comparing.ts'
import { proposedGrade, type Timing } from '../schedule/proposal.ts'
import { type Grade, grades } from '../schedule/schedule.ts'
import { type AnswerAct, answerActOfKey, type CardAct, keyOfWord } from './acts.ts'
import { type Heard, plainKey, type Step } from './heard.ts'

/** The model answer is shown; the person compares and grades. */
export type Grading = {
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
      /** Time used for comparing. */
      readonly tookMs: number
    }
  /** Take back the grade before this one. */
  | { readonly kind: 'undo' }
  | { readonly kind: 'left' }
  | { readonly kind: 'act'; readonly act: CardAct; readonly at: Grading }
  /** Show the answer in the other language. */
  | { readonly kind: 'other'; readonly at: Grading }

export type GradingOptions = {
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
  options: GradingOptions,
  before?: Grading,
): Grading {
  const fresh = freshly(points, options)
  const isSame = points.every(({ text }, i) => before?.points[i]?.text === text)
  if (before === undefined || !isSame || before.points.length !== points.length) return fresh
  const { ticked, byHand, cursor, startedAt } = before
  return { ...fresh, ticked, byHand, cursor, startedAt }
}

function freshly(points: readonly ComparedPoint[], options: GradingOptions): Grading {
  const { canUndo, deafMs = 0, acts = [], intervals, choseRight, timing = 'steady' } = options
  return {
    ...{ points, ticked: points.map(isHeard), byHand: false, cursor: 0, help: false },
    ...{ startedAt: undefined, deafUntil: undefined, choseRight, timing },
    ...{ canUndo, deafMs, acts, intervals },
  }
}

const enough = 0.5

function isHeard({ credit }: ComparedPoint): boolean {
  return (credit ?? 0) >= enough
}

/** The mean credit of the key points, from 0 to 1; undefined where nothing was compared. */
export function tickedCoverage({
  points,
  ticked,
  byHand,
  choseRight,
}: Grading): number | undefined {
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
export function proposal(state: Grading): Grade | undefined {
  if (state.choseRight !== undefined) {
    // to choose rightly is no proof of knowing it by heart
    return state.choseRight ? proposedGrade(rightChoice, state.timing) : 'again'
  }
  const coverage = tickedCoverage(state)
  return coverage === undefined ? undefined : proposedGrade(coverage, state.timing)
}

const rightChoice = 0.75

/** What the comparing makes of something heard: `1` to `4` grade at once. */
export function hearGrade(before: Grading, heard: Heard): Step<Grading, Graded> {
  const startedAt = before.startedAt ?? heard.at
  const state = { ...before, startedAt, deafUntil: before.deafUntil ?? heard.at + before.deafMs }
  const step = heardInTime(state, heard)
  if (step.kind !== 'done' || step.result.kind !== 'graded') return step
  return { kind: 'done', result: { ...step.result, tookMs: heard.at - startedAt } }
}

function heardInTime(
  state: Grading & { readonly deafUntil: number },
  heard: Heard,
): Step<Grading, Graded> {
  switch (heard.kind) {
    case 'tick':
    case 'edited':
      return on(state)
    case 'key':
      return heardKey(state, heard.name)
    case 'text':
      // every key of an answer that still goes on puts the end of it off
      if (heard.at < state.deafUntil) return on({ ...state, deafUntil: heard.at + state.deafMs })
      return heardCharacters(state, Array.from(heard.text))
    case 'line':
      return heardLine(state, plainKey(heard.text.trim()))
  }
}

function heardKey(state: Grading, name: string): Step<Grading, Graded> {
  if (name === 'ctrl-c') return { kind: 'done', result: { kind: 'left' } }
  if (name === 'f1') return on({ ...state, help: !state.help })
  const last = state.points.length - 1
  if (name === 'up') return on({ ...state, cursor: Math.max(0, state.cursor - 1) })
  if (name === 'down')
    return on({ ...state, cursor: Math.min(Math.max(0, last), state.cursor + 1) })
  return on(state)
}

// Keys may arrive together; after a grade the rest is dropped, for nobody means to grade twice.
function heardCharacters(state: Grading, keys: readonly string[]): Step<Grading, Graded> {
  let now = state
  for (const key of keys) {
    const step = heardCharacter(now, plainKey(key))
    if (step.kind !== 'on') return step
    now = step.state
  }
  return on(now)
}

function heardCharacter(state: Grading, key: string): Step<Grading, Graded> {
  const grade = /^[1-4]$/.test(key) ? grades[Number(key) - 1] : undefined
  if (grade !== undefined) return graded(state, grade)
  if (key === 'u' && state.canUndo) return { kind: 'done', result: { kind: 'undo' } }
  if (key === '?') return on({ ...state, help: !state.help })
  const act = answerActOfKey(key)
  if (act !== undefined && state.acts.includes(act)) {
    const result: Graded =
      act === 'other' ? { kind: act, at: state } : { kind: 'act', act, at: state }
    return { kind: 'done', result }
  }
  return key === ' ' ? on(toggled(state, state.cursor)) : on(state)
}

// In lines: `3` grades, `+2` ticks the second key point, and the other keys are words or letters.
function heardLine(state: Grading, line: string): Step<Grading, Graded> {
  if (line === ':leave') return { kind: 'done', result: { kind: 'left' } }
  const key = keyOfWord(line)
  if (key !== undefined) return heardCharacter(state, key)
  const tick = /^[+-](\d+)$/.exec(line)
  if (tick !== null) return on(toggled(state, Number(tick[1]) - 1))
  return line.length === 1 ? heardCharacter(state, line) : on(state)
}

function toggled(state: Grading, index: number): Grading {
  if (state.ticked[index] === undefined) return state
  const ticked = state.ticked.map((tick, i) => (i === index ? !tick : tick))
  return { ...state, ticked, byHand: true }
}

function graded(state: Grading, grade: Grade): Step<Grading, Graded> {
  const coverage = tickedCoverage(state)
  const lacking = state.points.filter((_, i) => state.ticked[i] !== true)
  const missed = coverage === undefined ? [] : lacking.map(({ text }) => text)
  const proposed = proposal(state)
  return { kind: 'done', result: { kind: 'graded', grade, proposed, coverage, missed, tookMs: 0 } }
}

function on(state: Grading): Step<Grading, Graded> {
  return { kind: 'on', state }
}
