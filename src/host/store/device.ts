import { linkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from '../../errors.ts'
import { readNamed } from '../files/read-file.ts'
import { makeFolder, syncFolder } from './append.ts'
import { randomName } from './digest.ts'
import { discard } from './discard.ts'
import { readable, saving } from './own-files.ts'

/**
 * The name of this machine's own files below `home`, made once. It is a file of its own because
 * eight first starts at once must agree, and a settings file that is rewritten whole cannot promise
 * that. Throws the fault `not-saved`: it is asked for by whoever is about to write.
 */
export function deviceOf(home: string): string {
  const path = join(home, 'device')
  return saving(path, () => nameIn(path) ?? makeDevice(home, path))
}

function makeDevice(home: string, path: string): string {
  const mine = randomName(6)
  const draft = `${path}.${mine}`
  makeFolder(home)
  try {
    writeFileSync(draft, `${mine}\n`, { mode: 0o600, flush: true })
    publish(draft, path, mine)
    if (nameIn(path) === undefined) {
      // a power cut left a file without a name in it
      discard(path)
      publish(draft, path, mine)
    }
    syncFolder(home)
  } finally {
    discard(draft)
  }
  return nameIn(path) ?? mine
}

function publish(draft: string, path: string, name: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    // A file system without links: the small window in which two differ only costs a second file.
    const isTaken = reasonOf(error) === 'EEXIST'
    if (!isTaken) writeFileSync(path, `${name}\n`, { mode: 0o600, flag: 'wx' })
  }
}

/** The name of this machine, if it has one yet. Throws the fault `own-not-readable`. */
export function knownDevice(home: string): string | undefined {
  const path = join(home, 'device')
  return readable(path, () => nameIn(path))
}

function nameIn(path: string): string | undefined {
  try {
    return /^[\w.-]+/.exec(readNamed(path, { most: 1024 }).toString())?.[0]
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  }
}
