import { isBoldLine, leadOf } from '../choice/numbering.ts'
import { admonition, opensAdmonition } from './admonitions.ts'
import { emit, lineAt, put, type Scan } from './block.ts'
import { container } from './containers.ts'
import { laterHead } from './heads.ts'
import { comment, htmlLine } from './html.ts'
import { plain } from './inline.ts'
import { firstInk, indentOf, isBlank } from './lines.ts'
import { machineEnd } from './machine-lines.ts'

const heading = /^(#{1,6})(?:[ \t]+|$)/
const tightHeading = /^(#{2,6})(?=[\dA-Z\u3400-\u9fff]|\*\*)/
const fence = /^(`{3,}|~{3,})(.*)$/
const delimiters = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/
const definition = /^\[[^\]]{1,200}\]:\s*\S/
const listMark = /^(?:[-*+•●]|\d{1,3}[.)])\s/
const blockTag =
  /^<\/?(?:details|summary|div|p|br|hr|table|tr|td|center|h[1-6]|ul|ol|li|pre|img|picture|section|iframe|video)\b/i

/** One block that is no list marker: what stands at the front decides. */
export function leaf(scan: Scan, rest: string, indent: number): void {
  const margin = indent - (scan.items.at(-1)?.content ?? 0)
  const isInset = margin >= 4 && scan.pending === undefined && afterBlank(scan)
  if (rest === '') emit(scan, 'item', scan.at)
  else if (isInset) indentedCode(scan)
  else if (!marked(scan, rest) && !property(scan, rest) && !(rest.includes('|') && table(scan)))
    paragraph(scan, rest)
}

/** Takes what its first character gives away. */
function marked(scan: Scan, rest: string): boolean {
  switch (rest[0]) {
    case '#':
      return headed(scan, rest)
    case '`':
    case '~':
      return fenced(scan, rest)
    case '<':
      return rest.startsWith('<!--') ? comment(scan) : htmlLine(scan, rest)
    case '>':
      return quote(scan, rest)
    case '[':
      return definition.test(rest) && emit(scan, 'reference', scan.at, rest)
    case ':':
      return rest.startsWith(':::') && container(scan, rest)
    case '!':
    case '?':
      return admonition(scan, rest)
    default:
      return isRule(rest) && (laterHead(scan, rest) || emit(scan, 'rule', scan.at))
  }
}

/** Three or more stars, dashes or underscores, and nothing else. */
export function isRule(line: string): boolean {
  return /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line.slice(0, 300))
}

function afterBlank(scan: Scan): boolean {
  return scan.at === 0 || isBlank(scan.lines[scan.at - 1])
}

function indentedCode(scan: Scan): void {
  const margin = (scan.items.at(-1)?.content ?? 0) + 4
  let end = scan.at
  for (let at = scan.at + 1; at < scan.lines.length; at++) {
    const line = lineAt(scan, at)
    if (isBlank(line)) continue
    if (indentOf(line) < margin) break
    end = at
  }
  emit(scan, 'code', end)
}

function headed(scan: Scan, rest: string): boolean {
  const marks = heading.exec(rest) ?? tightHeading.exec(rest)
  if (marks?.[1] === undefined) return false
  return emit(scan, 'heading', scan.at, rest.slice(marks[0].length).trim(), marks[1].length)
}

function fenced(scan: Scan, rest: string): boolean {
  const open = fence.exec(rest)
  const mark = open?.[1]
  const info = open?.[2] ?? ''
  if (mark === undefined || (mark[0] === '`' && info.includes('`'))) return false
  return emit(scan, 'code', fenceEnd(scan, mark), info.trim())
}

