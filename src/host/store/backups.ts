import { existsSync, statfsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packed } from '../../archive/archive.ts'
import { thinned } from '../../archive/thinning.ts'
import { UserError } from '../../errors.ts'
import { type Day, dayOf, dayText } from '../../schedule/day.ts'
import type { Instant } from '../../schedule/schedule.ts'
import { makeFolder } from './append.ts'
import { discard } from './discard.ts'
import { type HomeFolders, members } from './home-files.ts'
import { namesIn, saving } from './own-files.ts'
import { writeWhole } from './whole-file.ts'

const suffix = '.viva.gz'

/**
 * Writes everything of ours into one file, whole or not at all. Throws the faults `file-exists`,
 * unless it may be replaced, `own-not-readable` and `not-saved`.
 */
export function writeBackup(
  home: HomeFolders,
  target: string,
  at: Instant,
  replace: boolean,
): void {
  const path = resolve(target)
  if (!replace && existsSync(path)) throw new UserError({ code: 'file-exists', path })
  const files = members(home)
  saving(path, () => writeWhole(path, gzipSync(packed(files, at)), 0o600))
}

/** The days of the dated copies, the latest last. Throws the fault `own-not-readable`. */
export function copyDays(home: HomeFolders): readonly Day[] {
  const names = namesIn(folderOf(home)).filter((name) => name.endsWith(suffix))
  const days = names.flatMap((name) => dayOf(name.slice(0, -suffix.length)) ?? [])
  return days.sort((a, b) => a - b)
}

/** The path of a day's copy. */
export function copyPath(home: HomeFolders, day: Day): string {
  return join(folderOf(home), `${dayText(day)}${suffix}`)
}

function folderOf(home: HomeFolders): string {
  return join(home.data, 'backups')
}

/**
 * Makes today's copy unless there is one, where the disk has room for many more, and takes away
 * those that are no longer needed; says whether it made one. Nobody asked for it, so a failure costs
 * nobody anything; the doctor tells how old the last copy is.
 */
export function keepDailyCopy(home: HomeFolders, today: Day, at: Instant): boolean {
  try {
    const days = copyDays(home)
    if (days.includes(today) || !hasRoom(home)) return false
    makeFolder(folderOf(home))
    writeBackup(home, copyPath(home, today), at, false)
    for (const day of thinned([...days, today], today)) discard(copyPath(home, day))
    return true
  } catch {
    // a copy is an extra; the journal is safe without it
    return false
  }
}

const roomWanted = 64 << 20

function hasRoom(home: HomeFolders): boolean {
  const { bavail, bsize } = statfsSync(home.data)
  return bavail * bsize > roomWanted
}
