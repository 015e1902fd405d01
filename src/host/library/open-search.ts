import { called } from '../../cards/called.ts'
import type { AddedLibrary, CardId, Problem } from '../../cards/card.ts'
import type { Terminal } from '../../screens/terminal.ts'
import { type Collection, collected, type Shelf } from '../../search/index/collection.ts'
import type { OpenSearch } from '../host.ts'
import type { Names } from '../store/names.ts'
import { readGlossary } from '../store/own-glossary.ts'
import { openLibrary } from './library.ts'
import { shelvesOf } from './search-index.ts'

/**
 * Above so many cards a search does not wait until edited ones are recognised, which takes all that is
 * known of all cards: the next command that reads the library sees to it.
 */
const mostSettled = 20_000

export type SearchHost = {
  readonly terminal: Pick<Terminal, 'progress' | 'indexing'>
  /** Has what is new of a library recognised, so that its cards keep their names. */
  readonly settleAt: (root: string, questions?: readonly string[]) => Promise<void>
  readonly names: () => Names
}

/** Opens libraries for searching: what is new is parsed and indexed, all else stays in the caches. */
export async function openSearch(
  libraries: readonly AddedLibrary[],
  home: { readonly settings: string; readonly cache: string },
  { terminal, settleAt, names }: SearchHost,
): Promise<OpenSearch> {
  const problems: Problem[] = []
  const shelves: Shelf[] = []
  for (const { path: root, questions } of libraries) {
    const reading = { root, questions, cache: home.cache, now: Date.now }
    const library = await openLibrary({ ...reading, onProgress: terminal.progress })
    const cards = library.entries.reduce((sum, one) => sum + one.cards, 0)
    if (library.changed && cards <= mostSettled) await settleAt(root, questions)
    problems.push(...library.problems)
    shelves.push(...(await shelvesOf(library, home.cache, terminal.indexing)))
  }
  const glossary = readGlossary(home.settings)
  return { collection: named(collected(shelves), names()), problems, glossary }
}

/** The same with its cards called as they are today; the index knows what their notes say. */
function named(collection: Collection, { nameOf, key }: Names): Collection {
  if (key === '') return collection
  return {
    ...collection,
    idOf: (doc) => nameOf(collection.idOf(doc) as CardId),
    cardAt: (doc) => {
      const card = collection.cardAt(doc)
      return called(card, nameOf(card.id))
    },
  }
}
