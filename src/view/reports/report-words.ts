import type { Messages } from '../../i18n/en/en.ts'
import { type Compared, directionOf, type Figures } from '../../interview/compared.ts'
import { type Interview, isLate, type Turn } from '../../interview/interview.ts'
import { isHurried, type Score, type Scores, turnCoverage } from '../../interview/scores.ts'
import { grades } from '../../schedule/schedule.ts'
import { clockTime } from '../../schedule/time.ts'
import { percent } from './bars.ts'

/** That it is over or not, how many questions it had and how long they took. */
export function titleText({ ended }: Interview, scores: Scores, { report }: Messages): string {
  const { questions, usedMs, givenMs } = scores
  if (questions === 0) return report.nothing
  const title = ended === undefined ? report.unfinished : report.title
  return title(questions, clockTime(usedMs), clockTime(givenMs))
}

/** The grade, or why there is none. */
function verdictText({ given, verdict }: Turn, say: Messages): string {
  if (verdict !== undefined) return say.grade[verdict.grade]
  if (given === undefined) return say.report.unanswered
  return given.ended === 'skipped' ? say.report.skipped : say.report.ungraded
}

/** What became of a question, in parts: time, grade, key points, what was odd. */
export function turnFacts(interview: Interview, turn: Turn, say: Messages): readonly string[] {
  const { given, limitMs } = turn
  const coverage = turnCoverage(interview, turn)
  return [
    ...(given === undefined ? [] : [`${clockTime(given.usedMs)} / ${clockTime(limitMs)}`]),
    verdictText(turn, say),
    ...(coverage === undefined ? [] : [say.report.points(percent(coverage))]),
    ...turnMarks(interview, turn, say),
  ]
}

/** What was odd about an answer: late, hurried, helped, interrupted. */
function turnMarks(interview: Interview, turn: Turn, say: Messages): readonly string[] {
  const { given } = turn
  const words = say.report
  if (given === undefined) return []
  return [
    ...(isLate(turn) ? [words.late] : []),
    ...(given.ended === 'time-up' ? [words.timeUp] : []),
    ...(isHurried(interview, turn) ? [words.hurried] : []),
    ...(given.hints > 0 ? [words.hints(given.hints)] : []),
    ...(given.pausedMs > 0 ? [words.paused(clockTime(given.pausedMs))] : []),
  ]
}

/** How the person went about it: hesitation, late and hurried answers, hints, pauses. */
export function mannerTexts(scores: Scores, say: Messages): readonly string[] {
  const words = say.report.manner
  const { hesitationMs, late, timeUp, hurried, hints, pauses, pausedMs } = scores
  const skipped = scores.questions - scores.answered
  return [
    ...(scores.followUps > 0 ? [say.report.followUps(scores.followUps)] : []),
    ...(hesitationMs === undefined ? [] : [words.hesitation(clockTime(hesitationMs))]),
    ...(late > 0 ? [words.late(late)] : []),
    ...(timeUp > 0 ? [words.timeUp(timeUp)] : []),
    ...(hurried > 0 ? [words.hurried(hurried)] : []),
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
    ...(hints > 0 ? [say.report.hints(hints)] : []),
    ...(pauses > 0 ? [words.pauses(pauses, clockTime(pausedMs))] : []),
  ]
}

/** The grades given, each with its number. */
export function gradeTexts(score: Score, say: Messages): readonly string[] {
  return grades.flatMap((grade) => {
    const n = score.grades[grade]
    return n === 0 ? [] : [`${say.grade[grade]} ${n}`]
  })
}

export const figureNames: readonly (keyof Figures)[] = ['coverage', 'recall', 'eachMs']

/** A figure as people write it. */
export function figureText(name: keyof Figures, value: number): string {
  return name === 'eachMs' ? clockTime(value) : percent(value)
}

/** Each figure now and before, and what that means; only those known of both. */
export function comparedTexts({ now, before }: Compared, say: Messages): readonly string[] {
  return figureNames.flatMap((name) => {
    const [one, other] = [now[name], before[name]]
    if (one === undefined || other === undefined) return []
    const words = name === 'eachMs' ? say.report.time : say.report.share
    const [shown, shownBefore] = [figureText(name, one), figureText(name, other)]
    const meant = words[directionOf(name, other, one)]
    return [say.report.change(say.report.figures[name], shown, shownBefore, meant)]
  })
}
