import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AddedLibrary, Problem } from '../cards/card.ts'
import { collected, type Shelf } from '../search/collection.ts'
import type { OpenSearch, Terminal } from './host.ts'
import { openLibrary } from './library.ts'
import { shelvesOf } from './search-index.ts'

const mostGlossary = 256 * 1024

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
  const glossary = readGlossary(join(home.settings, 'glossary.txt'))
  return { collection: collected(shelves), problems, glossary }
}

// The person's own file: without it, or where it cannot be read, there is only the glossary of ours.
function readGlossary(path: string): string {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat?.isFile() && stat.size <= mostGlossary ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}
