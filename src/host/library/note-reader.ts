import { statSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { CacheDamaged } from '../../errors.ts'
import { type Path, readNamed } from '../files/read-file.ts'
import { discard } from '../store/discard.ts'
import type { Stretch } from './packed-deck.ts'

/** What a note looked like when it was read. */
type Read = { readonly path: Path; readonly size: number; readonly mtime: number }

// the texts of a note are asked for one after the other
let last: { readonly note: Read; readonly bytes: Buffer } | undefined

/**
 * Reads texts of a note where they stand in it. One that is not as it was throws `CacheDamaged`, and
 * if nothing else gives that away, there is no cache any more.
 */
export function noteReader(note: Read, cachePath: string): (place: Stretch) => Buffer {
  return ([start, length, crc]) => {
    const text = bytesOf(note)?.subarray(start, start + length)
    if (text?.length === length && crc32(text) === crc) return text
    last = undefined
    if (looksTheSame(note)) discard(cachePath)
    throw new CacheDamaged(cachePath)
  }
}

function bytesOf(note: Read): Buffer | undefined {
  if (last?.note === note) return last.bytes
  try {
    last = { note, bytes: readNamed(note.path, { most: note.size }) }
    return last.bytes
  } catch {
    return undefined
  }
}

function looksTheSame({ path, size, mtime }: Read): boolean {
  const now = statSync(path, { throwIfNoEntry: false })
  return now?.size === size && now.mtimeMs === mtime
}
