import type { Card } from '../cards/card.ts'
import type { Filter } from '../cards/select.ts'
import { type Fuzzy, loadFuzzy } from './fuzzy.ts'
import { glossaryWith } from './glossary.ts'
import type { Collection } from './index/collection.ts'
import { meaningOf } from './meaning.ts'
import {
  type CardState,
  hasFilter,
  isEmpty,
  parseQuery,
  type Query,
  withNothingLeftOut,
} from './query.ts'
import { likeRange, piecesIn, ranges } from './ranges.ts'
import { type Ranked, ranked } from './rank.ts'
import { type QueryMeaning, takenWhole, type Understood } from './slots.ts'
import { snippetOf } from './snippet.ts'
import { fold } from './text/fold.ts'
import { bare } from './text/tokens.ts'
import { titlesFirst, wantsAlike, withAlike } from './titles.ts'
import { type WantedCards, wantedBy } from './wanted.ts'

/** Half-open UTF-16 offsets into the named field of a hit. */
export type Match = {
  readonly field: 'question' | 'snippet'
  readonly start: number
  readonly end: number
}

export type Hit = {
  readonly card: Card
  /** 0 to 1; only the order means anything. */
  readonly score: number
  /** The share of the query that the card holds, from 0 to 1. */
  readonly coverage: number
  /** The part of the answer around its matches, on one line; empty if there is no answer. */
  readonly snippet: string
  readonly matches: readonly Match[]
  /** What to mark in the rest of the card, folded. */
  readonly terms: readonly string[]
}

export type Found = {
  /** Best first. */
  readonly hits: readonly Hit[]
  /** What was made of words that nobody wrote in these cards. */
  readonly understood: readonly Understood[]
  /** What was to be left out and would have left nothing, so that it was looked for: `-rf`, as typed. */
  readonly asText: readonly string[]
  /** What was left out, though there would be hits with it. */
  readonly leftOut: readonly string[]
  /** Where there are no hits: cards that hold a little of the query. */
  readonly nearest: readonly Hit[]
  /** Whether every word only carries a sentence, so that there was nothing to look for. */
  readonly saysLittle: boolean
}

export type SearchOptions = {
  readonly limit: number
  /** What narrows the cards beside the query. */
  readonly filter?: Filter
  /** Which cards are due or weak; without it none is. */
  readonly is?: (state: Exclude<CardState, 'unanswered'>, id: string) => boolean
  /** The person's own glossary, in lines like `垃圾回收 = garbage collection = GC`. */
  readonly glossary?: string
}

/** The cards that a query is about, best first. What is rarely needed is loaded when it is. */
export async function search(
  collection: Collection,
  typed: string,
  options: SearchOptions,
): Promise<Found> {
  const reply = replyTo(typed, collection, options, undefined)
  if (reply.kind === 'found') return reply.found
  return searchNow(await loadFuzzy(), collection, typed, options)
}

/** The same at once, for whoever loaded all of it. */
export function searchNow(
  fuzzy: Fuzzy,
  collection: Collection,
  typed: string,
  options: SearchOptions,
): Found {
  const reply = replyTo(typed, collection, options, fuzzy)
  // what is there is not wanted
  return reply.kind === 'found' ? reply.found : nothing
}

/** What was found, or that it takes what was not loaded. */
type Reply = { readonly kind: 'found'; readonly found: Found } | { readonly kind: 'wants-fuzzy' }

const fewestRanked = 50
/** How many cards are read at most where only their text can tell. */
const mostRead = 1000
/** Less than this share of the best score is no hit. */
const leastShare = 0.15
const mostNearest = 3
const leastNear = 0.12

function replyTo(
  typed: string,
  collection: Collection,
  options: SearchOptions,
  fuzzy: Fuzzy | undefined,
): Reply {
  const query = parseQuery(typed)
  const reply = replyToQuery(query, collection, options, fuzzy)
  if (query.without.length === 0 || reply.kind === 'wants-fuzzy') return reply
  if (reply.found.hits.length > 0 || reply.found.saysLittle) return reply
  const whole = replyToQuery(withNothingLeftOut(query), collection, options, fuzzy)
  if (whole.kind === 'wants-fuzzy') return whole
  if (whole.found.hits.length === 0) return reply
  if (!query.without.every((word) => option.test(word))) {
    return { kind: 'found', found: { ...reply.found, leftOut: query.withoutTyped } }
  }
  return { kind: 'found', found: { ...whole.found, asText: query.withoutTyped } }
}

/** As programs have them, which nobody means to leave out: `-rf`, `-Xmx512m`. */
const option = /^[a-z0-9][a-z0-9:=.+-]*$/

