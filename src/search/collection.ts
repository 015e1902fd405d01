import type { Card } from '../cards/card.ts'
import { builtIndex, type Facet, type Meta } from './build.ts'
import { type ReadBytes, type Sections, sectionsOf } from './layout.ts'
import type { Pair } from './pairs.ts'

/** An index and the way back to its cards. */
export type Shelf = {
  readonly sections: Sections<Meta>
  /** Whether a document still is as it was indexed; undefined where all are. */
  readonly stands: ((doc: number) => boolean) | undefined
  readonly cardAt: (doc: number) => Card
}

/** The documents that hold a term, rising, and how. */
export type Postings = { readonly docs: Uint32Array; readonly marks: Uint8Array }

/** All that a search is over: documents of one or several shelves under one numbering. */
export type Collection = {
  readonly size: number
  readonly averageLength: number
  /** Of each document, in tokens. */
  readonly lengths: () => Uint16Array
  /** In how many documents a term stands. */
  readonly count: (term: string) => number
  readonly postings: (term: string) => Postings
  /** The terms that begin so, with their counts. */
  readonly startingWith: (start: string) => ReadonlyMap<string, number>
  /** The words of the latin alphabet of a length, with their counts. */
  readonly words: (shortest: number, longest: number) => ReadonlyMap<string, number>
  /** Folded; other wordings on lines of their own. */
  readonly titleOf: (doc: number) => string
  readonly idOf: (doc: number) => string
  readonly facets: readonly Facet[]
  /** Of each document, an index into `facets`. */
  readonly facetNumbers: () => Uint32Array
  readonly stands: (doc: number) => boolean
  readonly pairs: readonly Pair[]
  readonly cardAt: (doc: number) => Card
}

/** Cards in memory as a collection. */
export function collectionOf(cards: readonly Card[]): Collection {
  const bytes = joinedBytes(builtIndex(cards))
  const cardAt = (doc: number) => {
    const card = cards[doc]
    if (card === undefined) throw new RangeError(`no card ${doc}`)
    return card
  }
  return collected([{ sections: sectionsInMemory(bytes), stands: undefined, cardAt }])
}

/** An index that is read piece by piece. Throws `CacheDamaged`. */
export function sectionsIn(read: ReadBytes, onDamage: () => void): Sections<Meta> {
  return sectionsOf<Meta>(read, onDamage)
}

/** An index in memory. */
export function sectionsInMemory(bytes: Uint8Array): Sections<Meta> {
  return sectionsIn(
    (start, length) => bytes.slice(start, start + length),
    () => {},
  )
}

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Shelves under one numbering. */
export function collected(shelves: readonly Shelf[]): Collection {
  let size = 0
  let words = 0
  const facets: Facet[] = []
  const open = shelves.map((shelf) => {
    const { meta } = shelf.sections
    const placed = { ...reader(shelf), base: size, facetBase: facets.length }
    size += meta.size
    words += meta.size * meta.averageLength
    facets.push(...meta.facets)
    return placed
  })
  const of = (doc: number) => {
    const found = open.find(({ base, size: own }) => doc < base + own)
    if (found === undefined) throw new RangeError(`no document ${doc}`)
    return found
  }
  const summed = (maps: readonly ReadonlyMap<string, number>[]) => {
    const [only, ...others] = maps
    if (only === undefined || others.length === 0) return only ?? new Map<string, number>()
    const sum = new Map(only)
    for (const other of others) {
      for (const [term, count] of other) sum.set(term, (sum.get(term) ?? 0) + count)
    }
    return sum
  }
  const kept = new Map<string, Postings>()
  return {
    size,
    averageLength: size === 0 ? 1 : Math.max(1, words / size),
    lengths: lazy(() => {
      const [only] = open
      if (open.length === 1 && only !== undefined) return only.lengths()
      const all = new Uint16Array(size)
      for (const shelf of open) all.set(shelf.lengths(), shelf.base)
      return all
    }),
    count: (term) => open.reduce((sum, shelf) => sum + shelf.count(term), 0),
    postings: (term) => {
      const known = kept.get(term)
      if (known !== undefined) return known
      const found = joined(open.map((shelf) => shelf.postings(term, shelf.base)))
      if (kept.size > mostKept) kept.clear()
      kept.set(term, found)
      return found
    },
    startingWith: (start) => summed(open.map((shelf) => shelf.startingWith(start))),
    words: (shortest, longest) => summed(open.map((shelf) => shelf.words(shortest, longest))),
    titleOf: (doc) => of(doc).titleOf(doc - of(doc).base),
    idOf: (doc) => of(doc).idOf(doc - of(doc).base),
    facets,
    facetNumbers: lazy(() => {
      const all = new Uint32Array(size)
      for (const { base, facetBase, facetOf } of open) {
        for (const [doc, number] of facetOf().entries()) all[base + doc] = facetBase + number
      }
      return all
    }),
    stands: (doc) => of(doc).stands?.(doc - of(doc).base) ?? true,
    pairs: shelves.flatMap(({ sections }) => sections.meta.pairs),
    cardAt: (doc) => of(doc).cardAt(doc - of(doc).base),
  }
}

