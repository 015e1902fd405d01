import { safe } from '../text/text.ts'

/** Text that is no Markdown, as one line of Markdown that says just that. */
export function escapedLine(text: string): string {
  const bare = safe(text).replace(/\s+/g, ' ').trim()
  return escapedStart(escaped(bare))
}

/**
 * Text within a line, such as a heading, as Markdown that says just that, also where a site makes
 * formulas, mentions and links of what stands there. What nothing would read stays as it is.
 */
export function escaped(text: string): string {
  return text
    .replace(marks, '\\$&')
    .replace(/#+$/, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/(www)\./gi, '$1\\.')
}

// Addresses are broken too: in what Markdown takes for one, an escape would be a part of it.
const marks =
  /[\\`*[\]<>~|$]|&(?=#?\w+;)|[#@](?=[\p{L}\p{N}_])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/** What a person typed, quoted: whatever it looks like, it is text, in the lines it was typed in. */
export function quotedText(text: string): readonly string[] {
  const lines = safe(text)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [spaces = ''] = /^\s*/.exec(line) ?? []
      // ordinary spaces would be dropped, or make code of it
      const indent = '\u00a0'.repeat(Math.min(mostIndent, spaces.length))
      return indent + escapedStart(escaped(line.trim()))
    })
  return lines.map((line, i) => {
    if (line.trim() === '') return '>'
    const isLast = (lines[i + 1] ?? '').trim() === ''
    return isLast ? `> ${line}` : `> ${line}\\`
  })
}

const mostIndent = 40

/**
 * Markdown of notes, quoted: its headings stand below `level`, and nothing that it leaves open, be it
 * a fence or a tag, reaches what comes after it.
 */
export function quotedNotes(markdown: string, level: number): readonly string[] {
  const pieces = piecesOf(safe(markdown).trim().split('\n'))
  const lines = pieces.flatMap(({ kind, lines }) =>
    kind === 'code' ? lines : tamed(lines.join('\n')).split('\n'),
  )
  return lowered(lines, level).map((line) => `> ${line}`.trimEnd())
}

/** Text as it stands within an element of HTML. */
export function htmlText(text: string): string {
  return safe(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function escapedStart(line: string): string {
  return line.replace(/^[-+=#]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

type Piece = { readonly kind: 'code' | 'text'; readonly lines: string[] }

const fenceStart = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})/

/** Lines within fences and lines around them, in their order. */
function piecesOf(lines: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = []
  let fence: string | undefined
  for (const line of lines) {
    const mark = fenceStart.exec(line)?.[1]
    const kind = fence !== undefined || mark !== undefined ? 'code' : 'text'
    const last = pieces.at(-1)
    if (last?.kind === kind && !(fence === undefined && mark !== undefined)) last.lines.push(line)
    else pieces.push({ kind, lines: [line] })
    if (fence === undefined) fence = mark
    else if (mark?.startsWith(fence) && line.trimEnd().endsWith(mark)) fence = undefined
  }
  return pieces
}

const codeCommentOrTag =
  /(?<!`)(`{1,8})(?!`)(?:(?!\n\s*\n)[\s\S]){1,2000}?(?<!`)\1(?!`)|<!--[\s\S]{0,2000}?-->|<\/?[a-z][^<>]{0,2000}>|<(?=[a-z/!?])/gi
const links = /^<(?:https?|mailto):[^\s<>]*>$/i
const harmless = /^<\/?(?:br|sub|sup|kbd)\s*\/?>$/i
const dressing =
  /^<\/?(?:a|abbr|b|big|center|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|picture|pre|q|s|section|small|source|span|strike|strong|summary|table|tbody|td|th|thead|tr|tt|u|ul|var)(?:\s[^<>]*)?\/?>$/i

/** Text outside code without comments and tags; what only looks like a tag, `List<String>`, is text. */
function tamed(text: string): string {
  return text.replace(codeCommentOrTag, (found) => {
    if (found.startsWith('`') || links.test(found) || harmless.test(found)) return found
    if (found.startsWith('<!--') && found.length > 2) return ''
    return dressing.test(found) ? '' : `\\${found}`
  })
}

const atx = /^( {0,3})(#{1,6})(?=\s|$)/
const underline = /^ {0,3}(?:=+|-+)\s*$/

const deepest = 6

/** The highest of its headings stands one below `level`, the others as far below it as they were. */
function lowered(lines: readonly string[], level: number): readonly string[] {
  const marked = withAtx(lines)
  const isCode = codeLines(marked)
  const highest = marked.reduce((least, line, i) => {
    const heading = isCode[i] === true ? undefined : atx.exec(line)?.[2]
    return heading === undefined ? least : Math.min(least, heading.length)
  }, deepest)
  const shift = level + 1 - highest
  return marked.map((line, i) => {
    if (isCode[i] === true) return line
    return line.replace(atx, (_, indent: string, heading: string) => {
      return indent + '#'.repeat(Math.min(deepest, heading.length + shift))
    })
  })
}

/** Headings that are underlined, written with `#` instead. */
function withAtx(lines: readonly string[]): readonly string[] {
  const isCode = codeLines(lines)
  const found: string[] = []
  for (const [i, line] of lines.entries()) {
    const before = found.at(-1)
    const isHeading =
      isCode[i] === false && isCode[i - 1] === false && underline.test(line) && isParagraph(before)
    if (!isHeading || before === undefined) found.push(line)
    else found[found.length - 1] = `${line.includes('=') ? '#' : '##'} ${before.trim()}`
  }
  return found
}

function isParagraph(line: string | undefined): boolean {
  if (line === undefined || line.trim() === '') return false
  return !/^\s*(?:[>|#]|[-*+]\s|\d{1,9}[.)]\s)|^ {4}/.test(line)
}

function codeLines(lines: readonly string[]): readonly boolean[] {
  return piecesOf(lines).flatMap(({ kind, lines }) => lines.map(() => kind === 'code'))
}
