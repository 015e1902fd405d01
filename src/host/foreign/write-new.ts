import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { reasonOf, UserError } from '../../errors.ts'
import { writeNamedFile } from '../paper/named-file.ts'
import { makeFolder } from '../store/append.ts'

/** Writes a file that is not there yet, whole or not at all; see `NamedFiles.writeNew`. */
export async function writeNew(folder: string, name: string, bytes: Uint8Array): Promise<boolean> {
  const path = join(folder, name)
  if (existsSync(path)) return false
  try {
    makeFolder(dirname(path))
  } catch (error) {
    const fault = { code: 'not-written', path, reason: reasonOf(error) } as const
    throw new UserError(fault, { cause: error })
  }
  await writeNamedFile(path, bytes, false)
  return true
}
