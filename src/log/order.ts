/** What all records of a log bear: when they were made, and their run with a count. */
export type Dated = { readonly at: number; readonly id: string }

/** Whether a record comes after another: by time, then by run, then by count. */
export function compare(a: Dated, b: Dated): number {
  return a.at - b.at || compareIds(a.id, b.id)
}

// Ids of one run end in a count: `9` comes before `10`.
function compareIds(a: string, b: string): number {
  if (a === b) return 0
  const [first, second] = [partsOf(a), partsOf(b)]
  if (first.run !== second.run) return first.run < second.run ? -1 : 1
  return first.count - second.count || (a < b ? -1 : 1)
}

/** The run that an id was made in, and the how manieth of it. */
export function partsOf(id: string): { readonly run: string; readonly count: number } {
  const dash = id.lastIndexOf('-')
  const count = Number(id.slice(dash + 1))
  return dash < 0 || !Number.isInteger(count)
    ? { run: id, count: 0 }
    : { run: id.slice(0, dash), count }
}

/** Runs whose counts do not go up with time. */
export function crookedRuns(sorted: readonly Dated[]): ReadonlySet<string> {
  const crooked = new Set<string>()
  const isUp = countsUp()
  for (const { id } of sorted) if (!isUp(id)) crooked.add(partsOf(id).run)
  return crooked
}

/**
 * Says of ids one after another whether each has a higher count than those before it of its run.
 * Most neighbours are of one run, and then no string has to be cut to compare their counts.
 */
function countsUp(): (id: string) => boolean {
  const latest = new Map<string, string>()
  let start = ''
  let before = ''
  return (id) => {
    if (start === '' || !id.startsWith(start)) {
      if (start !== '') latest.set(start, before)
      start = `${partsOf(id).run}-`
      before = latest.get(start) ?? ''
    }
    const isUp = before.length < id.length || (before.length === id.length && before < id)
    if (isUp) before = id
    return isUp
  }
}
