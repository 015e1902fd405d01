import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf, UserError } from '../errors.ts'
import { syncFolder } from './append.ts'
import { randomName } from './digest.ts'

/**
 * Writes a file that the person named, whole or not at all. Throws the faults `file-exists`, unless it
 * may be replaced, and `file-not-written`.
 */
export function writeNamedFile(path: string, content: string | Uint8Array, replace: boolean): void {
  if (!replace && existsSync(path)) throw new UserError({ code: 'file-exists', path })
  try {
    writeWhole(path, content)
  } catch (error) {
    const reason = reasonOf(error)
    throw new UserError({ code: 'file-not-written', path, reason }, { cause: error })
  }
}

/** Writes a file by rename and returns when it is on disk; else nothing is left of it. */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o666): void {
  const draft = `${path}.${randomName(4)}`
  try {
    writeFileSync(draft, content, { mode, flush: true })
    renameSync(draft, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
