import { minuteText } from '../schedule/time.ts'
import type { Asked, Begun, Ending, Given, Step, Verdict } from './step.ts'

/** An interview, finished or not, as its steps tell it. */
export type Interview = Begun & {
  /** Of its file, without the ending: sorts by time. */
  readonly name: string
  readonly turns: readonly Turn[]
  readonly ended: { readonly at: number; readonly how: Ending } | undefined
}

/** A question and what became of it so far. */
export type Turn = Asked & {
  readonly given: Given | undefined
  readonly verdict: Verdict | undefined
}

/** What steps add up to, oldest first; undefined if they do not begin. */
export function interviewOf(name: string, steps: readonly Step[]): Interview | undefined {
  const [first, ...rest] = steps
  if (first?.kind !== 'begun') return undefined
  return rest.reduce(after, { ...first, name, turns: [], ended: undefined })
}

/** The interview after one more step; one that does not fit changes nothing. */
export function after(interview: Interview, step: Step): Interview {
  switch (step.kind) {
    case 'begun':
    case 'resumed':
      return interview
    case 'ended':
      return { ...interview, ended: { at: step.at, how: step.how } }
    case 'asked': {
      const { kind: _, ...asked } = step
      if (asked.turn !== interview.turns.length) return interview
      const turn: Turn = { ...asked, given: undefined, verdict: undefined }
      return { ...interview, turns: [...interview.turns, turn] }
    }
    case 'answered': {
      const { kind: _, turn, ...given } = step
      return changed(interview, turn, { given })
    }
    case 'graded': {
      const { kind: _, turn, ...verdict } = step
      return changed(interview, turn, { verdict })
    }
    case 'undone':
      // whoever takes a grade back under the report is not done yet
      return { ...changed(interview, step.turn, { verdict: undefined }), ended: undefined }
  }
}

function changed(interview: Interview, index: number, change: Partial<Turn>): Interview {
  const turns = interview.turns.map((turn) => (turn.turn === index ? { ...turn, ...change } : turn))
  return { ...interview, turns }
}

/** Time used for answers so far, in ms. */
export function usedMs({ turns }: Interview): number {
  return turns.reduce((sum, { given }) => sum + (given?.usedMs ?? 0), 0)
}

/** Whether an answer went on beyond its time, which only `--soft` allows. */
export function isLate({ given, limitMs }: Turn): boolean {
  return given !== undefined && given.usedMs > limitMs
}

/** The local date and time at which it began: `2026-11-22 20:00`. */
export function beganAt({ at, offset }: Interview): string {
  return minuteText(at, offset)
}
