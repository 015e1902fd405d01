import { readSync } from 'node:fs'
import { join } from 'node:path'
import type { Card } from '../../cards/card.ts'
import {
  joinedBytes,
  type Shelf,
  sectionsIn,
  sectionsInMemory,
} from '../../search/index/collection.ts'
import { build } from '../build.ts'
import { type OpenCache, openCache, writeCacheFile } from '../store/cache-file.ts'
import { nameOf } from '../store/digest.ts'
import { discard } from '../store/discard.ts'
import type { OpenLibrary } from './library.ts'
import type { FileEntry } from './library-cache.ts'

/** Told how many files are indexed, for long work. */
type Progress = (done: number, all: number) => void
type Sections = Shelf['sections']

/** What an index was made of; it stands in its head. */
type Made = {
  readonly format: string
  readonly root: string
  readonly overrides: string
  readonly files: readonly IndexedFile[]
}
type IndexedFile = { readonly name: string; readonly hash: string; readonly cards: number }

// An index of another build is not read.
const format = `3 ${build}`
/** Above so many cards what changed goes into a second, small index. */
const large = 2000
/** Once this share of the cards changed, all are indexed again. */
const mostChanged = 0.1

/**
 * The shelves to search a library on: its index as it is kept in the folder of caches, made anew as
 * far as cards changed. Without a folder, or where it cannot be written, the index is only in memory.
 */
export async function shelvesOf(
  library: OpenLibrary,
  folder: string | undefined,
  onProgress: Progress,
): Promise<readonly Shelf[]> {
  const entries = library.entries.filter(({ cards }) => cards > 0)
  const index = {
    library,
    folder,
    onProgress,
    byName: new Map(entries.map((one) => [one.name, one])),
  }
  const base = opened(index, 'base')
  if (base !== undefined) {
    const lost = changedSince(base, entries)
    if (lost.count === 0) return [shelf(index, base)]
    if (sum(entries) > large && lost.count <= sum(entries) * mostChanged) {
      return withDelta(index, base, lost)
    }
  }
  const sections = await made(index, 'base', entries)
  const delta = pathOf(index, 'delta')
  if (delta !== undefined) discard(delta)
  return [shelf(index, sections)]
}

type Index = {
  readonly library: OpenLibrary
  readonly folder: string | undefined
  readonly onProgress: Progress
  readonly byName: ReadonlyMap<string, FileEntry>
}
type Part = 'base' | 'delta'

/** How the files of a library differ from those that an index was made of. */
type Changed = {
  /** Files that the index does not know as they are now. */
  readonly fresh: readonly FileEntry[]
  /** Names of files in it that are gone or another text now. */
  readonly stale: ReadonlySet<string>
  /** Cards in both. */
  readonly count: number
}

function changedSince(sections: Sections, entries: readonly FileEntry[]): Changed {
  const { files } = sections.meta.made as Made
  const before = new Map(files.map((file) => [file.name, file]))
  const now = new Map(entries.map((entry) => [entry.name, entry.hash]))
  const fresh = entries.filter(({ name, hash }) => before.get(name)?.hash !== hash)
  const gone = files.filter(({ name, hash }) => now.get(name) !== hash)
  const stale = new Set(gone.map(({ name }) => name))
  return { fresh, stale, count: sum(fresh) + sum(gone) }
}

async function withDelta(
  index: Index,
  base: Sections,
  { fresh, stale }: Changed,
): Promise<readonly Shelf[]> {
  const standing = shelf(index, base, (file) => !stale.has(file.name))
  if (fresh.length === 0) return [standing]
  const known = opened(index, 'delta')
  const isSame = known !== undefined && changedSince(known, fresh).count === 0
  return [standing, shelf(index, isSame ? known : await made(index, 'delta', fresh))]
}

function shelf(
  { byName }: Index,
  sections: Sections,
  stands?: (file: IndexedFile) => boolean,
): Shelf {
  const { files } = sections.meta.made as Made
  const starts: number[] = []
  let size = 0
  for (const { cards } of files) {
    starts.push(size)
    size += cards
  }
  const fileAt = (doc: number) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? 0) <= doc) low = middle
      else high = middle
    }
    return low
  }
  const cardAt = (doc: number): Card => {
    const at = fileAt(doc)
    const card = byName.get(files[at]?.name ?? '')?.card(doc - (starts[at] ?? 0))
    if (card === undefined) throw new RangeError(`no card ${doc}`)
    return card
  }
  if (stands === undefined) return { sections, stands, cardAt }
  const standing = files.map(stands)
  return { sections, stands: (doc) => standing[fileAt(doc)] === true, cardAt }
}

/** A part of the index as it is kept, if it was made of this library by this build. */
function opened(index: Index, part: Part): Sections | undefined {
  const path = pathOf(index, part)
  if (path === undefined) return undefined
  let cache: OpenCache | undefined
  try {
    const open = openCache(path)
    cache = open
    const bytes = (start: number, length: number) => open.read((file) => piece(file, start, length))
    const sections = sectionsIn(bytes, () => discard(path))
    const made = sections.meta.made as Made
    const { root, overrides } = index.library
    if (made.format === format && made.root === root && made.overrides === overrides) {
      return sections
    }
  } catch {
    // there is none, or it is damaged, and then a new one is made
  }
  cache?.close()
  return undefined
}

function piece(file: number, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  const read = readSync(file, bytes, 0, length, start)
  return read === length ? bytes : bytes.subarray(0, read)
}

/** Indexes the files, and keeps the index if that can be done. */
async function made(index: Index, part: Part, entries: readonly FileEntry[]): Promise<Sections> {
  const { library, folder, onProgress } = index
  const { root, overrides } = library
  const files = entries.map(({ name, hash, cards }) => ({ name, hash, cards }))
  const { indexed } = await import('./index-pieces.ts')
  const where = { cache: folder, root, said: overrides }
  const parts = await indexed(entries, where, onProgress, {
    format,
    root,
    overrides,
    files,
  } satisfies Made)
  const path = pathOf(index, part)
  if (path !== undefined && writeCacheFile(path, parts)) {
    const sections = opened(index, part)
    if (sections !== undefined) return sections
  }
  return sectionsInMemory(joinedBytes(parts))
}

function pathOf({ folder, library }: Index, part: Part): string | undefined {
  if (folder === undefined) return undefined
  const name = nameOf(library.root)
  return join(folder, `search-${name}.${part}`)
}

function sum(files: readonly { readonly cards: number }[]): number {
  return files.reduce((all, { cards }) => all + cards, 0)
}
