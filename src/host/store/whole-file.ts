import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { putInPlace } from '../files/put-in-place.ts'
import { syncFolder } from './append.ts'
import { randomName } from './digest.ts'
import { discard } from './discard.ts'

/**
 * The one writer of files of ours that are written whole: by rename, and on disk with its name when
 * this returns; else nothing is left of it. The folder is there already.
 */
export function writeWhole(path: string, content: string | Uint8Array, mode: number): void {
  const draft = draftBeside(path)
  try {
    writeFileSync(draft, content, { mode, flush: true })
    putInPlace(draft, path)
    syncFolder(dirname(path))
  } catch (error) {
    discard(draft)
    throw error
  }
}

/** A name for a file on its way to another; called by no part of it, which may be as long as names can be. */
export function draftBeside(path: string): string {
  return join(dirname(path), `.viva-${randomName(4)}`)
}
