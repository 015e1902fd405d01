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
}

/** A new file of packed decks beside the cache at `cachePath`. */
export function packWriter(cachePath: string): PackWriter {
  const path = `${cachePath}-${randomName(4)}`
  const draft = `${path}.draft`
  const pack: { -readonly [Key in keyof Pack]: Pack[Key] } = { name: basename(path), size: 0 }
  let file: number | undefined
  let failed = false
  /** All that was written, where no more could be. */
  let held: Buffer | undefined
  const bytes = (place: Stretch) => {
    const [start, length] = place
    if (held !== undefined) return held.subarray(start, start + length)
    if (file === undefined) return reopened(path, (again) => checked(again, place, cachePath))
    return checked(file, place, cachePath)
  }
  // What was written stays readable, whatever fails then; but on a full disk a draft that nobody will
  // ever name must not take the room that a grade needs.
  const giveUp = () => {
    failed = true
    if (file !== undefined) {
      held = Buffer.alloc(pack.size)
      readSync(file, held, 0, pack.size, 0)
      closeSync(file)
      file = undefined
    }
    discard(draft)
  }
  const attempt = (act: () => void): boolean => {
    if (failed) return false
    try {
      act()
    } catch {
      giveUp()
    }
    return !failed
  }
  const write = (part: Uint8Array): Stretch => {
    file ??= created(draft)
    const start = pack.size
    for (let at = 0; at < part.length; ) {
      at += writeSync(file, part, at, part.length - at, start + at)
    }
    pack.size += part.length
    return [start, part.length, crc32(part)]
  }
  return {
    cachePath,
    add: ({ lines, texts }) => {
      let stored: Stored | undefined
      attempt(() => {
        stored = { pack, places: { deck: write(lines), texts: write(texts) }, bytes }
      })
      return stored
    },
    pack,
    finish: () => {
      if (failed || file === undefined) return undefined
      if (!isHeld) closeSync(file)
      try {
        renameSync(draft, path)
        if (!isHeld) file = undefined
        return pack
      } catch {
        if (!isHeld) file = openRegular(draft)
        giveUp()
        return undefined
      }
    },
  }
}

function created(path: string): number {
  makeFolder(dirname(path))
  return openSync(path, 'wx+', 0o600)
}

/** What reads a pack beside the cache, which is kept open. Throws if it is not of this size. */
export function packReader(cachePath: string, { name, size }: Pack): Stored['bytes'] {
  const path = join(dirname(cachePath), basename(name))
  const file = openRegular(path)
  let isKept = false
  try {
    if (fstatSync(file).size !== size) throw new Error('cut short')
    isKept = isHeld
  } finally {
    if (!isKept) closeSync(file)
  }
  return isHeld
    ? (place) => checked(file, place, cachePath)
    : (place) => reopened(path, (again) => checked(again, place, cachePath))
}

function reopened(path: string, read: (file: number) => Buffer): Buffer {
  const file = openRegular(path)
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
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
