import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { NamedFiles } from './host.ts'

/** The files of this machine, as a person names them. */
export const namedFiles: NamedFiles = {
  // a shell leaves the ~ of --save=~/x, and a prompt knows no shell
  absolute: (path) => resolve(path.replace(/^~(?=[/\\]|$)/, homedir())),
  exists: existsSync,
  openForeign: async (path) => (await import('./foreign/open.ts')).openForeign(path),
  writeNew: async (...given) => (await import('./foreign/write-new.ts')).writeNew(...given),
  readAnswer: async (path) => {
    const { readAnswer } = await import('./read-answer.ts')
    return readAnswer(path)
  },
}
