import type { CardId } from '../../src/cards/card.ts'
import { type Interview, interviewOf } from '../../src/interview/interview.ts'
import type { Asked, Begun, Given, Step, Verdict } from '../../src/interview/step.ts'
import type { Instant } from '../../src/schedule/schedule.ts'

/** Eight in the evening of 2026-11-22 in Shanghai. */
export const evening = Date.parse('2026-11-22T20:00:00+08:00') as Instant

export function begun(more: Partial<Begun> = {}): Begun {
  return {
    ...{ kind: 'begun', at: evening, offset: 480, seed: 'one', narrowed: '', mode: 'type' },
    ...{ exam: false, soft: false, breaks: false, followUps: true },
    ...{ planned: [], libraries: [], totalMs: undefined },
    ...more,
  }
}

export function asked(turn: number, more: Partial<Asked> = {}): Step {
  return {
    ...{ kind: 'asked', turn, at: evening, card: `card-${turn}` as CardId, follows: undefined },
    ...{ question: `第 ${turn} 个问题？`, topic: '并发', keyPoints: ['要点'], limitMs: 60_000 },
    ...more,
  }
}

export function answered(turn: number, more: Partial<Given> = {}): Step {
  return {
    ...{ kind: 'answered', turn, ended: 'answered', answer: '回答', usedMs: 30_000, pausedMs: 0 },
    ...{ hesitationMs: 800, hints: 0, cutShort: false, coverage: 0.5 },
    ...more,
  }
}

export function graded(turn: number, more: Partial<Verdict> = {}): Step {
  return {
    ...{ kind: 'graded', turn, at: evening, grade: 'good', proposed: 'hard', coverage: 0.5 },
    ...{ missed: [], review: `run-${turn}` },
    ...more,
  }
}

export function held(first: Begun, ...steps: readonly Step[]): Interview {
  const interview = interviewOf('20261122T200000-abc', [first, ...steps])
  if (interview === undefined) throw new Error('it does not begin')
  return interview
}
