import { rmSync } from 'node:fs'

/**
 * Takes a file away that nobody needs any more; false if it is still there. Never throws: what was
 * done before is done, and on a disk that turned read-only the first fault is the one to tell.
 */
export function discard(path: string): boolean {
  try {
    rmSync(path, { force: true })
    return true
  } catch {
    return false
  }
}

/** The same of a folder with all that is in it. */
export function discardFolder(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
    return true
  } catch {
    return false
  }
}
