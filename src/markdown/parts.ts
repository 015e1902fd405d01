import { safe } from '../text/text.ts'
import { type Difficulty, difficulty, isTooHard, isWithin } from './bounds.ts'
import type { Block, Document, Inline } from './document.ts'

/** How a part becomes a document: undefined if it is too hard, or as it is written. */
export type PartReading = {
  readonly read: (part: string) => Document | undefined
  readonly asWritten: (part: string) => Document
  readonly code: (text: string, language: string | undefined) => Document
}

/** Above this a text is no page any more. */
const longest = 256 * 1024
/** Parts are about so long: a list with empty lines in it stays together as far as it can. */
const long = 12 * 1024
const longLine = 6 * 1024
const rowsAtOnce = 100

/**
 * A text too hard to be parsed at once: its paragraphs, tables and blocks of code one after the other,
 * so that only the part that is too hard is shown as it is written. All together may take no more
 * time than one text. Undefined if it is beyond that.
 */
export function inParts(markdown: string, reading: PartReading): Document | undefined {
  if (markdown.length > longest) return undefined
  let spent: Difficulty = { containers: 0, effort: 0, cells: 0, marks: 0 }
  const read = (part: string) => {
    const more = difficulty(part)
    const all = {
      containers: spent.containers + more.containers,
      effort: spent.effort + more.effort,
      cells: spent.cells + more.cells,
      // each parsing has a cost of its own
      marks: spent.marks + more.marks + 20,
    }
    if (!isWithin(all)) return undefined
    spent = all
    return reading.read(part)
  }
  const found = partsOf(markdown, long).map((part) => partOf(part, { ...reading, read }))
  return found.every(({ isRead }) => !isRead) ? undefined : found.flatMap(({ blocks }) => blocks)
}

type Part = { readonly text: string; readonly isFence: boolean }

const fence = /^(`{3,}(?=[^`]*$)|~{3,})\s*(\S*)/

/** Cut at empty lines before what is not indented, and at blocks of code. */
function partsOf(markdown: string, least: number): readonly Part[] {
  const parts: Part[] = []
  let lines: string[] = []
  let size = 0
  let mark: string | undefined
  const end = (isFence: boolean) => {
    if (lines.some((line) => line.trim() !== '')) parts.push({ text: lines.join('\n'), isFence })
    lines = []
    size = 0
  }
  for (const line of markdown.split(/\r\n?|\n/)) {
    const opened = mark === undefined ? fence.exec(line)?.[1] : undefined
    if (opened !== undefined) end(false)
    const isCut = mark === undefined && lines.at(-1)?.trim() === '' && /^\S/.test(line)
    if (isCut && size + line.length > least) end(false)
    lines.push(line)
    size += line.length
    if (mark === undefined) mark = opened
    else if (line.startsWith(mark) && line.trim() === mark.charAt(0).repeat(line.trim().length)) {
      mark = undefined
      end(true)
    }
  }
  end(mark !== undefined)
  return parts
}

type Found = { readonly blocks: Document; readonly isRead: boolean }

function partOf({ text, isFence }: Part, reading: PartReading): Found {
  const known = isTooHard(text) ? undefined : reading.read(text)
  if (known !== undefined) return { blocks: known, isRead: true }
  const blocks = isFence ? fenced(text, reading) : (tableOf(text, reading) ?? lined(text, reading))
  return blocks ? { blocks, isRead: true } : apart(text, reading)
}

/** Its paragraphs one by one; one that is too hard as it is written. */
function apart(text: string, reading: PartReading): Found {
  const parts = partsOf(text, 0)
  if (parts.length < 2) return { blocks: reading.asWritten(text), isRead: false }
  const found = parts.map((part) => partOf(part, reading))
  return {
    blocks: found.flatMap(({ blocks }) => blocks),
    isRead: found.some(({ isRead }) => isRead),
  }
}

function fenced(text: string, { code }: PartReading): Document {
  const [first = '', ...lines] = text.split('\n')
  const [, mark = '', language = ''] = fence.exec(first) ?? []
  if (lines.at(-1)?.startsWith(mark)) lines.pop()
  return code(lines.join('\n'), language === '' ? undefined : language)
}

