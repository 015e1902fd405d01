import type { AddedLibrary, Problem } from '../cards/card.ts'
import { collected, type Shelf } from '../search/collection.ts'
import type { OpenSearch, Terminal } from './host.ts'
import { openLibrary } from './library.ts'
import { readGlossary } from './own-glossary.ts'
import { shelvesOf } from './search-index.ts'

/** Opens libraries for searching: what is new is parsed and indexed, all else stays in the caches. */
export async function openSearch(
  libraries: readonly AddedLibrary[],
  home: { readonly settings: string; readonly cache: string },
  terminal: Pick<Terminal, 'progress' | 'indexing'>,
): Promise<OpenSearch> {
  const problems: Problem[] = []
  const shelves: Shelf[] = []
  for (const { path: root, questions } of libraries) {
    const reading = { root, questions, cache: home.cache, now: Date.now }
    const library = await openLibrary({ ...reading, onProgress: terminal.progress })
    problems.push(...library.problems)
    shelves.push(...(await shelvesOf(library, home.cache, terminal.indexing)))
  }
  return { collection: collected(shelves), problems, glossary: readGlossary(home.settings) }
}
