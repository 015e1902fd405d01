import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from '../errors.ts'
import { makeFolder } from './append.ts'
import { randomName } from './digest.ts'

/**
 * The name of this machine's own files below `home`, made once. It is a file of its own because
 * eight first starts at once must agree, and a settings file that is rewritten whole cannot promise
 * that.
 */
export function deviceOf(home: string): string {
  const path = join(home, 'device')
  const known = knownDevice(home)
  if (known !== undefined) return known
  const mine = randomName(6)
  const draft = `${path}.${mine}`
  makeFolder(home)
  try {
    writeFileSync(draft, `${mine}\n`, { mode: 0o600, flush: true })
    publish(draft, path, mine)
    if (knownDevice(home) === undefined) {
      // a power cut left a file without a name in it
      rmSync(path, { force: true })
      publish(draft, path, mine)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return knownDevice(home) ?? mine
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

/** The name of this machine, if it has one yet. */
export function knownDevice(home: string): string | undefined {
  try {
    return /^[\w.-]+/.exec(readFileSync(join(home, 'device'), 'utf8'))?.[0]
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  }
}
