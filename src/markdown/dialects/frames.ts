import { calloutName } from './callout-names.ts'
import { dedented, indentOf } from './indent.ts'
import { type Below, type FrameEnd, type FrameStart, openingOf } from './openings.ts'
import { lastEnds } from './tag-ends.ts'
import { headOf, type TagRequest } from './tag-words.ts'

/** A line, and what stands before it because of what it is in. */
export type Line = {
  readonly prefix: string
  readonly text: string
  /** Of a block of code: nothing in it is a mark. */
  readonly isCode: boolean
}

/** What a line is in. */
type Frame = {
  readonly ending: FrameEnd
  readonly holds: TagRequest['kind']
  /** Columns taken off its lines, and what stands there instead. */
  readonly strip: number
  readonly prefix: string
}

/** Deeper boxes are no longer drawn. */
const deepest = 8
/** So many within each other are no notes. */
const mostOpen = 24
const fenceOfOurs = '~~~~~~~~'
const fence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})(.*)$/

/**
 * Lines in which each box of a dialect is a quotation that begins with its kind, as Obsidian and
 * GitHub write them: `> [!tip] Title`. So lists, code and boxes within boxes are told by the parser.
 */
export function framed(lines: readonly string[]): Line[] {
  const scan = scanOf(lines)
  for (const [at, line] of lines.entries()) {
    if (at < scan.from) continue
    scan.at = at
    step(scan, unwrapped(scan, line))
  }
  closeTo(scan, 0)
  return scan.out
}

type Scan = {
  readonly lines: readonly string[]
  readonly out: Line[]
  readonly stack: Frame[]
  readonly below: Below
  at: number
  /** Lines before this one are told. */
  from: number
  /** What closes the block of code that is open. */
  fence: string | undefined
  /** An indented line may belong to an item. */
  isListed: boolean
}

function scanOf(lines: readonly string[]): Scan {
  const ends = lastEnds(lines)
  const scan: Scan = {
    lines,
    out: [],
    stack: [],
    at: 0,
    from: 0,
    fence: undefined,
    isListed: false,
    below: {
      isIndented: (columns) => {
        const next = lines.slice(scan.at + 1, scan.at + 4).find((line) => line.trim() !== '')
        return indentOf(next ?? '') >= indentOf(lines[scan.at] ?? '') + columns
      },
      ends: (tag) => (ends.get(tag) ?? -1) >= scan.at,
    },
  }
  return scan
}

/** The line without what its frames take off; those that end with their indent are closed. */
function unwrapped(scan: Scan, line: string): string {
  let rest = line
  for (const [depth, frame] of scan.stack.entries()) {
    const isOut = frame.ending.kind === 'indent' && rest.trim() !== ''
    if (isOut && indentOf(rest) < frame.strip) {
      closeTo(scan, depth)
      return rest
    }
    rest = dedented(rest, frame.strip)
  }
  return rest
}

function step(scan: Scan, text: string): void {
  const top = scan.stack.at(-1)
  if (top?.holds === 'code' || top?.holds === 'hidden') verbatim(scan, top, text)
  else if (scan.fence !== undefined) inFence(scan, scan.fence, text)
  else if (!(closes(scan, text) || opensFence(scan, text) || opens(scan, text)))
    plainLine(scan, text)
}

function verbatim(scan: Scan, frame: Frame, text: string): void {
  const before = textBeforeEnd(frame.ending, text)
  if (before === undefined || before.trim() !== '') {
    if (frame.holds === 'code') put(scan, before ?? text, true)
  }
  if (before !== undefined) closeTo(scan, scan.stack.length - 1)
}

function inFence(scan: Scan, mark: string, text: string): void {
  const bare = text.replace(/^[\s>]+|\s+$/g, '')
  if (bare.startsWith(mark) && bare === mark.charAt(0).repeat(bare.length)) scan.fence = undefined
  put(scan, text, true)
}

function opensFence(scan: Scan, text: string): boolean {
  const [, mark, info = ''] = fence.exec(text) ?? []
  if (mark === undefined) return false
  const [, admonition = '', title = ''] = /^\s*(?:ad-|\{)([\w-]+)\}?\s*(.*)$/.exec(info) ?? []
  if (calloutName(admonition) !== undefined && scan.stack.length < mostOpen) {
    const pattern = new RegExp(`^()\\s*${mark.charAt(0)}{${mark.length},}\\s*$`)
    const what: TagRequest = { kind: 'box', head: headOf(admonition, '', title || adTitle(scan)) }
    while (adSetting.test(scan.lines[Math.max(scan.from, scan.at + 1)] ?? '')) {
      scan.from = Math.max(scan.from, scan.at + 1) + 1
    }
    open(scan, indentOf(text), { ...lineEnding(pattern), asked: what })
    return true
  }
  scan.fence = mark
  put(scan, text, true)
  return true
}

