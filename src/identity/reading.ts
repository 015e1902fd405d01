import type { CardId, CardLanguage } from '../cards/card.ts'
import { keptText } from './likeness.ts'
import type { CardText, Sighting } from './record.ts'

/** A card as it was just read. */
export type SeenCard = {
  readonly card: CardId
  readonly minted: CardId
  readonly language: CardLanguage
  /** Of its file, absolute, with `/`. */
  readonly path: string
  /** Its Markdown; a function, because most cards are known and need not be loaded. */
  readonly text: () => CardText
}

/** A library as it was just read. */
export type LibraryReading = {
  /** Absolute, with `/`; the file itself if the library is one. */
  readonly root: string
  /** The device that reads; undefined if it has no name yet. */
  readonly device: string | undefined
  readonly seen: readonly SeenCard[]
  /** Whether what a file holds could not be seen. */
  readonly isUnread: (path: string) => boolean
}

/** What is kept of a card's text. */
export function textOf({ text }: SeenCard): CardText {
  const { question, answer } = text()
  return keptText(question, answer)
}

/** The cards before and after one in its file. */
export function around(seen: readonly SeenCard[], at: number): Pick<Sighting, 'before' | 'after'> {
  const beside = (other: SeenCard | undefined) =>
    other?.path === seen[at]?.path ? other?.card : undefined
  return { before: beside(seen[at - 1]), after: beside(seen[at + 1]) }
}
