// One small chunk a command, because start-up is felt at every call; the bundle also frees a
// person's machine from clashes between engines of packages.
import { rmSync } from 'node:fs'

const { build } = await import('esbuild').catch(() => {
  // as `npm install -g .` in a fresh clone, which links the folder without its packages
  console.error('viva is built with packages that are not here yet. Run npm ci first.')
  process.exit(1)
})

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: ['src/main.ts', 'src/host/parse-worker.ts', 'src/host/fit-worker.ts'],
  outdir: 'dist',
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  chunkNames: '[name]-[hash]',
  legalComments: 'none',
  // native code, and it may be missing
  external: ['@open-spaced-repetition/binding'],
  // gray-matter requires what front-matter.ts imports: one copy serves both
  alias: { 'js-yaml': './node_modules/js-yaml/dist/js-yaml.mjs' },
  // gray-matter is CommonJS and asks for fs through require
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
