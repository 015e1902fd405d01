import { graphemes } from '../../text/text.ts'
import { offsetAt, type Paragraph, paragraph, rowAt } from './rows.ts'

/** A text under a person's hands, and the cursor in it. */
export type Draft = {
  /** Never empty. */
  readonly paragraphs: readonly Paragraph[]
  /** The cursor's paragraph, from 0. */
  readonly line: number
  /** UTF-16 offset in that paragraph, never inside a grapheme. */
  readonly offset: number
  /** The cell that moving up and down keeps to, while only such moves are made. */
  readonly goal: number | undefined
}

export const emptyDraft: Draft = {
  paragraphs: [paragraph('')],
  line: 0,
  offset: 0,
  goal: undefined,
}

/** A draft of this text with the cursor at its end. */
export function draftOf(text: string): Draft {
  return insert(emptyDraft, text)
}

export function textOf(draft: Draft): string {
  return draft.paragraphs.map(({ text }) => text).join('\n')
}

export function isEmpty(draft: Draft): boolean {
  return draft.paragraphs.every(({ text }) => text.trim() === '')
}

/** Puts text at the cursor; `\n` in it opens paragraphs. */
export function insert(draft: Draft, text: string): Draft {
  const { before, after } = around(draft)
  const parts = text.split('\n')
  const last = parts.length - 1
  const made = parts.map((part, i) => (i === 0 ? before : '') + part + (i === last ? after : ''))
  const offset = (made[last] ?? '').length - after.length
  return replaced(draft, draft.line, draft.line, made, draft.line + last, offset)
}

export type Edit =
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'row-start'
  | 'row-end'
  | 'text-start'
  | 'text-end'
  | 'up'
  | 'down'
  | 'delete-left'
  | 'delete-right'
  | 'delete-word-left'
  | 'delete-to-start'
  | 'delete-to-end'

/** The keys that people know from shells and editors. */
const editKeys: Readonly<Record<string, Edit>> = {
  left: 'left',
  'ctrl-b': 'left',
  right: 'right',
  'ctrl-f': 'right',
  'ctrl-left': 'word-left',
  'alt-left': 'word-left',
  'alt-b': 'word-left',
  'ctrl-right': 'word-right',
  'alt-right': 'word-right',
  'alt-f': 'word-right',
  home: 'row-start',
  'ctrl-a': 'row-start',
  end: 'row-end',
  'ctrl-e': 'row-end',
  'ctrl-home': 'text-start',
  'ctrl-end': 'text-end',
  up: 'up',
  down: 'down',
  backspace: 'delete-left',
  'ctrl-h': 'delete-left',
  delete: 'delete-right',
  'ctrl-w': 'delete-word-left',
  'alt-backspace': 'delete-word-left',
  'ctrl-u': 'delete-to-start',
  'ctrl-k': 'delete-to-end',
}

export function editOfKey(name: string): Edit | undefined {
  return Object.hasOwn(editKeys, name) ? editKeys[name] : undefined
}

/** The draft after one edit; `columns` is the width that it is shown in. */
export function edited(draft: Draft, edit: Edit, columns: number): Draft {
  switch (edit) {
    case 'left':
      return at(draft, ...leftOf(draft))
    case 'right':
      return at(draft, ...rightOf(draft))
    case 'word-left':
      return at(draft, ...wordLeftOf(draft))
    case 'word-right':
      return at(draft, ...wordRightOf(draft))
    case 'row-start':
      return at(draft, draft.line, 0)
    case 'row-end':
      return at(draft, draft.line, current(draft).text.length)
    case 'text-start':
      return at(draft, 0, 0)
    case 'text-end':
      return at(draft, draft.paragraphs.length - 1, lastParagraph(draft).text.length)
    case 'up':
      return vertical(draft, -1, columns)
    case 'down':
      return vertical(draft, 1, columns)
    case 'delete-left':
      return without(draft, leftOf(draft), [draft.line, draft.offset])
    case 'delete-right':
      return without(draft, [draft.line, draft.offset], rightOf(draft))
    case 'delete-word-left':
      return without(draft, wordLeftOf(draft), [draft.line, draft.offset])
    case 'delete-to-start':
      return without(draft, [draft.line, 0], [draft.line, draft.offset])
    case 'delete-to-end':
      return without(draft, [draft.line, draft.offset], [draft.line, current(draft).text.length])
  }
}

