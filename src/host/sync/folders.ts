import { statSync } from 'node:fs'
import { join } from 'node:path'
import { discardFolder } from '../store/discard.ts'

/** Whether a folder stands there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Takes the repositories away that carry files to remotes and back: the next sync makes them anew. */
export function discardCarriers(cache: string): void {
  for (const name of ['sync.git', 'sync-sha256.git']) discardFolder(join(cache, name))
}
