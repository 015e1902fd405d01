import { plain } from '../cards/blocks/inline.ts'
import { ranges } from './ranges.ts'

const columns = 120
/** How much of the line is shown before the first word found. */
const before = 24
const mostLines = 400
/** As much of a long line as can be shown, and its marks. */
const reach = 400
const lineMarks =
  /^\s*(?:>\s?)*(?:#{1,6}\s+|[-*+]\s+(?:\[[ x]\]\s+)?|\d+[.)]\s+|(?:```|~~~).*|\|?[-:|\s]+\|$)/

/**
 * The part of a Markdown text that holds most of the terms, as one line of plain words. `folded`
 * starts with the fold of it, line by line.
 */
export function snippetOf(markdown: string, folded: string, terms: readonly string[]): string {
  const lines = markdown.split('\n')
  const first = bestLine(folded.split('\n', Math.min(lines.length, mostLines)), terms)
  let flat = ''
  for (let i = first; i < lines.length && flat.length < columns + 2 * before; i += 1) {
    const line = spoken(
      i === first ? around(lines[i] ?? '', terms) : (lines[i] ?? '').slice(0, reach),
    )
    flat += flat === '' || line === '' ? line : ` ${line}`
  }
  const match = firstOf(flat, terms)
  const from = match === undefined ? 0 : startBefore(flat, match)
  const to = endWithin(flat, from, columns)
  const isCut = from > 0 || lines.slice(0, first).some((line) => line.trim() !== '')
  return (isCut ? '…' : '') + flat.slice(from, to).trim() + (to < flat.length ? '…' : '')
}

/** The line with most of the terms; of equals a heading or a bold one, then the first. */
function bestLine(lines: readonly string[], terms: readonly string[]): number {
  let best = 0
  let most = 0
  for (const [i, line] of lines.entries()) {
    const held = terms.filter((term) => line.includes(term)).length
    if (held === 0) continue
    const rate = held + (line.startsWith('#') || line.includes('**') ? 0.5 : 0)
    if (rate <= most) continue
    most = rate
    best = i
  }
  return best
}

/** A line, of a very long one the part around the first term. */
function around(line: string, terms: readonly string[]): string {
  if (line.length <= 2 * reach) return line
  const at = firstOf(line, terms) ?? 0
  return line.slice(Math.max(0, at - reach / 2), at + reach)
}

// The marks that are common are taken off here; the full reading of Markdown costs milliseconds.
/** Where the first of the terms stands; folding is only for where none stands as it is. */
function firstOf(text: string, terms: readonly string[]): number | undefined {
  const places = terms.map((term) => text.indexOf(term)).filter((place) => place >= 0)
  return places.length > 0 ? Math.min(...places) : ranges(text, terms)[0]?.start
}

function spoken(line: string): string {
  const bare = line.replace(lineMarks, '')
  const flat = bare.startsWith('|')
    ? bare.replace(/\s*(?<!\\)\|\s*/g, ' ').replaceAll('\\|', '|')
    : bare
  if (/[<&\\~[\]*`]|==|%%/.test(flat)) return plain(flat)
  return flat.replace(/\s+/g, ' ').trim()
}

function startBefore(flat: string, at: number): number {
  let start = at
  for (let room = before; room > 0 && start > 0; start -= 1) room -= cell(flat, start - 1)
  // not in the middle of a word, unless it is a very long one
  const word = /[\w-]{0,24}$/.exec(flat.slice(0, start))?.[0] ?? ''
  if (/^[\w-]/.test(flat.slice(start))) start -= word.length
  return isInsidePair(flat, start) ? start - 1 : start
}

function endWithin(flat: string, from: number, room: number): number {
  let end = from
  for (let left = room; end < flat.length; end += 1) {
    left -= cell(flat, end)
    if (left < 0) break
  }
  return isInsidePair(flat, end) ? end - 1 : end
}

function isInsidePair(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '')
}

// near enough for choosing what to show; whoever prints it measures it
function cell(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0x1100 && (code < 0xd800 || code > 0xdfff) ? 2 : 1
}
