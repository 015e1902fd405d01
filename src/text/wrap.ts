import { graphemes, width } from './text.ts'

/** What text looks like, as a function of it. */
export type Style = (text: string) => string

/** A stretch of text that looks one way. Paint is added when a line is drawn, so it is never measured. */
export type Run = {
  readonly text: string
  readonly style?: Style | undefined
  /** Where it leads, percent-encoded; only set for terminals that understand links. */
  readonly link?: string | undefined
}

type Indents = { readonly first?: string; readonly rest?: string }

/**
 * Runs as lines of at most so many cells (two at least), by the rules of Chinese typesetting: a line
 * starts with no closing mark and ends with no opening one, Latin words and what hyphens join stay
 * whole, spaces at a break are dropped, and a word longer than a line is cut, at a hyphen if it has one.
 */
export function wrapRuns(runs: readonly Run[], columns: number, first = columns): Run[][] {
  const lines: Run[][] = []
  // one paragraph after the other: the cells of a long text would take a hundred times its memory
  for (const paragraph of paragraphs(runs)) {
    const from = lines.length === 0 ? first : columns
    for (const line of broken(paragraph, columns, from)) lines.push(toRuns(line))
  }
  return lines
}

/** A bare text as lines of at most so many cells, with what its first and its other lines begin with. */
export function wrap(text: string, columns: number, indents: Indents = {}): string[] {
  const rest = roomy(indents.rest ?? '', columns)
  const first = roomy(indents.first ?? rest, columns)
  const lines = wrapRuns([{ text }], columns - width(rest), columns - width(first))
  return lines.map((line, i) => ((i === 0 ? first : rest) + plain(line)).trimEnd())
}

/** The cells of a row of runs. */
export function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((cells, run) => cells + width(run.text), 0)
}

/** A line as the terminal takes it: painted, and linked where it leads somewhere. */
export function draw(line: readonly Run[]): string {
  return line
    .map(({ text, style, link }) => {
      const painted = style ? style(text) : text
      return link ? `\x1b]8;;${link}\x1b\\${painted}\x1b]8;;\x1b\\` : painted
    })
    .join('')
}

/** A grapheme and the cells it takes. */
export type Cell = {
  readonly text: string
  readonly width: number
  /** What it is to a line; looked up once for each character of a text. */
  readonly opens: boolean
  readonly closes: boolean
  readonly isSpace: boolean
}

type StyledCell = Cell & { readonly run: Run }

const openers = new Set('（【《〈「『〔［｛“‘([{<￥')
const closers = new Set('，。、；：！？）】》〉」』〕］｝”’…—·～%‰℃,.;:!?)]}>')
// without those that hold their neighbours together
const spaces = new Set(
  ' \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000',
)

function* paragraphs(runs: readonly Run[]): Generator<StyledCell[]> {
  let current: StyledCell[] = []
  for (const run of runs) {
    // a text is made of few characters, again and again
    const known = new Map<string, StyledCell>()
    let isLater = false
    for (const line of run.text.split('\n')) {
      if (isLater) {
        yield current
        current = []
      }
      isLater = true
      for (const text of graphemes(line)) {
        let cell = known.get(text)
        if (cell === undefined) {
          cell = Object.assign(cellOf(text), { run })
          known.set(text, cell)
        }
        current.push(cell)
      }
    }
  }
  yield current
}

/** The cells of a bare text without line breaks. */
export function cellsOf(text: string): readonly Cell[] {
  return graphemes(text).map(cellOf)
}

function cellOf(text: string): Cell {
  const [opens, closes, isSpace] = [openers.has(text), closers.has(text), spaces.has(text)]
  return { text, width: cellWidth(text), opens, closes, isSpace }
}

function cellWidth(grapheme: string): number {
  return grapheme >= ' ' && grapheme <= '~' ? 1 : width(grapheme)
}

function broken(cells: readonly StyledCell[], columns: number, first: number): StyledCell[][] {
  const lines: StyledCell[][] = []
  let start = 0
  do {
    const end = lineEnd(cells, start, Math.max(2, lines.length === 0 ? first : columns))
    lines.push(trimmed(cells.slice(start, end)))
    start = end
    while (isSpace(cells[start])) start++
  } while (start < cells.length)
  return lines
}

/** Where the line that starts at a cell ends: the index of the first cell that is not in it. */
export function lineEnd(cells: readonly Cell[], start: number, columns: number): number {
  let used = 0
  let end = start
  let hyphen = start
  for (let i = start; i < cells.length; i++) {
    if (i > start && mayBreak(cells, i)) end = i
    // an id that fits in a line stays whole, so that it can be copied
    else if (i > start && isBehindHyphen(cells, i)) hyphen = i
    used += cells[i]?.width ?? 0
    if (used <= columns || isSpace(cells[i])) continue
    if (end > start) return end
    return hyphen > start ? hyphen : cutWord(cells, start, i)
  }
  return cells.length
}

// No break is allowed: cut as late as possible, but not so that a mark stands at a wrong edge.
function cutWord(cells: readonly Cell[], start: number, end: number): number {
  for (let i = end; i > start; i--) {
    if (!cells[i]?.closes && !cells[i - 1]?.opens) return i
  }
  return Math.max(end, start + 1)
}

function mayBreak(cells: readonly Cell[], i: number): boolean {
  const next = cells[i]
  if (!next || isSpace(next)) return false
  const spaced = isSpace(cells[i - 1])
  const last = spaced ? lastWord(cells, i) : cells[i - 1]
  if (last?.opens) return false
  if (next.closes) return spaced && next.text <= '~'
  return spaced || next.width === 2 || last?.width === 2
}

function isBehindHyphen(cells: readonly Cell[], i: number): boolean {
  const isIn = (at: number) => /\w/.test(cells[at]?.text ?? '')
  return cells[i - 1]?.text === '-' && isIn(i - 2) && isIn(i)
}

function lastWord(cells: readonly Cell[], i: number): Cell | undefined {
  let at = i - 1
  while (isSpace(cells[at])) at--
  return cells[at]
}

function isSpace(cell: Cell | undefined): boolean {
  return cell?.isSpace === true
}

function trimmed<One extends Cell>(cells: readonly One[]): One[] {
  let end = cells.length
  while (end > 0 && cells[end - 1]?.text.trim() === '') end--
  return cells.slice(0, end)
}

function toRuns(cells: readonly StyledCell[]): Run[] {
  const runs: Run[] = []
  let from = 0
  for (let at = 1; at <= cells.length; at += 1) {
    const { run } = cells[from] ?? {}
    const next = cells[at]?.run
    if (run === undefined || (next?.style === run.style && next?.link === run.link && next))
      continue
    const texts = cells.slice(from, at).map(({ text }) => text)
    runs.push({ ...run, text: texts.join('') })
    from = at
  }
  return runs
}

function plain(line: readonly Run[]): string {
  return line.map((run) => run.text).join('')
}

// An indent that would leave no room for a character is no help.
function roomy(indent: string, columns: number): string {
  return columns - width(indent) < 2 ? '' : indent
}