const delimiters = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** A part with a long table in it, some of its rows at a time. */
function tableOf(text: string, reading: PartReading): Document | undefined {
  const lines = text.split('\n')
  const at = lines.findIndex((line, i) => i > 0 && line.includes('-') && delimiters.test(line))
  const size = lines.slice(at + 1).findIndex((line) => !line.includes('|'))
  const rows = lines.slice(at + 1, size < 0 ? undefined : at + 1 + size)
  if (at < 1 || rows.length <= rowsAtOnce) return undefined
  const before = lines.slice(0, at - 1).join('\n')
  const after = lines.slice(at + 1 + rows.length).join('\n')
  const head = lines.slice(at - 1, at + 1)
  const tables: Document[] = []
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = [...head, ...rows.slice(from, from + rowsAtOnce)].join('\n')
    const read = isTooHard(some) ? undefined : reading.read(some)
    tables.push(read ?? bareTable(some))
  }
  const around = (part: string) =>
    part.trim() === '' ? [] : partOf({ text: part, isFence: false }, reading).blocks
  return [...around(before), ...asOne(tables), ...around(after)]
}

/** The words of a table, whatever marks they hold. */
function bareTable(text: string): Document {
  const [head = [], , ...rows] = text.split('\n').map((line) => {
    const cells = line
      .trim()
      .replace(/^\||(?<!\\)\|$/g, '')
      .split(/(?<!\\)\|/)
    return cells.map((cell): readonly Inline[] => [{ kind: 'text', text: safe(cell.trim()) }])
  })
  const aligns = head.map(() => undefined)
  const whole = rows.map((row) => head.map((_, i) => row[i] ?? []))
  return [{ kind: 'table', aligns, head, rows: whole }]
}

function asOne(tables: readonly Document[]): Document {
  const [first, ...others] = tables.map(([only]) => only)
  const isWhole = tables.every((blocks) => blocks.length === 1 && blocks[0]?.kind === 'table')
  if (!isWhole || first?.kind !== 'table') return tables.flat()
  const rows = others.flatMap((one) => (one?.kind === 'table' ? one.rows : []))
  return [{ ...first, rows: [...first.rows, ...rows] }]
}

/** A part with a long line in it, cut where a sentence or a word ends; other lines as they are. */
function lined(text: string, reading: PartReading): Document | undefined {
  if (!text.split('\n').some((line) => line.length > longLine)) return undefined
  const blocks: Block[] = []
  for (const line of stretches(text)) {
    const pieces = piecesOf(line).map((piece) => {
      return (isTooHard(piece) ? undefined : reading.read(piece)) ?? reading.asWritten(piece)
    })
    const paragraphs = pieces.flatMap((piece) =>
      piece.length === 1 && piece[0]?.kind === 'paragraph' ? [piece[0]] : [],
    )
    // what was one line is one paragraph
    if (paragraphs.length < pieces.length) blocks.push(...pieces.flat())
    else blocks.push({ kind: 'paragraph', inlines: inlinesOf(paragraphs, piecesOf(line)) })
  }
  return blocks
}

function inlinesOf(
  paragraphs: readonly (Block & { kind: 'paragraph' })[],
  pieces: readonly string[],
): readonly Inline[] {
  return paragraphs.flatMap(({ inlines }, i): readonly Inline[] => {
    const isSpaced = i > 0 && /\s$/.test(pieces[i - 1] ?? '')
    return isSpaced ? [{ kind: 'text', text: ' ' }, ...inlines] : inlines
  })
}

/** The long lines, and what stands between them. */
function stretches(text: string): readonly string[] {
  const found: string[] = []
  let short: string[] = []
  const end = () => {
    if (short.some((line) => line.trim() !== '')) found.push(short.join('\n'))
    short = []
  }
  for (const line of text.split('\n')) {
    if (line.length <= longLine) short.push(line)
    else {
      end()
      found.push(line)
    }
  }
  end()
  return found
}

function piecesOf(line: string): readonly string[] {
  if (line.length <= longLine) return [line]
  const pieces: string[] = []
  for (let from = 0; from < line.length; ) {
    const rest = line.slice(from, from + longLine)
    const isLast = from + longLine >= line.length
    const end = isLast ? rest.length : endIn(rest)
    pieces.push(rest.slice(0, end))
    from += end
  }
  return pieces
}

/** Where the last sentence or word in the second half of a piece ends. */
function endIn(piece: string): number {
  const half = Math.floor(piece.length / 2)
  for (const signs of [/[。！？；]|[.!?;](?=\s)/g, /[，、,\s]/g]) {
    const last = Array.from(piece.matchAll(signs)).findLast(({ index }) => index > half)
    if (last !== undefined) return last.index + 1
  }
  // not within a character of two parts
  return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length
}
