import { longestLine } from './lines.ts'

/** A piece of a document that begins on a line of its own. Lines count from 0 here. */
export type NoteBlock = {
  readonly kind: BlockKind
  readonly line: number
  readonly end: number
  /** Inline Markdown: of a heading, a paragraph, the first paragraph of a list item, a summary. */
  readonly text: string
  /** Of a heading; else 0. */
  readonly level: number
  /** List items around it; an item counts itself. */
  readonly depth: number
  /** The list marker it stands behind. */
  readonly marker: Marker | undefined
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'code'
  | 'quote'
  | 'table'
  | 'html'
  | 'comment'
  | 'rule'
  | 'reference'
  | 'property'
  | 'details-open'
  | 'summary'
  | 'details-close'

export type Marker = { readonly ordered: boolean; readonly number: number | undefined }

export type OpenItem = {
  readonly column: number
  readonly content: number
  readonly marker: Marker
}

/** What a pass over the lines knows so far. */
export type Scan = {
  readonly lines: readonly string[]
  readonly blocks: NoteBlock[]
  readonly items: OpenItem[]
  at: number
  pending: Marker | undefined
  /** Where fences are known to have no end, by their mark and length. */
  readonly unclosed: Map<string, number>
  /** The containers, looked for when the first is met. */
  partners: ReadonlyMap<number, number> | undefined
  /** Items that are not left before a line, because a container below them is still open. */
  held: { readonly depth: number; readonly until: number }
  /** The last lines of admonitions, by the first. */
  readonly admonitions: ReadonlyMap<number, number>
  /** The last lines of those that are open. */
  readonly boxes: number[]
  /** Set when no comment closes any more. */
  commentsOpen: boolean
}

/** A line as far as it is read. */
export function lineAt(scan: Scan, at: number): string {
  const line = scan.lines[at] ?? ''
  return line.length > longestLine ? line.slice(0, longestLine) : line
}

/** Adds a block that reaches from the current line to `end`, and moves behind it; always true. */
export function emit(scan: Scan, kind: BlockKind, end: number, text = '', level = 0): true {
  put(scan, kind, scan.at, end, text, level)
  scan.at = end + 1
  return true
}

/** Adds a block without moving on. */
export function put(
  scan: Scan,
  kind: BlockKind,
  line: number,
  end: number,
  text = '',
  level = 0,
): void {
  const depth = scan.items.length
  scan.blocks.push({ kind, line, end, text, level, depth, marker: scan.pending })
  scan.pending = undefined
}
