// An interview in a console of Windows, typed key by key from a terminal here.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as pty from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { program } from './wine.js'

const seconds = 120

/**
 * Answers one question, grades it, leaves; what is wrong then, undefined if nothing is.
 * @param {import('./wine.js').Windows} windows
 */
export async function sitting({ drive, env }) {
  const home = join(drive, 'sitting')
  rmSync(home, { recursive: true, force: true })
  const words = [
    program,
    'interview',
    '-n',
    '1',
    '--seconds',
    '90',
    '--library',
    'C:\\Notes\\锁.md',
  ]
  const child = pty.spawn('wine', ['C:\\node\\node.exe', ...words, '--lang', 'zh'], {
    ...{ cols: 80, rows: 24, name: 'xterm-256color', cwd: drive },
    env: { ...env, VIVA_HOME: 'C:\\sitting' },
  })
  let seen = ''
  child.onData((data) => {
    seen += data
  })
  const ended = new Promise((resolve) => child.onExit(resolve))
  try {
    for (const [waits, types] of [
      ['还剩', '互斥\x04'],
      ['良好', '3'],
      ['结束', '\r'],
    ]) {
      await until(() => seen.includes(waits ?? ''), waits ?? '')
      seen = ''
      child.write(types ?? '')
    }
    await Promise.race([ended, until(() => false, 'its end')])
  } catch (error) {
    child.kill()
    return `${error}: ${JSON.stringify(seen.slice(-300))}`
  }
  const [journal = ''] = readdirSync(join(home, 'journal'))
  const kept = readFileSync(join(home, 'journal', journal), 'utf8')
  return kept.includes('"g":3') ? undefined : `kept ${kept}`
}

/**
 * Whether a console obeys moves of the cursor, as Node alone writes them: where it does not, the rows of
 * any answer box are out of place.
 * @param {import('./wine.js').Windows} windows
 */
export async function cursorMoves({ drive, env }) {
  const size = { cols: 60, rows: 12 }
  const screen = new xterm.Terminal({ ...size, allowProposedApi: true })
  const script =
    "process.stdout.write('one\\r\\ntwo\\r\\nthree'); setTimeout(() => process.stdout.write('\\x1b[2A\\rONE\\x1b[2B\\r'), 500); setTimeout(() => {}, 2000)"
  const words = ['C:\\node\\node.exe', '-e', script]
  const child = pty.spawn('wine', words, { ...size, name: 'xterm-256color', cwd: drive, env })
  child.onData((data) => screen.write(data))
  screen.onData((data) => child.write(data))
  await new Promise((resolve) => child.onExit(resolve))
  const rows = [0, 1, 2].map((row) => screen.buffer.active.getLine(row)?.translateToString(true))
  const isObeyed = rows.join() === 'ONE,two,three'
  return `obeys moves of the cursor in a console: ${isObeyed ? 'yes' : `no: ${rows.join(' | ')}`}`
}

/** @param {() => boolean} isSo @param {string} what */
async function until(isSo, what) {
  const end = performance.now() + seconds * 1000
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`${what} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
