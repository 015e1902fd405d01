import type { Interview, Turn } from './interview.ts'

const weekMs = 7 * 24 * 60 * 60_000

/**
 * Whether somebody may still want to go on with an interview at an instant: something was said in it,
 * it is no older than a week, and not only a follow-up is left of it. `hasDraft` says that an answer
 * was on its way.
 */
export function isWaiting(interview: Interview, now: number, hasDraft: boolean): boolean {
  const { turns, ended } = interview
  if (ended !== undefined || now - lastTouched(interview) > weekMs) return false
  const isBegun = hasDraft || turns.some(({ given }) => given !== undefined)
  return isBegun && !isAllButOver(interview)
}

function lastTouched({ at, turns }: Interview): number {
  return Math.max(at, ...turns.map((turn) => Math.max(turn.at, turn.verdict?.at ?? 0)))
}

/** Whether all that was planned is asked and judged. */
function isAllButOver({ turns, planned }: Interview): boolean {
  const main = turns.filter(({ follows }) => follows === undefined)
  return main.length >= planned.length && main.every(isOver)
}

function isOver({ given, verdict }: Turn): boolean {
  return verdict !== undefined || given?.ended === 'skipped'
}
