import type { CalloutName } from './dialects/callout-names.ts'

/** A text as every kind of page shows it; all that it says is safe. */
export type Document = readonly Block[]

/** A part of a page. */
export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'heading'
      /** 1 is the highest within this text, and none is left out. */
      readonly level: number
      /** As it is written, the number of its signs. */
      readonly signs: number
      readonly inlines: readonly Inline[]
    }
  /** Without the last line end; the language as the fence names it. */
  | { readonly kind: 'code'; readonly language: string | undefined; readonly text: string }
  /** The source of a drawing, and what is drawn with: Mermaid, PlantUML. */
  | { readonly kind: 'drawing'; readonly name: string; readonly text: string }
  /** A formula of LaTeX on lines of its own; see the inline. */
  | { readonly kind: 'formula'; readonly tex: string; readonly source: string }
  | {
      readonly kind: 'list'
      /** The first number, if it is numbered. */
      readonly start: number | undefined
      /** Written without empty lines. */
      readonly tight: boolean
      /** Begins in the line below what stands before it. */
      readonly follows: boolean
      readonly items: readonly Item[]
    }
  | { readonly kind: 'quote'; readonly blocks: Document }
  /** A box that says what it is: a tip, a warning, or what its author calls it. */
  | {
      readonly kind: 'callout'
      /** Undefined if its author made it up; then it has a title. */
      readonly name: CalloutName | undefined
      /** Empty if the name says it all. */
      readonly title: readonly Inline[]
      /** Undefined if it cannot be folded away. */
      readonly fold: 'open' | 'closed' | undefined
      readonly blocks: Document
    }
  | {
      readonly kind: 'table'
      readonly aligns: readonly Align[]
      /** The first row, its cells empty if none is a head; each row has as many as there are aligns. */
      readonly head: TableRow
      readonly rows: readonly TableRow[]
    }
  | { readonly kind: 'rule' }
  /** Footnotes, numbered from 1; always last. */
  | { readonly kind: 'notes'; readonly notes: readonly Document[] }

export type Item = {
  /** Whether its box is ticked, if it has one. */
  readonly checked: boolean | undefined
  /** Written without empty lines, whatever the others of its list are. */
  readonly tight: boolean
  readonly blocks: Document
}

/** The cells of a row, each a line. */
export type TableRow = readonly (readonly Inline[])[]

export type Align = 'left' | 'center' | 'right' | undefined

/** A stretch of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: Wrapping; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'link'
      /** Leads to http, https or mailto, and nowhere else; undefined where it would. */
      readonly url: string | undefined
      /** The address as it is written, to be read and not to be followed. */
      readonly address: string
      readonly inlines: readonly Inline[]
    }
  /** The address as it is written; whoever prints it decides what may be read. */
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'break' }
  /** A formula, and the source with its signs, which stands for it where it cannot be read. */
  | {
      readonly kind: 'formula'
      readonly tex: string
      readonly source: string
      /** Written on lines of its own, though there may be no room for them here. */
      readonly isBlock: boolean
    }
  /** The number of a footnote. */
  | { readonly kind: 'note'; readonly number: number }

/**
 * `mark` is what a highlighter went over, `summary` the line of what can be folded away, `dim` markup
 * that is shown as it is written.
 */
export type Wrapping =
  | 'strong'
  | 'emphasis'
  | 'deleted'
  | 'inserted'
  | 'mark'
  | 'key'
  | 'sub'
  | 'sup'
  | 'summary'
  | 'dim'

/** All blocks of a page, those inside others too. */
export function* everyBlock(blocks: Document): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.kind === 'quote' || block.kind === 'callout') yield* everyBlock(block.blocks)
    if (block.kind === 'list') for (const item of block.items) yield* everyBlock(item.blocks)
    if (block.kind === 'notes') for (const note of block.notes) yield* everyBlock(note)
  }
}

/** All inlines of a page, those inside others too. */
export function* everyInline(blocks: Document): Generator<Inline> {
  for (const block of everyBlock(blocks)) {
    if (block.kind === 'paragraph' || block.kind === 'heading') yield* within(block.inlines)
    if (block.kind === 'callout') yield* within(block.title)
    if (block.kind !== 'table') continue
    for (const row of [block.head, ...block.rows]) for (const cell of row) yield* within(cell)
  }
}

function* within(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline
    if ('inlines' in inline) yield* within(inline.inlines)
  }
}

/** The languages of all code on a page, as its fences name them. */
export function languagesIn(blocks: Document): ReadonlySet<string> {
  const languages = new Set<string>()
  for (const block of everyBlock(blocks)) {
    if (block.kind === 'code' && block.language !== undefined) languages.add(block.language)
  }
  return languages
}

/** Whether there is any formula on a page. */
export function hasFormulas(blocks: Document): boolean {
  for (const { kind } of everyBlock(blocks)) if (kind === 'formula') return true
  for (const { kind } of everyInline(blocks)) if (kind === 'formula') return true
  return false
}

/** What inlines say, without how they look. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('inlines' in inline) return plainText(inline.inlines)
      if ('text' in inline) return inline.text
      if (inline.kind === 'image') return inline.alt
      if (inline.kind === 'formula') return inline.source
      return inline.kind === 'break' ? ' ' : ''
    })
    .join('')
}
