import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { reasonOf, UserError } from '../errors.ts'
import { mostOwn, readNamed } from './files/read-file.ts'
import type { NamedFiles } from './host.ts'

/** The files of this machine, as a person names them. */
export const namedFiles: NamedFiles = {
  // a shell leaves the ~ of --save=~/x, and a prompt knows no shell
  absolute: (path) => spelled(resolve(path.replace(/^~(?=[/\\]|$)/, homedir()))),
  exists: existsSync,
  readText,
  openForeign: async (path) => (await import('./foreign/open.ts')).openForeign(path),
  writeNew: async (...given) => (await import('./foreign/write-new.ts')).writeNew(...given),
  readAnswer: async (path) => {
    const { readAnswer } = await import('./read-answer.ts')
    return readAnswer(path)
  },
}

// Where `Notes` and `notes` are one folder, a path is what the system calls it, so that it is one library.
function spelled(path: string): string {
  if (process.platform !== 'win32' && process.platform !== 'darwin') return path
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

// A file of the person's; what it holds is made sense of elsewhere.
function readText(path: string): string {
  try {
    return readNamed(path, { most: mostOwn }).toString()
  } catch (error) {
    throw new UserError(
      { code: 'file-not-readable', path, reason: reasonOf(error) },
      { cause: error },
    )
  }
}
