// Blocks run in processes of their own: without a network, in a folder of their own, for a time.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ code: number | null, late: boolean, stdout: string, stderr: string }} Ended
 * @typedef {{ cwd: string, env?: NodeJS.ProcessEnv, input?: string, seconds?: number }} How
 */

/** A busy machine takes its time to import Django. */
const seconds = 60

/** What shuts off the network but the machine's own, where the system can do so. */
export const alone =
  [
    ['unshare', '-n'],
    ['unshare', '-rn'],
  ]
    .map((command) => [...command, 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'])
    .find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0) ?? []

/**
 * Runs a command, which and whose children are killed when its time is over.
 * @param {readonly string[]} command
 * @param {How} how
 * @returns {Promise<Ended>}
 */
export function run(command, how) {
  const [program = '', ...args] = command
  const child = spawn(program, args, { cwd: how.cwd, env: how.env, detached: true })
  const { promise, resolve } = withResolvers()
  const ended = { code: /** @type {number | null} */ (null), late: false, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ended.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ended.stderr += text
  })
  const bound = setTimeout(
    () => {
      ended.late = true
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    },
    (how.seconds ?? seconds) * 1000,
  )
  child.on('error', ({ message }) => {
    ended.stderr += message
    clearTimeout(bound)
    resolve(ended)
  })
  child.on('close', (code) => {
    clearTimeout(bound)
    resolve({ ...ended, code })
  })
  child.stdin.on('error', () => {})
  child.stdin.end(how.input ?? '')
  return promise
}

/**
 * @template One, Result
 * @param {readonly One[]} all
 * @param {number} width how many at a time
 * @param {(one: One) => Promise<Result>} work
 * @returns {Promise<readonly Result[]>}
 */
export async function each(all, width, work) {
  /** @type {Result[]} */
  const results = []
  const rest = [...all.entries()]
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      results[next[0]] = await work(next[1])
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}

/**
 * Gives the work a folder of its own, which is removed after it.
 * @template Result
 * @param {string} parent
 * @param {(folder: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function inFolder(parent, work) {
  const folder = mkdtempSync(join(parent, 'block-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The environment of a block: nothing of the person's. @param {string} folder @returns {NodeJS.ProcessEnv} */
export function bareEnvironment(folder) {
  const { PATH = '' } = process.env
  return {
    PATH,
    HOME: folder,
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    PYTHONDONTWRITEBYTECODE: '1',
  }
}

/** @returns {{ promise: Promise<Ended>, resolve: (ended: Ended) => void }} */
function withResolvers() {
  /** @type {(ended: Ended) => void} */
  let resolve = () => {}
  const promise = new Promise((/** @type {(ended: Ended) => void} */ settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
