import type { Grade } from '../schedule/schedule.ts'

/** What another program keeps of a person, made sense of. */
export type ForeignCollection = {
  readonly program: Program
  readonly cards: readonly ForeignCard[]
  /** What was met and not taken, or not as it stands there. */
  readonly odd: Oddities
}

export type Program = 'anki' | 'hashcards' | 'mnemosyne' | 'obsidian' | 'org-drill'

/** A card of another program and what was done with it there. */
export type ForeignCard = {
  /** The same in every copy of that person's data; ids of records are made of it. */
  readonly key: string
  /** Ids of ours that it may bear. */
  readonly ids: readonly string[]
  /** Its text; worked out when it is asked for, because many are known by an id. */
  readonly text: () => ForeignText
  readonly reviews: ForeignReviews
  /** How well it is known, where no review that counts tells. */
  readonly anchor: ForeignAnchor | undefined
  /** When it was last changed there, in ms, if it is kept out there until somebody lets it in again. */
  readonly suspended?: number | undefined
}

/** What a card says, as Markdown. */
export type ForeignText = {
  /** One line of plain text. */
  readonly question: string
  /** What else is asked. */
  readonly body: string | undefined
  readonly answer: string
  /** What the question may be called besides. */
  readonly wordings: readonly string[]
  readonly topics: readonly string[]
  readonly tags: readonly string[]
  /** Names of files that it shows or plays, as it writes them. */
  readonly media: readonly string[]
}

/** Oldest first; they may be made when they are asked for, each time. */
export type ForeignReviews = Iterable<ForeignReview> & { readonly length: number }

export type ForeignReview = {
  /** ms since 1970. */
  readonly at: number
  readonly grade: Grade
  readonly tookMs: number
  /** Why it does not move the schedule there, if so; it is kept as one of a cram. */
  readonly aside: 'cram' | 'before-reset' | undefined
  /** Tells reviews of a card apart, the same in every copy; goes up with time. */
  readonly nth: number
}

export type ForeignAnchor = {
  /** ms since 1970, when it was last reviewed. */
  readonly at: number
  /** Days until recall falls to 0.9. */
  readonly stability: number
  /** From 1 to 10. */
  readonly difficulty: number
}

/** Kinds of things that do not come over, or come over otherwise. */
export const oddKinds = [
  /** Due days that were set by hand; they are no grades. */
  'manual',
  /** Given in a cram there. */
  'cram',
  /** Given before the card was reset there. */
  'before-reset',
  /** A state without reviews. */
  'anchor',
  /** Kept out there for good; here, too. */
  'suspended',
  /** Kept out there until the next day, which soon is over. */
  'buried',
  /** A grade or a kind that is not known. */
  'unknown',
  /** A time that has not come. */
  'future',
  /** Its card is no longer there. */
  'no-card',
  /** What cannot be made sense of. */
  'unreadable',
] as const

export type OddKind = (typeof oddKinds)[number]

export type Oddities = ReadonlyMap<OddKind, number>

/** Counts oddities. */
export function oddCounter(): {
  readonly odd: Map<OddKind, number>
  add: (kind: OddKind, n?: number) => void
} {
  const odd = new Map<OddKind, number>()
  return { odd, add: (kind, n = 1) => void (n > 0 && odd.set(kind, (odd.get(kind) ?? 0) + n)) }
}
