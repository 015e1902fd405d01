import type { Card } from '../../cards/card.ts'
import type { Selectable } from '../../cards/select.ts'
import { fold } from '../text/fold.ts'
import { type CountedPair, pairCollector } from '../text/pairs.ts'
import { bodyOf, cardReader } from './card-tokens.ts'
import { type DictionarySections, dictionaryWriter } from './dictionary.ts'
import { growingBytes } from './growing-bytes.ts'
import { documentMarks } from './marks.ts'
import { writePosting } from './postings.ts'
import { type TermTable, termTable } from './term-table.ts'

/** What many cards have in common, so that filters look at few values. */
export type Facet = Selectable

/** A stretch of the cards of an index, in a form that threads hand over. */
export type IndexSegment = DictionarySections & {
  readonly postings: Uint8Array
  /** Of each document, in tokens; counted up to a bound. */
  readonly lengths: Uint16Array
  /** In all bodies. */
  readonly tokens: number
  readonly titles: readonly string[]
  readonly ids: readonly string[]
  /** As JSON. */
  readonly facets: readonly string[]
  /** Of each document, an index into `facets`. */
  readonly facetOf: Uint32Array
  /** What may be names in two languages, and how often it stands there. */
  readonly pairs: readonly CountedPair[]
}

/** Takes cards one after another and indexes them. */
export type SegmentBuilder = {
  readonly add: (card: Card) => void
  /** How many postings there are. */
  readonly size: () => number
  readonly finish: () => IndexSegment
}

export function segmentBuilder(): SegmentBuilder {
  const terms = termTable()
  const marks = documentMarks()
  const read = cardReader(marks, terms.keyOfWord)
  const log = postingLog()
  const pairs = pairCollector()
  const lengths: number[] = []
  let tokens = 0
  const titles: string[] = []
  const ids: string[] = []
  const facetNumbers = new Map<string, number>()
  const facetOf: number[] = []
  return {
    add: (card) => {
      const text = bodyOf(card)
      const length = read(card, text)
      pairs.read(text)
      const doc = lengths.length
      marks.take((key, mark) => log.add(terms.numberOf(key), doc, mark))
      lengths.push(Math.min(length, 0xffff))
      tokens += Math.min(length, 0xffff)
      titles.push(fold([card.question, ...card.aliases].join('\n')))
      ids.push(card.id)
      facetOf.push(numberOf(facetNumbers, facetKey(card)))
    },
    size: log.size,
    finish: () => ({
      ...sorted(terms, log),
      lengths: Uint16Array.from(lengths),
      tokens,
      titles,
      ids,
      facets: [...facetNumbers.keys()],
      facetOf: Uint32Array.from(facetOf),
      pairs: pairs.counted(),
    }),
  }
}

/** Postings as they come: the number of a term, a document above the eight bits of a mark. */
function postingLog() {
  let numbers = new Uint32Array(1 << 16)
  let postings = new Uint32Array(1 << 16)
  let size = 0
  return {
    add: (number: number, doc: number, mark: number) => {
      if (size === numbers.length) {
        numbers = doubled(numbers)
        postings = doubled(postings)
      }
      numbers[size] = number
      postings[size] = (doc << 8) | mark
      size += 1
    },
    size: () => size,
    numbers: () => numbers.subarray(0, size),
    postings: () => postings.subarray(0, size),
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(numbers.length * 2)
  longer.set(numbers)
  return longer
}

/** The postings term by term, and the dictionary that leads to them. */
function sorted(terms: TermTable, log: ReturnType<typeof postingLog>) {
  const { ends, postings } = byTerm(log, terms.size())
  const dictionary = dictionaryWriter()
  const bytes = growingBytes(1 << 20)
  for (const [term, number] of terms.inOrder()) {
    const from = ends[number - 1] ?? 0
    const to = ends[number] ?? 0
    const start = bytes.length()
    let last = -1
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] ?? 0
      writePosting(bytes, last, posting >>> 8, posting & 0xff)
      last = posting >>> 8
    }
    dictionary.add(term, to - from, bytes.length() - start)
  }
  return { ...dictionary.sections(), postings: bytes.taken() }
}

/** Sorts by counting, so that each term has its documents in a row, rising; they end at `ends`. */
function byTerm({ numbers, postings }: ReturnType<typeof postingLog>, size: number) {
  const of = numbers()
  const all = postings()
  const ends = new Uint32Array(size + 2)
  for (let i = 0; i < of.length; i += 1) {
    const number = (of[i] ?? 0) + 1
    ends[number] = (ends[number] ?? 0) + 1
  }
  // they start where the one before ends
  for (let number = 1; number < ends.length; number += 1) {
    ends[number] = (ends[number] ?? 0) + (ends[number - 1] ?? 0)
  }
  const inRows = new Uint32Array(all.length)
  for (let i = 0; i < of.length; i += 1) {
    const number = of[i] ?? 0
    const at = ends[number] ?? 0
    inRows[at] = all[i] ?? 0
    ends[number] = at + 1
  }
  return { ends, postings: inRows }
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
