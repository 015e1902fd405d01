// One small chunk a command, because start-up is felt at every call; the bundle also frees a
// person's machine from clashes between engines of packages. esbuild bundles and splits; it makes a
// chunk of every few lines that two commands share, which rollup then puts together, since a module
// takes half a millisecond to load however small it is. The program itself is scripts that src/main.ts
// loads with what V8 made of them before; threads and other processes are modules as Node has them.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename } from 'node:path'

const { build, rollup } = await Promise.all([import('esbuild'), import('rollup')])
  .then(([{ build }, { rollup }]) => ({ build, rollup }))
  .catch(() => {
    // as `npm install -g .` in a fresh clone, which links the folder without its packages
    console.error('viva is built with packages that are not here yet. Run npm ci first.')
    process.exit(1)
  })
const parts = 'dist/parts'
/** Shared code up to this size is worth loading with the rest, in bytes. */
const small = 12_000

rmSync('dist', { recursive: true, force: true })
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/**
 * Modules that cost milliseconds of every start. commander loads node:child_process for commands that
 * are programs of their own, of which there are none here; importing node:process, which is there
 * anyway, opens all three streams; and chalk asks the terminal for its colours, which
 * src/host/terminal/colour.ts tells it.
 * @type {import('esbuild').Plugin}
 */
const cheaperNode = {
  name: 'cheaper-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?process$/ }, () => ({ path: 'process', namespace: 'there' }))
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'there' } : undefined,
    )
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'colours', namespace: 'there' }))
    onLoad({ filter: /.*/, namespace: 'there' }, ({ path }) => ({
      contents:
        {
          process: 'module.exports = globalThis.process',
          none: 'module.exports = {}',
          colours: 'export default {}',
        }[path] ?? '',
    }))
  },
}

const { metafile } = await build({
  entryPoints: [
    'src/run.ts',
    'src/host/scripts/keep.ts',
    'src/host/library/parse-worker.ts',
    'src/host/fit-worker.ts',
    'src/host/paper/typeset-process.ts',
    'src/host/paper/typeset-worker.ts',
    'src/host/paper/read-worker.ts',
  ],
  outdir: parts,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  chunkNames: '[name]-[hash]',
  legalComments: 'none',
  plugins: [cheaperNode],
  // native code, and it may be missing
  external: ['@open-spaced-repetition/binding', '@myriaddreamin/*'],
  loader: { '.typ': 'text', '.bash': 'text', '.zsh': 'text', '.fish': 'text', '.ps1': 'text' },
  // sql.js would look for its other half there, which it is handed
  define: { __dirname: '""', __filename: '""' },
  // gray-matter requires what front-matter.ts imports: one copy serves both
  alias: { 'js-yaml': './node_modules/js-yaml/dist/js-yaml.mjs' },
  // gray-matter and commander are CommonJS and ask for Node's modules through require
  banner: { js: requireBanner },
  metafile: true,
})

// every chunk that imports node:module takes longer to load, and few of them need it
for (const path of Object.keys(metafile.outputs)) {
  const text = readFileSync(path, 'utf8')
  const rest = text.slice(requireBanner.length)
  if (text.startsWith(requireBanner) && !/\brequire\b/.test(rest)) {
    writeFileSync(path, rest.trimStart())
  }
}

/** The chunks that a chunk cannot run without, itself among them. @param {string} path */
function needs(path, found = new Set([path])) {
  for (const { kind, path: other, external } of metafile.outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || external === true || found.has(other)) continue
    found.add(other)
    needs(other, found)
  }
  return found
}

/** @param {string} path */
function isLight(path) {
  return statSync(path).size < small
}

const chunks = Object.keys(metafile.outputs)
const run = `${parts}/run.js`
// Commands that are over at once: what they share comes in one piece. What only those need that a
// person sits at would make every start longer.
const quick = /^(?:assess|list|log|rate|search|show|undo)-/
const shared = new Set(
  chunks.filter((path) => quick.test(basename(path))).flatMap((path) => [...needs(path)]),
)
// whole with all that they need, so that no chunk waits for one that waits for it
const common = new Set([
  ...needs(run),
  ...chunks.filter(
    (path) =>
      shared.has(path) && basename(path).startsWith('chunk-') && [...needs(path)].every(isLight),
  ),
])

/**
 * @param {readonly string[]} names
 * @param {import('rollup').Plugin[]} [plugins]
 */
