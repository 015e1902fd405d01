import type { Collection } from './index/collection.ts'
import { bodyShift, inKeyTerms, inQuestion, inTopics } from './index/marks.ts'
import type { Postings } from './index/postings.ts'

/** Documents, rising, and how well each of them answers a part of a query, from 0 to 1. */
export type TermSource = { readonly docs: Uint32Array; readonly values: Float32Array }

const weights = { question: 8, topics: 2, keyTerms: 1 } as const
/** As in BM25: how soon another mention says nothing more, and how far length counts against it. */
const k1 = 1.4
const b = 0.6

/** How rare a term is that stands in so many documents. */
export function rarity(count: number, size: number): number {
  return Math.log(1 + (Math.max(size, count) - count + 0.5) / (count + 0.5))
}

/** The documents with a term. */
export function sourceOf(collection: Collection, term: string, factor: number): TermSource {
  const { docs, marks } = collection.postings(term)
  return { docs, values: valuesOf(collection, { docs, marks }, factor) }
}

/** The documents that hold all of the terms; each counts as the mean of them. */
export function sourceOfAll(
  collection: Collection,
  terms: readonly string[],
  factor: number,
): TermSource {
  if (terms.length === 0 || terms.some((term) => collection.count(term) === 0)) return noSource
  const lists = terms.map((term) => collection.postings(term))
  const shortest = lists.reduce((least, list) =>
    list.docs.length < least.docs.length ? list : least,
  )
  const lengths = collection.lengths()
  const docs: number[] = []
  const values: number[] = []
  const at = lists.map(() => 0)
  for (const doc of shortest.docs) {
    let sum = 0
    const isInAll = lists.every((list, i) => {
      let place = at[i] ?? 0
      while (place < list.docs.length && (list.docs[place] ?? 0) < doc) place += 1
      at[i] = place
      if (list.docs[place] !== doc) return false
      sum += strength(list.marks[place] ?? 0, lengths[doc] ?? 0, collection.averageLength)
      return true
    })
    if (!isInAll) continue
    docs.push(doc)
    values.push((factor * sum) / lists.length)
  }
  return { docs: Uint32Array.from(docs), values: Float32Array.from(values) }
}

const noSource: TermSource = { docs: new Uint32Array(0), values: new Float32Array(0) }

/** The documents that hold any of the terms; each counts as the best of them. */
export function sourceOfAny(
  collection: Collection,
  terms: Iterable<string>,
  factor: number,
): TermSource {
  const best = new Float32Array(collection.size)
  const docs: number[] = []
  for (const term of terms) {
    const postings = collection.postings(term)
    const values = valuesOf(collection, postings, factor)
    for (const [i, doc] of postings.docs.entries()) {
      const value = values[i] ?? 0
      if (best[doc] === 0) docs.push(doc)
      if (value > (best[doc] ?? 0)) best[doc] = value
    }
  }
  const rising = Uint32Array.from(docs).sort()
  return { docs: rising, values: Float32Array.from(rising, (doc) => best[doc] ?? 0) }
}

function valuesOf(collection: Collection, { docs, marks }: Postings, factor: number): Float32Array {
  const lengths = collection.lengths()
  const values = new Float32Array(docs.length)
  for (let i = 0; i < docs.length; i += 1) {
    const length = lengths[docs[i] ?? 0] ?? 0
    values[i] = factor * strength(marks[i] ?? 0, length, collection.averageLength)
  }
  return values
}

function strength(mark: number, length: number, average: number): number {
  let mentions = (mark >> bodyShift) / (1 - b + (b * length) / average)
  if ((mark & inQuestion) !== 0) mentions += weights.question
  if ((mark & inTopics) !== 0) mentions += weights.topics
  if ((mark & inKeyTerms) !== 0) mentions += weights.keyTerms
  return mentions / (k1 + mentions)
}
