import type { Opening } from './shape.ts'

/** 1 where numbers run on through the whole, towards 0 where they start again after a few. */
export function runOf(openings: readonly Opening[]): number {
  if (openings.length < 3) return 0
  let steps = 0
  let restarts = 0
  let before: number | undefined
  for (const { lead } of openings) {
    const number = lead.number
    if (number === undefined) continue
    if (before !== undefined) {
      if (number >= before && number <= before + 2) steps++
      else if (number < before) restarts++
    }
    before = number
  }
  const length = openings.length / (restarts + 1)
  return (
    (steps / (openings.length - restarts - 0.999)) * Math.min(1, Math.max(0, (length - 2) / 10))
  )
}

/** Without the numbers that start again inside an answer, after which the run before goes on. */
export function mainRun(openings: readonly Opening[]): readonly Opening[] {
  const kept: Opening[] = []
  for (let at = 0; at < openings.length; at++) {
    const opening = openings[at]
    if (opening === undefined) break
    const before = kept.at(-1)?.lead.number
    const number = opening.lead.number
    const resumes =
      before !== undefined &&
      number !== undefined &&
      number <= Math.min(before, 2) &&
      opening.lead.parts < 2
        ? resumption(openings, at, before + 1)
        : undefined
    if (resumes === undefined) kept.push(opening)
    else at = resumes - 1
  }
  return kept
}

/** How many numbers an answer may hold of its own. */
const longestInner = 40

/** Where the number that was due comes after all, not merely because the new run reached it. */
function resumption(openings: readonly Opening[], from: number, due: number): number | undefined {
  for (let at = from + 1; at < Math.min(openings.length, from + longestInner); at++) {
    const number = openings[at]?.lead.number
    const before = openings[at - 1]?.lead.number
    if (number === undefined || before === undefined) continue
    if (number === due && before + 1 !== number) return at
    if (number >= due || before + 1 === due) return undefined
  }
  return undefined
}
