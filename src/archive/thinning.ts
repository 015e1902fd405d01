import { type Day, dayText } from '../schedule/day.ts'

const days = 7
const weeks = 9
const months = 18

/**
 * Which dated copies may go: kept are all of the last week, then the first of each week for two
 * months, the first of each month for a year and a half, and of each year for good. The latest seven
 * stay whatever the clock says.
 */
export function thinned(copies: readonly Day[], today: Day): readonly Day[] {
  const sorted = [...copies].sort((a, b) => a - b)
  const latest = new Set(sorted.slice(-days))
  const seen = new Set<string>()
  return sorted.filter((copy) => {
    const span = spanOf(copy, today)
    const isFirst = !seen.has(span)
    seen.add(span)
    return !isFirst && !latest.has(copy)
  })
}

/** The stretch of time that one copy is enough for. */
function spanOf(copy: Day, today: Day): string {
  const age = today - copy
  if (age < days) return `day ${copy}`
  // 1970-01-01 was a Thursday: weeks begin on Mondays
  if (age < weeks * 7) return `week ${Math.floor((copy + 3) / 7)}`
  const date = dayText(copy)
  return age < months * 31 ? `month ${date.slice(0, 7)}` : `year ${date.slice(0, 4)}`
}
