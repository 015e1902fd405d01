import type { CardId } from '../cards/card.ts'
import type { Profile } from './likeness.ts'

/** A card that was not known before. */
export type Newcomer = {
  readonly card: CardId
  readonly isNamed: boolean
  readonly path: string
  readonly before: CardId | undefined
  readonly after: CardId | undefined
  /** Other devices that have seen it. */
  readonly seenBy: ReadonlySet<string>
  readonly profile: Profile
}

/** A text of a known card. */
export type KnownText = {
  /** The card's name today. */
  readonly card: CardId
  readonly isNamed: boolean
  /** Whether the card is there, so that a newcomer is another. */
  readonly isPresent: boolean
  readonly path: string
  readonly before: CardId | undefined
  readonly after: CardId | undefined
  /** All devices that have seen the card. */
  readonly seenBy: ReadonlySet<string>
  readonly profile: Profile
}

export type CardMatch = {
  readonly newcomer: Newcomer
  readonly card: CardId
  readonly by: 'text' | 'likeness'
}

/** What is matched so far. */
export type MatchingState = {
  /** From newcomers to the cards they are. */
  readonly linked: Map<CardId, CardId>
  readonly taken: Set<CardId>
  readonly matches: CardMatch[]
}

export function link(
  state: MatchingState,
  newcomer: Newcomer,
  card: CardId,
  by: CardMatch['by'],
): void {
  state.linked.set(newcomer.card, card)
  state.taken.add(card)
  state.matches.push({ newcomer, card, by })
}

/**
 * Two names that notes give are two cards, and a device that has seen both and did not take them for
 * one knows better.
 */
export function mayBe(newcomer: Newcomer, known: KnownText): boolean {
  if (newcomer.isNamed && known.isNamed) return false
  return ![...newcomer.seenBy].some((device) => known.seenBy.has(device))
}
