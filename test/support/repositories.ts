import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createPort } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of this test alone; no git below it knows the settings of who runs the tests. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'viva-git-'))
  const global = join(folder, 'gitconfig')
  writeFileSync(global, '[user]\n\tname = Wen\n\temail = wen@example.org\n')
  const before = { ...process.env }
  Object.assign(process.env, { GIT_CONFIG_GLOBAL: global, GIT_CONFIG_NOSYSTEM: '1', HOME: folder })
  onTestFinished(() => {
    for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM', 'HOME']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Runs the system's git as anybody would. */
export function plainGit(folder: string, ...words: readonly string[]): string {
  const words_ = ['-c', 'init.defaultBranch=main', ...words]
  return execFileSync('git', words_, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim()
}

export type Files = Readonly<Record<string, string>>

/** A repository with one commit of these files. */
export function repository(folder: string, files: Files): string {
  mkdirSync(folder, { recursive: true })
  plainGit(folder, 'init', '--quiet')
  commit(folder, files)
  return folder
}

/** The address of a repository on this machine, as git has it on Windows, too. */
export function addressOf(folder: string): string {
  return `file://${process.platform === 'win32' ? `/${folder.replaceAll('\\', '/')}` : folder}`
}

/** Writes files and commits all that is there. */
export function commit(folder: string, files: Files, ...words: readonly string[]): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  plainGit(folder, 'add', '--all', '--force')
  plainGit(folder, 'commit', '--quiet', '--allow-empty', '-m', 'notes', ...words)
}

/** `git daemon` for all below a folder; gives the address that they stand below. */
export async function daemonFor(folder: string): Promise<string> {
  const port = await freePort()
  const words = [
    'daemon',
    '--listen=127.0.0.1',
    `--port=${port}`,
    `--base-path=${folder}`,
    '--export-all',
    '--verbose',
    '--log-destination=stderr',
    folder,
  ]
  const daemon = spawn('git', words, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => endGroup(daemon))
  await new Promise<void>((resolve, reject) => {
    daemon.once('exit', () => reject(new Error('git daemon ended')))
    daemon.stderr?.on('data', (said: Buffer) => {
      if (/ready to rumble/i.test(said.toString())) resolve()
    })
  })
  return `git://127.0.0.1:${port}`
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid)
  } catch {
    // it ended by itself
  }
}

async function freePort(): Promise<number> {
  const server = createPort()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export type HttpServer = {
  /** The address that all repositories stand below. */
  readonly address: string
  /** Each request: its method and path. */
  readonly asked: readonly string[]
  readonly close: () => Promise<void>
}

/** Serves the files of repositories as they are, which is the oldest way of fetching. */
export function filesFor(folder: string): Promise<HttpServer> {
  return serverFor(undefined, ({ url = '/' }, response) => {
    const path = join(folder, new URL(url, 'http://127.0.0.1').pathname)
    if (existsSync(path)) response.end(readFileSync(path))
    else response.writeHead(404).end()
  })
}

/** `git http-backend` behind a small server; with a login, nobody else gets in. */
export function httpFor(folder: string, login?: string): Promise<HttpServer> {
  return serverFor(login, (request, response) => backend(folder, request, response))
}

async function serverFor(
  login: string | undefined,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const wanted = login === undefined ? undefined : `Basic ${btoa(login)}`
    if (wanted !== undefined && request.headers.authorization !== wanted) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="notes"' }).end()
      return
    }
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()))
  onTestFinished(close)
  return { address: `http://127.0.0.1:${port}`, asked, close }
}

function backend(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const { 'content-type': type, 'git-protocol': protocol } = request.headers
  const child = spawn('git', ['-c', 'http.receivepack=true', 'http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      REMOTE_ADDR: '127.0.0.1',
      CONTENT_TYPE: type ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(protocol ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(child.stdin)
  const parts: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => parts.push(bytes))
  child.once('close', () => {
    const whole = Buffer.concat(parts)
    const end = whole.indexOf('\r\n\r\n')
    const lines = whole.subarray(0, end).toString().split('\r\n')
    const heads = lines.map((line) => line.split(/: (.*)/s, 2) as [string, string])
    const status = Number(heads.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200)
    response.writeHead(status, Object.fromEntries(heads.filter(([name]) => name !== 'Status')))
    response.end(whole.subarray(end + 4))
  })
}
