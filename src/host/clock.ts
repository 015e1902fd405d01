import { UserError } from '../errors.ts'
import { isInstant } from '../log/dates.ts'
import { dayOf } from '../schedule/day.ts'
import type { Instant } from '../schedule/schedule.ts'

/** What time it is. */
export type Clock = {
  readonly now: () => Instant
  /** Minutes east of UTC at that instant, where the person is. */
  readonly offsetAt: (at: Instant) => number
}

/** The wall clock, or the instant that `fixed` (ISO 8601) sets it to; countdowns run on. */
export function wallClock(fixed: string | undefined): Clock {
  return {
    now: () => (fixed === undefined ? Date.now() : instantOf(fixed)) as Instant,
    offsetAt: (at) => 0 - new Date(at).getTimezoneOffset(),
  }
}

function instantOf(text: string): number {
  // Date.parse takes the 30th of February for the 2nd of March
  const isDate = /^\d{4}-\d\d-\d\d(T|$)/.test(text) && dayOf(text.slice(0, 10)) !== undefined
  const at = isDate ? Date.parse(text) : Number.NaN
  if (!isInstant(at)) throw new UserError({ code: 'clock-invalid', value: text })
  return at
}
