import type { Card } from '../cards/card.ts'
import { partingDepth } from '../cards/topics.ts'
import { seeded } from '../schedule/seeded.ts'
import { grouped } from '../text/grouped.ts'
import { difficultyOf, isBroad } from './difficulty.ts'
import { type Known, levelWeights, urgencyOf, weightOf } from './need.ts'

/** A card that may be asked. */
export type Candidate = {
  readonly card: Card
  readonly known: Known
  readonly weight: number
  /** An exponential clock: the heavier a card, the sooner it rings. */
  readonly clock: number
  /** Its topic, at the depth where the topics of these cards part. */
  readonly topic: string
}

/** An order in which to take cards, from which any number may be taken. */
export type Drawing = {
  readonly opening: Candidate | undefined
  readonly closing: Candidate | undefined
  /** The others; each beginning of it holds every topic with its share. */
  readonly others: readonly Candidate[]
  /** Whether the cards are of more than one topic. */
  readonly hasTopics: boolean
}

/** So many cards, drawn, are looked at for one to begin and one to end with. */
const looked = 200

/** What comes of the cards depends on each card's id and the seed, not on their order. */
export function drawn(
  cards: readonly Card[],
  known: (id: string) => Known,
  seed: string,
  daysLeft: number | undefined,
): Drawing {
  const urgency = urgencyOf(daysLeft)
  // a seed may be any text, and each card would read all of it
  const salt = String(seeded(seed)())
  const candidates = candidatesOf(cards, known, salt, urgency)
  const first = [...candidates].sort(byClock).slice(0, looked)
  const answered = first.filter(({ card }) => card.answer.kind === 'written')
  // whoever is asked one question is asked the one that matters
  const closing = answered.length < 2 ? undefined : answered.find(({ card }) => isBroad(card))
  const opening = easyOne(answered.filter((one) => one !== closing))
  const ends = [opening, closing].filter((one) => one !== undefined)
  const others = inTurn(candidates, ends, salt, urgency)
  const hasTopics = new Set(candidates.map(({ topic }) => topic)).size > 1
  return { opening, closing, others, hasTopics }
}

function candidatesOf(
  cards: readonly Card[],
  known: (id: string) => Known,
  salt: string,
  urgency: number,
): readonly Candidate[] {
  const levelWeight = levelWeights(cards)
  const topicOf = topicsOf(cards)
  return cards.map((card) => {
    const of = known(card.id)
    const weight = weightOf(card, of, urgency) * levelWeight(card)
    const clock = -Math.log(1 - chance(salt, card.id)) / weight
    return { card, known: of, weight, clock, topic: topicOf(card) }
  })
}

function chance(salt: string, of: string): number {
  return seeded(`${salt} ${of}`)()
}

function topicsOf(cards: readonly Card[]): (card: Card) => string {
  const depth = partingDepth(cards)
  return ({ topics }) => topics.slice(0, depth + 1).join('\n')
}

/** One of the easiest third. */
function easyOne(candidates: readonly Candidate[]): Candidate | undefined {
  const hardness = candidates.map(({ card }) => difficultyOf(card)).sort((a, b) => a - b)
  const limit = hardness[Math.floor(hardness.length / 3)] ?? 0
  return candidates.find(({ card }) => difficultyOf(card) <= limit)
}

// Each topic comes round at its own pace, from a start of its own; a card's time is its turn there.
function inTurn(
  candidates: readonly Candidate[],
  ends: readonly Candidate[],
  salt: string,
  urgency: number,
): readonly Candidate[] {
  const turns: { readonly one: Candidate; readonly time: number }[] = []
  for (const [topic, group] of grouped(candidates, ({ topic }) => topic)) {
    const sum = group.reduce((all, { weight }) => all + weight, 0)
    // large topics more often than small ones, but not by their whole size; before an interview less so
    const pace = (sum / group.length) * group.length ** (0.5 * (1 - urgency))
    const start = chance(salt, `topic\n${topic}`)
    const taken = ends.filter((one) => one.topic === topic).length
    const rest = group.filter((one) => !ends.includes(one)).sort(byClock)
    for (const [i, one] of rest.entries()) turns.push({ one, time: (taken + i + start) / pace })
  }
  return turns.sort((a, b) => a.time - b.time || byClock(a.one, b.one)).map(({ one }) => one)
}

export function byClock(a: Candidate, b: Candidate): number {
  return a.clock - b.clock || (a.card.id < b.card.id ? -1 : 1)
}
