/**
 * Whether a text could keep the Markdown parser busy for seconds. Its time grows with the square of
 * what is counted here, and no honest page comes near; such a text is shown as it is written.
 */
export function isTooHard(markdown: string): boolean {
  if (markdown.length > longestText) return true
  const lines = markdown.split(/\r\n?|\n/)
  if (lines.length > mostLines || lines.some((line) => line.length > longestLine)) return true
  if (lines.some((line) => depth(line) > deepest)) return true
  const { containers, effort, cells } = difficulty(markdown)
  if (containers > mostContainers) return true
  return effort > hardest || cells > mostCells
}

/** What makes a text hard to parse. */
export type Difficulty = {
  readonly containers: number
  readonly effort: number
  readonly cells: number
  /** Characters that may mean something: each takes a parser time of its own. */
  readonly marks: number
}

export function difficulty(markdown: string): Difficulty {
  const lines = markdown.split(/\r\n?|\n/)
  return {
    containers: sum(lines.map(depth)),
    effort: effortOf(markdown),
    cells: markdown.split('|').length,
    marks: markdown.match(/[*_`[\]()<>|&\\~\n-]/g)?.length ?? 0,
  }
}

/** Whether parts that are parsed apart are together no harder than one text may be. */
export function isWithin({ containers, effort, marks }: Difficulty): boolean {
  // cells only look for others within their table
  return containers <= mostContainers && effort <= hardest && marks <= mostMarks
}

const longestText = 64 * 1024
const longestLine = 20 * 1024
const mostLines = 8000
const deepest = 32
const mostContainers = 2500
const mostCells = 10_000
const mostMarks = 30_000
const hardest = 3000 ** 2

// Quotes and lists opened by one line.
function depth(line: string): number {
  const opening = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*/.exec(line)?.[0] ?? ''
  return opening.match(/>|[-+*]|\d+/g)?.length ?? 0
}

// Marks of emphasis, brackets and @ look for partners as far as the paragraph goes.
function effortOf(markdown: string): number {
  const paragraphs = markdown.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/)
  return sum(paragraphs.map((text) => (text.match(/[*_]+|[[@]/g)?.length ?? 0) ** 2))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
