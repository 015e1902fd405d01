import { existsSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packed } from '../../archive/archive.ts'
import { thinned } from '../../archive/thinning.ts'
import { UserError } from '../../errors.ts'
import { type Day, dayOf, dayText } from '../../schedule/day.ts'
import type { Instant } from '../../schedule/schedule.ts'
import { makeFolder } from './append.ts'
import { discard } from './discard.ts'
import { type HomeFolders, members, sizeOf } from './home-files.ts'
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

/** Takes away the dated copies that are no longer needed, and says to others that today's is there. */
export function thinCopies(home: HomeFolders, today: Day): void {
  for (const day of thinned(copyDays(home), today)) discard(copyPath(home, day))
  discard(markPath(home, today))
}

/** From so many bytes on packing them would be waited for. */
const worthWaiting = 4 << 20

/**
 * Makes today's copy unless there is one, where the disk has room for many more, and takes away
 * those that are no longer needed; says whether it made one. A large one is left to another process,
 * which `leave` begins. Nobody asked for it, so a failure costs nobody anything; the doctor tells how
 * old the last copy is.
 */
export function keepDailyCopy(
  home: HomeFolders,
  today: Day,
  at: Instant,
  leave: () => void,
): boolean {
  try {
    if (copyDays(home).includes(today) || !hasRoom(home)) return false
    makeFolder(folderOf(home))
    if (sizeOf(home) > worthWaiting) {
      if (marked(home, today)) leave()
      return false
    }
    writeBackup(home, copyPath(home, today), at, false)
    thinCopies(home, today)
    return true
  } catch {
    // a copy is an extra; the journal is safe without it
    return false
  }
}

/** Where it is marked that somebody is making the copy of a day: called as files on their way are. */
function markPath(home: HomeFolders, day: Day): string {
  return join(folderOf(home), `.viva-${(day >>> 0).toString(16).padStart(8, '0')}`)
}

const longestMs = 600_000

/** Marks that today's copy is being made; false if it was marked a moment ago, and may yet come. */
function marked(home: HomeFolders, today: Day): boolean {
  const path = markPath(home, today)
  const before = statSync(path, { throwIfNoEntry: false })
  if (before !== undefined && Math.abs(Date.now() - before.mtimeMs) < longestMs) return false
  discard(path)
  writeFileSync(path, '', { flag: 'wx', mode: 0o600 })
  return true
}

const roomWanted = 64 << 20

function hasRoom(home: HomeFolders): boolean {
  const { bavail, bsize } = statfsSync(home.data)
  return bavail * bsize > roomWanted
}
