import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { discard } from '../store/discard.ts'

/**
 * Keeps a folder of caches bounded: of more than `most` files of a kind the older ones go, until half as
 * many are left. Never throws.
 */
export function forgetOldest(folder: string, kind: RegExp, most: number): void {
  try {
    const names = readdirSync(folder).filter((name) => kind.test(name))
    if (names.length <= most) return
    const dated = names.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    dated.sort((a, b) => b.at - a.at)
    for (const { name } of dated.slice(most / 2)) discard(join(folder, name))
  } catch {
    // others may be at it, too
  }
}
