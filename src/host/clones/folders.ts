import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from '../../errors.ts'
import { makeFolder, syncFolder } from '../store/append.ts'
import { randomName } from '../store/digest.ts'
import { discardFolder } from '../store/discard.ts'
import { hold, isHeld, release } from '../store/interviews/hold.ts'
import { namesIn, namesOrNone, saving } from '../store/own-files.ts'
import { clonesFolder } from './notes-path.ts'
import { type ClonePlace, placeIn } from './place.ts'

/** A folder on its way: a clone that is being made, or one that is being taken away. */
const half = /^\.(?:new|gone)-[0-9a-f]{8}$/

/** A new place that nobody sees yet, held until `settled` or `removed`. Throws the fault `not-saved`. */
export function newPlace(data: string): ClonePlace {
  const place = placeIn(join(clonesFolder(data), `.new-${randomName(4)}`))
  saving(place.folder, () => {
    makeFolder(place.notes)
    hold(place.lock)
  })
  return place
}

/** The names that are taken, in small letters, as some disks have them. */
export function takenNames(data: string): ReadonlySet<string> {
  return new Set(namesIn(clonesFolder(data)).map((name) => name.toLowerCase()))
}

/**
 * Puts a new place where it is seen, under the first of these names that is free; undefined if none
 * is. Throws the fault `not-saved`.
 */
export function settled(
  data: string,
  place: ClonePlace,
  names: readonly string[],
): string | undefined {
  const taken = takenNames(data)
  release(place.lock)
  return saving(place.folder, () =>
    names.find((name) => !taken.has(name.toLowerCase()) && isMoved(data, place, name)),
  )
}

function isMoved(data: string, { folder }: ClonePlace, name: string): boolean {
  const target = join(clonesFolder(data), name)
  try {
    renameSync(folder, target)
  } catch (error) {
    // somebody else was faster
    if (takenNames(data).has(name.toLowerCase())) return false
    throw error
  }
  syncFolder(clonesFolder(data))
  return true
}

/** Takes a clone away whole; false if something of it is still there. Never throws. */
export function removed(data: string, folder: string): boolean {
  const gone = join(clonesFolder(data), `.gone-${randomName(4)}`)
  try {
    renameSync(folder, gone)
  } catch (error) {
    return reasonOf(error) === 'ENOENT'
  }
  return discardFolder(gone)
}

/** Takes away what is left of processes that were killed. Never throws. */
export function swept(data: string): void {
  for (const name of namesOrNone(clonesFolder(data)).filter((name) => half.test(name))) {
    const { folder, lock } = placeIn(join(clonesFolder(data), name))
    if (isOld(folder) && !isHeld(lock)) discardFolder(folder)
  }
}

/** One that was made a moment ago may not be held yet, in ms. */
const oldMs = 60_000

function isOld(folder: string): boolean {
  try {
    return Date.now() - statSync(folder).mtimeMs > oldMs
  } catch {
    return false
  }
}
