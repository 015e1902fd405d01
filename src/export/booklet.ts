import type { Card } from '../cards/card.ts'
import type { Tongue } from '../i18n/messages.ts'
import type { Newlines } from '../markdown/line-ends.ts'
import type { Rules } from '../schedule/rules.ts'
import type { Grade, Instant, Review, Standing } from '../schedule/schedule.ts'
import type { ReportBlock } from './report/blocks.ts'

/** What is to be printed: cards in order, each with what is ours beside it. */
export type Booklet = {
  readonly title: string
  /** Of titles and labels; a card has its own. */
  readonly language: Tongue
  /** The local date, YYYY-MM-DD. */
  readonly date: string
  /** The same moment for the file's metadata. */
  readonly at: Instant
  /** The filters as a person reads them; the title page prints them. */
  readonly told: readonly string[]
  readonly entries: readonly BookletEntry[]
  /** What was done with its cards, by id, where that is wanted too. */
  readonly pasts?: ReadonlyMap<string, CardPast>
  /** What is told of an interview before its model answers, which are the entries then. */
  readonly report?: Report
}

/** What was done with a card, oldest first, and where it stands. */
export type CardPast = {
  readonly reviews: readonly Review[]
  readonly standing: Standing
  readonly rules: Rules
}

/** An interview as all kinds of file tell it. */
export type Report = {
  readonly blocks: readonly ReportBlock[]
  /** The title above the model answers; undefined where no card was asked. */
  readonly models: string | undefined
  /** Below them. */
  readonly after: readonly ReportBlock[]
  /** Whether its entries are not folded where they could be: they are what the document is about. */
  readonly isOpen?: boolean
}

/** A card and what is printed beside it. */
export type BookletEntry = {
  readonly card: Card
  /** The heading under which it stands. */
  readonly topic: string
  /** Given or derived; Markdown inlines. */
  readonly keyPoints: readonly string[]
  /** Those missed last time. */
  readonly missed: readonly string[]
  /** The person's own answer, Markdown. */
  readonly note: string | undefined
  /** What was answered, where one interview is printed. */
  readonly asked: BookletAnswer | undefined
  /** How likely it is remembered on that day, 0 to 1; undefined if it was never reviewed. */
  readonly recall?: number | undefined
  /** Presses on the entry before it and is no question of its own, where one interview is printed. */
  readonly isFollowUp?: boolean
  /** What the ends of lines in it mean; kept where nothing is said. */
  readonly newlines?: Newlines
}

/** One answer of an interview. */
export type BookletAnswer = {
  readonly answer: string
  /** Share of the key points that it mentioned, 0 to 1. */
  readonly coverage: number | undefined
  readonly grade: Grade | undefined
  readonly usedMs: number
  readonly limitMs: number
  readonly late: boolean
}
