import type { Card } from '../../cards/card.ts'
import { builtIndex, type Meta } from './build.ts'
import { type DictionaryEntry, dictionaryIn } from './dictionary.ts'
import { type ReadBytes, type Sections, sectionsOf } from './layout.ts'
import { type Postings, readPostings } from './postings.ts'
import type { Facet } from './segment.ts'

/** An index and the way back to its cards. */
export type Shelf = {
  readonly sections: Sections<Meta>
  /** Whether a document still is as it was indexed; undefined where all are. */
  readonly stands: ((doc: number) => boolean) | undefined
  readonly cardAt: (doc: number) => Card
}

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
  /** The words of the latin alphabet, with their counts. */
  readonly words: () => ReadonlyMap<string, number>
  /** Folded; other wordings on lines of their own. */
  readonly titleOf: (doc: number) => string
  readonly idOf: (doc: number) => string
  readonly facets: readonly Facet[]
  /** Of each document, an index into `facets`. */
  readonly facetNumbers: () => Uint32Array
  /** Whether a document still is as it was indexed; undefined where all are. */
  readonly stands: ((doc: number) => boolean) | undefined
  /** Names that the notes themselves give in two languages, as a glossary. */
  readonly pairs: () => string
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
  let tokens = 0
  const facets: Facet[] = []
  const open = shelves.map((shelf) => {
    const { meta } = shelf.sections
    const placed = { ...reader(shelf), base: size, facetBase: facets.length }
    size += meta.size
    tokens += meta.tokens
    facets.push(...meta.facets)
    return placed
  })
  const of = (doc: number) => {
    const found = open.find(({ base, size: own }) => doc < base + own)
    if (found === undefined) throw new RangeError(`no document ${doc}`)
    return found
  }
  return {
    size,
    averageLength: size === 0 ? 1 : Math.max(1, tokens / size),
    lengths: lazy(() => {
      const [only] = open
      if (open.length === 1 && only !== undefined) return only.lengths()
      const all = new Uint16Array(size)
      for (const shelf of open) all.set(shelf.lengths(), shelf.base)
      return all
    }),
    count: (term) => open.reduce((sum, shelf) => sum + shelf.count(term), 0),
    postings: remembering((term) => joined(open.map((shelf) => shelf.postings(term, shelf.base)))),
    startingWith: remembering((start) => summed(open.map((shelf) => shelf.startingWith(start)))),
    words: lazy(() => summed(open.map((shelf) => shelf.words()))),
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
    stands: open.every(({ stands }) => stands === undefined)
      ? undefined
      : (doc) => of(doc).stands?.(doc - of(doc).base) ?? true,
    pairs: lazy(() => shelves.map(({ sections }) => sections.text('pairs')).join('\n')),
    cardAt: remembering((doc) => of(doc).cardAt(doc - of(doc).base)),
  }
}

const mostKept = 2000

/** The same, with its last answers kept: as a query is typed, most is asked once more at each key. */
function remembering<Asked, Said>(say: (asked: Asked) => Said): (asked: Asked) => Said {
  const kept = new Map<Asked, Said>()
  return (asked) => {
    const known = kept.get(asked)
    if (known !== undefined) return known
    const said = say(asked)
    if (kept.size >= mostKept) kept.clear()
    kept.set(asked, said)
    return said
  }
}

/** Counts of several shelves added up; the only map itself where there is one. */
function summed(maps: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const [only, ...others] = maps
  if (only === undefined || others.length === 0) return only ?? new Map<string, number>()
  const sum = new Map(only)
  for (const other of others) {
    for (const [term, count] of other) sum.set(term, (sum.get(term) ?? 0) + count)
  }
  return sum
}

/** One shelf; each section is read when it is first needed. */
function reader({ sections, stands, cardAt }: Shelf) {
  const { size } = sections.meta
  const dictionary = dictionaryIn(sections)
  const lengths = lazy(() => sections.shorts('lengths'))
  const facetOf = lazy(() => sections.longs('facetOf'))
  const titles = column(sections, 'titles')
  const ids = column(sections, 'ids')
  const words = lazy(() => countsIn(dictionary.between('0', '{')))
  return {
    size,
    stands,
    cardAt,
    titleOf: titles,
    idOf: ids,
    lengths,
    facetOf,
    count: (term: string) => dictionary.find(term)?.count ?? 0,
    postings: (term: string, base: number): Postings => {
      const entry = dictionary.find(term)
      if (entry === undefined) return noPostings
      const { start, end, count } = entry
      return readPostings(sections.piece('postings', start, end), count, base)
    },
    startingWith: (start: string) => countsIn(dictionary.between(start, `${start}\uffff`)),
    words,
  }
}

function countsIn(entries: Iterable<DictionaryEntry>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { term, count } of entries) counts.set(term, count)
  return counts
}

const noPostings: Postings = { docs: new Uint32Array(0), marks: new Uint8Array(0) }

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
