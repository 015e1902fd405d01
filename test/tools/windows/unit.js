// The unit tests on Node for Windows. What builds and runs them brings programs of its own, which Wine cannot
// load; of esbuild and rollup there are others in WebAssembly.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { installFor } from './wine.js'

const root = join(import.meta.dirname, '../../..')

/**
 * What no Wine can say anything about: the bank is the same everywhere, and the other typesetter is one
 * of the programs that Wine cannot load. Both take long.
 */
const left = [/^test\/bin\//, /^test\/content\//, /^test\/host\/typeset(?:-accessible)?\.test/]

/** @param {string} name */
const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version

/** One file of tests, as it went. @typedef {{ passed: number, wrong: readonly string[] }} Told */

/**
 * Runs those whose path begins as one of `parts` says, all if there is none, and adds them to what an
 * earlier run in this folder found.
 * @param {import('./wine.js').Windows} windows @param {string} base @param {readonly string[]} parts
 */
export function unitTests({ drive, node }, base, parts) {
  layTree(join(drive, 'tree'), join(base, 'wasm'))
  const report = join(drive, 'unit.json')
  rmSync(report, { force: true })
  const files = testFiles(parts.filter((part) => !part.startsWith('-')))
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...files]
  const ways = ['--maxWorkers=1', '--testTimeout=300000', '--hookTimeout=300000']
  const told = ['--reporter=default', '--reporter=json', '--outputFile=C:\\unit.json']
  const asked = parts.filter((part) => part.startsWith('-'))
  const said = node([...words, ...ways, ...told, ...asked], { cwd: 'tree', seconds: 7200 })
  if (!existsSync(report)) throw new Error(`no report: ${said.stderr.slice(-500)}`)
  const path = join(base, 'unit-found.json')
  /** @type {Record<string, Told>} */
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const found = { ...before, ...toldIn(JSON.parse(readFileSync(report, 'utf8'))) }
  writeFileSync(path, JSON.stringify(found))
  return counted(found)
}

/** @param {readonly string[]} parts */
function testFiles(parts) {
  const { stdout } = spawnSync('git', ['ls-files', 'test'], { cwd: root, encoding: 'utf8' })
  const all = stdout.split('\n').filter((name) => name.endsWith('.test.ts'))
  const wanted = (/** @type {string} */ name) =>
    parts.length === 0 || parts.some((part) => name.startsWith(part))
  return all.filter((name) => wanted(name) && !left.some((pattern) => pattern.test(name)))
}

/** @param {string} tree @param {string} wasm */
function layTree(tree, wasm) {
  const modules = join(tree, 'node_modules')
  if (!existsSync(modules)) {
    mkdirSync(tree, { recursive: true })
    // a copy of names alone: packages are large, and nothing writes into them
    spawnSync('cp', ['-al', join(root, 'node_modules'), modules])
    installFor(wasm, [
      `@rollup/wasm-node@${versionOf('rollup')}`,
      `esbuild-wasm@${versionOf('vite/node_modules/esbuild')}`,
    ])
    for (const [from, to] of [
      ['@rollup/wasm-node', 'rollup'],
      ['esbuild-wasm', 'vite/node_modules/esbuild'],
    ]) {
      const target = join(modules, to ?? '')
      rmSync(target, { recursive: true })
      cpSync(join(wasm, 'node_modules', from ?? ''), target, { recursive: true })
    }
  }
  for (const name of readdirSync(tree)) {
    if (name !== 'node_modules') rmSync(join(tree, name), { recursive: true })
  }
  const files = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout
  cpSync(join(root, 'dist'), join(tree, 'dist'), { recursive: true })
  for (const name of files.split('\0').filter((name) => existsSync(join(root, name)) && name)) {
    cpSync(join(root, name), join(tree, name))
  }
}

/**
 * @param {{ testResults: readonly { name: string, status: string, message: string,
 *   assertionResults: readonly { fullName: string, status: string, failureMessages: readonly string[] }[] }[] }} report
 * @returns {Record<string, Told>}
 */
function toldIn({ testResults }) {
  return Object.fromEntries(
    testResults.map(({ name, status, message, assertionResults }) => {
      const ended = (/** @type {string} */ how) =>
        assertionResults.filter((one) => one.status === how)
      const wrong = ended('failed').map(
        ({ fullName, failureMessages: [why = ''] }) => `${fullName}: ${why.split('\n')[0]}`,
      )
      const whole = wrong.length === 0 && status === 'failed' ? [message.split('\n')[0] ?? ''] : []
      const told = { passed: ended('passed').length, wrong: [...wrong, ...whole] }
      return [name.replace(/^.*[\\/]tree[\\/]/, ''), told]
    }),
  )
}

/** @param {Record<string, Told>} found */
function counted(found) {
  const told = Object.entries(found)
  return {
    files: told.length,
    failedFiles: told.filter(([, { wrong }]) => wrong.length > 0).length,
    passed: told.reduce((sum, [, { passed }]) => sum + passed, 0),
    wrong: told.flatMap(([file, { wrong }]) => wrong.map((one) => `${file}: ${one}`)),
  }
}
