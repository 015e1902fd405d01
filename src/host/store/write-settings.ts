import { closeSync, fsyncSync, lstatSync, openSync, realpathSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { reasonOf, UserError } from '../../errors.ts'
import type { OwnSettings, Settings } from '../../options/settings.ts'
import { putInPlace } from '../files/put-in-place.ts'
import { readNamed } from '../files/read-file.ts'
import { makeFolder, syncFolder } from './append.ts'
import { discard } from './discard.ts'
import { hold, release } from './interviews/hold.ts'
import { draftBeside } from './whole-file.ts'

/** In bytes. */
export const mostSettings = 4 << 20

type Fields = Readonly<Record<string, unknown>>

/**
 * Writes one setting, or takes it away where `value` is undefined; all others stay. conf writes a
 * draft, which takes the place of the file only when it reads back whole: on a full disk conf cuts a
 * file short without a word. A file that is no JSON is set aside, where it can be mended by hand.
 * Throws the fault `settings-not-saved`.
 */
export async function writeSetting(
  path: string,
  key: keyof Settings,
  value: OwnSettings[keyof Settings] | undefined,
): Promise<void> {
  const lock = `${path}.lock`
  await held(lock)
  try {
    makeFolder(dirname(path))
    const target = targetOf(path)
    const found = objectAt(target)
    const { [key]: _, ...others } = found ?? {}
    const next = value === undefined ? others : { ...others, [key]: value }
    await replace(target, next, found === undefined && isThere(target))
  } catch (error) {
    const reason = reasonOf(error)
    throw new UserError({ code: 'settings-not-saved', path, reason }, { cause: error })
  } finally {
    release(lock)
  }
}

/** Longer than any write; who holds the file for so long has been stopped, and is not waited for. */
const [tryMs, tries] = [20, 150]

/** Takes the lock: of two who write at once the second reads what the first has written. */
async function held(lock: string): Promise<void> {
  for (let i = 0; i < tries && !hold(lock); i += 1) await after(tryMs)
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function replace(target: string, next: Fields, isBroken: boolean): Promise<void> {
  const draft = `${draftBeside(target)}.json`
  try {
    await writeDraft(draft, next)
    if (JSON.stringify(objectAt(draft)) !== JSON.stringify(next)) throw shortWrite()
    sync(draft)
    if (isBroken) renameSync(target, `${target}.bad-${Date.now()}`)
    putInPlace(draft, target)
    syncFolder(dirname(target))
  } catch (error) {
    discard(draft)
    throw error
  }
}

async function writeDraft(draft: string, next: Fields): Promise<void> {
  const { default: Conf } = await import('conf')
  const conf = new Conf<Record<string, unknown>>({
    cwd: dirname(draft),
    configName: basename(draft, '.json'),
    projectName: 'viva',
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  })
  conf.store = next
}

function shortWrite(): Error {
  return Object.assign(new Error('cut short'), { code: 'ESHORT' })
}

function sync(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

// A link stays, and what it leads to is replaced.
function targetOf(path: string): string {
  return isThere(path) ? realpathSync(path) : path
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** The object in a file; undefined if there is none, or it is no JSON. Throws where it cannot be read. */
function objectAt(path: string): Fields | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return undefined
  const text = readNamed(path, { most: mostSettings }).toString()
  try {
    const raw: unknown = JSON.parse(text)
    const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
    return isObject ? (raw as Fields) : undefined
  } catch {
    return undefined
  }
}
