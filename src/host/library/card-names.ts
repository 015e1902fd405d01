import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AddedLibrary, Library } from '../../cards/card.ts'
import { clip } from '../../text/text.ts'
import { readNamed } from '../files/read-file.ts'
import type { CardNames } from '../host.ts'
import { writeCacheFile } from '../store/cache-file.ts'
import { nameOf } from '../store/digest.ts'
import type { AllFolders } from '../store/home-files.ts'

type Read = (root: string, questions?: readonly string[]) => Promise<Library>
/** The names, and what the caches were like that they were taken from. */
type Kept = CardNames & { readonly stamp: string }

const most = 64 << 20
const questionLength = 60

/**
 * The names of the cards of these libraries. They are taken from a cache of their own for as long
 * as that of the library is as it was: a shell asks at every key, and the folder may be large. One
 * that cannot be read has none.
 */
export async function cardNames(
  libraries: readonly AddedLibrary[],
  home: AllFolders,
  read: Read,
): Promise<CardNames> {
  const all: CardNames[] = []
  for (const library of libraries) {
    const names = keptNames(library, home) ?? (await freshNames(library, home, read))
    if (names !== undefined) all.push(names)
  }
  return {
    cards: all.flatMap(({ cards }) => cards),
    topics: [...new Set(all.flatMap(({ topics }) => topics))],
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
  }
}

function keptNames({ path }: AddedLibrary, home: AllFolders): CardNames | undefined {
  try {
    const kept = JSON.parse(readNamed(placeFor(path, home), { most }).toString()) as Kept
    return kept.stamp === stampOf(path, home) ? kept : undefined
  } catch {
    return undefined
  }
}

async function freshNames(
  { path, questions }: AddedLibrary,
  home: AllFolders,
  read: Read,
): Promise<CardNames | undefined> {
  const library = await read(path, questions).catch(() => undefined)
  if (library === undefined) return undefined
  const cards = library.decks.flatMap((deck) => deck.cards)
  const names: CardNames = {
    cards: cards.map(({ id, question }) => [id, clip(question, questionLength)]),
    topics: [...new Set(cards.flatMap(({ topics }) => topics))],
    tags: [...new Set(cards.flatMap(({ tags }) => tags))],
  }
  const stamp = stampOf(path, home)
  const kept: Kept = { stamp, ...names }
  if (stamp !== '') writeCacheFile(placeFor(path, home), [Buffer.from(JSON.stringify(kept))])
  return names
}

function placeFor(root: string, { cache }: AllFolders): string {
  return join(cache, `card-names-${nameOf(root)}.cache`)
}

/** Changes with the cache of the library, and with what is known of cards; empty if there is none. */
export function stampOf(root: string, { cache, data }: AllFolders): string {
  try {
    const { mtimeMs, size } = statSync(join(cache, `library-${nameOf(root)}.cache`))
    return [mtimeMs, size, ...sizesIn(join(data, 'registry'))].join(' ')
  } catch {
    return ''
  }
}

function sizesIn(folder: string): readonly number[] {
  try {
    return readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  } catch {
    return []
  }
}
