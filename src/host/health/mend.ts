import { chmodSync, existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Mended } from '../../archive/examination.ts'
import { makeFolder } from '../store/append.ts'
import type { AllFolders } from '../store/home-files.ts'
import { type Ailment, ailmentsOf } from './home-state.ts'

/** What is in a folder is seen only once that is open, and so once more. */
const rounds = 3

/**
 * Opens what is ours to its owner, and puts what stands where something of ours should into `damaged/`,
 * where nothing is lost of it. What cannot be mended stays, for the doctor to name. Never throws.
 */
export function mendHome(home: AllFolders): readonly Mended[] {
  const mended: Mended[] = []
  for (let left = rounds; left > 0; left -= 1) {
    const now = ailmentsOf(home).flatMap((ailment) => mend(home, ailment) ?? [])
    if (now.length === 0) break
    mended.push(...now)
  }
  return mended
}

function mend(home: AllFolders, { place, report, mend }: Ailment): Mended | undefined {
  const { path } = report
  try {
    if (mend === 'open') {
      const stat = statSync(place)
      chmodSync(place, (stat.mode & 0o777) | (stat.isDirectory() ? 0o700 : 0o600))
      return { path, to: undefined }
    }
    if (mend !== 'aside' || [home.data, home.settings, home.cache].includes(place)) return undefined
    const folder = join(home.data, 'damaged')
    if (place === folder) return undefined
    makeFolder(folder)
    const to = free(join(folder, path.replaceAll('/', '-')))
    renameSync(place, to)
    return { path, to }
  } catch {
    return undefined
  }
}

function free(path: string): string {
  let target = path
  for (let n = 2; existsSync(target); n += 1) target = `${path}-${n}`
  return target
}
