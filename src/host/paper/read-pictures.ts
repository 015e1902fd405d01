import { type NamedPicture, type NamedPictures, picturesIn } from '../../export/named-pictures.ts'
import type { ReadEntry } from '../../export/read-entry.ts'
import { readPicture } from './pictures.ts'

/** Reads each picture that these entries name once. */
export async function readPictures(entries: readonly ReadEntry[]): Promise<NamedPictures> {
  const read = new Map<string, NamedPicture>()
  for (const [key, named] of picturesIn(entries)) {
    read.set(key, { ...named, found: await readPicture(named.source, named.src) })
  }
  return read
}
