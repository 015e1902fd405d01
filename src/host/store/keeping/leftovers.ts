import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Leftovers } from '../../../archive/examination.ts'
import { discard } from '../discard.ts'
import type { AllFolders } from '../home-files.ts'
import { editedOf } from '../interviews/edited.ts'
import { hold, isHeld, isSpent, lockedBy, release } from '../interviews/hold.ts'
import { openInterviews } from '../interviews/interviews.ts'
import { namesOrNone } from '../own-files.ts'

/** A file on its way is there for a moment, and nobody's clock is an hour off from the disk's. */
const oldMs = 3_600_000

/** By folder below the home, what files on their way are called. */
const halves: Readonly<Record<string, RegExp>> = {
  '': /^(?:device\.[0-9a-f]{12}|\.viva-[0-9a-f]{8})$/,
  notes: /^(?:\.viva-[0-9a-f]{8}|.+\.md\.[0-9a-f]{8})$/,
  interviews: /^(?:\.viva-[0-9a-f]{8}|.+\.draft\.next|.+\.lock-[0-9a-f]{8})$/,
  backups: /^\.viva-[0-9a-f]{8}$/,
  sync: /^(?:\.viva-[0-9a-f]{8}|sync\.lock-[0-9a-f]{8})$/,
}
const settingsHalf = /^(?:settings\.json\.tmp-.+|\.viva-[0-9a-f]{8}\.json(?:\.tmp-.+)?)$/
const cacheHalf = /\.cache\.[0-9a-f]{8}$/

/** Finds them. Never throws: what cannot be read is for the doctor to name. */
export function leftovers(home: AllFolders): Leftovers {
  const interviews = join(home.data, 'interviews')
  const spent = [
    ...Object.entries(halves).flatMap(([name, half]) => oldIn(join(home.data, name), half)),
    ...oldIn(home.settings, settingsHalf),
    ...oldIn(home.cache, cacheHalf),
    ...spentIn(home.data, interviews),
  ]
  const texts = [
    ...named(join(home.data, 'editing'), /\.md$/),
    ...named(interviews, /\.turn-\d+\.left-\d+\.md$/),
  ]
  return { spent: [...new Set(spent)], texts }
}

/** Throws away what nobody needs; gives how many files went. */
export function tidied(home: AllFolders): number {
  const interviews = join(home.data, 'interviews')
  const { spent } = leftovers(home)
  return spent.filter((path) => {
    const name = path.slice(interviews.length + 1)
    const locked = path.startsWith(interviews) ? lockedBy(name) : undefined
    if (locked === undefined) return discard(path)
    // whoever holds it may give it back
    const lock = join(interviews, `${locked}.lock`)
    if (!hold(lock)) return false
    release(lock)
    return discard(path)
  }).length
}

// Locks whose process is gone, and what was on its way in interviews that are over.
function spentIn(home: string, folder: string): readonly string[] {
  const names = namesOrNone(folder)
  const store = openInterviews(home)
  const isOver = (name: string) => {
    if (isHeld(join(folder, `${name}.lock`))) return false
    try {
      return store.read(name)?.ended !== undefined
    } catch {
      return false
    }
  }
  return names.flatMap((file) => {
    const locked = lockedBy(file)
    const isLock = locked !== undefined && isSpent(join(folder, `${locked}.lock`))
    const drafted = /^(.+)\.draft$/.exec(file)?.[1] ?? editedOf(file)
    const isDraft = drafted !== undefined && isOver(drafted)
    return isLock || isDraft ? [join(folder, file)] : []
  })
}

function oldIn(folder: string, pattern: RegExp): readonly string[] {
  return named(folder, pattern).filter(isOld)
}

function named(folder: string, pattern: RegExp): readonly string[] {
  return namesOrNone(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
}

function isOld(path: string): boolean {
  try {
    const stat = statSync(path)
    return stat.isFile() && Date.now() - stat.mtimeMs > oldMs
  } catch {
    return false
  }
}
