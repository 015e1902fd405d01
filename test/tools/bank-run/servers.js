// The servers that blocks run on: on data folders of their own, reached by sockets of Unix alone, and
// ended with the work. One that is not installed is undefined.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * @typedef {{ client: readonly string[], socket: string, stop: () => Promise<void> }} Server
 * @typedef {(folder: string) => Promise<Server | undefined>} Start
 */

/** A slow machine sets up a database for some time. */
const patience = 60_000
const isRoot = userInfo().uid === 0

/** @type {Start} */
export async function redis(folder) {
  if (pathOf('redis-server') === undefined || pathOf('redis-cli') === undefined) return undefined
  const socket = join(folder, 'redis.sock')
  const settings = join(folder, 'redis.conf')
  // CONFIG REWRITE needs a file to write to
  writeFileSync(settings, `port 0\nunixsocket ${socket}\ndir ${folder}\nsave ""\n`)
  const client = ['redis-cli', '-s', socket]
  return started(['redis-server', settings], client, [...client, 'PING'], socket, folder)
}

/** In the place of MySQL, which Debian does not have. @type {Start} */
export async function mariadb(folder) {
  const install = pathOf('mariadb-install-db')
  const server = pathOf('mariadbd')
  if (install === undefined || server === undefined) return undefined
  const socket = join(folder, 'mariadb.sock')
  const data = join(folder, 'data')
  const options = ['--no-defaults', `--datadir=${data}`, ...(isRoot ? ['--user=root'] : [])]
  succeed([install, ...options, '--auth-root-authentication-method=normal', '--skip-test-db'])
  const own = [`--socket=${socket}`, '--skip-networking', `--pid-file=${join(folder, 'pid')}`]
  const client = ['mariadb', '--no-defaults', `--socket=${socket}`, '--user=root']
  const ping = [...client, '-e', 'CREATE DATABASE IF NOT EXISTS shop']
  const said = ['--character-set-server=utf8mb4', '--performance-schema']
  const command = [server, ...options, ...own, ...said]
  return started(command, [...client, '-N', '-B', '--force', 'shop'], ping, socket, folder)
}

/** It refuses to be root's, so root lends it to the account that Debian makes for it. @type {Start} */
export async function postgres(folder) {
  const initdb = pathOf('initdb')
  const server = pathOf('postgres')
  if (initdb === undefined || server === undefined) return undefined
  const data = join(folder, 'data')
  mkdirSync(data)
  if (isRoot) succeed(['chown', '-R', 'postgres', folder])
  const as = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : []
  succeed([...as, initdb, '-D', data, '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  const client = ['psql', '-X', '-h', folder, '-U', 'shop', '-d', 'postgres', '-t', '-A', '-q']
  const command = [...as, server, '-D', data, '-k', folder, '-c', 'listen_addresses=']
  return started(command, client, [...client, '-c', 'SELECT 1'], folder, folder)
}

/** @type {Start} */
export async function sqlite(folder) {
  if (pathOf('sqlite3') === undefined) return undefined
  const file = join(folder, 'shop.sqlite')
  return { client: ['sqlite3', '-batch', file], socket: file, stop: async () => {} }
}

/**
 * @param {readonly string[]} command
 * @param {readonly string[]} client
 * @param {readonly string[]} ping what succeeds as soon as the server answers
 * @param {string} socket
 * @param {string} cwd
 * @returns {Promise<Server>}
 */
async function started(command, client, ping, socket, cwd) {
  const [program = '', ...args] = command
  const server = spawn(program, args, { cwd, stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const end = () => server.kill('SIGKILL')
  process.once('exit', end)
  const stop = async () => {
    process.off('exit', end)
    server.kill('SIGTERM')
    await ended
  }
  const [asked = '', ...words] = ping
  for (const since = Date.now(); Date.now() - since < patience; await wait(100)) {
    if (spawnSync(asked, words).status === 0) return { client, socket, stop }
    if (server.exitCode !== null) break
  }
  await stop()
  throw new Error(`${program} does not answer`)
}

/** @param {readonly string[]} command */
function succeed([program = '', ...args]) {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}

/** Where a program is; Debian keeps servers where no PATH of a person leads. @param {string} name */
function pathOf(name) {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
    '/usr/sbin',
  ]
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}
