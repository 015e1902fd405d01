import type { NoteBlock } from '../cards/blocks/block.ts'
import { blocksOf } from '../cards/blocks/blocks.ts'
import { plain, withoutOrnament } from '../cards/blocks/inline.ts'
import { linesOf } from '../cards/blocks/lines.ts'
import { identifiersIn } from './identifiers.ts'

/** A piece of an answer: what it is about, what it says, and the pieces below it. */
export type AnswerPiece = {
  /** A heading, a bold or short lead-in; empty if the piece only says something. */
  readonly head: string
  readonly text: string
  readonly below: readonly AnswerPiece[]
  /** Names in its code. */
  readonly code: readonly string[]
  /** Whether it is only a paragraph, not a heading, an item or a row. */
  readonly isParagraph: boolean
  /** Whether it is a row of a table, whose head alone says nothing. */
  readonly isRow: boolean
}

/** A piece that only says something. */
export function saying(text: string): AnswerPiece {
  return { head: '', text, below: [], code: [], isParagraph: false, isRow: false }
}

type Open = {
  /** Of a heading 1 to 6, of a bold line 7, of a line that ends with a colon 8, of items 10 and more. */
  readonly rank: number
  readonly head: string
  texts: string[]
  readonly below: AnswerPiece[]
  readonly code: string[]
}

const boldRank = 7
const labelRank = 8
const itemRank = 10
const longestMarkdown = 100_000
const mostPieces = 1500

/** An answer as a tree. */
export function outlineOf(markdown: string): AnswerPiece {
  const lines = linesOf(markdown.slice(0, longestMarkdown))
  const root = opened(0, '')
  const stack: Open[] = [root]
  for (const block of blocksOf(lines).slice(0, mostPieces)) read(block, lines, stack)
  while (stack.length > 1) close(stack)
  return pieceOf(root)
}

function opened(rank: number, head: string, text = ''): Open {
  return { rank, head, texts: text === '' ? [] : [text], below: [], code: [] }
}

function read(block: NoteBlock, lines: readonly string[], stack: Open[]): void {
  switch (block.kind) {
    case 'heading':
      begin(stack, opened(block.level, nameIn(block.text).replace(sectionNumber, '')))
      return
    case 'item':
    case 'summary':
      beginItem(block, stack)
      return
    case 'paragraph':
    case 'quote':
      readParagraph(block, stack)
      return
    case 'table':
      readTable(lines.slice(block.line, block.end + 1), stack)
      return
    case 'code':
      top(stack).code.push(...identifiersIn(lines.slice(block.line + 1, block.end)))
      return
    default:
      return
  }
}

function beginItem(block: NoteBlock, stack: Open[]): void {
  const { head, text } = leadIn(block.text)
  const isEmpty = head === '' && text === ''
  if (!isEmpty) begin(stack, opened(itemRank + block.depth, head, text))
}

function readParagraph(block: NoteBlock, stack: Open[]): void {
  const { head, text } = leadIn(block.text)
  if (head !== '' && text === '') {
    const isBold = /^\s*(?:\*\*|__)/.test(block.text)
    begin(stack, opened(isBold ? boldRank : labelRank, head))
    return
  }
  // below the items of a list a paragraph without indent speaks of all of them
  while (block.depth === 0 && top(stack).rank >= itemRank) close(stack)
  if (head !== '') {
    top(stack).below.push({ ...saying(text), head })
    return
  }
  if (/^[\p{P}\p{S}\s]*$/u.test(text)) return
  if (top(stack).rank >= itemRank) top(stack).texts.push(text)
  else top(stack).below.push({ ...saying(text), isParagraph: true })
}

function readTable(lines: readonly string[], stack: Open[]): void {
  const rows = lines
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .replace(/^\s*\||\|\s*$/g, '')
        .split(/(?<!\\)\|/)
        .map(plain),
    )
  for (const [head = '', ...cells] of rows.slice(1)) {
    const text = cells.filter((cell) => !saysOnlyWhether.test(cell)).join(' / ')
    if (text !== '') top(stack).below.push({ ...saying(text), head, isRow: head !== '' })
  }
}

