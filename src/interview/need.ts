import type { Card, Level } from '../cards/card.ts'
import { weakCoverage, weakRecall } from '../schedule/queue.ts'

/** What is known of a card before an interview. */
export type Known = {
  /** The chance that it is recalled now; undefined if it was never graded. */
  readonly recall: number | undefined
  /** What the last compared answer said of its key points, from 0 to 1. */
  readonly coverage: number | undefined
  /** How many key points that answer lacked. */
  readonly missed: number
  /** Interviews held since it was last asked in one, 0 for the latest; undefined if long ago or never. */
  readonly askedAgo: number | undefined
  /** Where it stands in the plan for the interview: 1 for the most urgent, towards 0; undefined without one. */
  readonly urgency?: number | undefined
  /** Suspended, or buried until tomorrow. */
  readonly out: boolean
}

/** Why a card was chosen. */
export type Why =
  /** The person named it. */
  | 'named'
  /** Easy enough to begin with. */
  | 'opening'
  /** Broad enough to end with. */
  | 'closing'
  /** Nothing broad was there: the hardest comes last. */
  | 'hardest'
  | 'weak'
  | 'thin'
  | 'missed'
  | 'new'
  /** It is its topic's turn. */
  | 'topic'
  /** Chance alone. */
  | 'drawn'

/** A card that nobody was asked yet needs asking about as much as one recalled with 0.7. */
const newNeed = 1.6
const mostMissed = 5
/** Of a card asked in the latest interview, the one before, and the one before that. */
const rested = [0.05, 0.1, 0.2]
const unanswered = 0.25
const urgentDays = 3
const calmDays = 30

/** What speaks for asking a card, from what is known of it. */
export function needsOf({ recall, coverage, missed, askedAgo }: Known): readonly Why[] {
  const isNew = recall === undefined && coverage === undefined && askedAgo === undefined
  return [
    ...(recall !== undefined && recall < weakRecall ? ['weak' as const] : []),
    ...(coverage !== undefined && coverage < weakCoverage ? ['thin' as const] : []),
    ...(missed > 0 ? ['missed' as const] : []),
    ...(isNew ? ['new' as const] : []),
  ]
}

/** From 0, far from the interview or without a date, to 1, right before it. */
export function urgencyOf(daysLeft: number | undefined): number {
  if (daysLeft === undefined || daysLeft < 0) return 0
  return Math.min(1, Math.max(0, (calmDays - daysLeft) / (calmDays - urgentDays)))
}

/** Whether the interview is near enough to change what is asked. */
export function isUrgent(daysLeft: number | undefined): daysLeft is number {
  return urgencyOf(daysLeft) > 0
}

/** How much a card wants to be asked; the chance to be drawn within its topic grows with it. */
export function weightOf(card: Card, known: Known, urgency: number): number {
  const { coverage, missed, askedAgo } = known
  const forgetting = forgettingOf(known)
  const lacking = coverage === undefined ? 1 : 1 + (1 - coverage)
  const need = forgetting * lacking * (1 + Math.min(mostMissed, missed) / 10)
  const rest = askedAgo === undefined ? 1 : (rested[askedAgo] ?? 1)
  return need ** (1 + urgency) * rest * (card.answer.kind === 'missing' ? unanswered : 1)
}

// Where there is a plan it knows better what is worth the time: its middle weighs as a new card does.
function forgettingOf({ recall, urgency }: Known): number {
  if (urgency !== undefined) return newNeed * (0.4 + 1.2 * urgency)
  return recall === undefined ? newNeed : 1 + 2 * (1 - recall)
}

const mostForLevel = 3

/** Weights that bring rare levels forward, so that an interview is not all of one. */
export function levelWeights(cards: readonly Card[]): (card: Card) => number {
  const counts = new Map<Level | undefined, number>()
  for (const { level } of cards) counts.set(level, (counts.get(level) ?? 0) + 1)
  const even = cards.length / counts.size
  return ({ level }) => Math.min(mostForLevel, Math.sqrt(even / (counts.get(level) ?? even)))
}
