import type { Collection } from './index/collection.ts'
import { type Spelling, spelling } from './text/pinyin.ts'

/** A reading of letters in Chinese: a run of characters whose pairs the index holds. */
export type PinyinReading = { readonly text: string; readonly weight: number }

const mostReadings = 6
const mostPaths = 60
/** How much a pair must belong together to be a word rather than two words side by side. */
const cohesive = 0.002

/** What a word of pinyin may be in these cards, the likeliest first: `huancun` is 缓存. */
export function readingsOf(collection: Collection, word: string): readonly PinyinReading[] {
  const spell = spelling()
  const cuts = spell.cuts(word)
  for (const among of ['usual', 'all'] as const) {
    const found = cuts.flatMap((cut) => readingsOfCut(collection, spell, cut, among))
    if (found.length > 0) return best(found)
  }
  return []
}

/** What the initials of a word may stand for in the titles: `yzm` is 验证码. */
export function initialsOf(collection: Collection, letters: string): readonly PinyinReading[] {
  const found = new Map<string, number>()
  for (const [doc, initials] of initialsOfTitles(collection).entries()) {
    if (!initials.includes(letters)) continue
    const title = collection.titleOf(doc)
    for (let at = initials.indexOf(letters); at >= 0; at = initials.indexOf(letters, at + 1)) {
      const text = title.slice(at, at + letters.length)
      found.set(text, (found.get(text) ?? 0) + 1)
    }
  }
  const words = [...found].filter(([text]) => isWord(collection, text))
  return best(words.map(([text, weight]) => ({ text, weight })))
}

// every title has to be spelled, and while somebody types they are asked for again at the next key
const spelled = new WeakMap<Collection, readonly string[]>()

function initialsOfTitles(collection: Collection): readonly string[] {
  const known = spelled.get(collection)
  if (known !== undefined) return known
  const spell = spelling()
  const made = Array.from({ length: collection.size }, (_, doc) =>
    initialsIn(collection.titleOf(doc), spell),
  )
  spelled.set(collection, made)
  return made
}

/** The pairs that a run of characters is indexed by. */
export function pairsOf(text: string): readonly string[] {
  if (text.length < 2) return [text]
  return Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2))
}

// A space for what has no initial, so that every place is a place in the title.
function initialsIn(title: string, spell: Spelling): string {
  let initials = ''
  for (const character of title) {
    initials += character.length > 1 ? '  ' : (spell.syllableOf(character)?.[0] ?? ' ')
  }
  return initials
}

function readingsOfCut(
  collection: Collection,
  spell: Spelling,
  cut: readonly string[],
  among: 'usual' | 'all',
): readonly PinyinReading[] {
  const [first = '', ...rest] = cut
  let paths: PinyinReading[] = Array.from(spell.charactersOf(first, among), (text) => ({
    text,
    weight: Number.POSITIVE_INFINITY,
  }))
  for (const syllable of rest) {
    const next = spell.charactersOf(syllable, among)
    const longer: PinyinReading[] = []
    const followers = new Map<string, ReadonlyMap<string, number>>()
    for (const { text, weight } of paths) {
      const last = text.at(-1) ?? ''
      const known = followers.get(last) ?? collection.startingWith(last)
      followers.set(last, known)
      for (const [pair, count] of known) {
        const character = pair[1]
        if (character === undefined || !next.has(character)) continue
        longer.push({ text: text + character, weight: Math.min(weight, count) })
      }
    }
    paths = longer.sort((a, b) => b.weight - a.weight).slice(0, mostPaths)
  }
  return cut.length === 2 ? paths.filter(({ text }) => isWord(collection, text)) : paths
}

function isWord(collection: Collection, text: string): boolean {
  return pairsOf(text).every((pair) => cohesion(collection, pair) >= cohesive)
}

/** From 0 to 1: how far two characters come only with each other. */
function cohesion(collection: Collection, pair: string): number {
  const [first = '', second = ''] = pair
  const together = collection.count(pair)
  return together ** 2 / (1 + cardsWith(collection, first) * cardsWith(collection, second))
}

// a character is asked for with each that follows it
const counts = new WeakMap<Collection, Map<string, number>>()

function cardsWith(collection: Collection, character: string): number {
  const known = counts.get(collection) ?? new Map<string, number>()
  counts.set(collection, known)
  const before = known.get(character)
  if (before !== undefined) return before
  let count = 0
  for (const one of collection.startingWith(character).values()) count += one
  known.set(character, count)
  return count
}

function best(readings: readonly PinyinReading[]): readonly PinyinReading[] {
  const unique = new Map(readings.map((reading) => [reading.text, reading]))
  return [...unique.values()].sort((a, b) => b.weight - a.weight).slice(0, mostReadings)
}
