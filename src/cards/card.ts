/** What a card is called for good: an explicit `<!-- id: x -->`, else minted from its text. */
export type CardId = string & { readonly __brand: 'CardId' } // made in mint-id.ts, nowhere else

/** What a card is written in; what the program speaks is another matter. */
export const cardLanguages = ['en', 'zh'] as const
export type CardLanguage = (typeof cardLanguages)[number]
export type Level = 'junior' | 'mid' | 'senior'

/** One question of a deck and where it stands. */
export type Card = {
  readonly id: CardId
  /** What its text alone would call it; differs from the id where the note names the card. */
  readonly minted: CardId
  readonly language: CardLanguage
  /** From the outermost heading inwards. */
  readonly topics: readonly string[]
  readonly tags: readonly string[]
  readonly level: Level | undefined
  /** Other wordings of the question, from `<!-- aliases: a | b -->`. */
  readonly aliases: readonly string[]
  /** One line of plain text, as a person would say it. */
  readonly question: string
  /** Markdown below the question's own line that still belongs to it: code, options, a table. */
  readonly body: string | undefined
  readonly answer: ModelAnswer
  /** As given in the answer's section of key points; Markdown inlines, one line each. */
  readonly keyPoints: readonly string[]
  /** Ways of saying each of them, as many as there are; absent where the notes give none. */
  readonly pointWays?: readonly PointWays[]
  /** What an interviewer would ask next. */
  readonly followUps: readonly FollowUp[]
  /** What its texts refer to and the file says elsewhere: addresses, footnotes. Part of no text. */
  readonly definitions: string | undefined
  readonly source: CardSource
}

/** What a note gives beside a key point, and nobody is shown. */
export type PointWays = {
  /** Other ways of saying it. */
  readonly also: readonly string[]
  /** What is often said wrongly in its place. */
  readonly not: readonly string[]
  /** Members of what it speaks of; who names two has said it. */
  readonly any: readonly string[]
}

/** A question that presses on a card. */
export type FollowUp = {
  /** Markdown inlines, one line. */
  readonly question: string
  /** Markdown; undefined where the notes have none. */
  readonly answer: string | undefined
}

/** The model answer without its sections of key points and follow-ups. */
export type ModelAnswer =
  | { readonly kind: 'written'; readonly markdown: string }
  | { readonly kind: 'missing' }

export type CardSource = {
  /** The library's root, as the person named it or as it is installed. */
  readonly library: string
  /** Relative to the root, with `/`; the base name if the library is one file. */
  readonly file: string
  /** Where the question starts, from 1. */
  readonly line: number
  /** Last line of the answer, or of the question if there is none. */
  readonly endLine: number
}

/** One file of a library. */
export type Deck = {
  readonly file: string
  readonly title: string | undefined
  readonly language: CardLanguage
  /** The shapes its questions have, in the order of the parts they were chosen for. */
  readonly shapes: readonly Shape[]
  readonly cards: readonly Card[]
}

/** A way questions begin in (a part of) a deck, and what spoke for it. Shares are from 0 to 1. */
export type Shape = {
  /** Of a row of `shapes.ts`, at one width: `heading-3-escaped`, `bullet-link`. */
  readonly name: string
  /** First line of the part it was chosen for. */
  readonly line: number
  readonly openings: number
  /** How many of them read like questions. */
  readonly asking: number
  /** Share with text of their own directly below. */
  readonly own: number
  /** How far their numbers run on. */
  readonly run: number
  /** Share that a table of contents names. */
  readonly listed: number
}

/** A library that the person added. */
export type AddedLibrary = {
  /** Absolute. */
  readonly path: string
  /** Shapes that are questions, whatever the evidence. */
  readonly questions?: readonly string[]
  /** The repository that it was fetched from, if it was. */
  readonly clone?: Clone
}

/** Another repository, and what of it. */
export type GitAddress = {
  readonly url: string
  /** Or a tag; without it the one that the other end points at. */
  readonly branch?: string
  /** Only this folder or file of it, with `/`. */
  readonly folder?: string
}

/** A repository that is kept here, and what it is called. */
export type Clone = GitAddress & { readonly name: string }

export type Library = {
  readonly root: string
  readonly decks: readonly Deck[]
  readonly problems: readonly Problem[]
}

/** What the head of a file is written in. */
type HeadLanguage = 'YAML' | 'TOML'

/** Something odd in a library: collected, never thrown; one bad file stops nothing. */
export type Problem =
  | { readonly code: 'front-matter-code'; readonly at: Place; readonly language: string }
  | {
      readonly code: 'front-matter-invalid'
      readonly at: Place
      readonly language: HeadLanguage
      readonly reason: string
    }
  | { readonly code: 'front-matter-too-large'; readonly at: Place }
  | { readonly code: 'front-matter-key'; readonly at: Place; readonly key: string }
  | {
      readonly code: 'mark-invalid'
      readonly at: Place
      readonly mark: string
      readonly value: string
    }
  | { readonly code: 'overrides-invalid'; readonly at: Place; readonly reason: string }
  | { readonly code: 'overrides-key'; readonly at: Place; readonly key: string }
  | { readonly code: 'id-twice'; readonly at: Place; readonly id: string; readonly first: Place }
  | { readonly code: 'file-too-large'; readonly at: Place; readonly bytes: number }
  | { readonly code: 'file-encoding'; readonly at: Place; readonly encoding: string }
  | { readonly code: 'file-unreadable'; readonly at: Place; readonly reason: string }
  | { readonly code: 'file-binary'; readonly at: Place }
  | { readonly code: 'file-too-hard'; readonly at: Place }
  | { readonly code: 'file-no-file'; readonly at: Place }
  | { readonly code: 'file-outside'; readonly at: Place }
  | { readonly code: 'file-changing'; readonly at: Place }
  | { readonly code: 'line-too-long'; readonly at: Place }
  | { readonly code: 'nesting-too-deep'; readonly at: Place }
  /** Copies beside the notes, so many of them, the first of which is named. */
  | { readonly code: 'app-copies'; readonly at: Place; readonly count: number }
  | { readonly code: 'folder-unreadable'; readonly at: Place; readonly reason: string }
  | { readonly code: 'folder-too-deep'; readonly at: Place }
  /** So many were not read, the first of which is named. */
  | { readonly code: 'files-too-many'; readonly at: Place; readonly count: number }
  | { readonly code: 'name-encoding'; readonly at: Place; readonly encoding: string }

/** A line of a file, from 1; line 1 stands for the file as a whole. */
export type Place = { readonly file: string; readonly line: number }
