import { isCommon } from '../common.ts'
import type { Collection } from '../index/collection.ts'
import { commonShare, literal, type Means, type QueryMeaning } from '../slots.ts'
import { rarity, sourceOf, sourceOfAll, sourceOfAny, type TermSource } from '../sources.ts'
import { initialsOf, type PinyinReading, pairsOf, readingsOf } from '../spelled.ts'
import type { Chunk } from './tokens.ts'

type Word = Extract<Chunk, { readonly kind: 'word' }>

const factors = { prefix: 0.5, onlyPrefix: 0.8, inflected: 0.9, mistakes: [0.9, 0.8, 0.6] } as const
const mostPrefixes = 60
const mostCorrections = 6
const shortestPinyin = 4
const shortestMisspelt = 4
const isWord = true

/**
 * What a word looks for: itself, longer words and its plural; else what it spells in pinyin; else
 * its parts; else what it may be a misspelling of, or the initials of.
 */
export function wordMeaning(
  { text, parts }: Word,
  isLast: boolean,
  collection: Collection,
  means: Means,
): QueryMeaning {
  const { size } = collection
  const tells = !isCommon(text)
  const share = tells ? 1 : commonShare
  const count = collection.count(text)
  const inflected = known(collection, inflections(text))
  const sources = inflected.map((one) => sourceOf(collection, one, factors.inflected))
  if (count > 0) {
    const longer = isLast ? longerWords(collection, text, factors.prefix) : []
    const all = [sourceOf(collection, text, 1), ...sources, ...longer]
    return literal([{ mass: share * rarity(count, size), isWord, tells, sources: all }], [text])
  }
  const all = [...sources, ...longerWords(collection, text, factors.onlyPrefix)]
  const isSpelled = text.length >= shortestPinyin && /^[a-z]+$/.test(text)
  const read = isSpelled ? readAs(text, readingsOf(collection, text), all, collection) : undefined
  if (read !== undefined) return read
  if (all.length > 0) {
    const most = Math.max(...all.map(({ docs }) => docs.length))
    return literal(
      [{ mass: share * rarity(most, size), isWord, tells, sources: all }],
      [text, ...inflected],
    )
  }
  if (known(collection, parts).length > 0) return ofParts(parts, collection, means)
  return guessed(text, tells, collection, means)
}

function longerWords(collection: Collection, text: string, factor: number): readonly TermSource[] {
  const counts = [...collection.startingWith(text)].filter(([word]) => word !== text)
  counts.sort(([, a], [, b]) => b - a)
  if (counts.length === 0) return []
  const words = counts.slice(0, mostPrefixes).map(([word]) => word)
  return [sourceOfAny(collection, words, factor)]
}

/** An identifier that nobody wrote, by its parts. */
function ofParts(parts: readonly string[], collection: Collection, means: Means): QueryMeaning {
  const all = parts.map((text) =>
    wordMeaning({ kind: 'word', text, parts: [] }, false, collection, means),
  )
  return {
    slots: all.flatMap(({ slots }) => slots),
    understood: all.flatMap(({ understood }) => understood),
    renamed: [],
    terms: all.flatMap(({ terms }) => terms),
    wantsFuzzy: all.some(({ wantsFuzzy }) => wantsFuzzy),
  }
}

/** Letters read as Chinese, if a card holds what they spell. */
function readAs(
  from: string,
  readings: readonly PinyinReading[],
  others: readonly TermSource[],
  collection: Collection,
): QueryMeaning | undefined {
  const held = readings.flatMap(({ text }) => {
    const source = sourceOfAll(collection, pairsOf(text), 1)
    return source.docs.length === 0 ? [] : [{ text, source }]
  })
  if (held.length === 0) return undefined
  const masses = held.map(({ text }) =>
    pairsOf(text).reduce((sum, pair) => sum + rarity(collection.count(pair), collection.size), 0),
  )
  const sources = [...held.map(({ source }) => source), ...others]
  const to = held.map(({ text }) => text)
  return {
    slots: [{ mass: Math.max(...masses), isWord, tells: true, sources }],
    understood: [{ from, to }],
    renamed: [],
    terms: [from, ...to],
    wantsFuzzy: false,
  }
}

/** A word that nobody wrote: misspelt, or the initials of a Chinese one. */
function guessed(
  text: string,
  tells: boolean,
  collection: Collection,
  { fuzzy }: Means,
): QueryMeaning {
  const share = tells ? 1 : commonShare
  const mass = share * rarity(1, collection.size)
  const nothing = literal([{ mass, isWord, tells, sources: [] }], [])
  const isMisspelt = text.length >= shortestMisspelt && /^[a-z][a-z0-9_]*$/.test(text)
  if (isMisspelt && fuzzy === undefined) return { ...nothing, wantsFuzzy: true }
  const counts = isMisspelt ? collection.words() : new Map<string, number>()
  const near = fuzzy?.words(text, counts.keys()) ?? []
  if (near.length === 0) {
    const readings = /^[a-z]{2,6}$/.test(text) ? initialsOf(collection, text) : []
    return readAs(text, readings, [], collection) ?? nothing
  }
  const fewest = near[0]?.mistakes ?? 0
  const likely = near
    .filter(({ mistakes }) => mistakes <= fewest + 0.5)
    .sort(
      (a, b) => a.mistakes - b.mistakes || (counts.get(b.word) ?? 0) - (counts.get(a.word) ?? 0),
    )
    .slice(0, mostCorrections)
  const sources = likely.flatMap(({ word, mistakes }) => {
    const factor = factors.mistakes[Math.floor(mistakes)] ?? 0.6
    const others = known(collection, inflections(word))
    return [word, ...others].map((one) => sourceOf(collection, one, factor))
  })
  const most = Math.max(...sources.map(({ docs }) => docs.length))
  const to = likely.map(({ word }) => word)
  return {
    slots: [{ mass: share * rarity(most, collection.size), isWord, tells, sources }],
    understood: [{ from: text, to }],
    renamed: [],
    terms: to,
    wantsFuzzy: false,
  }
}

function known(collection: Collection, words: readonly string[]): readonly string[] {
  return words.filter((word) => collection.count(word) > 0)
}

/** The same English word, one or many. */
function inflections(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(word)) return []
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)]
  if (word.endsWith('s')) return word.endsWith('ss') ? [] : [word.slice(0, -1)]
  return [`${word}s`]
}
