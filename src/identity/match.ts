import type { CardId } from '../cards/card.ts'
import { grouped } from '../text/grouped.ts'
import { likeness } from './likeness.ts'
import {
  type CardMatch,
  type KnownText,
  link,
  type MatchingState,
  mayBe,
  type Newcomer,
} from './matching.ts'
import { candidatesAmong } from './trigrams.ts'

export type MatchedCards = {
  readonly matches: readonly CardMatch[]
  /** Pairs too alike to be strangers and too unlike to be sure. */
  readonly unsure: readonly {
    readonly newcomer: Newcomer
    readonly card: CardId
    readonly score: number
  }[]
}

/** A pair this alike is one card, if nothing else is nearly as alike. */
const sure = 0.5
const perhaps = 0.4
const margin = 0.08
/** So alike, another likeness does not matter. */
const certain = 0.95
const shortestAnswer = 40
/** So many doubtful pairs are kept of a newcomer. */
const mostUnsure = 3

/** Finds which newcomers are known cards that changed. */
export function match(newcomers: readonly Newcomer[], known: readonly KnownText[]): MatchedCards {
  const state: MatchingState = { linked: new Map(), taken: new Set(), matches: [] }
  const common = commonQuestions(newcomers, known)
  const absent = known.filter(({ isPresent }) => !isPresent)
  const isCommon = ({ profile }: Newcomer | KnownText) => common.has(profile.question)
  pairUp(newcomers, absent, state, (one) =>
    isCommon(one) || one.profile.question === ''
      ? undefined
      : `${one.path}\0${one.profile.question}`,
  )
  pairUp(newcomers, absent, state, ({ profile: { answer } }) =>
    answer.length < shortestAnswer ? undefined : answer,
  )
  const pairs = likePairs(newcomers, known, state, common)
  while (settle(pairs, state)) {
    // a link makes its neighbours likelier
  }
  return { matches: state.matches, unsure: doubtful(pairs, state) }
}

/** Questions that more than one card asks: they tell nothing apart. */
function commonQuestions(
  newcomers: readonly Newcomer[],
  known: readonly KnownText[],
): ReadonlySet<string> {
  const common = new Set<string>()
  const note = (asked: Map<string, CardId>, { card, profile }: Newcomer | KnownText) => {
    const first = asked.get(profile.question)
    if (first === undefined) asked.set(profile.question, card)
    else if (first !== card) common.add(profile.question)
  }
  const now = new Map<string, CardId>()
  const before = new Map<string, CardId>()
  for (const newcomer of newcomers) note(now, newcomer)
  for (const one of known) note(one.isPresent ? now : before, one)
  return common
}

/** Links what has the same key, where only one card has it on each side. */
function pairUp(
  newcomers: readonly Newcomer[],
  absent: readonly KnownText[],
  state: MatchingState,
  keyOf: (one: Newcomer | KnownText) => string | undefined,
): void {
  const open = newcomers.filter(({ card }) => !state.linked.has(card))
  const left = absent.filter(({ card }) => !state.taken.has(card))
  const theirs = grouped(left, keyOf)
  for (const [key, ours] of grouped(open, keyOf)) {
    const [newcomer, another] = ours
    const cards = new Set(theirs.get(key)?.map(({ card }) => card))
    const [card] = cards
    if (newcomer === undefined || another !== undefined || cards.size !== 1) continue
    const isFree = card !== undefined && !state.taken.has(card)
    const fits = theirs.get(key)?.every((one) => mayBe(newcomer, one)) === true
    if (isFree && fits) link(state, newcomer, card, 'text')
  }
}

type LikePair = { readonly newcomer: Newcomer; readonly known: KnownText; readonly score: number }

