import type { Day } from '../schedule/day.ts'

const days = 7
const weeks = 9
const months = 18

/**
 * Which dated copies may go: kept are all of the last week, then the first of each week for two
 * months, then the first of each month for a year and a half. The latest always stays.
 */
export function thinned(copies: readonly Day[], today: Day): readonly Day[] {
  const sorted = [...copies].sort((a, b) => a - b)
  const latest = sorted.at(-1)
  const seen = new Set<string>()
  return sorted.filter((copy) => {
    const span = spanOf(copy, today)
    if (span === undefined) return copy !== latest
    const isFirst = !seen.has(span)
    seen.add(span)
    return !isFirst && copy !== latest
  })
}

/** The stretch of time that one copy is enough for; undefined if none is needed. */
function spanOf(copy: Day, today: Day): string | undefined {
  const age = today - copy
  if (age < days) return `day ${copy}`
  // 1970-01-01 was a Thursday: weeks begin on Mondays
  if (age < weeks * 7) return `week ${Math.floor((copy + 3) / 7)}`
  return age < months * 31
    ? `month ${new Date(copy * 86_400_000).toISOString().slice(0, 7)}`
    : undefined
}
