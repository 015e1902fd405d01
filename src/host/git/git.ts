import { type ChildProcess, spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { reasonOf, UserError } from '../../errors.ts'
import { gitEnvironment, settingWords } from './environment.ts'
import { tidily } from './leaving.ts'

/** Where git works: in a repository of ours (see `repository.ts`), or in none. */
export type GitPlace = {
  readonly gitDir?: string
  readonly workTree?: string | undefined
}

/** How a call runs; without a word it stays on this machine and asks nobody. */
export type GitWays = {
  /** It may talk to another repository. */
  readonly network?: boolean
  /** It may ask at the terminal: it is given the terminal then, and tells no progress. */
  readonly prompts?: boolean
  /** Ms without a sign of life, after which it is ended. */
  readonly patienceMs?: number
  readonly onProgress?: ((progress: GitProgress) => void) | undefined
  /** Ends it with what it was aborted with; without one, Ctrl-C and its like end it. */
  readonly signal?: AbortSignal | undefined
  /** It is short, and brought to its end though somebody asks to leave (see `leaving.ts`). */
  readonly finishes?: boolean
  /** What it reads on stdin. */
  readonly input?: string | Uint8Array
  /** Over our own, such as `GIT_AUTHOR_NAME`. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * A step of git's work as it tells it, such as `Receiving objects`; `asking` from when the terminal is
 * git's, to ask at.
 */
export type GitProgress = { readonly step: string; readonly done: number; readonly all: number }

export type GitResult = {
  readonly code: number
  readonly stdout: Buffer
  /** In English, whatever the person speaks. */
  readonly stderr: string
  /** It gave no sign of life and was ended. */
  readonly isStuck: boolean
}

const usualPatienceMs = 120_000
const mostOutput = 400 << 20
const mostSaid = 64 << 10

/**
 * Runs the system's git so that nothing of a repository runs: no hook, filter, monitor or alias; no
 * prompt unless it may ask. The person's own helpers for passwords and ssh hold. Throws the fault
 * `git-missing`, and `Interrupted` after Ctrl-C, when git and what it started are gone.
 */
export async function git(
  at: GitPlace,
  args: readonly string[],
  ways: GitWays = {},
): Promise<GitResult> {
  const { signal } = ways
  if (signal === undefined) return tidily((signal) => git(at, args, { ...ways, signal }))
  if (ways.finishes !== true) signal.throwIfAborted()
  const child = started(at, args, ways)
  const leave = () => {
    if (ways.finishes !== true) end(child)
  }
  const atExit = () => end(child)
  process.on('exit', atExit)
  signal.addEventListener('abort', leave)
  try {
    const result = await heard(child, ways)
    if (ways.finishes !== true) signal.throwIfAborted()
    return result
  } finally {
    process.off('exit', atExit)
    signal.removeEventListener('abort', leave)
  }
}

function started({ gitDir, workTree }: GitPlace, args: readonly string[], ways: GitWays) {
  const { network = false, prompts = false, input, env } = ways
  return spawn('git', [...settingWords, ...args], {
    // no folder of others: Windows looks for programs where one is
    cwd: gitDir ?? dirname(process.execPath),
    env: {
      ...gitEnvironment(process.env, { network, prompts }),
      GIT_DIR: gitDir ?? '/dev/null',
      ...(workTree === undefined ? {} : { GIT_WORK_TREE: workTree }),
      ...env,
    },
    // without a terminal of its own, neither git nor ssh finds one to ask at
    detached: hasGroups && !prompts,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
}

const hasGroups = process.platform !== 'win32'

/** Ends git with all that it started, such as ssh. */
function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    // it takes its half-written files away
    if (hasGroups) process.kill(-child.pid, 'SIGTERM')
    else child.kill()
  } catch {
    // one that asks at the terminal is in our own group
    child.kill()
  }
}

function heard(child: ChildProcess, ways: GitWays): Promise<GitResult> {
  const stdout: Buffer[] = []
  let length = 0
  let stderr = ''
  let isStuck = false
  let timer: NodeJS.Timeout | undefined
  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      isStuck = true
      end(child)
    }, ways.patienceMs ?? usualPatienceMs)
  }
  // a person may take any time to find a password
  if (ways.prompts !== true) alive()
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(notStarted(error))
    })
    child.stdout?.on('data', (bytes: Buffer) => {
      if (timer !== undefined) alive()
      length += bytes.length
      if (length > mostOutput) end(child)
      else stdout.push(bytes)
    })
    child.stderr?.on('data', (bytes: Buffer) => {
      if (timer !== undefined) alive()
      const said = bytes.toString()
      stderr = (stderr + said).slice(-mostSaid)
      const progress = progressIn(said)
      if (progress !== undefined) ways.onProgress?.(progress)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr, isStuck })
    })
    // it may end before it has read all
    child.stdin?.on('error', () => {})
    child.stdin?.end(ways.input)
  })
}

function notStarted(error: Error): Error {
  const reason = reasonOf(error)
  if (reason !== 'ENOENT' && reason !== 'EACCES') return error
  return new UserError({ code: 'git-missing' }, { cause: error })
}

/** The latest of what is told as `Receiving objects:  45% (45/100)`. */
export function progressIn(said: string): GitProgress | undefined {
  const last = [...said.matchAll(/([A-Z][a-z]+(?: [a-z]+)*): +\d+% \((\d+)\/(\d+)\)/g)].at(-1)
  if (last === undefined) return undefined
  const [, step = '', done, all] = last
  return { step, done: Number(done), all: Number(all) }
}