function joined(names, plugins = []) {
  return rollup({
    input: names.map((name) => `${parts}/${name}.js`),
    external: /^node:|^[a-z_]+$|^@(?:open-spaced-repetition|myriaddreamin)\//,
    treeshake: false,
    preserveEntrySignatures: 'allow-extension',
    onwarn: () => {},
    plugins,
  })
}

const scripts = await joined(
  ['run', 'keep'],
  [
    {
      name: 'scripts',
      transform: (text) => ({ code: text.replace(requireBanner, ''), map: null }),
      resolveImportMeta: (property) => (property === 'url' ? 'here()' : null),
    },
  ],
)
await scripts.write({
  dir: 'dist',
  format: 'cjs',
  compact: true,
  strict: false,
  esModule: false,
  interop: 'default',
  dynamicImportInCjs: false,
  // called by src/host/scripts/scripts.ts
  banner: '(function(require,exports,module,here){"use strict";',
  footer: '})',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  manualChunks: (path) => {
    const chunk = `${parts}/${basename(path)}`
    return path.endsWith('/run.js') || !common.has(chunk) ? undefined : 'common'
  },
})
const modules = await joined([
  'parse-worker',
  'fit-worker',
  'typeset-process',
  'typeset-worker',
  'read-worker',
])
await modules.write({
  dir: 'dist',
  format: 'es',
  compact: true,
  chunkFileNames: '[name]-[hash].js',
})
await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.cjs',
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.17',
  plugins: [cheaperNode],
})
rmSync(parts, { recursive: true })

// Of a text in ASCII V8 keeps a byte a character, and its reading takes no decoding. esbuild leaves
// other characters where they stand in regular expressions.
/** @param {string} text */
function inAscii(text) {
  if (/\\[^\x00-\x7f]/.test(text)) throw new Error('an escaped character beyond ASCII')
  return text.replace(
    /[^\x00-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

// src/host/build.ts: caches of one build are read by no other
const written = readdirSync('dist')
  .map((name) => `dist/${name}`)
  .filter((path) => /\.c?js$/.test(path))
const texts = written.map((path) => readFileSync(path, 'utf8'))
const digest = createHash('sha256').update(texts.join('')).digest('hex').slice(0, 8)
for (const [i, path] of written.entries()) {
  writeFileSync(path, inAscii((texts[i] ?? '').replaceAll('@build@', digest)))
}

// what documents are set in, each with its licence; the packages hold nine weights, so they are not
// what a person installs
const fonts = [
  ['noto-sans-sc', 'NotoSansSC', '400Regular', '700Bold'],
  ['inconsolata', 'Inconsolata', '400Regular', '700Bold'],
  ['noto-emoji', 'NotoEmoji', '400Regular'],
  ['noto-sans-math', 'NotoSansMath', '400Regular'],
]
mkdirSync('dist/fonts')
for (const [name = '', file = '', ...weights] of fonts) {
  const from = `node_modules/@expo-google-fonts/${name}`
  for (const weight of weights) {
    copyFileSync(`${from}/${weight}/${file}_${weight}.ttf`, `dist/fonts/${file}_${weight}.ttf`)
  }
  copyFileSync(`${from}/LICENSE_FONT`, `dist/fonts/${file}-LICENSE.txt`)
}

// the manual page, of the tables and texts that make the help; what commands do is not run here
const writer = 'dist/man-page.mjs'
await build({
  stdin: {
    contents: `
      export { manPage } from './src/cli/man-page.ts'
      export { commands } from './src/cli/program.ts'
      export { globalRows } from './src/cli/shell.ts'
      export { en } from './src/i18n/en/en.ts'
      export { manual } from './src/i18n/en/manual.ts'`,
    resolveDir: '.',
  },
  outfile: writer,
  bundle: true,
  format: 'esm',
  platform: 'node',
  external: ['../commands/*'],
  plugins: [cheaperNode],
  banner: { js: requireBanner },
})
const page = await import(new URL(writer, import.meta.url).href)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const { commands, globalRows: rows, en: say, manual } = page
writeFileSync('dist/viva.1', page.manPage({ version, say, manual, commands, rows }))
rmSync(writer)

// what writes packages for Anki
copyFileSync('node_modules/sql.js/dist/sql-wasm.wasm', 'dist/sql-wasm.wasm')
