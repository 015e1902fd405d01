import { closeSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { CacheDamaged } from '../../errors.ts'
import { openRegular } from '../files/read-file.ts'
import { makeFolder } from './append.ts'
import { randomName } from './digest.ts'
import { discard } from './discard.ts'

/**
 * Writes a cache whole, by rename, part after part. False if it could not be written, which costs
 * only time.
 */
export function writeCacheFile(path: string, parts: Iterable<Uint8Array>): boolean {
  const draft = `${path}.${randomName(4)}`
  try {
    // who makes the home makes it to stay, though a cache need not
    makeFolder(dirname(path))
    const file = openSync(draft, 'wx', 0o600)
    try {
      for (const part of parts) {
        for (let at = 0; at < part.length; ) at += writeSync(file, part, at)
      }
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
    return true
  } catch {
    discard(draft)
    return false
  }
}

/** A cache that is read piece by piece, for as long as the process runs. */
export type OpenCache = {
  /** Throws `CacheDamaged` if it is gone meanwhile, and what the reading throws. */
  readonly read: <Read>(reading: (file: number) => Read) => Read
  readonly close: () => void
}

/**
 * Opens a cache. It stays what it was, whatever takes its name; but on Windows nobody could replace what
 * is open, nor take its folder away, so there it is opened for each reading. Throws what the system throws.
 */
export function openCache(path: string, isHeld = process.platform !== 'win32'): OpenCache {
  const file = openRegular(path)
  if (isHeld) return { read: (reading) => reading(file), close: () => closeSync(file) }
  closeSync(file)
  return { read: (reading) => once(path, reading), close: () => {} }
}

function once<Read>(path: string, reading: (file: number) => Read): Read {
  const file = stillThere(path)
  try {
    return reading(file)
  } finally {
    closeSync(file)
  }
}

function stillThere(path: string): number {
  try {
    return openRegular(path)
  } catch (error) {
    throw new CacheDamaged(path, { cause: error })
  }
}
