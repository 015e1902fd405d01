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
 * The grade that a coverage of the key points (0 to 1) speaks for; one less for a late answer. Who
 * says the opposite of a point has it hard at best.
 */
export function proposedGrade(
  coverage: number,
  timing: Timing = 'steady',
  isContradicted = false,
): Grade {
  const plain = Math.min(isContradicted ? 1 : 3, plainGrade(coverage))
  return grades[plain - (timing === 'late' ? 1 : 0)] ?? 'again'
}

/** Below this coverage an answer is poor. */
const poorBelow = 0.6

/**
 * What is worth saying of an answer's time: haste only where much was missing, for whoever dictates
 * or pastes is quick.
 */
export function toldTiming(timing: Timing, coverage: number | undefined): Timing {
  const isHasty = timing === 'hurried' && coverage !== undefined && coverage < poorBelow
  return timing === 'hurried' && !isHasty ? 'steady' : timing
}

function plainGrade(coverage: number): number {
  if (coverage < 0.3) return 0
  if (coverage < poorBelow) return 1
  return coverage < 0.9 ? 2 : 3
}
