import type { Card } from '../../cards/card.ts'
import { otherWords } from '../../cards/other-words.ts'
import type { Selectable } from '../../cards/select.ts'
import { fold } from '../text/fold.ts'
import { pairCollector } from '../text/pairs.ts'
import { eachToken, type TokenSink } from '../text/tokens.ts'
import { type DictionaryEntry, dictionarySections } from './dictionary.ts'
import { written } from './layout.ts'
import { type PostingPool, postingPool } from './posting-pool.ts'
import { termTable } from './term-table.ts'

/** Where in a card a term stands, as bits of its mark; the bits above count it in the body. */
export const inQuestion = 1
export const inTopics = 2
export const inKeyTerms = 4
export const bodyShift = 3
const mostInBody = 31

/** What many cards have in common, so that filters look at few values. */
export type Facet = Selectable

/** What stands in the head of an index. */
export type Meta = {
  readonly size: number
  readonly averageLength: number
  readonly facets: readonly Facet[]
  /** Of whoever keeps the index: what it was made of. */
  readonly made: unknown
}

/** Takes cards one after another and makes an index of them. */
export function indexBuilder() {
  const terms = termTable()
  const pool = postingPool()
  const pairs = pairCollector()
  const marks = marksOfDocument()
  const lengths: number[] = []
  const titles: string[] = []
  const ids: string[] = []
  const facetNumbers = new Map<string, number>()
  const facetOf: number[] = []
  const tokens = tokensOfCards(terms, marks)
  return {
    add: (card: Card) => {
      const text = bodyOf(card)
      const length = tokens.read(card, text)
      pairs.read(text)
      const doc = lengths.length
      marks.take((term, mark) => pool.add(term, doc, mark))
      lengths.push(Math.min(length, 0xffff))
      titles.push(fold([card.question, ...card.aliases].join('\n')))
      ids.push(card.id)
      facetOf.push(numberOf(facetNumbers, facetKey(card)))
    },
    /** The index as the parts of a file. */
    finish: (made: unknown): readonly Uint8Array[] => {
      const texts = terms.texts()
      const order = Uint32Array.from(texts.keys()).sort((a, b) =>
        (texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1,
      )
      const cardsWith = (word: string) => pool.count(terms.word(word))
      const meta: Meta = {
        size: lengths.length,
        averageLength: lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length),
        facets: [...facetNumbers.keys()].map((key) => JSON.parse(key) as Facet),
        made,
      }
      return written(meta, {
        pairs: pairs.pairs(cardsWith),
        ...dictionarySections(entriesOf(order, texts, pool)),
        lengths: Uint16Array.from(lengths),
        facetOf: Uint32Array.from(facetOf),
        ...column('titles', titles),
        ...column('ids', ids),
        postings: postingsOf(order, pool),
      })
    },
  }
}

/** What an answer says, with what stands in sections of its own. */
function bodyOf(card: Card): string {
  const { body = '', answer, keyPoints, followUps } = card
  const written = answer.kind === 'written' ? answer.markdown : ''
  return [body, written, ...keyPoints, ...followUps.map(({ question }) => question)].join('\n')
}

/** What stands beside a card: other ways of saying its points, answers of its follow-ups. */
function besideOf(card: Card): string {
  return [...otherWords(card), ...card.followUps.map(({ answer = '' }) => answer)].join('\n')
}

/** Marks the tokens of cards by the field they stand in, and counts those of the body. */
function tokensOfCards(
  terms: ReturnType<typeof termTable>,
  marks: ReturnType<typeof marksOfDocument>,
) {
  const field = (text: string, tell: TokenSink) => eachToken(text, fold(text), tell)
  const flag = (bit: number): TokenSink => {
    const word = (one: string) => marks.flag(terms.word(one), bit)
    const pair = (a: number, b: number) => marks.flag(terms.pair(a, b), bit)
    const sign = (run: string) => {
      if (bit === inQuestion || isOperator(run)) word(run)
    }
    return { pair, word, part: word, sign }
  }
  const sinks = { question: flag(inQuestion), topics: flag(inTopics), keyTerms: flag(inKeyTerms) }
  let length = 0
  const body: TokenSink = {
    pair: (a, b) => {
      length += 1
      marks.count(terms.pair(a, b))
    },
    word: (one) => {
      length += 1
      marks.count(terms.word(one))
    },
    part: (one) => marks.count(terms.word(one)),
    sign: (run) => {
      if (isOperator(run)) marks.count(terms.word(run))
    },
  }
  // found by it, but it makes nobody the first: a card is about what its own text says
  const mention = (word: string) => marks.mention(terms.word(word))
  const beside: TokenSink = {
    pair: (a, b) => marks.mention(terms.pair(a, b)),
    word: mention,
    part: mention,
    sign: (run) => {
      if (isOperator(run)) mention(run)
    },
  }
  return {
    /** The number of tokens in the body. */
    read: (card: Card, text: string): number => {
      const answer = card.answer.kind === 'written' ? card.answer.markdown : ''
      length = 0
      field([card.question, ...card.aliases].join('\n'), sinks.question)
      field([...card.topics, ...card.tags].join('\n'), sinks.topics)
      const told = [...keyTermsOf(answer), ...card.keyPoints]
      field(told.join('\n'), sinks.keyTerms)
      field(text, body)
      field(besideOf(card), beside)
      return length
    },
  }
}

