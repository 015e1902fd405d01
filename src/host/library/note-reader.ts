import { closeSync, readSync, statSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { CacheDamaged } from '../../errors.ts'
import { openRegular, type Path, readNamed } from '../files/read-file.ts'
import { discard } from '../store/discard.ts'
import type { Stretch } from './packed-deck.ts'

/** What a note looked like when it was read. */
type Read = { readonly path: Path; readonly size: number; readonly mtime: number }

// The texts of a note are asked for one after the other, or only one of them: from the second on all
// that the note says is kept, until it is another note's turn.
let last: { readonly note: Read; readonly bytes: Buffer | undefined } | undefined

/**
 * Reads texts of a note where they stand in it. One that is not as it was throws `CacheDamaged`, and
 * if nothing else gives that away, there is no cache any more.
 */
export function noteReader(note: Read, cachePath: string): (place: Stretch) => Buffer {
  return ([start, length, crc]) => {
    const text = textIn(note, start, length)
    if (text?.length === length && crc32(text) === crc) return text
    last = undefined
    if (looksTheSame(note)) discard(cachePath)
    throw new CacheDamaged(cachePath)
  }
}

function textIn(note: Read, start: number, length: number): Buffer | undefined {
  try {
    if (last?.note !== note) {
      last = { note, bytes: undefined }
      return stretchOf(note, start, length)
    }
    const bytes = last.bytes ?? readNamed(note.path, { most: note.size })
    last = { note, bytes }
    return bytes.subarray(start, start + length)
  } catch {
    return undefined
  }
}

function stretchOf({ path }: Read, start: number, length: number): Buffer {
  const file = openRegular(path)
  try {
    const bytes = Buffer.allocUnsafe(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, start))
  } finally {
    closeSync(file)
  }
}

function looksTheSame({ path, size, mtime }: Read): boolean {
  const now = statSync(path, { throwIfNoEntry: false })
  return now?.size === size && now.mtimeMs === mtime
}
