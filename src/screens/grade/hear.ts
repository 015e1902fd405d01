import { type Grade, grades } from '../../schedule/schedule.ts'
import { answerActOfKey, keyOfWord } from '../acts.ts'
import { type Heard, plainKey, type Reaction } from '../screen.ts'
import {
  contradictedIn,
  type Graded,
  type GradeState,
  isHeard,
  proposal,
  tickedCoverage,
} from './state.ts'

/** What the comparing makes of something heard: `1` to `4` grade at once. */
export function hearGrade(before: GradeState, heard: Heard): Reaction<GradeState, Graded> {
  const startedAt = before.startedAt ?? heard.at
  const state = { ...before, startedAt, deafUntil: before.deafUntil ?? heard.at + before.deafMs }
  const reaction = heardInTime(state, heard)
  if (reaction.kind !== 'done' || reaction.result.kind !== 'graded') return reaction
  return { kind: 'done', result: { ...reaction.result, tookMs: heard.at - startedAt } }
}

function heardInTime(
  state: GradeState & { readonly deafUntil: number },
  heard: Heard,
): Reaction<GradeState, Graded> {
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

function heardKey(state: GradeState, name: string): Reaction<GradeState, Graded> {
  if (name === 'ctrl-c') return { kind: 'done', result: { kind: 'left' } }
  if (name === 'f1') return on({ ...state, help: !state.help })
  if (name === 'escape' && state.help) return on({ ...state, help: false })
  const last = state.points.length - 1
  if (name === 'up') return on({ ...state, cursor: Math.max(0, state.cursor - 1) })
  if (name === 'down')
    return on({ ...state, cursor: Math.min(Math.max(0, last), state.cursor + 1) })
  return on(state)
}

// Keys may arrive together; after a grade the rest is dropped, for nobody means to grade twice.
function heardCharacters(state: GradeState, keys: readonly string[]): Reaction<GradeState, Graded> {
  let now = state
  for (const key of keys) {
    const reaction = heardCharacter(now, plainKey(key))
    if (reaction.kind !== 'on') return reaction
    now = reaction.state
  }
  return on(now)
}

function heardCharacter(state: GradeState, key: string): Reaction<GradeState, Graded> {
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
function heardLine(state: GradeState, line: string): Reaction<GradeState, Graded> {
  if (line === ':leave') return { kind: 'done', result: { kind: 'left' } }
  const key = keyOfWord(line)
  if (key !== undefined) return heardCharacter(state, key)
  const tick = /^[+-](\d+)$/.exec(line)
  if (tick !== null) return on(toggled(state, Number(tick[1]) - 1))
  return line.length === 1 ? heardCharacter(state, line) : on(state)
}

function toggled(state: GradeState, index: number): GradeState {
  if (state.ticked[index] === undefined) return state
  const ticked = state.ticked.map((tick, i) => (i === index ? !tick : tick))
  return { ...state, ticked, byHand: true }
}

function graded(state: GradeState, grade: Grade): Reaction<GradeState, Graded> {
  const coverage = tickedCoverage(state)
  const lacking = state.points.filter((_, i) => state.ticked[i] !== true)
  const missed = coverage === undefined ? [] : lacking.map(({ text }) => text)
  const proposed = proposal(state)
  const contradicted = coverage === undefined ? [] : contradictedIn(state)
  const taught = state.points.filter((point, i) => state.ticked[i] === true && !isHeard(point))
  const points = { missed, contradicted, taught: taught.map(({ text }) => text) }
  const result = { grade, proposed, coverage, ...points, tookMs: 0 }
  return { kind: 'done', result: { kind: 'graded', ...result } }
}

function on(state: GradeState): Reaction<GradeState, Graded> {
  return { kind: 'on', state }
}
