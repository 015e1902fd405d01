import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { randomName } from './digest.ts'

/**
 * Writes a cache whole, by rename, part after part. False if it could not be written, which costs
 * only time.
 */
export function writeCacheFile(path: string, parts: Iterable<Uint8Array>): boolean {
  const draft = `${path}.${randomName(4)}`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
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
    forget(draft)
    return false
  }
}

/** Takes a cache away, if it is there. */
export function forget(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // there is not even a folder
  }
}
