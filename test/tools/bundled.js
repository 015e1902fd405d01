import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** What TypeScript modules of this project export, read together. @param {readonly string[]} modules from the top of the project */
export async function bundled(...modules) {
  const top = join(import.meta.dirname, '../..')
  // among the packages, so that it finds them
  const folder = join(top, 'node_modules/.cache')
  const bundle = join(folder, `viva-tool-${process.pid}.mjs`)
  mkdirSync(folder, { recursive: true })
  await build({
    stdin: {
      contents: modules.map((path) => `export * from './${path}'`).join('\n'),
      resolveDir: top,
    },
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    loader: { '.typ': 'text' },
    logLevel: 'error',
  })
  const module = await import(pathToFileURL(bundle).href)
  rmSync(bundle)
  return module
}