/** A cell that only answers what stands above its column. */
const saysOnlyWhether =
  /^(?:|[-–—/✓✔√✗✘×❌✅☑oOxX]+|是|否|有|无|对|错|支持|不支持|可以|不可以|能|不能|yes|no|true|false|n\/a)$/i

function begin(stack: Open[], next: Open): void {
  while (stack.length > 1 && top(stack).rank >= next.rank) close(stack)
  stack.push(next)
}

function top(stack: Open[]): Open {
  const last = stack.at(-1)
  if (last === undefined) throw new Error('the root is never closed')
  return last
}

function close(stack: Open[]): void {
  const done = stack.pop()
  if (done === undefined) return
  // a line with a colon leads in to what is below it, and says nothing alone
  const isEmpty = done.below.length + done.texts.length + done.code.length === 0
  if (done.rank !== labelRank || !isEmpty) top(stack).below.push(pieceOf(done))
}

function pieceOf({ head, texts, below, code }: Open): AnswerPiece {
  const text = texts.join(' ')
  // a short line above others names them
  const names = head === '' && below.length > 1 && cells(text) <= longestHead
  const called = names ? { head: nameIn(text), text: '' } : { head, text }
  return { ...called, below, code, isParagraph: false, isRow: false }
}

/** A head without numbers, stars and colons. */
function nameIn(markdown: string): string {
  return withoutOrnament(plain(markdown))
    .replace(numbers, '')
    .replace(/[\s:：]+$/, '')
    .trim()
}

const numbers =
  /^(?:[-–•·]\s+|\(?\d{1,2}(?:\.\d{1,2})*(?:[)）]|[.、:：](?!\d))\s*|[（(]?[一二三四五六七八九十]{1,3}[、.)）]\s*|第[一二三四五六七八九十\d]{1,3}[、，：:]\s*|[①-⑳]\s*)+/

/** In front of a heading it counts sections; elsewhere `1.7` is a version. */
const sectionNumber = /^\d{1,2}(?:\.\d{1,2})+\s+(?=\S)/

const longestHead = 40

/** `**X**：text`, `X：text`, `X - text`, a bold line, or `X：` alone. */
function leadIn(markdown: string): { readonly head: string; readonly text: string } {
  const source = markdown.replace(/^\s*\[[ xX]\]\s*/, '').replace(numbers, '')
  const bold = /^(?:\*\*|__)(.{1,120}?)(?:\*\*|__)\s*([:：—–-]*)\s*([\s\S]*)$/.exec(source)
  if (bold !== null) {
    const [, head = '', mark = '', text = ''] = bold
    const isHead = mark !== '' || text === '' || /[:：]$/.test(head)
    if (isHead && plain(head).length <= longestHead * 2)
      return { head: nameIn(head), text: said(text) }
  }
  const whole = said(source)
  const named = leading.exec(whole)
  if (named !== null) {
    const [, head = '', text = ''] = named
    const isShort =
      cells(head) <= longestHead && !/^(?:https?|如|例如|比如|e\.?g)$/i.test(head.trim())
    if (isShort) return { head: nameIn(head), text }
  }
  return { head: '', text: whole }
}

// `http://`, `std::map`, `80:8080` and `10：30` lead in to nothing.
const leading =
  /^([^。；;！？!?，,.:：]{1,40})\s*(?:(?:：(?!\d)|(?<!\d)：|:(?=\s|$|[\u2e80-\u9fff\uff00-\uffef]))\s*|\s[-–—]\s(?!\d))([\s\S]*)$/

function said(markdown: string): string {
  return withoutOrnament(plain(markdown)).replace(numbers, '').trim()
}

function cells(text: string): number {
  let count = 0
  for (const character of text) count += character > '\u2fff' ? 2 : 1
  return count
}
