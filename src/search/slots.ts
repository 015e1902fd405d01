import type { Collection } from './collection.ts'
import { isCommon } from './common.ts'
import type { Fuzzy } from './fuzzy.ts'
import type { Glossary } from './glossary.ts'
import { rarity, type Source, sourceOf, sourceOfAll, sourceOfAny } from './sources.ts'
import { initialsOf, pairsOf, type Reading, readingsOf } from './spelled.ts'
import { synonymsIn } from './synonyms.ts'
import type { Chunk } from './tokens.ts'

/** One thing that a card should hold, and the documents that do in one way or another. */
export type Slot = {
  /** What it counts for, found or not. */
  readonly mass: number
  readonly sources: readonly Source[]
}

/** What was made of something that nobody wrote in these cards. */
export type Understood = { readonly from: string; readonly to: readonly string[] }

export type Meaning = {
  readonly slots: readonly Slot[]
  readonly understood: readonly Understood[]
  /** Folded texts to mark where they stand in a card. */
  readonly terms: readonly string[]
  /** Whether a misspelt word is left to guess at, which takes what was not loaded. */
  readonly wantsFuzzy: boolean
}

export type Means = { readonly fuzzy: Fuzzy | undefined; readonly glossary: Glossary }

const factors = { prefix: 0.5, onlyPrefix: 0.8, inflected: 0.9, mistakes: [0.9, 0.8, 0.6] } as const
const commonShare = 0.4
const unknownShare = 0.6
const mostPrefixes = 60
const mostCorrections = 6
const shortestPinyin = 4

type Found = Meaning & { readonly slots: readonly Slot[] }

/** What the chunks of a query look for in a collection. */
export function meaningOf(chunks: readonly Chunk[], collection: Collection, means: Means): Meaning {
  const found = chunks.map((chunk, i) => {
    const isLast = i === chunks.length - 1
    return chunk.kind === 'han'
      ? hanMeaning(chunk.text, collection)
      : wordMeaning(chunk, isLast, collection, means)
  })
  const { size } = collection
  const known = found.flatMap(({ slots }) => slots.filter(({ sources }) => sources.length > 0))
  const mean = known.reduce((sum, { mass }) => sum + mass, 0) / Math.max(1, known.length)
  const unknown =
    unknownShare * Math.min(known.length === 0 ? rarity(1, size) : mean, rarity(1, size))
  const slots = found.map((one) =>
    one.slots.map((slot) => (slot.mass === hanUnknown ? { ...slot, mass: unknown } : slot)),
  )
  const synonyms = synonymsIn(chunks, collection, means.glossary)
  return {
    slots: slots.flatMap((of, chunk) =>
      of.map((slot, i) => {
        const more = synonyms.filter((one) => one.covers(chunk, i)).map(({ source }) => source)
        return more.length === 0 ? slot : { ...slot, sources: [...slot.sources, ...more] }
      }),
    ),
    understood: found.flatMap(({ understood }) => understood),
    terms: [...found.flatMap(({ terms }) => terms), ...synonyms.flatMap(({ terms }) => terms)],
    wantsFuzzy: found.some(({ wantsFuzzy }) => wantsFuzzy),
  }
}

/** Stands for the mass of a pair that no card holds, until those of the others are known. */
const hanUnknown = -1

function hanMeaning(text: string, collection: Collection): Found {
  const { size } = collection
  if (text.length === 1) {
    const source = sourceOfAny(collection, collection.startingWith(text).keys(), 1)
    return plain([{ mass: rarity(source.docs.length, size), sources: kept(source) }], [text])
  }
  const slots = pairsOf(text).map((pair): Slot => {
    const count = collection.count(pair)
    if (count === 0) return { mass: hanUnknown, sources: [] }
    const share = isCommon(pair) ? commonShare : 1
    return { mass: share * rarity(count, size), sources: [sourceOf(collection, pair, 1)] }
  })
  return plain(slots, [text])
}

function plain(slots: readonly Slot[], terms: readonly string[]): Found {
  return { slots, terms, understood: [], wantsFuzzy: false }
}

type Word = Extract<Chunk, { readonly kind: 'word' }>

