import { type Grade, grades } from './schedule.ts'

/** How an answer used its time. */
export type Timing = 'late' | 'hurried' | 'steady'

/** An answer in less than this share of its time was not thought over. */
const hurriedShare = 0.1

/** The credit, from 0 to 1, from which a key point counts as said. */
export const saidFrom = 0.5

/** How an answer used its time, in ms; without a limit it is steady. */
export function timingOf(usedMs: number, limitMs: number | undefined): Timing {
  if (limitMs === undefined) return 'steady'
  if (usedMs > limitMs) return 'late'
  return usedMs < limitMs * hurriedShare ? 'hurried' : 'steady'
}

/**
 * The grade that a coverage of the key points (0 to 1) speaks for; one less for a late answer, and
 * for a hurried one that was not complete. Who says the opposite of a point has it hard at best.
 */
export function proposedGrade(
  coverage: number,
  timing: Timing = 'steady',
  isContradicted = false,
): Grade {
  const most = isContradicted ? 1 : 3
  const plain = grades[Math.min(most, plainGrade(coverage))] ?? 'again'
  const isLowered = timing === 'late' || (timing === 'hurried' && plain !== 'easy')
  return isLowered ? (grades[grades.indexOf(plain) - 1] ?? 'again') : plain
}

function plainGrade(coverage: number): number {
  if (coverage < 0.3) return 0
  if (coverage < 0.6) return 1
  return coverage < 0.9 ? 2 : 3
}
