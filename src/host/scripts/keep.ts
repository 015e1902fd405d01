import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { forgetOldest } from '../files/forget-oldest.ts'
import { writeCacheFile } from '../store/cache-file.ts'
import { codeFile, isOwn } from './kept.ts'
import type { LoadedScript } from './scripts.ts'

/** So many files of code are kept, of one or two megabytes each. */
const mostFiles = 48

/** Keeps what V8 made of scripts, for the next start; where that cannot be done it costs only time. */
export function keepCode(path: string, scripts: readonly LoadedScript[]): void {
  const folder = dirname(path)
  // where others may write nothing is ever run that stands there
  if (existsSync(folder) && !isOwn(folder)) return
  const code = new Map(scripts.map(({ name, script }) => [name, script.createCachedData()]))
  if (writeCacheFile(path, codeFile(code))) forgetOldest(folder, /^code-/, mostFiles)
}
