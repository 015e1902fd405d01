import { emit, lineAt, type NoteBlock, put, type Scan } from './block.ts'
import { plain } from './inline.ts'

const folds = /<(\/?)(details|summary)\b[^<>]*>/gi
const headed = /^<h([1-6])\b[^<>]*>(.*?)<\/h[1-6]>\s*$/i
const verbatim = /^<(pre|script|style|table)\b/i
const frames =
  /^<\/?(?:div|p|center|img|picture|source|br|hr|ul|ol|li|tr|td|th|tbody|thead|table|section|iframe|video|kbd)\b/i

/** A comment, to its end; one that never ends is a single line. */
export function comment(scan: Scan): boolean {
  let end = scan.at
  if (!scan.commentsOpen) {
    while (end < scan.lines.length && !lineAt(scan, end).includes('-->')) end++
    if (end === scan.lines.length) scan.commentsOpen = true
  }
  const last = scan.commentsOpen ? scan.at : end
  return emit(
    scan,
    'comment',
    last,
    scan.lines
      .slice(scan.at, last + 1)
      .join('\n')
      .slice(0, 4000),
  )
}

/** Takes a line that begins with a tag; false if the line is text in dress, as `<b>…</b>` is. */
export function htmlLine(scan: Scan, rest: string): boolean {
  if (/<\/?(?:details|summary)\b/i.test(rest)) {
    foldLine(scan, rest)
    return true
  }
  const title = headed.exec(rest)
  if (title !== null) {
    return emit(scan, 'heading', scan.at, title[2] ?? '', Number(title[1]))
  }
  const tag = verbatim.exec(rest)?.[1]
  if (tag !== undefined) {
    const end = closeOf(scan, tag)
    if (tag.toLowerCase() !== 'table') return emit(scan, 'code', end)
    const rows = [rest, ...scan.lines.slice(scan.at + 1, end + 1)]
    return emit(scan, 'html', end, rows.join('\n').slice(0, 4000))
  }
  if (plain(rest) !== '' && !frames.test(rest)) return false
  return emit(scan, 'html', scan.at, rest)
}

/** Whether HTML says something between its tags. */
export function hasWords(html: string): boolean {
  return /[\p{L}\p{N}]/u.test(html.replace(/<!--[^>]*>|<[^<>]*>?|&#?\w+;/g, ' '))
}

const rows = /<\/?(?:li|dt|dd|t[rdh]|thead|tbody|ul|ol)\b/i
const opensRows = /^(?:<(?:ul|ol|dl|table|thead|tbody|tr)\b[^<>]*>\s*)+$/i
const closesRows = /^(?:<\/(?:ul|ol|dl|table|thead|tbody|tfoot|tr|li|td)>\s*)+$/i

/** The first of some blocks, or where the list or table of HTML begins in which it stands. */
export function rowsFrom(blocks: readonly NoteBlock[], first: number): number {
  let from = first
  while (rows.test(htmlOf(blocks[from])) && opensRows.test(htmlOf(blocks[from - 1]))) from--
  return from
}

/** The last of some blocks, or where its list or table of HTML ends. */
export function rowsTo(blocks: readonly NoteBlock[], last: number): number {
  let to = last
  while (rows.test(htmlOf(blocks[to])) && closesRows.test(htmlOf(blocks[to + 1]))) to++
  return to
}

function htmlOf(block: NoteBlock | undefined): string {
  return block?.kind === 'html' ? block.text : ''
}

function closeOf(scan: Scan, tag: string): number {
  const close = `</${tag.toLowerCase()}>`
  const limit = Math.min(scan.lines.length, scan.at + 400)
  for (let at = scan.at; at < limit; at++) {
    if (lineAt(scan, at).toLowerCase().includes(close)) return at
  }
  return scan.at
}

/** A line with `<details>`, `<summary>` or their ends; a summary may run over several lines. */
function foldLine(scan: Scan, rest: string): void {
  const start = scan.at
  let end = start
  let text = rest
  while (end - start < 10 && end + 1 < scan.lines.length && summaryIsOpen(text)) {
    end++
    text += `\n${lineAt(scan, end).trim()}`
  }
  let from = 0
  let summary = false
  for (const tag of text.matchAll(folds)) {
    const between = text.slice(from, tag.index)
    from = tag.index + tag[0].length
    const closes = tag[1] === '/'
    if (tag[2]?.toLowerCase() === 'details') {
      loose(scan, between, start, end)
      put(scan, closes ? 'details-close' : 'details-open', start, end)
    } else if (closes && summary) put(scan, 'summary', start, end, between)
    summary = !closes && tag[2]?.toLowerCase() === 'summary'
  }
  loose(scan, text.slice(from), start, end)
  scan.at = end + 1
}

function summaryIsOpen(text: string): boolean {
  const lower = text.toLowerCase()
  return lower.lastIndexOf('<summary') > lower.lastIndexOf('</summary')
}

/** Text between such tags is a paragraph. */
function loose(scan: Scan, text: string, line: number, end: number): void {
  if (plain(text) !== '') put(scan, 'paragraph', line, end, text.trim())
}
