import type { CardLanguage } from '../cards/card.ts'
import type { Messages } from '../i18n/en/en.ts'
import type { Tongue } from '../i18n/messages.ts'
import type { Document } from '../markdown/document.ts'
import type { Newlines } from '../markdown/line-ends.ts'
import type { Paint } from './paint.ts'

/** A text of Markdown, with definitions that it lacks, and what the ends of its lines mean. */
export type MarkdownText = {
  readonly markdown: string
  readonly definitions: string | undefined
  readonly newlines: Newlines
}

/** Documents that were read before: reading Markdown takes longer than showing it. */
export type KnownDocuments = {
  readonly find: (text: MarkdownText) => Document | undefined
  readonly keep: (text: MarkdownText, document: Document) => void
}

/** How the person's terminal shows things; everything in this room is drawn for one of these. */
export type Look = {
  /** What the program speaks. */
  readonly tongue: Tongue
  /** The language that is shown of a card in several. */
  readonly language: CardLanguage
  readonly say: Messages
  /** Cells in a row. */
  readonly columns: number
  readonly rows: number
  readonly paint: Paint
  /** Whether OSC 8 links are understood. */
  readonly links: boolean
  /** False where only ASCII can be trusted: no ✓, no box lines. */
  readonly unicode: boolean
  /** Whether nothing is drawn: plots are told in words. */
  readonly plain?: boolean
  /** What the ends of lines in notes mean; kept where nothing is said. */
  readonly newlines?: Newlines
  readonly documents?: KnownDocuments
}
