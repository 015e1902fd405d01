// The unit tests on Node for Windows. What builds and runs them brings programs of its own, which Wine cannot
// load; of esbuild and rollup there are others in WebAssembly.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installFor } from './wine.js'

const root = join(import.meta.dirname, '../../..')

/**
 * What no Wine can say anything about: the bank is the same everywhere, and the other typesetter is one
 * of the programs that Wine cannot load. Both take long.
 */
const left = ['test/content/**', 'test/host/typeset*.test.ts']

/** @param {string} name */
const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version

/**
 * @param {import('./wine.js').Windows} windows @param {string} base
 * @returns {{ passed: number, files: number, wrong: readonly string[] }}
 */
export function unitTests({ drive, node }, base) {
  const tree = join(drive, 'tree')
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(tree)
  const files = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout
  for (const name of files.split('\0').filter((name) => name !== '')) {
    cpSync(join(root, name), join(tree, name))
  }
  // a copy of names alone: packages are large, and nothing writes into them
  spawnSync('cp', ['-al', join(root, 'node_modules'), join(tree, 'node_modules')])
  const wasm = join(base, 'wasm')
  installFor(wasm, [
    `@rollup/wasm-node@${versionOf('rollup')}`,
    `esbuild-wasm@${versionOf('vite/node_modules/esbuild')}`,
  ])
  for (const [from, to] of [
    ['@rollup/wasm-node', 'rollup'],
    ['esbuild-wasm', 'vite/node_modules/esbuild'],
  ]) {
    const target = join(tree, 'node_modules', to ?? '')
    rmSync(target, { recursive: true })
    cpSync(join(wasm, 'node_modules', from ?? ''), target, { recursive: true })
  }
  const words = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    '--maxWorkers=1',
    '--testTimeout=300000',
  ]
  const report = ['--reporter=json', '--outputFile=C:\\unit.json']
  const without = left.flatMap((pattern) => ['--exclude', pattern])
  node([...words, ...report, ...without], { cwd: 'tree', seconds: 7200 })
  return toldIn(JSON.parse(readFileSync(join(drive, 'unit.json'), 'utf8')))
}

/**
 * @param {{ numPassedTests: number, testResults: readonly { name: string, status: string, message: string,
 *   assertionResults: readonly { fullName: string, status: string, failureMessages: readonly string[] }[] }[] }} report
 */
function toldIn({ numPassedTests, testResults }) {
  const wrong = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(/^.*\/tree\//, '')
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`${file}: ${message.split('\n')[0]}`]
    return failed.map(
      (one) => `${file}: ${one.fullName}: ${(one.failureMessages[0] ?? '').split('\n')[0]}`,
    )
  })
  return { passed: numPassedTests, files: testResults.length, wrong }
}
