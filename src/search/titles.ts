import type { Fuzzy, Like } from './fuzzy.ts'
import type { Collection } from './index/collection.ts'
import type { Query } from './query.ts'
import type { Ranked } from './rank.ts'
import { bare, hasHan } from './text/tokens.ts'

/** What a title adds to the score of its card. */
const bonus = { equal: 1, holds: 0.25, share: 0.35, part: 0.15 } as const
const shortestPart = 3
const shortest = 3
const shortestWord = 5
const longest = 32
const mostAlike = 20
const leastLikeness = 0.66

/** The cards found, those whose title holds the query, or another name of it, put forward. */
export function titlesFirst(
  collection: Collection,
  query: Query,
  renamed: readonly string[],
  found: readonly Ranked[],
): readonly Ranked[] {
  const asked = [query.text, ...renamed].map(bare)
  const parts = query.chunks.map(({ text }) => text).filter((text) => text.length >= shortestPart)
  const better = found.map((one) => {
    const titles = collection.titleOf(one.doc).split('\n').map(bare)
    const most = Math.max(
      ...titles.flatMap((title) => asked.map((one) => bonusOf(title, one, parts))),
    )
    return { ...one, score: one.score * (1 + most) }
  })
  return better.sort(byScore)
}

function bonusOf(title: string, asked: string, parts: readonly string[]): number {
  if (title === asked) return bonus.equal
  if (asked !== '' && title.includes(asked)) {
    return bonus.holds + (bonus.share * asked.length) / title.length
  }
  return parts.some((part) => title.includes(part)) ? bonus.part : 0
}

/** Whether titles that read like the query may have something to add to what was found. */
export function wantsAlike(query: Query, found: readonly Ranked[]): boolean {
  const asked = bare(query.text)
  if (query.phrases.length > 0 || asked.length < shortest || asked.length > longest) return false
  return hasHan(asked) || (found.length === 0 && asked.length >= shortestWord)
}

/** Adds the cards whose title reads like the query, misspelt as it may be. */
export function withAlike(
  collection: Collection,
  query: Query,
  found: readonly Ranked[],
  fuzzy: Fuzzy,
  fits: (doc: number) => boolean,
): readonly Ranked[] {
  const top = found[0]?.score ?? 1
  const coverage = Math.max(0, ...found.map((one) => one.coverage))
  const entrance = coverage < 0.75 ? 1.3 : 0.5
  const merged = new Map(found.map((one) => [one.doc, one]))
  for (const { index: doc, likeness } of titlesLike(collection, bare(query.text), fuzzy)) {
    const known = merged.get(doc)
    if (known !== undefined) {
      merged.set(doc, { ...known, score: known.score + 0.5 * top * likeness })
    } else if (likeness >= leastLikeness && fits(doc)) {
      merged.set(doc, { doc, score: top * likeness * entrance, coverage: likeness })
    }
  }
  return [...merged.values()].sort(byScore)
}

const titlesOf = new WeakMap<Collection, readonly string[]>()

function titlesLike(collection: Collection, pattern: string, fuzzy: Fuzzy): readonly Like[] {
  let titles = titlesOf.get(collection)
  if (titles === undefined) {
    titles = Array.from({ length: collection.size }, (_, doc) => collection.titleOf(doc))
    titlesOf.set(collection, titles)
  }
  return fuzzy.titles(pattern, titles, mostAlike)
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.doc - b.doc
}
