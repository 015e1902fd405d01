import { admonitionsIn, leaveAdmonitions } from './admonitions.ts'
import { lineAt, type Marker, type NoteBlock, type Scan } from './block.ts'
import { holdItems } from './containers.ts'
import { isRule, leaf } from './leaves.ts'
import { firstInk, indentOf, isBlank } from './lines.ts'
import { machineEnd } from './machine-lines.ts'

/** List items inside each other; what is nested deeper is text. */
export const deepest = 32

/** Cuts lines into blocks in one pass; lists and quotes are not trees here, only depths. */
export function blocksOf(lines: readonly string[], from = 0): readonly NoteBlock[] {
  const told = admonitionsIn(lines)
  const scan: Scan = {
    lines: told.lines,
    admonitions: told.ends,
    boxes: [],
    blocks: [],
    items: [],
    at: from,
    pending: undefined,
    unclosed: new Map(),
    partners: undefined,
    held: { depth: 0, until: -1 },
    commentsOpen: false,
  }
  while (scan.at < lines.length) {
    const line = lineAt(scan, scan.at)
    if (isBlank(line)) scan.at++
    else step(scan, line)
    leaveAdmonitions(scan)
  }
  return scan.blocks
}

function step(scan: Scan, line: string): void {
  const machine = machineEnd(scan.lines, scan.at)
  if (machine !== undefined) {
    scan.at = machine + 1
    return
  }
  const indent = indentOf(line)
  holdItems(scan, line)
  leaveItems(scan, line, indent)
  let offset = firstInk(line)
  let column = indent
  scan.pending = undefined
  while (scan.items.length < deepest) {
    const found = markerAt(line, offset)
    // a number right behind a number is text
    if (found === undefined || (found.marker.ordered && scan.pending?.ordered)) break
    const content = column + found.width
    scan.items.push({ column, content, marker: found.marker })
    scan.pending = found.marker
    offset = firstInkFrom(line, offset + found.length)
    column = indentOf(line, 0, 0) + (offset - firstInk(line))
    if (offset >= line.length) break
  }
  leaf(scan, line.slice(offset), indent)
}

/** Closes the list items this line no longer belongs to. */
function leaveItems(scan: Scan, line: string, indent: number): void {
  const least = scan.at <= scan.held.until ? scan.held.depth : 0
  while (scan.items.length > least) {
    const item = scan.items.at(-1)
    if (item === undefined || indent >= item.content) return
    const found = markerAt(line, firstInk(line))
    const deeper = indent >= item.column + 2 && item.content - indent <= 2
    // sloppy nesting: two columns in is enough, unless the number goes on
    if (deeper && !(found?.marker.ordered && follows(item.marker, found.marker))) return
    scan.items.pop()
  }
}

function follows(before: Marker, after: Marker): boolean {
  return before.ordered && after.number === (before.number ?? 0) + 1
}

/** Bullets that a page or a text processor drew. */
const dots = '•●'

type FoundMarker = { readonly marker: Marker; readonly length: number; readonly width: number }

function markerAt(line: string, offset: number): FoundMarker | undefined {
  const code = line.charCodeAt(offset)
  if (code === 45 || code === 42 || code === 43 || dots.includes(line[offset] ?? ' ')) {
    if (!isSpace(line, offset + 1) || isRule(line.slice(offset, offset + 200))) return undefined
    return {
      marker: { ordered: false, number: undefined },
      length: 1,
      width: width(line, offset, 1),
    }
  }
  if (code < 48 || code > 57) return undefined
  let end = offset
  while (end < line.length && end - offset < 4 && isDigit(line.charCodeAt(end))) end++
  const after = line.charCodeAt(end)
  if ((after !== 46 && after !== 41) || !isSpace(line, end + 1)) return undefined
  const length = end - offset + 1
  const number = Number(line.slice(offset, end))
  return { marker: { ordered: true, number }, length, width: width(line, offset, length) }
}

/** Columns from the marker to its text; one space where code follows it or nothing does. */
function width(line: string, offset: number, length: number): number {
  const ink = firstInkFrom(line, offset + length)
  const gap = ink - offset - length
  return length + (ink >= line.length || gap > 4 ? 1 : gap)
}

function isSpace(line: string, at: number): boolean {
  return at >= line.length || line[at] === ' ' || line[at] === '\t'
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function firstInkFrom(line: string, from: number): number {
  let at = from
  while (at < line.length && (line[at] === ' ' || line[at] === '\t')) at++
  return at
}
