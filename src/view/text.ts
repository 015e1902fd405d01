import stringWidth from 'fast-string-width'
import type { Style } from './paint.ts'

/** A stretch of text that looks one way. Paint is added when a line is drawn, so it is never measured. */
export type Run = {
  readonly text: string
  readonly style?: Style | undefined
  /** Where it leads, percent-encoded; only set for terminals that understand links. */
  readonly link?: string | undefined
}

type Indents = { readonly first?: string; readonly rest?: string }

/** Text of a file or a person made fit for the terminal: of all controls only the newline is left. */
export function safe(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[\0-\x09\x0b-\x1f]/g, (control) =>
      String.fromCharCode(0x2400 + control.charCodeAt(0)),
    )
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f]|\p{Surrogate}/gu, '\ufffd')
    .replace(invisible, '')
}

/** The cells of a bare text in a row of the terminal. */
export function width(text: string): number {
  if (simple.test(text)) return stringWidth(text)
  let cells = 0
  for (const grapheme of graphemes(text)) cells += graphemeWidth(grapheme)
  return cells
}

/** The cells of a row of runs. */
export function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((cells, run) => cells + width(run.text), 0)
}

/** What a person would count as characters. */
export function graphemes(text: string): string[] {
  const stretches = text.match(alike) ?? []
  return stretches.flatMap((one) => (simple.test(one) ? Array.from(one) : segments(one)))
}

/** A bare text cut to so many cells, with a mark where it was cut; line breaks become spaces. */
export function clip(text: string, columns: number, look = { unicode: true }): string {
  const line = text.replace(/\n\s*/g, ' ')
  if (width(line) <= columns) return line
  const mark = look.unicode ? '…' : '...'
  const room = columns - width(mark)
  return room < 0 ? fitting(line, columns) : fitting(line, room).trimEnd() + mark
}

/** A bare text with spaces after it until it fills so many cells. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

/**
 * Runs as lines of at most so many cells (two at least), by the rules of Chinese typesetting: a line
 * starts with no closing mark and ends with no opening one, Latin words stay whole, spaces at a
 * break are dropped, and a word longer than a line is cut.
 */
export function wrapRuns(runs: readonly Run[], columns: number, first = columns): Run[][] {
  return paragraphs(runs)
    .flatMap((paragraph, i) => broken(paragraph, columns, i === 0 ? first : columns))
    .map(toRuns)
}

