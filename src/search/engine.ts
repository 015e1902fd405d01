import type { Card } from '../cards/card.ts'
import { plain } from '../cards/inline.ts'
import { fold, termsOf } from './terms.ts'

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
  /** The part of the answer around its first match, on one line; the question if none is there. */
  readonly snippet: string
  readonly matches: readonly Match[]
}

export type Found = {
  /** Cards that hold every word, best first. */
  readonly hits: readonly Hit[]
  /** Where there are none: cards whose question reads alike. */
  readonly nearest: readonly Hit[]
}

type Fields = { readonly question: string; readonly topics: string; readonly text: string }

const weights = { question: 8, topics: 3, text: 1 } as const

/** Cards that hold every word of the query; where there are none, those with a similar question. */
export async function search(cards: readonly Card[], query: string, limit: number): Promise<Found> {
  const terms = termsOf(query)
  if (terms.length === 0) return { hits: [], nearest: [] }
  const rated = cards.flatMap((card) => {
    const rate = rateOf(card, terms)
    return rate === 0 ? [] : [{ card, rate }]
  })
  if (rated.length === 0) return { hits: [], nearest: await similar(cards, query, limit) }
  const best = Math.max(...rated.map(({ rate }) => rate))
  const hits = rated
    .sort((a, b) => b.rate - a.rate)
    .slice(0, limit)
    .map(({ card, rate }) => hitOf(card, terms, rate / best))
  return { hits, nearest: [] }
}

/** How well a card answers the words; 0 if one of them is missing. */
function rateOf(card: Card, terms: readonly string[]): number {
  const fields = foldedFields(card)
  let total = 0
  for (const term of terms) {
    const rate =
      weights.question * inTitle(fields.question, term) +
      weights.topics * Number(fields.topics.includes(term)) +
      weights.text * inText(fields.text, term)
    if (rate === 0) return 0
    total += rate
  }
  return total
}

// The share of the question that the word is: the whole question counts most.
function inTitle(question: string, term: string): number {
  if (!question.includes(term)) return 0
  return 1 + term.length / question.length
}

// The first mention says most, and later ones ever less.
function inText(text: string, term: string): number {
  const mentions = text.split(term).length - 1
  return mentions / (mentions + 1)
}

const foldedCards = new WeakMap<Card, Fields>()

function foldedFields(card: Card): Fields {
  const known = foldedCards.get(card)
  if (known !== undefined) return known
  const fields = {
    question: fold([card.question, ...card.aliases].join('\n')),
    topics: fold([...card.topics, ...card.tags].join('\n')),
    text: fold([card.body ?? '', answerOf(card), ...card.keyPoints, ...card.followUps].join('\n')),
  }
  foldedCards.set(card, fields)
  return fields
}

function answerOf(card: Card): string {
  return card.answer.kind === 'written' ? card.answer.markdown : ''
}

async function similar(cards: readonly Card[], query: string, limit: number): Promise<Hit[]> {
  const { default: Fuse } = await import('fuse.js')
  const titles = cards.map(({ question }) => fold(question))
  const fuse = new Fuse(titles, {
    threshold: 0.34,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    isCaseSensitive: true,
    includeScore: true,
  })
  return fuse.search(fold(query).slice(0, 32), { limit }).flatMap(({ refIndex, score }) => {
    const card = cards[refIndex]
    return card === undefined ? [] : [hitOf(card, [], 1 - (score ?? 1))]
  })
}

function hitOf(card: Card, terms: readonly string[], score: number): Hit {
  const snippet = snippetOf(spoken(answerOf(card)), terms)
  const matches = [
    ...ranges(card.question, terms).map((range) => ({ field: 'question' as const, ...range })),
    ...ranges(snippet, terms).map((range) => ({ field: 'snippet' as const, ...range })),
  ]
  return { card, score: Math.round(score * 1000) / 1000, snippet, matches }
}

const lineMarks =
  /^\s*(?:>\s?)*(?:#{1,6}\s+|[-*+]\s+(?:\[[ x]\]\s+)?|\d+[.)]\s+|(?:```|~~~).*|\|?[-:|\s]+\|$)/

/** Markdown as one line of plain words. */
function spoken(markdown: string): string {
  const lines = markdown.split('\n').map((line) => plain(words(line)))
  return lines.filter((line) => line !== '').join(' ')
}

function words(line: string): string {
  const bare = line.replace(lineMarks, '')
  return bare.startsWith('|') ? bare.replace(/\s*\|\s*/g, ' ') : bare
}

const before = 24
const length = 120

/** The part of a line around the first word found, cut between characters. */
function snippetOf(flat: string, terms: readonly string[]): string {
  const folded = fold(flat)
  const places = terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0)
  const from = Math.max(0, Math.min(...places, flat.length) - before)
  const start = places.length === 0 ? 0 : from
  const cut = whole(flat, start, Math.min(flat.length, start + length))
  return (start > 0 ? '…' : '') + cut + (start + length < flat.length ? '…' : '')
}

// A cut never splits a surrogate pair.
function whole(text: string, start: number, end: number): string {
  const isLow = (at: number) => /[\udc00-\udfff]/.test(text[at] ?? '')
  return text.slice(isLow(start) ? start + 1 : start, isLow(end) ? end - 1 : end)
}

type Range = { readonly start: number; readonly end: number }

/** Where the words stand in a text, from left to right, touching ranges as one. */
export function ranges(text: string, terms: readonly string[]): readonly Range[] {
  const folded = fold(text)
  const all = terms.flatMap((term) => occurrences(folded, term)).sort((a, b) => a.start - b.start)
  const merged: Range[] = []
  for (const range of all) {
    const last = merged.at(-1)
    if (last === undefined || range.start > last.end) merged.push(range)
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
  }
  return merged
}

function occurrences(folded: string, term: string): Range[] {
  const found: Range[] = []
  let start = folded.indexOf(term)
  while (start >= 0) {
    found.push({ start, end: start + term.length })
    start = folded.indexOf(term, start + term.length)
  }
  return found
}
