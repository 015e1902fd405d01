import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Problem } from '../../cards/card.ts'
import { build } from '../build.ts'
import { mostOwn, type Path, readNamed } from '../files/read-file.ts'
import { writeCacheFile } from '../store/cache-file.ts'
import { nameOf } from '../store/digest.ts'
import { noteReader } from './note-reader.ts'
import {
  type DeckPlaces,
  heldAt,
  noCards,
  type Pack,
  type PackedDeck,
  packed,
  type ReadCards,
  type Stored,
} from './packed-deck.ts'
import { discardPacks, type PackWriter, packReader } from './packs.ts'

/** What was read of one file, and what the file looked like then. */
export type FileEntry = ReadCards & {
  readonly name: string
  readonly size: number
  /** Of the file, in ms. */
  readonly mtime: number
  /** When it was read, in ms: a file changed in the same moment may look unchanged. */
  readonly readAt: number
  /** Of its bytes. */
  readonly hash: string
  readonly problems: readonly Problem[]
}

type LightEntry = Omit<FileEntry, 'deck' | 'card' | 'stored'> & {
  readonly places: (DeckPlaces & { readonly pack: number }) | null
}
type Header = {
  readonly format: string
  readonly root: string
  /** What the owner says about the library, as text. */
  readonly overrides: string
  readonly packs: readonly Pack[]
  readonly files: readonly LightEntry[]
}

// A cache of another build is not read.
const format = `5 ${build}`
const magic = Buffer.from('viva')
/** The mark, the length of the header, its CRC-32. */
const startLength = 12

/**
 * The entries of a library as they were last read, by file name; none if there is no cache, or one
 * of another version, or a broken one. Cards stay on disk until they are asked for, and so do the
 * texts of their answers.
 */
export function readCache(
  folder: string,
  root: string,
  overrides: string,
  pathOf: (file: string) => Path,
): ReadonlyMap<string, FileEntry> {
  const path = cachePath(folder, root)
  try {
    const { packs, files, ...header } = readHeader(path)
    if (header.format !== format || header.root !== root || header.overrides !== overrides) {
      return new Map()
    }
    const readers = packs.map((pack) => ({ pack, bytes: packReader(path, pack) }))
    const noteOf = ({ name, size, mtime }: LightEntry) =>
      noteReader({ path: pathOf(name), size, mtime }, path)
    return new Map(
      files.map((light) => [light.name, fullEntry(light, readers, () => noteOf(light))]),
    )
  } catch {
    return new Map()
  }
}

/** Where the cache of a library is, beside the packs that it names. */
export function cachePath(folder: string, root: string): string {
  return join(folder, `library-${nameOf(root)}.cache`)
}

/**
 * Writes the entries whole, by rename; `writer` has what is new. Decks stay in the packs that they are
 * in, but for small packs and those of which little is left. A cache that cannot be written costs only
 * time.
 */
export function writeCache(
  path: string,
  { root, overrides }: Pick<Header, 'root' | 'overrides'>,
  entries: readonly FileEntry[],
  writer: PackWriter,
): void {
  const fresh = entries.map((entry) => stored(entry, writer))
  const absorbed = absorbedBy(writer.pack, fresh)
  const kept = fresh.map((one) =>
    one?.pack !== undefined && absorbed.has(one.pack) ? writer.add(moved(one)) : one,
  )
  writer.finish()
  // decks of which nothing was kept would be taken for files without cards
  if (writer.isBroken()) return
  const packs = [...new Set(kept.flatMap((one) => one?.pack ?? []))]
  const files = entries.map((entry, i) => lightEntry(entry, kept[i], packs))
  const header: Header = { format, root, overrides, packs, files }
  const head = Buffer.from(JSON.stringify(header))
  const start = Buffer.alloc(startLength)
  magic.copy(start)
  start.writeUInt32LE(head.length, 4)
  start.writeUInt32LE(crc32(head), 8)
  if (writeCacheFile(path, [start, head])) discardPacks(path, packs, [...absorbed])
}

function stored({ stored, deck }: FileEntry, writer: PackWriter): Stored | undefined {
  if (stored?.pack !== undefined) return stored
  if (stored !== undefined) return writer.add(moved(stored))
  const whole = deck()
  return whole === undefined ? undefined : writer.add(packed(whole))
}

function moved({ places, bytes }: Stored): Pick<PackedDeck, 'lines' | 'texts'> {
  return { lines: bytes(places.deck), texts: bytes(places.texts) }
}

/** The packs that are no larger than twice what comes to it, and those that are more than half stale. */
function absorbedBy(fresh: Pack, all: readonly (Stored | undefined)[]): ReadonlySet<Pack> {
  const live = new Map<Pack, number>()
  for (const one of all) {
    if (one?.pack === undefined || one.pack === fresh) continue
    const { deck, texts } = one.places
    live.set(one.pack, (live.get(one.pack) ?? 0) + deck[1] + texts[1])
  }
  const old = [...live].filter(
    ([pack, bytes]) => pack.size <= 2 * fresh.size || bytes * 2 < pack.size,
  )
  return new Set(old.map(([pack]) => pack))
}

function readHeader(path: string): Header {
  const bytes = readNamed(path, { most: mostOwn })
  if (!bytes.subarray(0, 4).equals(magic)) throw new Error('no cache of ours')
  const head = bytes.subarray(startLength)
  if (head.length !== bytes.readUInt32LE(4)) throw new Error('cut short')
  if (crc32(head) !== bytes.readUInt32LE(8)) throw new Error('damaged')
  return JSON.parse(head.toString()) as Header
}

type PackOpen = { readonly pack: Pack; readonly bytes: Stored['bytes'] }

function fullEntry(
  { places, ...entry }: LightEntry,
  packs: readonly PackOpen[],
  noteOf: () => Stored['note'],
): FileEntry {
  if (places === null) return { ...entry, ...noCards }
  const from = packs[places.pack]
  if (from === undefined) throw new Error('no such pack')
  return { ...entry, ...heldAt(entry.cards, { ...from, places, note: noteOf() }) }
}

function lightEntry(
  { deck: _, card: __, stored: ___, ...entry }: FileEntry,
  stored: Stored | undefined,
  packs: readonly Pack[],
): LightEntry {
  if (stored?.pack === undefined) return { ...entry, places: null }
  const { deck, texts } = stored.places
  return { ...entry, places: { pack: packs.indexOf(stored.pack), deck, texts } }
}
