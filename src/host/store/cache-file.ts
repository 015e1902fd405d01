import { closeSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
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