function wordMeaning(
  { text, parts }: Word,
  isLast: boolean,
  collection: Collection,
  means: Means,
): Found {
  const { size } = collection
  const share = isCommon(text) ? commonShare : 1
  const count = collection.count(text)
  const inflected = inflections(text).filter((one) => collection.count(one) > 0)
  const sources = inflected.map((one) => sourceOf(collection, one, factors.inflected))
  if (count > 0) {
    const longer = isLast ? longerWords(collection, text, factors.prefix) : []
    const own = sourceOf(collection, text, 1)
    return plain(
      [{ mass: share * rarity(count, size), sources: [own, ...sources, ...longer] }],
      [text],
    )
  }
  const longer = longerWords(collection, text, factors.onlyPrefix)
  const all = [...sources, ...longer]
  const readings = isSpelled(text, isLast) ? readingsOf(collection, text) : []
  if (readings.length > 0) return readAs(text, readings, all, collection)
  if (all.length > 0) {
    const most = Math.max(...all.map(({ docs }) => docs.length))
    return plain([{ mass: share * rarity(most, size), sources: all }], [text, ...inflected])
  }
  if (parts.length > 0 && parts.some((part) => collection.count(part) > 0)) {
    const whole = parts.map((part) =>
      wordMeaning({ kind: 'word', text: part, parts: [] }, false, collection, means),
    )
    return {
      slots: whole.flatMap(({ slots }) => slots),
      understood: whole.flatMap(({ understood }) => understood),
      terms: whole.flatMap(({ terms }) => terms),
      wantsFuzzy: whole.some(({ wantsFuzzy }) => wantsFuzzy),
    }
  }
  return guessed(text, share, collection, means)
}

function longerWords(collection: Collection, text: string, factor: number): readonly Source[] {
  const counts = [...collection.startingWith(text)].filter(([word]) => word !== text)
  counts.sort(([, a], [, b]) => b - a)
  if (counts.length === 0) return []
  const words = counts.slice(0, mostPrefixes).map(([word]) => word)
  return kept(sourceOfAny(collection, words, factor))
}

function isSpelled(text: string, isLast: boolean): boolean {
  return text.length >= shortestPinyin && /^[a-z]+$/.test(text) && (isLast || text.length < 40)
}

function readAs(
  from: string,
  readings: readonly Reading[],
  others: readonly Source[],
  collection: Collection,
): Found {
  const held = readings.flatMap(({ text }) => {
    const source = sourceOfAll(collection, pairsOf(text), 1)
    return source.docs.length === 0 ? [] : [{ text, source }]
  })
  const mass = Math.max(
    0,
    ...held.map(({ text }) => {
      const masses = pairsOf(text).map((pair) => rarity(collection.count(pair), collection.size))
      return masses.reduce((sum, one) => sum + one, 0)
    }),
  )
  const sources = [...held.map(({ source }) => source), ...others]
  const to = held.map(({ text }) => text)
  return {
    slots: [{ mass: mass || rarity(1, collection.size), sources }],
    understood: to.length === 0 ? [] : [{ from, to }],
    terms: [from, ...to],
    wantsFuzzy: false,
  }
}

/** A word that nobody wrote: misspelt, or the initials of a Chinese one. */
function guessed(text: string, share: number, collection: Collection, { fuzzy }: Means): Found {
  const unknown = share * rarity(1, collection.size)
  const isWord = /^[a-z][a-z0-9_]*$/.test(text)
  const wantsFuzzy = isWord && text.length >= 4
  if (wantsFuzzy && fuzzy === undefined)
    return { ...plain([{ mass: unknown, sources: [] }], []), wantsFuzzy }
  if (wantsFuzzy && fuzzy !== undefined) {
    const known = collection.words(text.length - 2)
    const near = fuzzy.words(text, known.keys())
    const fewest = near[0]?.mistakes ?? 0
    const likely = near
      .filter(({ mistakes }) => mistakes <= fewest + 0.5)
      .sort(
        (a, b) => a.mistakes - b.mistakes || (known.get(b.word) ?? 0) - (known.get(a.word) ?? 0),
      )
      .slice(0, mostCorrections)
    if (likely.length > 0) {
      const sources = likely.map(({ word, mistakes }) =>
        sourceOf(collection, word, factors.mistakes[Math.floor(mistakes)] ?? 0.6),
      )
      const most = Math.max(...sources.map(({ docs }) => docs.length))
      const to = likely.map(({ word }) => word)
      return {
        slots: [{ mass: share * rarity(most, collection.size), sources }],
        ...{ understood: [{ from: text, to }], terms: to, wantsFuzzy },
      }
    }
  }
  const readings = /^[a-z]{2,6}$/.test(text) ? initialsOf(collection, text) : []
  if (readings.length > 0) return readAs(text, readings, [], collection)
  return { ...plain([{ mass: unknown, sources: [] }], []), wantsFuzzy }
}

/** The same English word, one or many. */
function inflections(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(word)) return []
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)]
  if (word.endsWith('s')) return word.endsWith('ss') ? [] : [word.slice(0, -1)]
  return [`${word}s`]
}

function kept(source: Source): readonly Source[] {
  return source.docs.length === 0 ? [] : [source]
}