function replyToQuery(
  query: Query,
  collection: Collection,
  options: SearchOptions,
  fuzzy: Fuzzy | undefined,
): Reply {
  const { limit } = options
  if (isEmpty(query) || limit < 1) return { kind: 'found', found: nothing }
  const wanted = wantedBy(collection, query, options)
  if (query.chunks.length === 0) {
    return { kind: 'found', found: listed(collection, query, limit, wanted.fits) }
  }
  const glossary = glossaryWith(options.glossary ?? '')
  const said = meaningOf(query.chunks, collection, { fuzzy, glossary })
  // beside what narrows, any word will do
  const meaning = query.phrases.length > 0 || hasFilter(query) ? takenWhole(said) : said
  if (meaning.wantsFuzzy && fuzzy === undefined) return { kind: 'wants-fuzzy' }
  const most = wanted.reads ? mostRead : Math.max(fewestRanked, limit)
  const found = ranked(collection, meaning.slots, most, wanted.fits)
  const titled = titlesFirst(collection, query, meaning.renamed, found)
  if (saysLittle(meaning) || !wantsAlike(query, titled)) {
    return { kind: 'found', found: hitsOf(collection, query, { meaning, wanted, limit }, titled) }
  }
  if (fuzzy === undefined) return { kind: 'wants-fuzzy' }
  const all = withAlike(collection, query, titled, fuzzy, wanted.fits)
  return { kind: 'found', found: hitsOf(collection, query, { meaning, wanted, limit }, all) }
}

function saysLittle({ slots }: QueryMeaning): boolean {
  return slots.length > 0 && !slots.some(({ tells }) => tells)
}

/** What decides which of the ranked cards are hits. */
type Sieve = {
  readonly meaning: QueryMeaning
  readonly wanted: WantedCards
  readonly limit: number
}

/** The best of these cards; where none is good enough, the nearest of all. */
function hitsOf(
  collection: Collection,
  query: Query,
  { meaning, wanted, limit }: Sieve,
  found: readonly Ranked[],
): Found {
  const top = found[0]?.score ?? 0
  const best = found.filter(({ score }) => score >= leastShare * top)
  const holds = ({ doc }: Ranked) => !wanted.reads || wanted.holds(collection.cardAt(doc))
  const kept = firstOf(best, limit, holds)
  const hits = kept.map((one) => hitOf(collection, one, top, meaning.terms, query))
  if (hits.length > 0) return { ...nothing, hits, understood: meaning.understood }
  const near = ranked(collection, meaning.slots, mostNearest, wanted.fits, leastNear).filter(holds)
  const highest = near[0]?.score ?? 1
  return {
    ...nothing,
    saysLittle: saysLittle(meaning),
    nearest: near.map((one) => hitOf(collection, one, highest, meaning.terms, query)),
  }
}

const nothing: Found = {
  hits: [],
  understood: [],
  asText: [],
  leftOut: [],
  nearest: [],
  saysLittle: false,
}

/** The cards that filters alone ask for, in the order of the library. */
function listed(
  collection: Collection,
  query: Query,
  limit: number,
  fits: (doc: number) => boolean,
): Found {
  const hits: Hit[] = []
  for (let doc = 0; doc < collection.size && hits.length < limit && hasFilter(query); doc += 1) {
    if (fits(doc)) hits.push(hitOf(collection, { doc, score: 1, coverage: 1 }, 1, [], query))
  }
  return { ...nothing, hits }
}

function firstOf<Item>(
  items: readonly Item[],
  count: number,
  fits: (item: Item) => boolean,
): readonly Item[] {
  const kept: Item[] = []
  for (const item of items) {
    if (kept.length === count) break
    if (fits(item)) kept.push(item)
  }
  return kept
}

function hitOf(
  collection: Collection,
  { doc, score, coverage }: Ranked,
  top: number,
  terms: readonly string[],
  query: Query,
): Hit {
  const card = collection.cardAt(doc)
  const answer = card.answer.kind === 'written' ? card.answer.markdown : ''
  const text = [card.body ?? '', answer].filter((part) => part !== '').join('\n')
  const whole = `${text}\n${card.question}`
  // folding a long answer takes longer than all else here, and few need it
  const folded = terms.every((term) => whole.includes(term)) ? whole : fold(whole)
  const pieces = piecesIn(folded, terms)
  const snippet = snippetOf(text, folded, pieces)
  const inQuestion = ranges(card.question, pieces)
  const like = pieces.length > 0 ? undefined : likeRange(card.question, bare(query.text))
  const question = like === undefined ? inQuestion : [like]
  return {
    card,
    score: Math.round((score / top) * 1000) / 1000,
    coverage,
    snippet,
    terms: pieces,
    matches: [
      ...question.map((range) => ({ field: 'question' as const, ...range })),
      ...ranges(snippet, pieces).map((range) => ({ field: 'snippet' as const, ...range })),
    ],
  }
}
