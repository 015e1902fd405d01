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

/**
 * A path as the system itself spells it, where `Notes` and `notes` are one folder, or the two ways to write
 * `é`: so that it is one library. On a Mac realpath has each name from the folder that it stands in
 * (`getattrlist` in stdlib/FreeBSD/realpath.c of Apple's Libc-1725), on Windows GetFinalPathNameByHandle does.
 */
export function spelled(
  path: string,
  platform = process.platform,
  real: (path: string) => string = realpathSync.native,
): string {
  if (platform !== 'win32' && platform !== 'darwin') return path
  try {
    return real(path)
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
