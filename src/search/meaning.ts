import { isCommon } from './common.ts'
import type { Collection } from './index/collection.ts'
import {
  commonShare,
  literal,
  type Means,
  type QueryMeaning,
  type Slot,
  type Understood,
} from './slots.ts'
import { rarity, sourceOf, sourceOfAny } from './sources.ts'
import { pairsOf } from './spelled.ts'
import { type Synonym, synonymsIn } from './synonyms.ts'
import { spelling } from './text/pinyin.ts'
import type { Chunk } from './text/tokens.ts'
import { wordMeaning } from './text/words.ts'

const unknownShare = 0.6

/** What the chunks of a query look for in a collection. */
export function meaningOf(
  typed: readonly Chunk[],
  collection: Collection,
  means: Means,
): QueryMeaning {
  const chunks = withSyllablesJoined(tellingIn(typed, collection), collection)
  const found = chunks.map((chunk, i) =>
    chunkMeaning(chunk, i === chunks.length - 1, collection, means),
  )
  const unknown = massOfUnknown(found, collection.size)
  const synonyms = synonymsIn(chunks, collection, means.glossary)
  const renamed = renamedIn(found, synonyms)
  const slots = found.flatMap((one, chunk) =>
    one.slots.map((slot, i): Slot => {
      const more = synonyms.filter(({ covers }) => covers(chunk, i)).map(({ source }) => source)
      const mass = slot.mass === pending ? unknown : slot.mass
      return { ...slot, mass, sources: [...slot.sources, ...more] }
    }),
  )
  return {
    slots,
    understood: [...found.flatMap(({ understood }) => understood), ...byName(renamed)],
    renamed: renamed.filter(({ isAll }) => isAll).map(({ other }) => other),
    terms: [...found, ...synonyms].flatMap(({ terms }) => terms),
    wantsFuzzy: found.some(({ wantsFuzzy }) => wantsFuzzy),
  }
}

type Renamed = { readonly name: string; readonly other: string; readonly isAll: boolean }

/** Names in a query that no card has, but by another name. */
function renamedIn(
  found: readonly QueryMeaning[],
  synonyms: readonly Synonym[],
): readonly Renamed[] {
  const places = found.flatMap(({ slots }, chunk) => slots.map((slot, i) => ({ slot, chunk, i })))
  return synonyms.flatMap(({ name, other, covers }) => {
    const covered = places.filter(({ chunk, i }) => covers(chunk, i))
    if (covered.some(({ slot }) => slot.sources.length > 0)) return []
    return [{ name, other, isAll: covered.length === places.length }]
  })
}

function byName(renamed: readonly Renamed[]): readonly Understood[] {
  const names = [...new Set(renamed.map(({ name }) => name))]
  return names.map((from) => ({
    from,
    to: renamed.filter(({ name }) => name === from).map(({ other }) => other),
  }))
}

/** Stands for the mass of a pair that no card holds, until those of the others are known. */
const pending = -1

function massOfUnknown(found: readonly QueryMeaning[], size: number): number {
  const known = found.flatMap(({ slots }) => slots.filter(({ sources }) => sources.length > 0))
  const rarest = rarity(1, size)
  const mean = known.reduce((sum, { mass }) => sum + mass, 0) / Math.max(1, known.length)
  return unknownShare * (known.length === 0 ? rarest : Math.min(mean, rarest))
}

function chunkMeaning(
  chunk: Chunk,
  isLast: boolean,
  collection: Collection,
  means: Means,
): QueryMeaning {
  switch (chunk.kind) {
    case 'han':
      return hanMeaning(chunk.text, collection)
    case 'sign':
      return signMeaning(chunk.text, collection)
    case 'word':
      return wordMeaning(chunk, isLast, collection, means)
  }
}

/** Signs count beside words only where some card has them: who ends a question with one asks for none. */
function tellingIn(chunks: readonly Chunk[], collection: Collection): readonly Chunk[] {
  const isBare = chunks.every(({ kind }) => kind === 'sign')
  return chunks.filter(
    ({ kind, text }) =>
      isBare || kind !== 'sign' || (text.length > 1 && collection.count(text) > 0),
  )
}

/** Signs as they stand, and those that begin so: `==` is in `===`. */
function signMeaning(text: string, collection: Collection): QueryMeaning {
  const longer = [...collection.startingWith(text).keys()].filter((one) => one !== text)
  const sources = [
    ...(collection.count(text) > 0 ? [sourceOf(collection, text, 1)] : []),
    ...(longer.length > 0 ? [sourceOfAny(collection, longer, 0.5)] : []),
  ]
  const most = Math.max(1, ...sources.map(({ docs }) => docs.length))
  return literal(
    [{ mass: rarity(most, collection.size), isWord: true, tells: true, sources }],
    [text],
  )
}

function hanMeaning(text: string, collection: Collection): QueryMeaning {
  const { size } = collection
  if (text.length === 1) {
    const source = sourceOfAny(collection, collection.startingWith(text).keys(), 1)
    const sources = source.docs.length === 0 ? [] : [source]
    const mass = rarity(source.docs.length, size)
    return literal([{ mass, isWord: false, tells: true, sources }], [text])
  }
  const slots = pairsOf(text).map((pair): Slot => {
    const count = collection.count(pair)
    const tells = !isCommon(pair)
    if (count === 0) return { mass: pending, isWord: false, tells, sources: [] }
    const mass = (tells ? 1 : commonShare) * rarity(count, size)
    return { mass, isWord: false, tells, sources: [sourceOf(collection, pair, 1)] }
  })
  return literal(slots, [text])
}

/** Syllables that were typed apart, `huan cun`, as one word, unless all of them are words here. */
function withSyllablesJoined(chunks: readonly Chunk[], collection: Collection): readonly Chunk[] {
  const words = chunks.filter(({ kind }) => kind === 'word')
  if (words.length < 2 || words.every(({ text }) => collection.count(text) > 0)) return chunks
  const joined: Chunk[] = []
  for (let at = 0; at < chunks.length; ) {
    let end = at
    while (isSyllable(chunks[end])) end += 1
    const run = chunks.slice(at, end)
    const isWord = run.length > 1 && run.some(({ text }) => collection.count(text) === 0)
    if (isWord) joined.push(wordOf(run.map(({ text }) => text).join('')))
    else joined.push(...(run.length > 0 ? run : chunks.slice(at, at + 1)))
    at = Math.max(end, at + 1)
  }
  return joined
}

function isSyllable(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'word' && chunk.text.length > 1 && spelling().isSyllable(chunk.text)
}

function wordOf(text: string): Chunk {
  return { kind: 'word', text, parts: [] }
}
