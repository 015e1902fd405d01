import { linkSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { reasonOf } from '../../../errors.ts'
import { readNamed } from '../../files/read-file.ts'
import { makeFolder } from '../append.ts'
import { randomName } from '../digest.ts'
import { discard } from '../discard.ts'

/** In bytes; what the system tells of a process is not longer either. */
const mostInLock = 4096

/**
 * Takes a lock that this process holds until it ends; false if another one holds it. Where no lock
 * can be written nothing else can either, and whoever writes next says so: that counts as taken.
 *
 * A lock is never written in place, nor taken away from whoever holds it. Each is a file of one's own
 * that is linked to its name whole, so one of two gets it; one whose process is gone is followed by the
 * next of its name, `.lock.1`, `.lock.2`, and who has a later one behind it does not hold it.
 */
export function hold(path: string): boolean {
  const latest = latestOf(path)
  if (latest.isHeld) return latest.isOurs
  const number = latest.number + 1
  const mine = numbered(path, number)
  try {
    if (!linked(path, mine)) return false
  } catch {
    return true
  }
  if (latestOf(path).number > number) {
    discard(mine)
    return false
  }
  for (let before = number - 1; before >= 0; before -= 1) discard(numbered(path, before))
  if (taken.size === 0) process.once('exit', releaseAll)
  taken.set(path, mine)
  return true
}

/** Gives a lock of this process back. */
export function release(path: string): void {
  const mine = taken.get(path)
  if (mine !== undefined) discard(mine)
  taken.delete(path)
  if (taken.size === 0) process.off('exit', releaseAll)
}

/** What this process holds: the file of each lock, by its path. */
const taken = new Map<string, string>()

function releaseAll(): void {
  for (const path of [...taken.keys()]) release(path)
}

/** Whether another process that is still there holds a lock. */
export function isHeld(path: string): boolean {
  const { isHeld, isOurs } = latestOf(path)
  return isHeld && !isOurs
}

/** Whether there is a lock whose process is gone. */
export function isSpent(path: string): boolean {
  const { number, isHeld } = latestOf(path)
  return number >= 0 && !isHeld
}

/** The name of what a file is a lock of; undefined if it is none. */
export function lockedBy(file: string): string | undefined {
  return /^(.+)\.lock(?:\.\d+)?$/.exec(file)?.[1]
}

type Latest = {
  /** -1 if there is none. */
  readonly number: number
  /** By a process that is still there. */
  readonly isHeld: boolean
  readonly isOurs: boolean
}

function latestOf(path: string): Latest {
  const number = numbersOf(path).reduce((most, one) => Math.max(most, one), -1)
  const holder = number < 0 ? '' : textOf(numbered(path, number))
  return { number, isHeld: isAlive(holder), isOurs: holder === ourselves() }
}

function numbersOf(path: string): readonly number[] {
  const name = basename(path)
  try {
    return readdirSync(dirname(path)).flatMap((file) => {
      if (!file.startsWith(name)) return []
      const rest = file.slice(name.length)
      if (rest === '') return [0]
      return /^\.[1-9]\d*$/.test(rest) ? [Number(rest.slice(1))] : []
    })
  } catch {
    return []
  }
}

function numbered(path: string, number: number): string {
  return number === 0 ? path : `${path}.${number}`
}

/** Puts a lock of ours at a name; false if another one is there. */
function linked(path: string, name: string): boolean {
  makeFolder(dirname(path))
  const draft = `${path}-${randomName(4)}`
  try {
    writeFileSync(draft, ourselves(), { mode: 0o600, flag: 'wx' })
    linkSync(draft, name)
    return true
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false
    return withoutLinks(name, error)
  } finally {
    discard(draft)
  }
}

// A file system without links, which Windows says otherwise of (libuv makes its ERROR_INVALID_FUNCTION
// EISDIR): what is there for the small time of one write is no whole lock yet.
function withoutLinks(name: string, error: unknown): boolean {
  if (!linkless.includes(reasonOf(error))) throw error
  try {
    writeFileSync(name, ourselves(), { mode: 0o600, flag: 'wx' })
    return true
  } catch (second) {
    if (reasonOf(second) === 'EEXIST') return false
    throw second
  }
}

const linkless: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR']

function textOf(path: string): string {
  try {
    return readNamed(path, { most: mostInLock }).toString()
  } catch {
    return ''
  }
}

function isAlive(holder: string): boolean {
  const [number = '', ...birth] = holder.split(' ')
  const pid = Number(number)
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // it is there, but somebody else's
    if (reasonOf(error) !== 'EPERM') return false
  }
  // after a restart another process may have its number
  return birthOf(pid) === birth.join(' ')
}

function ourselves(): string {
  return `${process.pid} ${birthOf(process.pid)}`
}

/** When a process began, and in which run of the machine; `''` where the system does not tell. */
function birthOf(pid: number): string {
  try {
    const told = (path: string) => readNamed(path, { most: mostInLock }).toString('latin1')
    const boot = told('/proc/sys/kernel/random/boot_id').trim()
    const stat = told(`/proc/${pid}/stat`)
    // the name in brackets may hold spaces; behind it stand the state, and the start as the 20th field
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // one that was killed stays in the list until its parent has looked
    return fields[0] === 'Z' ? 'gone' : `${boot} ${fields[19]}`
  } catch {
    return ''
  }
}
