import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from './append.ts'
import { randomName } from './digest.ts'

/** Writes a file by rename and returns when it is on disk; else nothing is left of it. */
export function writeWhole(path: string, content: string | Uint8Array, mode: number): void {
  const draft = join(dirname(path), `.viva-${randomName(4)}`)
  try {
    writeFileSync(draft, content, { mode, flush: true })
    renameSync(draft, path)
    syncFolder(dirname(path))
  } catch (error) {
    tidy(draft)
    throw error
  }
}

function tidy(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {
    // the first fault is the one to tell
  }
}
