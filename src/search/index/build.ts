import type { Card } from '../../cards/card.ts'
import { pairsTogether, translations } from '../text/pairs.ts'
import { dictionaryOf } from './dictionary.ts'
import { written } from './layout.ts'
import { mergedTerms } from './merge.ts'
import { type Facet, type IndexSegment, segmentBuilder } from './segment.ts'

/** What stands in the head of an index. */
export type Meta = {
  readonly size: number
  /** In the bodies of all documents. */
  readonly tokens: number
  readonly facets: readonly Facet[]
  /** Of whoever keeps the index: what it was made of. */
  readonly made: unknown
}

/** So many postings make a segment: what is sorted at once takes some tens of megabytes. */
const mostPostings = 4 << 20

/** Takes cards one after another; each segment is told when it is full, and the last at the end. */
export function segmentsOf(cards: Iterable<Card>, most = mostPostings): readonly IndexSegment[] {
  const segments: IndexSegment[] = []
  let builder = segmentBuilder()
  for (const card of cards) {
    if (builder.size() >= most) {
      segments.push(builder.finish())
      builder = segmentBuilder()
    }
    builder.add(card)
  }
  return [...segments, builder.finish()]
}

/** Segments whose documents follow each other as one index, in the parts of a file. */
export function indexOf(segments: readonly IndexSegment[], made: unknown): readonly Uint8Array[] {
  const terms = mergedTerms(segments)
  const facets = facetsOf(segments)
  const size = segments.reduce((sum, { lengths }) => sum + lengths.length, 0)
  const meta: Meta = {
    size,
    tokens: segments.reduce((sum, { tokens }) => sum + tokens, 0),
    facets: facets.keys.map((key) => JSON.parse(key) as Facet),
    made,
  }
  const { find } = dictionaryOf(terms)
  const pairs = pairsTogether(segments.map((one) => one.pairs))
  return written(meta, {
    pairs: translations(pairs, (word) => find(word)?.count ?? 0),
    blockAt: terms.blockAt,
    firsts: terms.firsts,
    dictionary: terms.dictionary,
    lengths: lengthsOf(segments, size),
    facetOf: facets.of,
    ...column(
      'titles',
      segments.flatMap(({ titles }) => titles),
    ),
    ...column(
      'ids',
      segments.flatMap(({ ids }) => ids),
    ),
    postings: terms.postings,
  })
}

/** All cards as one index. */
export function builtIndex(cards: Iterable<Card>): readonly Uint8Array[] {
  return indexOf(segmentsOf(cards), undefined)
}

function lengthsOf(segments: readonly IndexSegment[], size: number): Uint16Array {
  const all = new Uint16Array(size)
  let at = 0
  for (const { lengths } of segments) {
    all.set(lengths, at)
    at += lengths.length
  }
  return all
}

function facetsOf(segments: readonly IndexSegment[]) {
  const numbers = new Map<string, number>()
  const of: Uint32Array[] = []
  for (const { facets, facetOf } of segments) {
    for (const key of facets) if (!numbers.has(key)) numbers.set(key, numbers.size)
    const here = Uint32Array.from(facets, (key) => numbers.get(key) ?? 0)
    of.push(facetOf.map((number) => here[number] ?? 0))
  }
  const all = new Uint32Array(of.reduce((sum, one) => sum + one.length, 0))
  let at = 0
  for (const one of of) {
    all.set(one, at)
    at += one.length
  }
  return { keys: [...numbers.keys()], of: all }
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
