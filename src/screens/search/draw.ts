import type { Found, Hit } from '../../search/engine.ts'
import { ranges } from '../../search/ranges.ts'
import { clip, graphemes, safe, width } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { marked, placeLine, rangesIn, understoodLines } from '../../view/hits.ts'
import { plainInline } from '../../view/inline.ts'
import { packed, rule } from '../../view/layout.ts'
import type { Look } from '../../view/look.ts'
import type { Frame } from '../screen.ts'
import { type SearchState, selectedHit } from './hear.ts'

const mostHits = 7
const mostRows = 20

/** The live rows of a search: the query, the hits, the card that is looked at, the keys. */
export function searchFrame(state: SearchState, look: Look): Frame {
  const columns = look.columns - 1
  const keys = packed(keysOf(state, look), columns).map(look.paint.dim)
  if (state.reading) return { rows: keys.slice(0, Math.max(1, look.rows - 1)) }
  const box = queryRow(state, look)
  const room = Math.min(mostRows, look.rows - 1) - 1
  const notes = noteRows(state, look).slice(0, Math.max(0, room - 1))
  const foot = keys.slice(0, Math.max(0, Math.min(2, room - notes.length - 3)))
  const left = room - notes.length - foot.length
  const list = hitRows(state, look, Math.min(mostHits, Math.max(0, left)))
  const preview = previewRows(selectedHit(state), look, left - list.length)
  return {
    rows: [box.row, ...notes, ...list, ...preview, ...foot],
    cursor: { row: 0, column: box.column },
  }
}

/** What is told of a search line by line. */
export function searchTold(
  before: SearchState | undefined,
  now: SearchState,
  look: Look,
): readonly string[] {
  const { search } = look.say
  if (before === undefined) return wrap(search.lineHelp, look.columns)
  if (now.found === undefined || now.found === before.found) return []
  const { hits } = now.found
  return [
    ...understoodLines(now.found, look),
    ...hits.map((hit, i) => clip(`${i + 1}. ${safe(hit.card.question)}`, look.columns, look)),
    ...(hits.length > 0
      ? []
      : wrap(safe(search.none(now.query.paragraphs[0]?.text ?? '')), look.columns)),
  ]
}

function keysOf(state: SearchState, { say }: Look): string {
  if (state.reading) return say.search.readKeys
  return (state.found?.hits.length ?? 0) > 0 ? say.search.keys : say.search.emptyKeys
}

type Row = { readonly row: string; readonly column: number }

// The end of a long query around the cursor is what is looked at.
function queryRow({ query }: SearchState, look: Look): Row {
  const mark = '> '
  const text = query.paragraphs[query.line]?.text ?? ''
  if (text === '') {
    const hint = clip(look.say.search.placeholder, look.columns - 3, look)
    return { row: look.paint.strong(mark) + look.paint.dim(hint), column: mark.length }
  }
  const room = Math.max(2, look.columns - mark.length - 2)
  let start = 0
  const units = graphemes(text.slice(0, query.offset))
  while (width(text.slice(start, query.offset)) > room) start += units.shift()?.length ?? 1
  const shown = clip(safe(text.slice(start)), room, look)
  return {
    row: look.paint.strong(mark) + shown,
    column: mark.length + width(text.slice(start, query.offset)),
  }
}

function noteRows({ found, query }: SearchState, look: Look): readonly string[] {
  if (found === undefined) return []
  const columns = look.columns - 1
  const said = understoodLines(found, look)
  if (found.hits.length > 0) return said
  const none = look.say.search.none(query.paragraphs[0]?.text ?? '')
  return [
    ...said,
    look.paint.dim(clip(safe(none), columns, look)),
    ...nearestRows(found.nearest, look),
  ]
}

function nearestRows(nearest: Found['nearest'], look: Look): readonly string[] {
  if (nearest.length === 0) return []
  const rows = nearest.map(({ card }) => clip(`  ${safe(card.question)}`, look.columns - 1, look))
  return [look.paint.dim(look.say.search.nearest), ...rows]
}

// Where there are more hits than rows, those around the one that is looked at.
function hitRows({ found, selected }: SearchState, look: Look, room: number): readonly string[] {
  const hits = found?.hits ?? []
  const from = Math.max(0, Math.min(selected - Math.floor(room / 2), hits.length - room))
  return hits.slice(from, from + room).map((hit, i) => {
    const mark = from + i === selected ? '> ' : '  '
    const ranges = rangesIn(hit.matches, 'question')
    const [line = '', more] = marked(hit.card.question, ranges, mark, look, look.columns - 2)
    const cut = more === undefined ? '' : look.unicode ? '…' : ''
    return (from + i === selected ? look.paint.strong(line) : line) + cut
  })
}

function previewRows(hit: Hit | undefined, look: Look, room: number): readonly string[] {
  if (hit === undefined || room < 3) return []
  const columns = look.columns - 1
  const rows = [
    look.paint.dim(rule(look, Math.min(columns, 40))),
    placeLine(hit, look, columns, undefined),
  ]
  const { answer } = hit.card
  const lines = answer.kind === 'written' ? answer.markdown.split('\n') : [look.say.show.noAnswer]
  for (const line of lines.slice(firstOf(lines, hit.terms))) {
    const text = plainInline(saidIn(line))
    if (text === '') continue
    rows.push(...marked(text, ranges(text, hit.terms), '', look, columns))
    if (rows.length >= room) break
  }
  return rows.slice(0, room)
}

/** A line of Markdown without what makes it a heading, a quotation, a fence or a row of a table. */
function saidIn(line: string): string {
  if (/^\s*\|?[\s|:-]+\|[\s|:-]*$/.test(line)) return ''
  const cells = /^\s*\|(.*?)\|?\s*$/.exec(line)?.[1]?.split(/(?<!\\)\|/)
  if (cells !== undefined) return cells.map((cell) => cell.trim()).join(' · ')
  return line.replace(/^\s*(?:#{1,6}\s+|>\s?|```.*)/, '')
}

// From the line before the first match on, so that the match has something around it.
function firstOf(lines: readonly string[], terms: readonly string[]): number {
  const at = lines.findIndex((line) => ranges(line, terms).length > 0)
  return Math.max(0, at - 1)
}