function lineEnding(pattern: RegExp): Omit<FrameStart, 'asked'> {
  return { ending: { kind: 'line', pattern }, rest: '', isComponent: false }
}

const adSetting = /^\s*(?:title|collapse|icon|color):\s/

function adTitle({ lines, at }: Scan): string {
  return /^\s*title:\s*(.*)$/.exec(lines[at + 1] ?? '')?.[1] ?? ''
}

function closes(scan: Scan, text: string): boolean {
  if (scan.stack.length === 0) return false
  for (let depth = scan.stack.length - 1; depth >= 0; depth--) {
    const frame = scan.stack[depth]
    const before = frame && textBeforeEnd(frame.ending, text)
    if (before === undefined) continue
    if (before.trim() !== '') step(scan, before)
    closeTo(scan, depth)
    return true
  }
  return false
}

function textBeforeEnd(ending: FrameEnd, text: string): string | undefined {
  switch (ending.kind) {
    case 'colons': {
      const count = /^\s*(:{3,})\s*$/.exec(text)?.[1]?.length ?? 0
      return count >= ending.count ? '' : undefined
    }
    case 'line':
      return ending.pattern.exec(text)?.[1]
    case 'indent':
    case 'none':
      return undefined
  }
}

function opens(scan: Scan, text: string): boolean {
  const indent = indentOf(text)
  if (indent >= 4 && !scan.isListed && scan.stack.length === 0) return false
  if (scan.stack.length >= mostOpen) return false
  const bare = text.trim()
  const opening = openingOf(bare, scan.below)
  if (opening === undefined) return isStray(bare) || calloutHead(scan, text)
  open(scan, indent, opening)
  return true
}

/** The end of what was opened above the card. */
function isStray(text: string): boolean {
  if (/^:{3,}$/.test(text)) return true
  return /^<\/aside>$|^\{%-?\s*end(?:note|tip|warning|hint|tabs?|raw|details|callout)\s*-?%\}$/.test(
    text,
  )
}

/** The title of a box that is written as a quotation, which is no part of its text. */
function calloutHead(scan: Scan, text: string): boolean {
  const [, before, head] =
    /^((?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*(?:>[ \t]?)+)(\[![\p{L}\p{N}_-]{1,40}(?:\|[^\]]*)?\].*)$/u.exec(
      text,
    ) ?? []
  if (before === undefined || head === undefined) return false
  put(scan, before + head, false)
  put(scan, before.replace(/[^>\s]/g, ' ').trimEnd(), false)
  return true
}

function open(scan: Scan, indent: number, { asked, ending, rest, isComponent }: FrameStart): void {
  const { stack } = scan
  if (asked.kind === 'code' && asked.title !== '') put(scan, asked.title, false)
  put(scan, '', false)
  if (ending.kind === 'none') return
  const isBoxed = (asked.kind === 'box' || asked.kind === 'quote') && stack.length < deepest
  const inner = isComponent ? componentIndent(scan, indent) : indent
  const margin = ' '.repeat(indent)
  stack.push({
    ending,
    holds: asked.kind,
    strip: ending.kind === 'indent' ? indent + 4 : inner,
    prefix: isBoxed ? `${margin}> ` : asked.kind === 'plain' && !isComponent ? '' : margin,
  })
  if (asked.kind === 'box') {
    put(scan, isBoxed ? asked.head : asked.head.replace(/^\[!\S*\s*/, ''), false)
    put(scan, '', false)
  }
  if (asked.kind === 'code') put(scan, fenceOfOurs + asked.language, true)
  if (rest.trim() !== '') step(scan, rest)
}

/** How far the text of a component stands in. */
function componentIndent({ lines, at }: Scan, indent: number): number {
  const next = lines.slice(at + 1, at + 4).find((line) => line.trim() !== '') ?? ''
  return Math.min(indent + 8, Math.max(indent, indentOf(next) - indentOf(lines[at] ?? '') + indent))
}

function closeTo(scan: Scan, depth: number): void {
  const { stack } = scan
  while (stack.length > depth) {
    if (stack.at(-1)?.holds === 'code') put(scan, fenceOfOurs, true)
    stack.pop()
    scan.fence = undefined
    put(scan, '', false)
  }
}

const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/

function plainLine(scan: Scan, text: string): void {
  const indent = indentOf(text)
  const isBlank = text.trim() === ''
  if (item.test(text)) scan.isListed = true
  else if (indent === 0 && !isBlank) scan.isListed = false
  const before = scan.out.at(-1)
  const isBehindText = before !== undefined && before.text.trim() !== '' && !before.isCode
  put(scan, text, indent >= 4 && !isBlank && !scan.isListed && !isBehindText)
}

function put({ out, stack }: Scan, text: string, isCode: boolean): void {
  // an empty line at the very beginning would only move all others
  if (text === '' && out.length === 0) return
  const prefix = stack.map((frame) => frame.prefix).join('')
  out.push({ prefix, text, isCode })
}
