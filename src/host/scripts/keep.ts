import { dirname } from 'node:path'
import { forgetOldest } from '../files/forget-oldest.ts'
import { writeCacheFile } from '../store/cache-file.ts'
import { codeFile } from './kept.ts'
import type { LoadedScript } from './scripts.ts'

/** So many files of code are kept: those of all commands, for two versions of Node or of viva. */
const mostFiles = 96

/** Keeps what V8 made of scripts, for the next start; where that cannot be done it costs only time. */
export function keepCode(path: string, scripts: readonly LoadedScript[]): void {
  const code = new Map(scripts.map(({ name, script }) => [name, script.createCachedData()]))
  if (writeCacheFile(path, codeFile(code))) forgetOldest(dirname(path), /^code-/, mostFiles)
}
