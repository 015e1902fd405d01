import { join } from 'node:path'
import { called, type NameOf } from '../../cards/called.ts'
import type { AddedLibrary, Card, Library, Problem } from '../../cards/card.ts'
import { CacheDamaged } from '../../errors.ts'
import { IdTable } from '../../schedule/tables/id-table.ts'
import type { CardsFound } from '../host.ts'
import { type Columns, readColumns, writeColumns } from '../store/column-file.ts'
import { nameOf } from '../store/digest.ts'
import type { AllFolders } from '../store/home-files.ts'
import { stampOf } from './card-names.ts'
import { type OpenLibrary, openLibrary } from './library.ts'

type Head = {
  /** What the caches were like that this was made from. */
  readonly stamp: string
  /** The files with cards. */
  readonly files: readonly string[]
}

/** Behind the last card with an id. */
const none = -1

export type PlacesHost = {
  readonly home: AllFolders
  /** What the cards of a library are called today. */
  readonly namesIn: (root: string) => NameOf
  readonly onProgress?: (done: number, all: number) => void
}

/**
 * The cards that are called `id` today, where those can be had without reading the rest; undefined where
 * nothing of that name is known, or something changed.
 */
export async function cardsCalled(
  id: string,
  libraries: readonly AddedLibrary[],
  { home, namesIn, onProgress }: PlacesHost,
): Promise<CardsFound | undefined> {
  const kept = libraries.map(({ path }) => keptPlaces(path, home))
  const found: Card[] = []
  const problems: Problem[] = []
  for (const [i, { path: root, questions }] of libraries.entries()) {
    const known = kept[i]
    if (known === undefined) return undefined
    const reading = { root, questions, cache: home.cache, now: Date.now, onProgress }
    const library = await openLibrary(reading)
    const cards = library.changed ? undefined : cardsAt(placesOf(id, known), library)
    if (cards === undefined) return undefined
    const nameOf = namesIn(root)
    if (cards.some((card) => nameOf(card.id) !== id)) return undefined
    found.push(...cards.map((card) => called(card, nameOf(card.id))))
    problems.push(...library.problems)
  }
  return found.length > 0 ? { cards: found, problems } : undefined
}

/** Undefined if one of them is not there: its cache was damaged, and is gone now. */
function cardsAt(places: readonly Place[], { entries }: OpenLibrary): readonly Card[] | undefined {
  try {
    const cards = places.flatMap(
      ([file, index]) => entries.find(({ name }) => name === file)?.card(index) ?? [],
    )
    return cards.length === places.length ? cards : undefined
  } catch (error) {
    if (error instanceof CacheDamaged) return undefined
    throw error
  }
}

/** The same, else all cards of the libraries; where these stand is known from then on. */
export async function cardsAmong(
  id: string,
  libraries: readonly AddedLibrary[],
  host: PlacesHost,
  read: (root: string, questions?: readonly string[]) => Promise<Library>,
): Promise<CardsFound> {
  const found = await cardsCalled(id, libraries, host)
  if (found !== undefined) return found
  const all: Library[] = []
  for (const { path, questions } of libraries) {
    const library = await read(path, questions)
    keepPlaces(library, host.home)
    all.push(library)
  }
  return {
    cards: all.flatMap(({ decks }) => decks.flatMap(({ cards }) => cards)),
    problems: all.flatMap(({ problems }) => problems),
  }
}

/** Remembers where the cards of a library stand that was just read. */
export function keepPlaces({ root, decks }: Library, home: AllFolders): void {
  const stamp = stampOf(root, home)
  if (stamp === '') return
  const ids = new IdTable()
  const all = decks.flatMap(({ cards }, file) =>
    cards.map(({ id }, index) => ({ id, file, index })),
  )
  const numbers = Int32Array.from(all, ({ id }) => ids.add(Buffer.from(id)))
  const firsts = new Int32Array(ids.size).fill(none)
  const nexts = new Int32Array(all.length).fill(none)
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const number = numbers[at] ?? 0
    nexts[at] = firsts[number] ?? none
    firsts[number] = at
  }
  const head: Head = { stamp, files: decks.map(({ file }) => file) }
  writeColumns(placeFor(root, home), head, {
    ...ids.parts(),
    firsts,
    nexts,
    files: Int32Array.from(all, ({ file }) => file),
    indexes: Int32Array.from(all, ({ index }) => index),
  })
}

type Kept = { readonly head: Head; readonly columns: Columns }

function keptPlaces(root: string, home: AllFolders): Kept | undefined {
  const stamp = stampOf(root, home)
  if (stamp === '') return undefined
  return readColumns<Head>(placeFor(root, home), (head) => head.stamp === stamp)
}

function placeFor(root: string, { cache }: AllFolders): string {
  return join(cache, `card-places-${nameOf(root)}.cache`)
}

type Place = readonly [file: string, index: number]

/** The file of each card with this id, and how manieth of it the card is. */
function placesOf(id: string, { head, columns }: Kept): readonly Place[] {
  const { ints, counts, bytes } = columns
  const ids = new IdTable({ ids: bytes('ids'), ends: counts('ends'), slots: ints('slots') })
  const number = ids.find(Buffer.from(id))
  const [nexts, files, indexes] = [ints('nexts'), ints('files'), ints('indexes')]
  const found: Place[] = []
  for (let at = ints('firsts')[number] ?? none; at !== none; at = nexts[at] ?? none) {
    found.push([head.files[files[at] ?? 0] ?? '', indexes[at] ?? 0])
  }
  return found
}
