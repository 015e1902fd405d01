import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants, Script } from 'node:vm'
import type { KeptCode } from './kept.ts'

/** A script of the build that was loaded. */
export type LoadedScript = {
  readonly name: string
  readonly script: Script
  /** Whether what was kept of it spared V8 its text. */
  readonly isKept: boolean
}

/** Scripts of the build by the names of their files. */
export type Scripts = {
  /** What the script gives; it runs once. */
  readonly load: (name: string) => unknown
  readonly loaded: readonly LoadedScript[]
}

type Module = { exports: unknown }
type Require = (name: string) => unknown

/** What the bundler makes of a chunk: a function in parentheses. */
type Wrapped = (require: Require, exports: unknown, module: Module, here: () => string) => void

/** The scripts of a folder, with what was kept of them. */
export function scriptsIn(folder: string, kept: KeptCode): Scripts {
  const modules = new Map<string, Module>()
  const loaded: LoadedScript[] = []
  const required: Require = (name) => (name.startsWith('./') ? load(name.slice(2)) : onDemand(name))
  const load = (name: string): unknown => {
    const known = modules.get(name)
    if (known !== undefined) return known.exports
    const module: Module = { exports: {} }
    modules.set(name, module)
    const filename = join(folder, name)
    const script = compiled(filename, kept.get(name))
    loaded.push({ name, script, isKept: script.cachedDataRejected === false })
    const run = script.runInThisContext() as Wrapped
    run(required, module.exports, module, () => pathToFileURL(filename).href)
    return module.exports
  }
  return { load, loaded }
}

function compiled(filename: string, cachedData: Uint8Array | undefined): Script {
  // the bundler writes all beyond ASCII as escapes
  return new Script(readFileSync(filename, 'latin1'), {
    filename,
    ...(cachedData === undefined ? {} : { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
}

/** Modules of Node that are there anyway. */
const there = new Set(['node:buffer', 'node:fs', 'node:path', 'node:url'])

/** A module of Node that loads once something of it is asked for: some take longer than a whole command. */
function onDemand(name: string): object {
  const open = () => process.getBuiltinModule(name) as Readonly<Record<PropertyKey, unknown>>
  if (there.has(name)) return open()
  let opened: ReturnType<typeof open> | undefined
  return new Proxy(
    {},
    {
      get: (_, key) => {
        opened ??= open()
        return opened[key]
      },
    },
  )
}
