import { timingOf, toldTiming } from '../schedule/proposal.ts'
import { type Grade, grades } from '../schedule/schedule.ts'
import { grouped } from '../text/grouped.ts'
import { type Interview, isLate, type Turn } from './interview.ts'

/** What some questions of an interview add up to; times in ms, shares from 0 to 1. */
export type Score = {
  /** Answered or skipped, follow-ups among them. */
  readonly questions: number
  readonly followUps: number
  readonly answered: number
  readonly usedMs: number
  readonly givenMs: number
  /** How much of the key points was said, on average; undefined if nothing was compared. */
  readonly coverage: number | undefined
  /** Graded good or easy, of all that were graded or skipped; undefined if none were. */
  readonly recall: number | undefined
  readonly grades: Readonly<Record<Grade, number>>
}

/** The questions of one outermost topic; `''` for those without one. */
export type TopicScore = Score & { readonly topic: string }

/** A whole interview added up. */
export type Scores = Score & {
  /** In order of appearance. */
  readonly topics: readonly TopicScore[]
  /** The mean time to the first key, over the answers that were typed. */
  readonly hesitationMs: number | undefined
  /** Answers that went on beyond their time. */
  readonly late: number
  /** Answers that the end of their time cut off. */
  readonly timeUp: number
  readonly hurried: number
  readonly hints: number
  /** Questions during which the clock was stopped, and for how long in all. */
  readonly pauses: number
  readonly pausedMs: number
}

export function scoresOf(interview: Interview): Scores {
  const turns = turnsOver(interview)
  const topics = [...new Set(turns.map(({ topic }) => topic))]
  const given = turns.flatMap(({ given }) => given ?? [])
  const paused = given.filter(({ pausedMs }) => pausedMs > 0)
  return {
    ...scoreOf(interview, turns),
    topics: topics.map((topic) => ({
      topic,
      ...scoreOf(
        interview,
        turns.filter((turn) => turn.topic === topic),
      ),
    })),
    hesitationMs: mean(given.map(({ hesitationMs }) => hesitationMs)),
    late: turns.filter(isLate).length,
    timeUp: given.filter(({ ended }) => ended === 'time-up').length,
    hurried: turns.filter((turn) => isHurried(interview, turn)).length,
    hints: sum(given.map(({ hints }) => hints)),
    pauses: paused.length,
    pausedMs: sum(paused.map(({ pausedMs }) => pausedMs)),
  }
}

/** The questions that are over: answered or skipped. */
export function turnsOver({ turns }: Interview): readonly Turn[] {
  return turns.filter(({ given }) => given !== undefined)
}

/**
 * How much of a turn's key points was said: as the person ticked it, else as it was heard. Who was
 * silent has said nothing of them; in thought alone it is not known.
 */
export function turnCoverage({ mode }: Interview, turn: Turn): number | undefined {
  const { given, verdict, keyPoints } = turn
  const known = verdict?.coverage ?? given?.coverage
  if (known !== undefined) return Math.min(1, Math.max(0, known))
  if (given === undefined || keyPoints.length === 0) return undefined
  const isSilent = given.ended === 'skipped' || (mode === 'type' && given.answer.trim() === '')
  return isSilent ? 0 : undefined
}

/** Whether an answer took so little of its time that much was missing. */
export function isHurried(interview: Interview, turn: Turn): boolean {
  const { given, limitMs } = turn
  if (given?.ended !== 'answered') return false
  const timing = timingOf(given.usedMs, limitMs)
  return toldTiming(timing, turnCoverage(interview, turn)) === 'hurried'
}

/** A question with all that pressed on it, in the order in which they were asked. */
export type Thread = { readonly turn: Turn; readonly followUps: readonly Turn[] }

export function threadsOf({ turns }: Interview): readonly Thread[] {
  const rootOf = new Map<number, Turn>()
  const rooted = turns.map((turn) => {
    const root = (turn.follows === undefined ? undefined : rootOf.get(turn.follows)) ?? turn
    rootOf.set(turn.turn, root)
    return { turn, root }
  })
  return Array.from(
    grouped(rooted, ({ root }) => root),
    ([turn, [, ...followUps]]) => ({
      turn,
      followUps: followUps.map((one) => one.turn),
    }),
  )
}

function scoreOf(interview: Interview, turns: readonly Turn[]): Score {
  const counts = gradeCounts(turns)
  const skipped = turns.filter(({ given }) => given?.ended === 'skipped')
  const ungraded = skipped.filter(({ verdict }) => verdict === undefined).length
  const judged = sum(Object.values(counts)) + ungraded
  return {
    questions: turns.length,
    followUps: turns.filter(({ follows }) => follows !== undefined).length,
    answered: turns.length - skipped.length,
    usedMs: sum(turns.map(({ given }) => given?.usedMs ?? 0)),
    givenMs: sum(turns.map(({ limitMs }) => limitMs)),
    coverage: mean(turns.map((turn) => turnCoverage(interview, turn))),
    recall: judged === 0 ? undefined : (counts.good + counts.easy) / judged,
    grades: counts,
  }
}

function gradeCounts(turns: readonly Turn[]): Readonly<Record<Grade, number>> {
  const count = (grade: Grade) => turns.filter(({ verdict }) => verdict?.grade === grade).length
  const [again = 0, hard = 0, good = 0, easy = 0] = grades.map(count)
  return { again, hard, good, easy }
}

/** The mean of those that are known. */
export function mean(all: readonly (number | undefined)[]): number | undefined {
  const known = all.filter((one) => one !== undefined)
  return known.length === 0 ? undefined : sum(known) / known.length
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0)
}