const mostKept = 2000

/** One shelf; each section is read when it is first needed. */
function reader({ sections, stands, cardAt }: Shelf) {
  const { size } = sections.meta
  const termAt = lazy(() => sections.longs('termsAt'))
  const units = lazy(() => sections.shorts('terms'))
  const counts = lazy(() => sections.longs('counts'))
  const starts = lazy(() => sections.longs('starts'))
  const lengths = lazy(() => sections.shorts('lengths'))
  const facetOf = lazy(() => sections.longs('facetOf'))
  const titles = column(sections, 'titles')
  const ids = column(sections, 'ids')
  const termOf = (number: number) => {
    const all = units()
    const from = termAt()[number] ?? 0
    const to = termAt()[number + 1] ?? from
    return String.fromCharCode.apply(undefined, all.subarray(from, to) as unknown as number[])
  }
  const lowerBound = (term: string) => {
    let low = 0
    let high = counts().length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compared(units(), termAt(), middle, term) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  const numberOf = (term: string) => {
    const number = lowerBound(term)
    const isIt = number < counts().length && compared(units(), termAt(), number, term) === 0
    return isIt ? number : undefined
  }
  const listed = (from: number, to: number, fits: (length: number) => boolean) => {
    const found = new Map<string, number>()
    const lengthAt = termAt()
    for (let number = from; number < to; number += 1) {
      if (!fits((lengthAt[number + 1] ?? 0) - (lengthAt[number] ?? 0))) continue
      found.set(termOf(number), counts()[number] ?? 0)
    }
    return found
  }
  return {
    size,
    stands,
    cardAt,
    titleOf: titles,
    idOf: ids,
    lengths,
    facetOf,
    count: (term: string) => {
      const number = numberOf(term)
      return number === undefined ? 0 : (counts()[number] ?? 0)
    },
    postings: (term: string, base: number): Postings => {
      const number = numberOf(term)
      if (number === undefined) return noPostings
      const bytes = sections.piece(starts()[number] ?? 0, starts()[number + 1] ?? 0)
      return decoded(bytes, counts()[number] ?? 0, base)
    },
    startingWith: (start: string) =>
      listed(lowerBound(start), lowerBound(`${start}\uffff`), () => true),
    words: (shortest: number, longest: number) =>
      listed(lowerBound('0'), lowerBound('{'), (one) => one >= shortest && one <= longest),
  }
}

export const noPostings: Postings = { docs: new Uint32Array(0), marks: new Uint8Array(0) }

function decoded(bytes: Uint8Array, count: number, base: number): Postings {
  const docs = new Uint32Array(count)
  const marks = new Uint8Array(count)
  let doc = base - 1
  let at = 0
  for (let i = 0; i < count; i += 1) {
    let delta = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      delta |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    doc += delta
    docs[i] = doc
    marks[i] = bytes[at++] ?? 0
  }
  return { docs, marks }
}

function joined(parts: readonly Postings[]): Postings {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const length = parts.reduce((sum, { docs }) => sum + docs.length, 0)
  const docs = new Uint32Array(length)
  const marks = new Uint8Array(length)
  let from = 0
  for (const part of parts) {
    docs.set(part.docs, from)
    marks.set(part.marks, from)
    from += part.docs.length
  }
  return { docs, marks }
}

/** Below 0 if the term of that number comes before the text, 0 if it is the text. */
function compared(units: Uint16Array, starts: Uint32Array, number: number, text: string): number {
  const from = starts[number] ?? 0
  const length = (starts[number + 1] ?? from) - from
  const shared = Math.min(length, text.length)
  for (let i = 0; i < shared; i += 1) {
    const differs = (units[from + i] ?? 0) - text.charCodeAt(i)
    if (differs !== 0) return differs
  }
  return length - text.length
}

function column(sections: Sections<Meta>, name: string): (number: number) => string {
  const text = lazy(() => sections.text(name))
  const starts = lazy(() => sections.longs(`${name}At`))
  return (number) => text().slice(starts()[number], starts()[number + 1])
}

function lazy<Value extends object | string>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