function likePairs(
  newcomers: readonly Newcomer[],
  known: readonly KnownText[],
  state: MatchingState,
  common: ReadonlySet<string>,
): readonly LikePair[] {
  const open = newcomers.filter(({ card }) => !state.linked.has(card))
  const left = known.filter(({ card }) => !state.taken.has(card))
  const byQuestion = candidatesAmong(
    left.map(({ profile }) => profile.questionGrams),
    open.map(({ profile }) => profile.questionGrams),
  )
  const byAnswer = candidatesAmong(
    left.map(({ profile }) => profile.answerGrams),
    open.map(({ profile }) => profile.answerGrams),
  )
  return open.flatMap((newcomer) => {
    const { profile } = newcomer
    const near = new Set([...byQuestion(profile.questionGrams), ...byAnswer(profile.answerGrams)])
    return [...near].flatMap((index) => {
      const one = left[index]
      if (one === undefined || !mayBe(newcomer, one)) return []
      const isCommon = common.has(profile.question)
      const score = likeness(profile, one.profile, isCommon)
      return score < perhaps - 0.1 ? [] : [{ newcomer, known: one, score }]
    })
  })
}

/** Links the pairs that stand out on both sides; whether there were any. */
function settle(pairs: readonly LikePair[], state: MatchingState): boolean {
  const scored = openPairs(pairs, state)
  const rivals = rivalsIn(scored)
  let found = false
  for (const pair of scored) {
    const { newcomer, known, score } = pair
    if (known.isPresent || score < sure) continue
    if (state.linked.has(newcomer.card) || state.taken.has(known.card)) continue
    if (score < certain && score - rivals(pair, state) < margin) continue
    link(state, newcomer, known.card, 'likeness')
    found = true
  }
  return found
}

/** What may still be linked, likeliest first; of several texts of a card the likest. */
function openPairs(pairs: readonly LikePair[], state: MatchingState): readonly LikePair[] {
  const best = new Map<string, LikePair>()
  for (const { newcomer, known, score: bare } of pairs) {
    if (state.linked.has(newcomer.card) || state.taken.has(known.card)) continue
    const score = Math.min(1, bare + standing(newcomer, known, state))
    const key = `${newcomer.card}\0${known.card}`
    if (score > (best.get(key)?.score ?? 0)) best.set(key, { newcomer, known, score })
  }
  return [...best.values()].sort(
    (a, b) => b.score - a.score || (keyOfPair(a) < keyOfPair(b) ? -1 : 1),
  )
}

function keyOfPair({ newcomer, known }: LikePair): string {
  return `${newcomer.card}\0${known.card}`
}

/** What the place says: the same file, the same neighbour. */
function standing(newcomer: Newcomer, known: KnownText, { linked }: MatchingState): number {
  if (newcomer.path !== known.path) return 0
  const isSame = (ours: CardId | undefined, theirs: CardId | undefined) =>
    ours !== undefined && theirs !== undefined && (linked.get(ours) ?? ours) === theirs
  const isNeighbour = isSame(newcomer.before, known.before) || isSame(newcomer.after, known.after)
  return isNeighbour ? 0.1 : 0.03
}

/** The likeness of the next best pair that holds one of the two. */
function rivalsIn(scored: readonly LikePair[]): (pair: LikePair, state: MatchingState) => number {
  const byNewcomer = grouped(scored, ({ newcomer }) => newcomer.card)
  const byCard = grouped(scored, ({ known }) => known.card)
  return (pair, { linked, taken }) => {
    const { newcomer, known } = pair
    const others = [...(byNewcomer.get(newcomer.card) ?? []), ...(byCard.get(known.card) ?? [])]
    return others.reduce((most, other) => {
      const isOpen = !linked.has(other.newcomer.card) && !taken.has(other.known.card)
      if (other === pair || !isOpen) return most
      // a card that is still there stands against it only if it is the likelier origin
      const score = other.known.isPresent ? other.score - margin : other.score
      return Math.max(most, score)
    }, 0)
  }
}

function doubtful(pairs: readonly LikePair[], state: MatchingState): MatchedCards['unsure'] {
  const counts = new Map<CardId, number>()
  return openPairs(pairs, state).flatMap(({ newcomer, known, score }) => {
    const count = counts.get(newcomer.card) ?? 0
    if (known.isPresent || score < perhaps || count >= mostUnsure) return []
    counts.set(newcomer.card, count + 1)
    return [{ newcomer, card: known.card, score }]
  })
}
