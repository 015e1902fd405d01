import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exitCodes } from './errors.ts'
import { build } from './host/build.ts'
import { homes } from './host/homes.ts'
import { keptCode } from './host/scripts/kept.ts'
import { scriptsIn } from './host/scripts/scripts.ts'

/**
 * The start of the program: the one part that is a file of its own, which loads all others with what V8
 * made of them the last time. V8 reads the text of a program anew at each start, and for a short
 * command that takes longer than all the rest.
 */
function start(folder: string, words: readonly string[]): void {
  const kept = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : keptFor(words)
  const scripts = scriptsIn(folder, kept === undefined ? new Map() : keptCode(kept))
  if (kept !== undefined) {
    process.once('exit', () => {
      // a word that was mistyped is no command
      const isRefused = process.exitCode === exitCodes.usage
      if (scripts.loaded.every(({ isKept }) => isKept) || isRefused || isLong()) return
      const { keepCode } = scripts.load('keep.cjs') as typeof import('./host/scripts/keep.ts')
      keepCode(kept, scripts.loaded)
    })
  }
  const { run } = scripts.load('run.cjs') as typeof import('./run.ts')
  void run(words, pathToFileURL(join(folder, '../content/'))).then((code) => {
    process.exitCode = code
  })
}

// What took long did what the next call need not do, as reading notes for the first time: of that
// much is compiled, and all of it would be loaded at each start.
function isLong(): boolean {
  const { user, system } = process.cpuUsage()
  return user + system > 1_000_000
}

// each command needs other functions; what is no command is refused, and may be as slow as it likes
function keptFor(words: readonly string[]): string {
  const first = words.find((word) => !word.startsWith('-')) ?? ''
  const name = /^[a-z]{1,12}$/.test(first) ? first : 'home'
  const { version, platform, arch } = process
  return join(homes().cache, `code-${build}-${version}-${platform}-${arch}-${name}.cache`)
}

start(__dirname, process.argv.slice(2))