/** Last line of a fence: its closing line, or what its list item or the next heading leaves it. */
function fenceEnd(scan: Scan, mark: string): number {
  const key = mark[0] ?? ''
  const isHeld = scan.at <= scan.held.until
  const content = isHeld ? 0 : (scan.items.at(-1)?.content ?? 0)
  const known = scan.unclosed.get(key)
  const hopeless = content === 0 && known !== undefined && mark.length >= known
  const closing = new RegExp(`^\\s*\\${key}{${mark.length},}\\s*$`)
  let strays = 0
  for (let at = scan.at + 1; at < scan.lines.length && !hopeless; at++) {
    const line = lineAt(scan, at)
    if (closing.test(line)) return at
    if (content === 0 || isBlank(line) || indentOf(line) >= content - 1) continue
    strays++
    const ink = line.slice(firstInk(line))
    if (strays > 60 || listMark.test(ink) || /^#{2,6}\s/.test(ink)) return at - 1
  }
  if (content === 0) scan.unclosed.set(key, Math.min(mark.length, known ?? mark.length))
  return openFenceEnd(scan)
}

/** A fence nobody closed would swallow the rest of the notes; it ends before the next heading. */
function openFenceEnd(scan: Scan): number {
  for (let at = scan.at + 1; at < scan.lines.length; at++) {
    const heads = /^#{1,6}\s/.test(scan.lines[at] ?? '')
    if (heads && isBlank(scan.lines[at - 1])) return at - 1
  }
  return scan.lines.length - 1
}

function quote(scan: Scan, rest: string): boolean {
  const texts = [rest.replace(/^[>\s]+/, '')]
  let end = scan.at
  for (let at = scan.at + 1; at < scan.lines.length; at++) {
    const line = lineAt(scan, at)
    const ink = line.slice(firstInk(line))
    if (ink === '' || (ink[0] !== '>' && startsBlock(ink))) break
    if (texts.length < 60) texts.push(ink.replace(/^[>\s]+/, ''))
    end = at
  }
  return emit(scan, 'quote', end, texts.join('\n'))
}

function table(scan: Scan): boolean {
  const next = scan.lines[scan.at + 1]
  if (next === undefined || !next.includes('-') || !delimiters.test(next.slice(0, 2000)))
    return false
  let end = scan.at + 1
  while (end + 1 < scan.lines.length && (scan.lines[end + 1] ?? '').includes('|')) end++
  return emit(scan, 'table', end)
}

/** `collapsed:: true`, `SCHEDULED: <…>` below a bullet, or as the first lines of a page. */
function property(scan: Scan, rest: string): boolean {
  if (scan.pending !== undefined || !isProperty(rest)) return false
  const last = scan.blocks.at(-1)
  if (scan.items.length === 0 && last !== undefined && last.kind !== 'property') return false
  return emit(scan, 'property', scan.at, rest)
}

/** What cannot run on in the text of a bullet, though it would in a paragraph. */
function isOfBullet(scan: Scan, ink: string): boolean {
  return scan.items.length > 0 && (ink === '-' || isProperty(ink))
}

function isProperty(ink: string): boolean {
  return (
    /^[a-z][\w.-]{1,40}:: ?/.test(ink) ||
    /^(?:SCHEDULED|DEADLINE): <|^:(?:LOGBOOK|PROPERTIES|END):$|^CLOCK: \[/.test(ink)
  )
}

function paragraph(scan: Scan, rest: string): void {
  const kind = scan.pending === undefined ? 'paragraph' : 'item'
  const texts = [rest]
  let end = scan.at
  for (let at = scan.at + 1; at < scan.lines.length; at++) {
    const line = lineAt(scan, at)
    const ink = line.slice(firstInk(line))
    if (ink === '' || endsParagraph(texts.at(-1) ?? '')) break
    if (texts.length === 1 && kind === 'paragraph' && underlines(rest, ink)) {
      emit(scan, 'heading', at, rest, ink[0] === '=' ? 1 : 2)
      return
    }
    if (startsBlock(ink) || beginsAfresh(ink) || isOfBullet(scan, ink)) break
    if (machineEnd(scan.lines, at) !== undefined) break
    texts.push(ink)
    end = at
  }
  const closes = texts.join('\n').match(/<\/details>/gi)?.length ?? 0
  const line = scan.at
  emit(scan, kind, end, texts.join('\n'))
  if (closes > 0)
    for (let i = 0; i < closes; i++) put(scan, 'details-close', Math.max(line, end), end)
}

/** `text` over `---` is a heading only if it could be one: people also rule off their prose so. */
function underlines(text: string, ink: string): boolean {
  if (!/^(?:=+|-{2,})\s*$/.test(ink)) return false
  if (ink[0] === '=' || ink.trim().length > 3) return text.length <= 300
  return text.length <= 100 && !/[。.；;，,：:！!)）]$/.test(text.trim())
}

function endsParagraph(line: string): boolean {
  return isBoldLine(line) || line.includes('</details>')
}

/** Whether a line of a paragraph opens something of its own: a label, a number, a bold line. */
function beginsAfresh(ink: string): boolean {
  if (isBoldLine(ink) || /^(?:[A-Z]|选项)?[A-Ha-h][.、．)）:：]\s*\S/.test(ink)) return true
  if (/^(?:\d\ufe0f?\u20e3|🔟)/u.test(ink)) return true
  const bare = /^[*_]/.test(ink) ? plain(ink.slice(0, 200)) : ink
  if (!/^[\\\dQqA第问题答解参正面例[【(（一二三四五六七八九十]/.test(bare)) return false
  const lead = leadOf(bare.slice(0, 80))
  return (
    lead.kind === 'question' ||
    lead.kind === 'answer' ||
    (lead.kind === 'number' && lead.style !== 'spaced')
  )
}

function startsBlock(ink: string): boolean {
  switch (ink[0]) {
    case '#':
      return heading.test(ink) || tightHeading.test(ink)
    case '`':
    case '~':
      return fence.test(ink)
    case '>':
    case '|':
      return true
    case '<':
      return ink.startsWith('<!--') || blockTag.test(ink) || /^(?:<\/\w{1,9}>)+<\/details/.test(ink)
    case '[':
      return definition.test(ink)
    case ':':
      return ink.startsWith(':::')
    case '!':
    case '?':
      return opensAdmonition(ink)
    default:
      return listMark.test(ink) || isRule(ink)
  }
}