// what Markdown, addresses and sentences are made of
const ordinary = /^(?:[*#.~-]+|:\/\/|[|:-]{3,}|[!?]{1,2}\[?)$/

/** Whether signs in a text of Markdown are those of a program. A question holds no marks any more. */
function isOperator(run: string): boolean {
  return run.length > 1 && (run === '??' || !ordinary.test(run))
}

/** All cards as one index. */
export function builtIndex(cards: readonly Card[]): readonly Uint8Array[] {
  const builder = indexBuilder()
  for (const card of cards) builder.add(card)
  return builder.finish(undefined)
}

/** The marks of the terms of one document, until they are taken. */
function marksOfDocument() {
  let flags = new Uint8Array(1 << 16)
  let counts = new Uint8Array(1 << 16)
  const seen: number[] = []
  const see = (term: number) => {
    if (term >= flags.length) {
      flags = longer(flags, term * 2)
      counts = longer(counts, term * 2)
    }
    if (flags[term] === 0 && counts[term] === 0) seen.push(term)
  }
  return {
    flag: (term: number, bit: number) => {
      see(term)
      flags[term] = (flags[term] ?? 0) | bit
    },
    /** Once at most, and only where it stands nowhere else. */
    mention: (term: number) => {
      see(term)
      if (flags[term] === 0 && counts[term] === 0) counts[term] = 1
    },
    count: (term: number) => {
      see(term)
      counts[term] = Math.min(mostInBody, (counts[term] ?? 0) + 1)
    },
    take: (tell: (term: number, mark: number) => void) => {
      for (const term of seen) {
        tell(term, (flags[term] ?? 0) | ((counts[term] ?? 0) << bodyShift))
        flags[term] = 0
        counts[term] = 0
      }
      seen.length = 0
    },
  }
}

function longer(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(length)
  made.set(bytes)
  return made
}

function* entriesOf(
  order: Uint32Array,
  texts: readonly string[],
  pool: PostingPool,
): Iterable<DictionaryEntry> {
  let start = 0
  for (const term of order) {
    const end = start + pool.size(term)
    yield { term: texts[term] ?? '', count: pool.count(term), start, end }
    start = end
  }
}

function postingsOf(order: Uint32Array, pool: PostingPool): Uint8Array {
  const postings = new Uint8Array(order.reduce((sum, term) => sum + pool.size(term), 0))
  let at = 0
  for (const term of order) at = pool.copy(term, postings, at)
  return postings
}

/** Texts as one section, and where each of them starts as another. */
function column(name: string, texts: readonly string[]) {
  const starts = new Uint32Array(texts.length + 1)
  let total = 0
  for (const [i, text] of texts.entries()) {
    starts[i] = total
    total += text.length
  }
  starts[texts.length] = total
  return { [name]: texts.join(''), [`${name}At`]: starts }
}

function facetKey({ topics, tags, level, answer }: Card): string {
  return JSON.stringify({ topics, tags, level, answer: { kind: answer.kind } } satisfies Facet)
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

const keyTerm = /^\s{0,3}#{1,6}\s+(.+)$|\*\*([^*\n]{1,80})\*\*|`([^`\n]{1,80})`/gm

/** Headings, bold and code words of an answer: what it is about. */
function keyTermsOf(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(keyTerm), ([, heading, bold, code]) => {
    return heading ?? bold ?? code ?? ''
  })
}
