import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { CacheDamaged } from '../../errors.ts'
import { openRegular } from '../files/read-file.ts'
import { makeFolder } from '../store/append.ts'
import { type OpenCache, openCache } from '../store/cache-file.ts'
import { randomName } from '../store/digest.ts'
import { discard } from '../store/discard.ts'
import type { Pack, PackedDeck, Stored, Stretch } from './packed-deck.ts'

// On Windows nobody could replace a file that stays open, nor take its folder away.
const isHeld = process.platform !== 'win32'

/** Takes packed decks as they come, so that a large library is never in memory as a whole. */
export type PackWriter = {
  readonly cachePath: string
  /** Writes a deck; undefined where that cannot be done. It can be read once `finish` was called. */
  readonly add: (deck: Pick<PackedDeck, 'lines' | 'texts'>) => Stored | undefined
  /** What was written so far. */
  readonly pack: Pack
  /** The pack, whole and in its place; undefined if there is nothing in it or it could not be written. */
  readonly finish: () => Pack | undefined
  /** Whether something of it could not be written. */
  readonly isBroken: () => boolean
}

/** A new file of packed decks beside the cache at `cachePath`. */
export function packWriter(cachePath: string): PackWriter {
  const draft = new Draft(cachePath)
  const bytes = (place: Stretch) => draft.read(place)
  return {
    cachePath,
    add: ({ lines, texts }) => {
      const deck = draft.write(lines)
      const told = deck && draft.write(texts)
      return told && { pack: draft.pack, places: { deck, texts: told }, bytes }
    },
    pack: draft.pack,
    finish: () => draft.finish(),
    isBroken: () => draft.isBroken,
  }
}

/** A pack on its way to its name. */
class Draft {
  readonly pack: { -readonly [Key in keyof Pack]: Pack[Key] }
  isBroken = false
  readonly #cachePath: string
  readonly #path: string
  #file: number | undefined
  /** Where it was closed to get its name. */
  #placed: OpenCache | undefined
  /** All that was written, where no more could be. */
  #held: Buffer | undefined

  constructor(cachePath: string) {
    this.#cachePath = cachePath
    this.#path = `${cachePath}-${randomName(4)}`
    this.pack = { name: basename(this.#path), size: 0 }
  }

  get #draft(): string {
    return `${this.#path}.draft`
  }

  /** What was written stays readable, whatever fails then. */
  read(place: Stretch): Buffer {
    const [start, length] = place
    if (this.#held !== undefined) return this.#held.subarray(start, start + length)
    const file = this.#file
    if (file !== undefined) return checked(file, place, this.#cachePath)
    this.#placed ??= openCache(this.#path)
    return this.#placed.read((again) => checked(again, place, this.#cachePath))
  }

  /** Where it stands now; undefined where it could not be written, and then nothing more is. */
  write(part: Uint8Array): Stretch | undefined {
    if (this.isBroken) return undefined
    const start = this.pack.size
    try {
      this.#file ??= created(this.#draft)
      for (let at = 0; at < part.length; ) {
        at += writeSync(this.#file, part, at, part.length - at, start + at)
      }
      this.pack.size += part.length
      return [start, part.length, crc32(part)]
    } catch {
      this.#giveUp()
      return undefined
    }
  }

  finish(): Pack | undefined {
    if (this.#file === undefined) return undefined
    if (!isHeld) closeSync(this.#file)
    try {
      renameSync(this.#draft, this.#path)
      if (!isHeld) this.#file = undefined
      return this.pack
    } catch {
      if (!isHeld) this.#file = openRegular(this.#draft)
      this.#giveUp()
      return undefined
    }
  }

  // on a full disk a draft that nobody will ever name must not take the room that a grade needs
  #giveUp(): void {
    this.isBroken = true
    if (this.#file !== undefined) {
      this.#held = Buffer.alloc(this.pack.size)
      readSync(this.#file, this.#held, 0, this.pack.size, 0)
      closeSync(this.#file)
      this.#file = undefined
    }
    discard(this.#draft)
  }
}

function created(path: string): number {
  makeFolder(dirname(path))
  return openSync(path, 'wx+', 0o600)
}

/** What reads a pack beside the cache. Throws if it is not of this size. */
export function packReader(cachePath: string, { name, size }: Pack): Stored['bytes'] {
  const pack = openCache(join(dirname(cachePath), basename(name)))
  if (pack.read((file) => fstatSync(file).size) !== size) {
    pack.close()
    throw new Error('cut short')
  }
  return (place) => pack.read((file) => checked(file, place, cachePath))
}

/** Throws `CacheDamaged` if they are not as they were written, and then there is no cache any more. */
function checked(file: number, [start, length, crc]: Stretch, cachePath: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  readSync(file, bytes, 0, length, start)
  if (crc32(bytes) === crc) return bytes
  discard(cachePath)
  throw new CacheDamaged(cachePath)
}

/** What nobody names any more may still be on its way to its name, in ms. */
const longSince = 3_600_000

/** Takes away the packs of a cache that were `dropped`, and those that nobody has named for long. */
export function discardPacks(
  cachePath: string,
  named: readonly Pack[],
  dropped: readonly Pack[],
): void {
  const folder = dirname(cachePath)
  for (const { name } of dropped) discard(join(folder, basename(name)))
  const kept = new Set(named.map(({ name }) => name))
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(`${basename(cachePath)}-`) || kept.has(name)) continue
      const path = join(folder, name)
      if (Date.now() - statSync(path).mtimeMs > longSince) discard(path)
    }
  } catch {
    // whoever comes next tries again
  }
}
