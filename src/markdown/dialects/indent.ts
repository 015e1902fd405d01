/** Columns of white at the beginning of a line. */
export function indentOf(line: string): number {
  let columns = 0
  for (const one of line) {
    if (one === '\t') columns += 4 - (columns % 4)
    else if (one === ' ') columns++
    else break
  }
  return columns
}

/** A line with at most so many columns of white less. */
export function dedented(line: string, columns: number): string {
  let gone = 0
  let at = 0
  while (gone < columns && (line[at] === ' ' || line[at] === '\t')) {
    gone += line[at] === '\t' ? 4 - (gone % 4) : 1
    at++
  }
  return ' '.repeat(Math.max(0, gone - columns)) + line.slice(at)
}
