import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import initSqlJs, { type SqlJsStatic } from 'sql.js'

export type { Database } from 'sql.js'

/**
 * SQLite as WebAssembly: Node 20 has none of its own, and native packages need a compiler where no
 * build of theirs fits. It lies beside the build; run from the sources, it is in its package.
 */
export async function sqlite(): Promise<SqlJsStatic> {
  const built = fileURLToPath(new URL('sql-wasm.wasm', import.meta.url))
  const path = existsSync(built)
    ? built
    : createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')
  return initSqlJs({ wasmBinary: new Uint8Array(readFileSync(path)).buffer })
}
