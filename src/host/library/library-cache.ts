import { fstatSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Problem } from '../../cards/card.ts'
import { CacheDamaged } from '../../errors.ts'
import { build } from '../build.ts'
import { type OpenCache, openCache, writeCacheFile } from '../store/cache-file.ts'
import { nameOf } from '../store/digest.ts'
import { discard } from '../store/discard.ts'
import {
  type DeckPlaces,
  heldAt,
  heldPacked,
  noCards,
  packed,
  type ReadCards,
  type Stretch,
} from './packed-deck.ts'

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
  readonly places: DeckPlaces | null
}
type Header = {
  readonly format: string
  readonly root: string
  /** What the owner says about the library, as text. */
  readonly overrides: string
  readonly files: readonly LightEntry[]
}

// A cache of another build is not read.
const format = `4 ${build}`
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
): ReadonlyMap<string, FileEntry> {
  const path = pathFor(folder, root)
  let cache: OpenCache | undefined
  try {
    const open = openCache(path)
    cache = open
    const { header, from } = open.read(readHeader)
    if (header.format === format && header.root === root && header.overrides === overrides) {
      const bytes = bytesAt(open, path, from)
      return new Map(header.files.map((light) => [light.name, fullEntry(light, bytes)]))
    }
  } catch {
    // there is none, or it is damaged, and then a new one is written
  }
  cache?.close()
  return new Map()
}

/**
 * Writes the entries whole, by rename. A cache that cannot be written costs only time. Gives them as
 * they are read from now on: what they were read from so far may be no more.
 */
export function writeCache(
  folder: string,
  root: string,
  overrides: string,
  entries: readonly FileEntry[],
): readonly FileEntry[] {
  let at = 0
  const parts: (() => Buffer)[] = []
  const place = (length: number, crc: number, bytes: () => Buffer): Stretch => {
    parts.push(bytes)
    at += length
    return [at - length, length, crc]
  }
  const files = entries.map((entry) => lightEntry(entry, place))
  const head = Buffer.from(JSON.stringify({ format, root, overrides, files } satisfies Header))
  const start = Buffer.alloc(startLength)
  magic.copy(start)
  start.writeUInt32LE(head.length, 4)
  start.writeUInt32LE(crc32(head), 8)
  const path = pathFor(folder, root)
  if (!writeCacheFile(path, bytesOf([() => start, () => head, ...parts]))) return entries
  return moved(entries, files, path, startLength + head.length)
}

function moved(
  entries: readonly FileEntry[],
  files: readonly LightEntry[],
  path: string,
  from: number,
): readonly FileEntry[] {
  try {
    const bytes = bytesAt(openCache(path), path, from)
    return entries.map((entry, i) => {
      const light = files[i]
      return light === undefined || entry.stored === undefined ? entry : fullEntry(light, bytes)
    })
  } catch {
    return entries
  }
}

// one after the other, because a large library has hundreds of megabytes
function* bytesOf(parts: readonly (() => Buffer)[]): Iterable<Buffer> {
  for (const part of parts) yield part()
}

function pathFor(folder: string, root: string): string {
  const name = nameOf(root)
  return join(folder, `library-${name}.cache`)
}

function readHeader(file: number): { readonly header: Header; readonly from: number } {
  const start = Buffer.alloc(startLength)
  readSync(file, start, 0, startLength, 0)
  if (!start.subarray(0, 4).equals(magic)) throw new Error('no cache of ours')
  const length = start.readUInt32LE(4)
  const { size } = fstatSync(file)
  const head = Buffer.alloc(Math.min(length, size))
  readSync(file, head, 0, head.length, startLength)
  if (crc32(head) !== start.readUInt32LE(8)) throw new Error('damaged')
  const header = JSON.parse(head.toString()) as Header
  const from = startLength + length
  const lengths = header.files.map(({ places }) =>
    places === null ? 0 : places.deck[1] + places.texts[1],
  )
  const end = lengths.reduce((sum, one) => sum + one, from)
  if (size !== end) throw new Error('cut short')
  return { header, from }
}

function bytesAt(cache: OpenCache, path: string, from: number): (place: Stretch) => Buffer {
  return (place) => cache.read((file) => checked(file, from, place, path))
}

/** Throws `CacheDamaged` if they are not as they were written, and then there is no cache any more. */
function checked(file: number, from: number, [start, length, crc]: Stretch, path: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  readSync(file, bytes, 0, length, from + start)
  if (crc32(bytes) === crc) return bytes
  discard(path)
  throw new CacheDamaged(path)
}

function fullEntry({ places, ...entry }: LightEntry, bytes: (place: Stretch) => Buffer): FileEntry {
  if (places === null) return { ...entry, ...noCards }
  return { ...entry, ...heldAt(entry.cards, { places, bytes }) }
}

function lightEntry(
  { deck, card: _, stored, ...entry }: FileEntry,
  place: (length: number, crc: number, bytes: () => Buffer) => Stretch,
): LightEntry {
  const fresh = stored === undefined ? deck() : undefined
  const from = stored ?? (fresh === undefined ? undefined : heldPacked(packed(fresh)).stored)
  if (from === undefined) return { ...entry, places: null }
  const kept = (one: Stretch) => place(one[1], one[2], () => from.bytes(one))
  return { ...entry, places: { deck: kept(from.places.deck), texts: kept(from.places.texts) } }
}
