import type { Day } from './day.ts'
import type { DayFigures, HourFigures, Review } from './schedule.ts'

/** How an answer stands to what was known of its card before. */
export type Telling = {
  /** Whether the card was never reviewed before. */
  readonly isFirst: boolean
  /** The chance of recall that was foreseen; undefined unless a day or more had passed. */
  readonly foreseen: number | undefined
}

/** Days that are being added up. */
export type DayTally = {
  /** Adds a review; without `telling` it says nothing about memory, as in a cram. */
  readonly add: (review: Review, day: Day, telling: Telling | undefined) => void
  readonly days: () => ReadonlyMap<Day, DayFigures>
}

/** Adds further reviews to days that were added up before. */
export function tallyAfter(before: ReadonlyMap<Day, DayFigures>): DayTally {
  const working = new Map<Day, WorkingDay>()
  const dayOf = (day: Day) => {
    const known = working.get(day)
    if (known !== undefined) return known
    const made = workingDay(before.get(day))
    working.set(day, made)
    return made
  }
  return {
    add: (review, day, telling) => count(dayOf(day), review, telling),
    days: () => {
      const days = new Map(before)
      for (const [day, one] of working) days.set(day, { ...one, hours: one.hours.flat() })
      return days
    },
  }
}

type Mutable<Some> = { -readonly [Key in keyof Some]: Some[Key] }
type WorkingHour = Mutable<HourFigures>
type WorkingDay = Mutable<Omit<DayFigures, 'hours'>> & {
  /** By the hour; one in which nothing was done is an empty list. */
  readonly hours: (WorkingHour | [])[]
}

function workingDay(before: DayFigures | undefined): WorkingDay {
  const hours: (WorkingHour | [])[] = Array.from({ length: 24 }, () => [])
  for (const one of before?.hours ?? []) hours[one.hour] = { ...one }
  const { reviews = 0, ms = 0, met = 0, telling = 0, recalled = 0, foreseen = 0 } = before ?? {}
  return { reviews, ms, met, telling, recalled, foreseen, hours }
}

const hourMs = 3_600_000

function count(day: WorkingDay, review: Review, telling: Telling | undefined): void {
  const { at, offset, grade, tookMs } = review
  const hour = hourIn(day, Math.floor((at + offset * 60_000) / hourMs))
  day.reviews += 1
  day.ms += tookMs
  hour.reviews += 1
  if (telling?.isFirst === true) day.met += 1
  if (telling?.foreseen === undefined) return
  const recalled = grade === 'again' ? 0 : 1
  day.telling += 1
  day.recalled += recalled
  day.foreseen += telling.foreseen
  hour.telling += 1
  hour.recalled += recalled
}

function hourIn(day: WorkingDay, hours: number): WorkingHour {
  const hour = ((hours % 24) + 24) % 24
  const known = day.hours[hour]
  if (known !== undefined && 'reviews' in known) return known
  const made: WorkingHour = { hour, reviews: 0, telling: 0, recalled: 0 }
  day.hours[hour] = made
  return made
}