type Position = readonly [line: number, offset: number]

// Long enough for any emoji cluster, so that a move looks at a few characters, not at all.
const reach = 64

function leftOf(draft: Draft): Position {
  const { line, offset } = draft
  if (offset > 0) {
    const near = current(draft).text.slice(Math.max(0, offset - reach), offset)
    return [line, offset - (graphemes(near).at(-1) ?? '').length]
  }
  return line > 0 ? [line - 1, textAt(draft, line - 1).length] : [line, offset]
}

function rightOf(draft: Draft): Position {
  const { line, offset } = draft
  const { text } = current(draft)
  if (offset < text.length) {
    const near = text.slice(offset, offset + reach)
    return [line, offset + (graphemes(near)[0] ?? '').length]
  }
  return line < draft.paragraphs.length - 1 ? [line + 1, 0] : [line, offset]
}

// A word is a run of letters and digits, or one run of Han: what a double click would take.
const wordBefore = /(?:\p{Script=Han}+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]+)\s*$/u
const wordAfter = /^\s*(?:\p{Script=Han}+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]+)/u

function wordLeftOf(draft: Draft): Position {
  if (draft.offset === 0) return leftOf(draft)
  const before = current(draft).text.slice(Math.max(0, draft.offset - 256), draft.offset)
  const length = wordBefore.exec(before)?.[0].length ?? before.length
  return [draft.line, draft.offset - length]
}

function wordRightOf(draft: Draft): Position {
  const { text } = current(draft)
  if (draft.offset === text.length) return rightOf(draft)
  const after = text.slice(draft.offset, draft.offset + 256)
  return [draft.line, draft.offset + (wordAfter.exec(after)?.[0].length ?? after.length)]
}

function vertical(draft: Draft, by: 1 | -1, columns: number): Draft {
  const here = rowAt(current(draft), draft.offset, columns)
  const goal = draft.goal ?? here.cell
  const step = (line: number, row: number): Draft => {
    const offset = offsetAt(textParagraph(draft, line), columns, row, goal)
    return { ...at(draft, line, offset), goal }
  }
  if (by === -1) {
    if (here.row > 0) return step(draft.line, here.row - 1)
    if (draft.line === 0) return at(draft, 0, 0)
    return step(draft.line - 1, lastRow(textParagraph(draft, draft.line - 1), columns))
  }
  if (here.row < lastRow(current(draft), columns)) return step(draft.line, here.row + 1)
  if (draft.line < draft.paragraphs.length - 1) return step(draft.line + 1, 0)
  return at(draft, draft.line, current(draft).text.length)
}

function lastRow(one: Paragraph, columns: number): number {
  return rowAt(one, one.text.length, columns).row
}

function without(draft: Draft, from: Position, to: Position): Draft {
  const text = textAt(draft, from[0]).slice(0, from[1]) + textAt(draft, to[0]).slice(to[1])
  return replaced(draft, from[0], to[0], [text], from[0], from[1])
}

function replaced(
  draft: Draft,
  from: number,
  to: number,
  texts: readonly string[],
  line: number,
  offset: number,
): Draft {
  const made = texts.map((text, i) =>
    i === 0 ? paragraph(text, textParagraph(draft, from)) : paragraph(text),
  )
  const paragraphs = [
    ...draft.paragraphs.slice(0, from),
    ...made,
    ...draft.paragraphs.slice(to + 1),
  ]
  return { paragraphs, line, offset, goal: undefined }
}

function at(draft: Draft, line: number, offset: number): Draft {
  return { ...draft, line, offset, goal: undefined }
}

function around(draft: Draft): { readonly before: string; readonly after: string } {
  const { text } = current(draft)
  return { before: text.slice(0, draft.offset), after: text.slice(draft.offset) }
}

function current(draft: Draft): Paragraph {
  return textParagraph(draft, draft.line)
}

function lastParagraph(draft: Draft): Paragraph {
  return textParagraph(draft, draft.paragraphs.length - 1)
}

function textParagraph(draft: Draft, line: number): Paragraph {
  return draft.paragraphs[line] ?? paragraph('')
}

function textAt(draft: Draft, line: number): string {
  return textParagraph(draft, line).text
}
