import type { Grade } from './schedule.ts'

/** The grade that a coverage of the key points (0 to 1) speaks for. */
export function proposedGrade(coverage: number): Grade {
  if (coverage < 0.3) return 'again'
  if (coverage < 0.6) return 'hard'
  return coverage < 0.9 ? 'good' : 'easy'
}
