import type { CardId } from '../../cards/card.ts'
import type { Figures } from '../../interview/compared.ts'
import { type Interview, isLate, type Turn } from '../../interview/interview.ts'
import { isHurried, type Score, scoresOf, turnCoverage } from '../../interview/scores.ts'
import type { Instant } from '../../schedule/schedule.ts'
import { isoTime } from '../../schedule/time.ts'
import type { Background } from './interview-report.ts'

/** A past interview as `history --json` lists it. */
export function interviewJson(interview: Interview, n: number): object {
  const { name, ended } = interview
  const { questions, answered, usedMs, coverage, recall } = scoresOf(interview)
  return {
    n,
    name,
    at: timeIn(interview, interview.at),
    questions,
    answered,
    usedMs,
    coverage: rounded(coverage),
    recall: rounded(recall),
    finished: ended?.how === 'finished',
  }
}

/** All of one interview, as `history <n> --json` gives it. */
export function wholeInterviewJson(
  interview: Interview,
  n: number,
  { compared, due }: Background,
): object {
  const { ended, planned, turns, mode, exam, soft, seed, narrowed } = interview
  const { topics, followUps, givenMs, grades, ...others } = scoresOf(interview)
  const { hesitationMs, late, timeUp, hurried, hints, pauses, pausedMs } = others
  return {
    ...interviewJson(interview, n),
    ended: ended && { at: timeIn(interview, ended.at as Instant), how: ended.how },
    mode,
    exam,
    soft,
    seed,
    narrowed: narrowed === '' ? undefined : narrowed,
    planned: planned.map(({ card, limitMs }) => ({ card, limitMs })),
    followUps,
    givenMs,
    grades,
    late,
    timeUp,
    hurried,
    hints,
    pauses,
    pausedMs,
    hesitationMs: whole(hesitationMs),
    topics: topics.map(topicJson),
    compared: compared && {
      interviews: compared.interviews,
      now: figuresJson(compared.now),
      before: figuresJson(compared.before),
    },
    dueByTomorrow: due.flatMap(({ card }): readonly CardId[] => (card === undefined ? [] : [card])),
    turns: turns.map((turn) => turnJson(interview, turn)),
  }
}

function topicJson({ topic, ...score }: Score & { readonly topic: string }): object {
  const { coverage, recall, ...counts } = score
  const shares = { coverage: rounded(coverage), recall: rounded(recall) }
  return { topic: topic === '' ? undefined : topic, ...counts, ...shares }
}

function figuresJson({ coverage, recall, eachMs }: Figures): object {
  return { coverage: rounded(coverage), recall: rounded(recall), eachMs: whole(eachMs) }
}

function turnJson(interview: Interview, turn: Turn): object {
  const { given, verdict, card, follows, question, topic, keyPoints, limitMs } = turn
  return {
    turn: turn.turn,
    at: timeIn(interview, turn.at),
    card,
    follows,
    question,
    topic: topic === '' ? undefined : topic,
    keyPoints,
    limitMs,
    ended: given?.ended,
    answer: given?.answer,
    usedMs: given?.usedMs,
    pausedMs: given?.pausedMs,
    hesitationMs: given?.hesitationMs,
    hints: given?.hints,
    late: given && isLate(turn),
    hurried: given && isHurried(interview, turn),
    coverage: rounded(turnCoverage(interview, turn)),
    grade: verdict?.grade,
    proposed: verdict?.proposed,
    missed: verdict?.missed,
    contradicted: verdict?.contradicted,
    review: verdict?.review,
  }
}

function rounded(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 1000) / 1000
}

function whole(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms)
}

function timeIn({ offset }: Interview, at: Instant): string {
  return isoTime(at, offset)
}
