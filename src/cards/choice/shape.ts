import type { BlockKind, NoteBlock } from '../blocks/block.ts'
import type { Lead } from './numbering.ts'

/** The shape of a file whose comments say where each card begins and ends: nothing is guessed. */
export const markedShape = 'marked'

/** A way in which questions begin, such as `heading-3-escaped`: a row of the table at one width. */
export type QuestionShape = ShapeTraits & {
  /** As people know it from `viva check`, and say it. */
  readonly name: string
  /** What it is a narrower form of: `heading-3`. */
  readonly wider: QuestionShape | undefined
}

/** A row of the table of shapes. It speaks for all its widths, where one does not say otherwise. */
export type ShapeRow = ShapeTraits & {
  readonly name: string
  /** The levels that make shapes of their own: of headings, else none. */
  readonly levels: readonly number[]
  /** What it is found in, and how; the first row that finds something in a block has it. */
  readonly found: Readonly<Partial<Record<BlockKind, OpeningFinder>>>
  /** What holds for its widest form only. */
  readonly wide: Partial<ShapeTraits>
  /** Its narrower forms, by the ends of their names. */
  readonly widths: Readonly<Record<string, Partial<ShapeTraits>>>
}

/** What the choice of shapes and the cutting of cards ask of a shape. */
export type ShapeTraits = {
  /** What must speak for it before it can be a shape of questions: one of these. */
  readonly enough: readonly Bar[]
  /** Whether it may open cards under "References" too; what does not is gone if it only repeats. */
  readonly standsAlone: boolean
  /** Whether it opens something of its own below a heading, or is the heading's text. */
  readonly opens: 'always' | 'if-asking' | 'never'
  /** What its cards end with, if not with the next card or the next area. */
  readonly ends: 'document' | 'section' | 'list' | 'item' | 'fold' | 'block'
  /** Which of its openings become cards. */
  readonly cards: Picker
  /** Whether all its openings bear numbers, which make one list of topics that do not ask. */
  readonly isNumbered: boolean
  /** Whether a label or number says so plainly that this is a question that it may be "Summary". */
  readonly vouches: boolean
  /** Whether a sentence that only states something can be a question. */
  readonly takesStatements: boolean
  /** Whether a missing number is enough to make a question of what bears it and asks. */
  readonly trustsNumbers: boolean
  /** What its form alone adds to the score of three and more. */
  readonly bonus: number
  /** The least score with which it keeps other shapes for parts of its answers, if not the usual. */
  readonly holdsFrom: number | undefined
}

/** What the evidence for a shape must reach, all of it. */
export type Bar = {
  /** How many openings there are. */
  readonly count: number
  /** Share that reads like questions. */
  readonly share?: number
  readonly score?: number
  /** What the mean weight must exceed. */
  readonly weight?: number
  /** What else must be so. */
  readonly where?: (evidence: Evidence, outline: Outline, region: Region) => boolean
}

/** Finds what opens questions in a block. */
export type OpeningFinder = (block: NoteBlock, where: Surroundings) => readonly FoundOpening[]

export type Surroundings = {
  readonly blocks: readonly NoteBlock[]
  /** The block's index among them. */
  readonly at: number
  readonly lines: readonly string[]
}

/** Picks from the openings of a shape those that become cards. */
export type Picker = (
  openings: readonly Opening[],
  shape: QuestionShape,
  outline: Outline,
) => readonly Opening[]

/** What it finds; the shapes by their names. */
export type FoundOpening = Omit<Opening, 'block' | 'shapes' | 'key' | 'weight' | 'level'> & {
  readonly shapes: readonly string[]
}

/** A place where a card could begin. */
export type Opening = {
  /** Index of its block. */
  readonly block: number
  readonly line: number
  /** Last line of the question's own text. */
  readonly end: number
  /** The shapes it has, from the widest to the narrowest. */
  readonly shapes: readonly QuestionShape[]
  /** Plain text without label and number. */
  readonly text: string
  readonly lead: Lead
  /** Its letters and digits; equal for texts that say the same. */
  readonly key: string
  /** How much it reads like a question, from -0.5 to 1. */
  readonly weight: number
  /** Of a heading; else 0. */
  readonly level: number
  /** What a row of a table says beside the question. */
  readonly beside: readonly string[] | undefined
  /** The answer that begins on the question's own line. */
  readonly rest: string | undefined
}

/** A document as the choice of its shapes sees it. */
export type Outline = {
  readonly blocks: readonly NoteBlock[]
  readonly openings: readonly Opening[]
  /** Blocks of lists that only repeat what is said elsewhere. */
  readonly repeats: ReadonlySet<number>
  /** Keys of what these lists say. */
  readonly named: ReadonlySet<string>
  /** Bare lines that ask in a row, wherever they stand. */
  readonly inRows: ReadonlySet<Opening>
  /** Headings such as "References", by block. */
  readonly asides: ReadonlySet<number>
  /** Keys of the texts that tables of contents name. */
  readonly contents: ReadonlySet<string>
  /** Whether title or file name speak of interviews or questions. */
  readonly isBank: boolean
  readonly openingAt: ReadonlyMap<number, Opening>
  /** The title of the file, which may be its only question. */
  readonly title: Opening | undefined
}

/** Blocks from `from` up to `to`, which belong under a heading of `level` (0: the whole document). */
export type Region = { readonly from: number; readonly to: number; readonly level: number }

/** What speaks for a shape in a region. Shares are from 0 to 1. */
export type Evidence = {
  readonly shape: QuestionShape
  readonly openings: readonly Opening[]
  /** How many read like questions. */
  readonly asking: number
  /** Mean weight of the wording. */
  readonly weight: number
  /** Share with something of their own directly below. */
  readonly own: number
  /** How far the numbers run on. */
  readonly run: number
  /** Share that a table of contents names. */
  readonly listed: number
  /** Share of texts that come again under other headings and do not ask. */
  readonly repeated: number
  /** Share of what asks that would be no card, of this and the cards; 0 before that is looked at. */
  readonly left: number
  readonly score: number
}

/** A shape chosen for a region, with the evidence for it. */
export type ChosenShape = { readonly region: Region; readonly evidence: Evidence }
