import { type Day, dayText } from '../schedule/day.ts'
import type { DayFigures, HourFigures } from '../schedule/schedule.ts'
import { grouped } from '../text/grouped.ts'

/** What was done on some days together. */
export type Totals = Omit<DayFigures, 'hours'> & {
  /** Days with a review. */
  readonly days: number
}

/** The same of a month, `2026-11`. */
export type MonthFigures = Totals & { readonly month: string }

export type Days = ReadonlyMap<Day, DayFigures>

/** The days from one on. */
export function daysFrom(days: Days, since: Day | undefined): Days {
  if (since === undefined) return days
  return new Map([...days].filter(([day]) => day >= since))
}

export function totalsOf(days: Iterable<DayFigures>): Totals {
  const sum = { days: 0, reviews: 0, ms: 0, met: 0, telling: 0, recalled: 0, foreseen: 0 }
  for (const one of days) {
    sum.days += 1
    sum.reviews += one.reviews
    sum.ms += one.ms
    sum.met += one.met
    sum.telling += one.telling
    sum.recalled += one.recalled
    sum.foreseen += one.foreseen
  }
  return sum
}

/** By month, the oldest first; months in which nothing was done are left out. */
export function monthsOf(days: Days): readonly MonthFigures[] {
  const groups = grouped(days, ([day]) => dayText(day).slice(0, 7))
  return [...groups]
    .map(([month, all]) => ({ month, ...totalsOf(all.map(([, figures]) => figures)) }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** By hour of the clock, all 24. */
export function hoursOf(days: Iterable<DayFigures>): readonly HourFigures[] {
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    reviews: 0,
    telling: 0,
    recalled: 0,
  }))
  for (const day of days) {
    for (const { hour, reviews, telling, recalled } of day.hours) {
      const one = hours[hour]
      if (one === undefined) continue
      one.reviews += reviews
      one.telling += telling
      one.recalled += recalled
    }
  }
  return hours
}

/** One figure of each of the last days up to today, the oldest first. */
export function lastDays(
  days: Days,
  today: Day,
  count: number,
  figure: (of: DayFigures) => number,
): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const of = days.get((today - count + 1 + i) as Day)
    return of === undefined ? 0 : figure(of)
  })
}

/** Days with a review in a row, at most. */
export function longestStreak(days: Days): number {
  let longest = 0
  let length = 0
  let before = Number.NaN
  for (const day of [...days.keys()].sort((a, b) => a - b)) {
    length = day === before + 1 ? length + 1 : 1
    before = day
    longest = Math.max(longest, length)
  }
  return longest
}
