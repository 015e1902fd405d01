import type { Card } from '../cards/card.ts'
import { followUpTexts } from '../cards/follow-ups.ts'
import { otherWords } from '../cards/other-words.ts'
import { type Filter, select } from '../cards/select.ts'
import type { Collection } from './index/collection.ts'
import type { CardState, Query } from './query.ts'
import { sourceOfAll, sourceOfAny } from './sources.ts'
import { pairsOf } from './spelled.ts'
import { fold } from './text/fold.ts'
import { chunksOf } from './text/tokens.ts'

type Limits = {
  readonly filter?: Filter
  readonly is?: (state: Exclude<CardState, 'unanswered'>, id: string) => boolean
}

/** Which cards a query and the filters beside it leave. */
export type WantedCards = {
  /** As far as the index knows. */
  readonly fits: (doc: number) => boolean
  /** As only the card's text can tell: phrases, and what must not be in it. */
  readonly holds: (card: Card) => boolean
  /** Whether `holds` has anything to look for. */
  readonly reads: boolean
}

export function wantedBy(collection: Collection, query: Query, limits: Limits): WantedCards {
  const fitsFacet = facetsThatFit(collection, query, limits.filter ?? {})
  const states = query.states.filter((state) => state !== 'unanswered')
  const without = query.without.map((text) => ({ text, terms: termsOf(text) }))
  const excluded = new Set(
    without.flatMap(({ terms }) =>
      terms.length === 1 ? docsWith(collection, terms[0] ?? '') : [],
    ),
  )
  const absent = without.flatMap(({ text, terms }) => (terms.length > 1 ? [text] : []))
  const { phrases } = query
  const isIn = (doc: number) =>
    states.every((state) => limits.is?.(state, collection.idOf(doc)) === true)
  return {
    fits: (doc) =>
      collection.stands?.(doc) !== false &&
      fitsFacet?.(doc) !== false &&
      !excluded.has(doc) &&
      (states.length === 0 || isIn(doc)),
    holds: (card) => {
      const text = textOf(card)
      return phrases.every((one) => text.includes(one)) && !absent.some((one) => text.includes(one))
    },
    reads: phrases.length + absent.length > 0,
  }
}

function facetsThatFit(
  collection: Collection,
  query: Query,
  filter: Filter,
): ((doc: number) => boolean) | undefined {
  const asked: Filter = {
    topics: query.topics,
    tags: query.tags,
    levels: query.levels,
    unanswered: query.states.includes('unanswered'),
  }
  const isAny = [filter, asked].some(
    ({ topics, tags, levels, unanswered }) =>
      unanswered === true || [topics, tags, levels].some((list) => (list?.length ?? 0) > 0),
  )
  if (!isAny) return undefined
  const fits = collection.facets.map(
    (facet) => select([facet], filter).length + select([facet], asked).length === 2,
  )
  const numbers = collection.facetNumbers()
  return (doc) => fits[numbers[doc] ?? 0] === true
}

function termsOf(folded: string): readonly string[] {
  return chunksOf(folded, folded).flatMap(({ kind, text }) =>
    kind === 'han' ? pairsOf(text) : [text],
  )
}

function docsWith(collection: Collection, term: string): readonly number[] {
  const isCharacter = term.length === 1 && term > '\u2e80'
  const { docs } = isCharacter
    ? sourceOfAny(collection, collection.startingWith(term).keys(), 1)
    : sourceOfAll(collection, [term], 1)
  return [...docs]
}

/** All that a card says, folded. */
function textOf(card: Card): string {
  const answer = card.answer.kind === 'written' ? card.answer.markdown : ''
  const { question, aliases, topics, tags, body, keyPoints, followUps } = card
  const parts = [question, ...aliases, ...topics, ...tags, body ?? '', answer, ...keyPoints]
  return fold([...parts, ...otherWords(card), ...followUpTexts(followUps)].join('\n'))
}
