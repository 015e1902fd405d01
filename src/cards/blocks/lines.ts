/** Longer lines are read up to here; the rest of one is kept for showing but never searched. */
export const longestLine = 20_000

/** The lines of a text, however they end, without the byte order mark. */
export function linesOf(text: string): readonly string[] {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const lines = bare.split(/\r\n|\n|\r/)
  if (lines.length > 1 && lines[lines.length - 1] === '') lines.pop()
  return lines
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || firstInk(line) === line.length
}

/** Where the first character that is not white stands. */
export function firstInk(line: string): number {
  let at = 0
  while (at < line.length && isWhite(line.charCodeAt(at))) at++
  return at
}

/** Columns of white before the first ink; a tab reaches to the next multiple of four. */
export function indentOf(line: string, from = 0, column = 0): number {
  let columns = column
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code === 9) columns += 4 - (columns % 4)
    else if (isWhite(code)) columns += 1
    else break
  }
  return columns
}

/** The line without its first columns of white, at most as many as it has. */
export function dedent(line: string, columns: number): string {
  let gone = 0
  let at = 0
  while (at < line.length && gone < columns && isWhite(line.charCodeAt(at))) {
    gone += line.charCodeAt(at) === 9 ? 4 - (gone % 4) : 1
    at++
  }
  return line.slice(at)
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 0x3000 || code === 0xa0 || code === 0x200b
}
