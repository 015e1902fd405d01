import type { Messages } from '../i18n/en/en.ts'
import { clockTime } from '../schedule/time.ts'
import type { BookletAnswer } from './booklet.ts'

/** How well a question was answered. */
export function gradeFacts(
  { coverage, grade }: Pick<BookletAnswer, 'coverage' | 'grade'>,
  { paper, grade: grades }: Messages,
): readonly string[] {
  return [
    ...(coverage === undefined ? [] : [paper.coverage(Math.round(coverage * 100))]),
    ...(grade === undefined ? [] : [grades[grade]]),
  ]
}

/** The same, and in which time. */
export function askedFacts(asked: BookletAnswer, say: Messages): readonly string[] {
  const { usedMs, limitMs, late } = asked
  return [
    ...gradeFacts(asked, say),
    say.paper.time(clockTime(usedMs), clockTime(limitMs)),
    ...(late ? [say.paper.late] : []),
  ]
}
