import type { CardId } from '../../src/cards/card.ts'
import { type Interview, interviewOf } from '../../src/interview/interview.ts'
import { encodeStep } from '../../src/interview/record.ts'
import type { Asked, Begun, Ending, Given, Step, Verdict } from '../../src/interview/step.ts'
import type { Grade, Instant } from '../../src/schedule/schedule.ts'

/** A question of an interview that is over, as briefly as a test says it; times in seconds. */
export type PastTurn = {
  readonly question: string
  readonly card?: string
  readonly topic?: string
  readonly points?: readonly string[]
  readonly follows?: number
  readonly limit?: number
  /** Undefined for one that was left on the table. */
  readonly used?: number | undefined
  readonly ended?: Given['ended']
  readonly answer?: string
  readonly hesitation?: number
  readonly paused?: number
  readonly hints?: number
  readonly heard?: number
  readonly grade?: Grade
  readonly coverage?: number
  readonly missed?: readonly string[]
}

export type PastInterview = Partial<Omit<Begun, 'kind' | 'at'>> & {
  readonly at?: string
  readonly how?: Ending | undefined
}

const second = 1000

/** The steps of such an interview; `how: undefined` leaves it unfinished. */
export function pastSteps(turns: readonly PastTurn[], about: PastInterview = {}): readonly Step[] {
  const { at = '2026-11-20T20:00:00+08:00', how, ...manner } = about
  const start = Date.parse(at) as Instant
  const isOpen = 'how' in about && how === undefined
  const end: Step = { kind: 'ended', at: (start + 600 * second) as Instant, how: how ?? 'finished' }
  return [
    {
      ...{ kind: 'begun', at: start, offset: 480, seed: 'one', narrowed: '', mode: 'type' },
      ...{ exam: false, soft: false, breaks: false, followUps: true, totalMs: undefined },
      libraries: [],
      planned: turns.map(({ card, limit = 60 }) => ({
        card: (card ?? 'x') as CardId,
        limitMs: limit * second,
      })),
      ...manner,
    },
    ...turns.flatMap((turn, i) => stepsOf(turn, i, start)),
    ...(isOpen ? [] : [end]),
  ]
}

export function pastInterview(
  turns: readonly PastTurn[],
  about: PastInterview = {},
  name = '20261120T200000-abc',
): Interview {
  const interview = interviewOf(name, pastSteps(turns, about))
  if (interview === undefined) throw new Error('it does not begin')
  return interview
}

/** Interviews as the files that a fake host begins with, oldest first. */
export function pastFiles(...all: readonly (readonly Step[])[]): ReadonlyMap<string, string> {
  return new Map(
    all.map((steps, i) => [
      `interview-${String(i).padStart(3, '0')}`,
      steps.map(encodeStep).join(''),
    ]),
  )
}

function stepsOf(turn: PastTurn, index: number, start: Instant): readonly Step[] {
  const asked: Asked = {
    turn: index,
    at: (start + index * 60 * second) as Instant,
    card: turn.card as CardId | undefined,
    follows: turn.follows,
    question: turn.question,
    topic: turn.topic ?? '并发',
    keyPoints: turn.points ?? [],
    limitMs: (turn.limit ?? 60) * second,
  }
  const { hesitation, grade } = turn
  const given: Given = {
    ended: turn.ended ?? 'answered',
    answer: turn.answer ?? '',
    usedMs: (turn.used ?? 30) * second,
    pausedMs: (turn.paused ?? 0) * second,
    hesitationMs: hesitation === undefined ? undefined : hesitation * second,
    hints: turn.hints ?? 0,
    cutShort: false,
    coverage: turn.heard,
  }
  const verdict = (name: Grade): Verdict => ({
    at: (asked.at + 50 * second) as Instant,
    grade: name,
    proposed: undefined,
    coverage: turn.coverage,
    missed: turn.missed ?? [],
    review: turn.card === undefined ? undefined : `review-${index}`,
  })
  const isLeft = 'used' in turn && turn.used === undefined
  return [
    { kind: 'asked', ...asked },
    ...(isLeft ? [] : [{ kind: 'answered', turn: index, ...given } as const]),
    ...(grade === undefined ? [] : [{ kind: 'graded', turn: index, ...verdict(grade) } as const]),
  ]
}