/** A bare text as lines of at most so many cells, with what its first and its other lines begin with. */
export function wrap(text: string, columns: number, indents: Indents = {}): string[] {
  const rest = roomy(indents.rest ?? '', columns)
  const first = roomy(indents.first ?? rest, columns)
  const lines = wrapRuns([{ text }], columns - width(rest), columns - width(first))
  return lines.map((line, i) => ((i === 0 ? first : rest) + plain(line)).trimEnd())
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

// Everything Unicode calls ignorable can hide or reorder what is read. Kept: the joiner and the
// selector inside an emoji, the joiners of the scripts that spell with them.
const invisible = new RegExp(
  [
    '(?!(?<=\\p{Extended_Pictographic}\\ufe0f?|\\p{Emoji_Modifier})\\u200d\\p{Extended_Pictographic})',
    '(?!(?<=\\p{Emoji})[\\ufe0e\\ufe0f])',
    `(?!(?<=[${[
      ...['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati'],
      ...['Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
    ]
      .map((script) => `\\p{Script=${script}}`)
      .join('')}])[\\u200c\\u200d])`,
    '[\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]',
  ].join(''),
  'gu',
)

// Code points that stand alone, so that nobody need ask Intl, which is 50 times slower.
const alone =
  '\\n -~\\u00a0-\\u02ff\\u0370-\\u0482\\u048a-\\u0588\\u2010-\\u2027\\u2030-\\u205e\\u2070-\\u20cf\\u2100-\\u2bff' +
  '\\u3000-\\u3029\\u3030-\\u3098\\u309b-\\u312f\\u3190-\\ua4cf\\uac00-\\ud7a3\\uff00-\\uff9d\\uffe0-\\uffe6'
const simple = new RegExp(`^[${alone}]*$`)
const alike = new RegExp(`(?:[${alone}](?![^${alone}]))+|[${alone}]?[^${alone}]+`, 'g')

let segmenter: Intl.Segmenter | undefined

// In slices, because the time Intl takes grows with the square of the length.
function segments(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const found: string[][] = []
  let size = 256
  for (let at = 0; at < text.length; ) {
    const parts = Array.from(segmenter.segment(text.slice(at, at + size)), (part) => part.segment)
    const isLast = at + size >= text.length
    // the slice may have cut a surrogate pair, and the character it adds to
    const whole = isLast ? parts : parts.slice(0, -2)
    if (whole.length === 0) size *= 2
    found.push(whole)
    at += whole.join('').length
  }
  return found.flat()
}

// Letters joined into one shape (Korean, some emoji) are measured one by one by the library.
function graphemeWidth(grapheme: string): number {
  return Math.min(2, stringWidth(grapheme.replace(/[\u200c\u200d]/g, '')))
}

function fitting(text: string, columns: number): string {
  let room = columns
  let kept = ''
  for (const grapheme of graphemes(text)) {
    room -= graphemeWidth(grapheme)
    if (room < 0) break
    kept += grapheme
  }
  return kept
}

type Cell = { readonly text: string; readonly width: number; readonly run: Run }

const openers = new Set('（【《〈「『〔［｛“‘([{<￥')
const closers = new Set('，。、；：！？）】》〉」』〕］｝”’…—·～%‰℃,.;:!?)]}>')

function paragraphs(runs: readonly Run[]): Cell[][] {
  const found: Cell[][] = []
  let current: Cell[] = []
  for (const run of runs) {
    for (const text of graphemes(run.text)) {
      if (text === '\n') {
        found.push(current)
        current = []
      } else current.push({ text, width: cellWidth(text), run })
    }
  }
  return [...found, current]
}

function cellWidth(grapheme: string): number {
  return grapheme >= ' ' && grapheme <= '~' ? 1 : width(grapheme)
}

function broken(cells: readonly Cell[], columns: number, first: number): Cell[][] {
  const lines: Cell[][] = []
  let start = 0
  do {
    const end = lineEnd(cells, start, Math.max(2, lines.length === 0 ? first : columns))
    lines.push(trimmed(cells.slice(start, end)))
    start = end
    while (isSpace(cells[start])) start++
  } while (start < cells.length)
  return lines
}

function lineEnd(cells: readonly Cell[], start: number, columns: number): number {
  let used = 0
  let end = start
  for (let i = start; i < cells.length; i++) {
    if (i > start && mayBreak(cells, i)) end = i
    used += cells[i]?.width ?? 0
    if (used > columns && !isSpace(cells[i])) return end > start ? end : cutWord(cells, start, i)
  }
  return cells.length
}

// No break is allowed: cut as late as possible, but not so that a mark stands at a wrong edge.
function cutWord(cells: readonly Cell[], start: number, end: number): number {
  for (let i = end; i > start; i--) {
    if (!closers.has(cells[i]?.text ?? '') && !openers.has(cells[i - 1]?.text ?? '')) return i
  }
  return Math.max(end, start + 1)
}

function mayBreak(cells: readonly Cell[], i: number): boolean {
  const next = cells[i]
  if (!next || isSpace(next)) return false
  const spaced = isSpace(cells[i - 1])
  const last = spaced ? lastWord(cells, i) : cells[i - 1]
  if (openers.has(last?.text ?? '')) return false
  if (closers.has(next.text)) return spaced && next.text <= '~'
  if (spaced || next.width === 2 || last?.width === 2) return true
  return last?.text === '-' && /\w/.test(cells[i - 2]?.text ?? '') && /\w/.test(next.text)
}

function lastWord(cells: readonly Cell[], i: number): Cell | undefined {
  let at = i - 1
  while (isSpace(cells[at])) at--
  return cells[at]
}

// A space that holds its neighbours together is none here.
function isSpace(cell: Cell | undefined): boolean {
  return cell !== undefined && /^(?![\u00a0\u2007\u202f])\s$/.test(cell.text)
}

function trimmed(cells: readonly Cell[]): Cell[] {
  let end = cells.length
  while (end > 0 && cells[end - 1]?.text.trim() === '') end--
  return cells.slice(0, end)
}

function toRuns(cells: readonly Cell[]): Run[] {
  const runs: Run[] = []
  for (const { text, run } of cells) {
    const last = runs.at(-1)
    const isSame = last && last.style === run.style && last.link === run.link
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push({ ...run, text })
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
