import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeCacheFile } from '../store/cache-file.ts'
import { discard } from '../store/discard.ts'
import { codeFile } from './kept.ts'
import type { LoadedScript } from './scripts.ts'

/** So many files of code are kept: those of all commands, for two versions of Node or of viva. */
const mostFiles = 96

/** Keeps what V8 made of scripts, for the next start; where that cannot be done it costs only time. */
export function keepCode(path: string, scripts: readonly LoadedScript[]): void {
  const code = new Map(scripts.map(({ name, script }) => [name, script.createCachedData()]))
  if (writeCacheFile(path, codeFile(code))) forgetOldest(dirname(path))
}

function forgetOldest(folder: string): void {
  try {
    const files = readdirSync(folder).filter((name) => /^code-.*\.cache$/.test(name))
    if (files.length <= mostFiles) return
    const dated = files.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    dated.sort((a, b) => b.at - a.at)
    for (const { name } of dated.slice(mostFiles / 2)) discard(join(folder, name))
  } catch {
    // others may be at it, too
  }
}
