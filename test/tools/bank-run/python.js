// Python: the blocks in an environment with the pinned packages, which is made for them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { differs, heard, notRun } from './outcome.js'
import { alone, bareEnvironment, each, inFolder, run } from './processes.js'
import { redis } from './servers.js'

/**
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./outcome.js').Outcome} Outcome
 */

/** @type {import('../bank-run.js').Runner} */
export async function python(blocks, { folder, pins, width }) {
  const program = environment(folder, pins)
  if (program === undefined) {
    return blocks.map(() => notRun('skipped', `no Python ${pins.python} or newer`))
  }
  const missing = namesMissing(program, blocks)
  const jobs = blocks.map((block, i) => ({ block, missing: missing[i] ?? [] }))
  return each(jobs, width, async ({ block, missing }) =>
    missing.length > 0
      ? notRun('fragment', `undefined: ${missing.join(', ')}`)
      : inFolder(folder, (own) => outcomeOf(program, block, own)),
  )
}

/** @param {string} program @param {Block} block @param {string} folder @returns {Promise<Outcome>} */
async function outcomeOf(program, block, folder) {
  const { before, after } = block.around ?? { before: '', after: '' }
  const needsRedis = /redis\.call\(/.test(block.code) || /\bclient\b/.test(before + after)
  const server = needsRedis ? await redis(folder) : undefined
  if (needsRedis && server === undefined) return notRun('skipped', 'no redis-server')
  try {
    const first = before.split('\n').length
    const last = first + block.code.split('\n').length - 1
    const files = { 'test_block.py': `${before}${block.code}\n`, 'after.py': after }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const driver = join(import.meta.dirname, 'driver.py')
    const paths = [...Object.keys(files), 'result.json'].map((name) => join(folder, name))
    const env = { ...bareEnvironment(folder), ...(server && { REDIS_SOCKET: server.socket }) }
    const command = [...alone, program, driver, ...paths, String(first), String(last)]
    return outcomeIn(join(folder, 'result.json'), await run(command, { cwd: folder, env }), block)
  } finally {
    await server?.stop()
  }
}

/**
 * @param {string} file
 * @param {import('./processes.js').Ended} ended
 * @param {Block} block
 * @returns {Outcome}
 */
function outcomeIn(file, { late, stderr }, block) {
  if (late) return differs(block, 'does not end')
  if (!existsSync(file)) return differs(block, stderr.trim().split('\n').at(-1) ?? 'no result')
  const { error, line, printed } = JSON.parse(readFileSync(file, 'utf8'))
  if (error === null) return heard(block, printed)
  return differs(block, line === null ? `in its trial: ${error}` : error, line ?? 0)
}

/**
 * The names that each block uses and nothing gives it.
 * @param {string} program
 * @param {readonly Block[]} blocks
 * @returns {readonly (readonly string[])[]}
 */
function namesMissing(program, blocks) {
  const input = JSON.stringify(blocks.map(({ around, code }) => (around?.before ?? '') + code))
  const scan = join(import.meta.dirname, 'scan.py')
  const { status, stdout, stderr } = spawnSync(program, [scan], { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/**
 * The Python of an environment with the pinned packages; one that is there already is taken.
 * @param {string} folder
 * @param {import('./pins.js').Pins} pins
 */
function environment(folder, pins) {
  const home = join(folder, 'python')
  const program = join(home, 'bin/python')
  const list = join(home, 'pins.txt')
  const wanted = pins.pip.join('\n')
  if (existsSync(list) && readFileSync(list, 'utf8') === wanted) return program
  const base = pythonOf(pins.python)
  if (base === undefined) return undefined
  mkdirSync(home, { recursive: true })
  const install = ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', ...pins.pip]
  for (const [asked, args] of /** @type {const} */ ([
    [base, ['-m', 'venv', '--clear', home]],
    [program, install],
  ])) {
    if (spawnSync(asked, args, { stdio: 'inherit' }).status !== 0) throw new Error(args.join(' '))
  }
  writeFileSync(list, wanted)
  return program
}

/** The first Python that is new enough. @param {string} wanted `3.13` */
function pythonOf(wanted) {
  const [, least = 0] = wanted.split('.').map(Number)
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions')
  const kept = existsSync(pyenv)
    ? readdirSync(pyenv).map((name) => join(pyenv, name, 'bin/python'))
    : []
  const named = [least, least + 1, least + 2].map((minor) => `python3.${minor}`)
  return [...named, 'python3', ...kept].find((program) => {
    const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
    return status === 0 && Number(/3\.(\d+)/.exec(stdout)?.[1]) >= least
  })
}
