// JavaScript: the blocks on this Node, with the pinned packages beside them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { differs, heard, notRun } from './outcome.js'
import { alone, bareEnvironment, each, inFolder, run } from './processes.js'

/** What TypeScript calls a name that nothing declares. */
const unknownName = new Set([2304, 2552, 2580, 18004])
/** What the shell of MongoDB, which Debian does not have, gives. */
const mongosh = new Set(['db', 'ObjectId', 'Long', 'Decimal128'])
const given = new Set(['module', 'process', 'require'])

/** @type {import('../bank-run.js').Runner} */
export async function javascript(blocks, { folder, pins, width }) {
  const home = join(folder, 'node')
  install(home, pins.npm)
  const missing = namesMissing(blocks.map(({ around, code }) => (around?.before ?? '') + code))
  const jobs = blocks.map((block, i) => ({ block, missing: missing[i] ?? [] }))
  return each(jobs, width, async ({ block, missing }) =>
    missing.length > 0 ? unrun(missing) : inFolder(home, (own) => outcomeOf(block, own)),
  )
}

/** @param {readonly string[]} missing */
function unrun(missing) {
  const lacking = missing.filter((name) => !mongosh.has(name))
  if (lacking.length === 0) return notRun('skipped', 'no shell of MongoDB')
  return notRun('fragment', `undefined: ${lacking.join(', ')}`)
}

/**
 * @param {import('./blocks.js').Block} block
 * @param {string} folder
 */
async function outcomeOf(block, folder) {
  const { before, after } = block.around ?? { before: '', after: '' }
  const file = join(folder, /\bmodule\.exports\b/.test(block.code) ? 'block.cjs' : 'block.mjs')
  writeFileSync(file, `${before}${block.code}\n${after}`)
  const first = before.split('\n').length
  const last = first + block.code.split('\n').length - 1
  const result = join(folder, 'result.json')
  const driver = join(import.meta.dirname, 'driver.mjs')
  const command = [...alone, process.execPath, driver, file, result, String(first), String(last)]
  const { late, stderr } = await run(command, { cwd: folder, env: bareEnvironment(folder) })
  if (late) return differs(block, 'does not end')
  if (!existsSync(result)) return differs(block, stderr.trim().split('\n').at(-1) ?? 'no result')
  const { error, line, printed } = JSON.parse(readFileSync(result, 'utf8'))
  return error === null ? heard(block, printed) : differs(block, error, line)
}

/**
 * The names that each program uses and nothing declares, and the files that it imports.
 * @param {readonly string[]} codes
 * @returns {readonly (readonly string[])[]}
 */
function namesMissing(codes) {
  const options = { allowJs: true, checkJs: true, noEmit: true, noResolve: true, types: [] }
  const texts = new Map(codes.map((code, i) => [`block-${i}.js`, code]))
  const target = ts.ScriptTarget.ES2023
  const all = {
    ...options,
    target,
    module: ts.ModuleKind.ESNext,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
  }
  const host = ts.createCompilerHost(all)
  const { getSourceFile } = host
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name)
    // each is a module, so that none sees the names of another
    if (text !== undefined) return ts.createSourceFile(name, `${text}\nexport {}`, target, true)
    return getSourceFile(name, ...rest)
  }
  const program = ts.createProgram([...texts.keys()], all, host)
  return [...texts].map(([name, code]) => {
    const source = program.getSourceFile(name)
    const unknown = program
      .getSemanticDiagnostics(source)
      .filter(({ code }) => unknownName.has(code))
      .map(({ start = 0, length }) => source?.text.substring(start, start + (length ?? 0)) ?? '')
    const own = code.match(/(?<=(?:from |import\()["'])\.[^"']+/g) ?? []
    return [...new Set([...unknown.filter((one) => !given.has(one)), ...own])]
  })
}

/**
 * Puts the packages into a folder, unless they are there.
 * @param {string} home
 * @param {readonly string[]} packages
 */
function install(home, packages) {
  const list = join(home, 'pins.txt')
  const wanted = packages.join('\n')
  if (existsSync(list) && readFileSync(list, 'utf8') === wanted) return
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{"private":true}')
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent', ...packages]
  if (spawnSync('npm', args, { cwd: home, stdio: 'inherit' }).status !== 0)
    throw new Error('npm install')
  writeFileSync(list, wanted)
}
