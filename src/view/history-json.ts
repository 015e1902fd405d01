import type { CardId } from '../cards/card.ts'
import { type Interview, isLate, type Turn } from '../interview/interview.ts'
import { coverageOf, isHurried, type Score, scoresOf } from '../interview/scores.ts'
import type { Instant } from '../schedule/schedule.ts'
import { isoTime } from '../schedule/time.ts'
import type { Background } from './interview-report.ts'

/** A past interview as `history --json` lists it. */
export function interviewJson(interview: Interview, n: number): object {
  const { name, ended } = interview
  const { questions, answered, usedMs, coverage, recall } = scoresOf(interview)
  return {
    ...{ n, name, at: timeIn(interview, interview.at), questions, answered, usedMs },
    ...{ coverage, recall, finished: ended?.how === 'finished' },
  }
}

/** All of one interview, as `history <n> --json` gives it. */
export function wholeInterviewJson(
  interview: Interview,
  n: number,
  { compared, due }: Background,
): object {
  const { ended, planned, turns, mode, exam, soft, seed, narrowed } = interview
  const { topics, questions: _, answered: __, ...scores } = scoresOf(interview)
  return {
    ...interviewJson(interview, n),
    ended: ended && { at: timeIn(interview, ended.at as Instant), how: ended.how },
    ...{ mode, exam, soft, seed, narrowed: narrowed === '' ? undefined : narrowed },
    planned: planned.map(({ card, limitMs }) => ({ card, limitMs })),
    ...scores,
    topics: topics.map(topicJson),
    compared,
    dueByTomorrow: due.flatMap(({ card }): readonly CardId[] => (card === undefined ? [] : [card])),
    turns: turns.map((turn) => turnJson(interview, turn)),
  }
}

function topicJson({ topic, ...score }: Score & { readonly topic: string }): object {
  return { topic: topic === '' ? undefined : topic, ...score }
}

function turnJson(interview: Interview, turn: Turn): object {
  const { given, verdict, card, follows, question, topic, keyPoints, limitMs } = turn
  return {
    ...{ n: turn.turn, at: timeIn(interview, turn.at), card, follows, question },
    ...{ topic: topic === '' ? undefined : topic, keyPoints, limitMs },
    ...{ ended: given?.ended, answer: given?.answer, usedMs: given?.usedMs },
    ...{ pausedMs: given?.pausedMs, hesitationMs: given?.hesitationMs, hints: given?.hints },
    late: given && isLate(turn),
    hurried: given && isHurried(interview, turn),
    coverage: coverageOf(interview, turn),
    ...{ grade: verdict?.grade, proposed: verdict?.proposed, missed: verdict?.missed },
    review: verdict?.review,
  }
}

function timeIn({ offset }: Interview, at: Instant): string {
  return isoTime(at, offset)
}
