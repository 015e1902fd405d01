/** A study day: whole days since 1970-01-01 in local time, turning over at the day's start. */
export type Day = number & { readonly __brand: 'Day' }

/** A whole day, in ms. */
export const dayMs = 86_400_000

/** The date that a study day bears, `2026-11-22`. */
export function dayText(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** The study day of a date such as `2026-11-22`; undefined if there is no such date. */
export function dayOf(text: string): Day | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  const day = Math.floor(at / dayMs) as Day
  return !Number.isNaN(at) && dayText(day) === text ? day : undefined
}

export function daysLater(day: Day, days: number): Day {
  return (day + days) as Day
}
