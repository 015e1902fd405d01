import { type NamedPicture, type NamedPictures, picturesIn } from '../../export/named-pictures.ts'
import type { ReadEntry } from '../../export/read-entry.ts'
import { readPicture } from './pictures.ts'

/** All pictures of a document together have no more bytes. */
const mostBytes = 256 << 20

/**
 * Reads each picture that these entries name once, as far as there is room for all of them and for those
 * `before`, which are given again.
 */
export async function readPictures(
  entries: readonly ReadEntry[],
  before: NamedPictures = new Map(),
  most = mostBytes,
): Promise<NamedPictures> {
  const read = new Map<string, NamedPicture>(before)
  let left = most
  for (const { found } of before.values()) left -= sizeOf(found)
  for (const [key, named] of picturesIn(entries)) {
    if (read.has(key)) continue
    const found = await readPicture(named.source, named.src)
    const bytes = sizeOf(found)
    left -= bytes
    read.set(key, { ...named, found: left < 0 ? 'many' : found })
    // a smaller one may still have room
    if (left < 0) left += bytes
  }
  return read
}

function sizeOf(found: NamedPicture['found']): number {
  return typeof found === 'string' ? 0 : found.bytes.length
}
