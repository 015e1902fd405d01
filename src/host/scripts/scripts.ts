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

/** Modules of Node that take longer to load than a short command runs; each is an object of functions. */
const slow = new Set(
  ['child_process', 'crypto', 'os', 'readline', 'tty', 'util', 'worker_threads', 'zlib'].map(
    (name) => `node:${name}`,
  ),
)

/** A module of Node; a slow one loads once something of it is asked for. */
function onDemand(name: string): object {
  const open = () => process.getBuiltinModule(name) as Readonly<Record<PropertyKey, unknown>>
  if (!slow.has(name)) return open()
  let opened: ReturnType<typeof open> | undefined
  const get = (key: PropertyKey) => {
    opened ??= open()
    return opened[key]
  }
  return new Proxy(
    {},
    {
      get: (_, key) => get(key),
      // for whoever takes all that it has
      ownKeys: () => Reflect.ownKeys(open()),
      getOwnPropertyDescriptor: (_, key) => ({
        value: get(key),
        enumerable: true,
        configurable: true,
      }),
    },
  )
}
