import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Library } from '../../cards/card.ts'
import type { Terminal } from '../../screens/terminal.ts'
import { placeNamed } from '../files/names.ts'
import type { LibraryReader } from '../host.ts'
import type { AllFolders } from '../store/home-files.ts'
import { noNames } from '../store/names.ts'
import type { RegistryStore } from '../store/registry.ts'

type Means = {
  readonly home: AllFolders
  /** The folder of the bundled banks. */
  readonly content: URL
  readonly terminal: Terminal
  readonly registry: RegistryStore
}

/** Reads libraries from disk; what that takes is loaded when one is read. */
export function libraryReader({ home, content, terminal, registry }: Means): LibraryReader {
  const onProgress = terminal.progress
  const banks = {
    en: fileURLToPath(new URL('en', content)),
    zh: fileURLToPath(new URL('zh', content)),
  }
  const settle = async (library: Library): Promise<Library> => {
    // the notes of the bundled banks name all their cards
    if (Object.values(banks).includes(library.root)) return library
    const { settled } = await import('./settle.ts')
    return settled(library, registry)
  }
  const read = async (root: string, questions?: readonly string[]): Promise<Library> => {
    const { readLibrary } = await import('./library.ts')
    const { cache } = home
    return settle(await readLibrary({ root, questions, cache, now: Date.now, onProgress }))
  }
  return {
    banks,
    read,
    inspect: async (root, questions) => {
      const { inspectLibrary } = await import('./inspect-library.ts')
      const inspected = await inspectLibrary({ root, questions, now: Date.now, onProgress })
      return { ...inspected, library: await settle(inspected.library) }
    },
    readAmong: async (libraries, id) => {
      const { cardsAmong } = await import('./card-places.ts')
      const isOurs = (root: string) => Object.values(banks).includes(root)
      const namesIn = (root: string) => (isOurs(root) ? noNames : registry.names()).nameOf
      return cardsAmong(id, libraries, { home, namesIn, onProgress }, read)
    },
    openSearch: async (libraries) => {
      const { openSearch } = await import('./open-search.ts')
      const settleAt = async (root: string, questions?: readonly string[]) =>
        void (await read(root, questions))
      return openSearch(libraries, home, { terminal, settleAt, names: registry.names })
    },
    named: async (libraries) => {
      const { cardNames } = await import('./card-names.ts')
      return cardNames(libraries, home, read)
    },
    ownGlossary: async () => {
      const { readGlossary } = await import('../store/own-glossary.ts')
      return readGlossary(home.settings)
    },
    pathOf: ({ library, file }) => {
      const root = resolve(library)
      if (statSync(root, { throwIfNoEntry: false })?.isFile()) return root
      const place = placeNamed(root, file)
      return typeof place === 'string' ? place : join(root, file)
    },
  }
}
