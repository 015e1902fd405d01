import { type Glossary, isNamed, othersOf } from './glossary.ts'
import type { Collection } from './index/collection.ts'
import { sourceOfAll, sourceOfAny, type TermSource } from './sources.ts'
import { pairsOf } from './spelled.ts'
import { type Chunk, chunksOf } from './text/tokens.ts'

/** Documents that name a part of the query otherwise. */
export type Synonym = {
  /** As it stands in the query. */
  readonly name: string
  /** As the documents have it. */
  readonly other: string
  readonly source: TermSource
  /** Whether it stands for a slot of a chunk. */
  readonly covers: (chunk: number, slot: number) => boolean
  /** What to mark in them. */
  readonly terms: readonly string[]
}

const factor = 0.7
const longestName = 12
const mostWords = 4

/** A name in the query: the chunks it goes over, and where in them it stands if it is Chinese. */
type Named = {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly start: number
}

/** Other names, of the field and of the notes themselves, for what a query names. */
export function synonymsIn(
  chunks: readonly Chunk[],
  collection: Collection,
  glossary: Glossary,
): readonly Synonym[] {
  const all: Glossary = `${glossary}\n${collection.pairs()}`
  const named = namedIn(chunks, (name) => isNamed(all, name))
  return named.flatMap((one) =>
    othersOf(all, one.name).flatMap((other): readonly Synonym[] => {
      const source = sourceOfName(collection, termsOf(other))
      if (source.docs.length === 0) return []
      return [{ name: one.name, other, source, covers: coverOf(one), terms: [other] }]
    }),
  )
}

function sourceOfName(collection: Collection, terms: readonly string[]): TermSource {
  const [only] = terms
  // a word alone is also met as many: deadlocks
  if (terms.length === 1 && only !== undefined) {
    return sourceOfAny(collection, [only, `${only}s`], factor)
  }
  return sourceOfAll(collection, terms, factor)
}

function coverOf({ name, from, to, start }: Named): Synonym['covers'] {
  const slots = Math.max(1, name.length - 1)
  return (chunk, slot) => {
    if (chunk < from || chunk > to) return false
    return start < 0 || (slot >= start && slot < start + slots)
  }
}

function namedIn(chunks: readonly Chunk[], isName: (text: string) => boolean): readonly Named[] {
  return chunks.flatMap((chunk, at) => {
    if (chunk.kind === 'word') return wordsFrom(chunks, at, isName)
    const found: Named[] = []
    const { text } = chunk
    for (let start = 0; start < text.length; start += 1) {
      const longest = Math.min(longestName, text.length - start)
      for (let length = longest; length > 0; length -= 1) {
        const name = text.slice(start, start + length)
        // one character is a name only if nothing else was asked
        if ((length === 1 && text.length > 1) || !isName(name)) continue
        found.push({ name, from: at, to: at, start })
        break
      }
    }
    return found.filter((one) => !found.some((other) => other !== one && holds(other, one)))
  })
}

function holds(outer: Named, inner: Named): boolean {
  const end = ({ start, name }: Named) => start + name.length
  return outer.start <= inner.start && end(outer) >= end(inner)
}

function wordsFrom(
  chunks: readonly Chunk[],
  at: number,
  isName: (text: string) => boolean,
): readonly Named[] {
  for (let count = mostWords; count > 0; count -= 1) {
    const words = chunks.slice(at, at + count)
    if (words.length < count || words.some(({ kind }) => kind !== 'word')) continue
    const name = words.map(({ text }) => text).join(' ')
    if (isName(name)) return [{ name, from: at, to: at + count - 1, start: -1 }]
  }
  return []
}

function termsOf(name: string): readonly string[] {
  return chunksOf(name, name).flatMap(({ kind, text }) => (kind === 'han' ? pairsOf(text) : [text]))
}
