// An interview in a console of Windows, typed key by key from a terminal here.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as pty from '@lydell/node-pty'

const seconds = 40

/**
 * Answers one question, grades it, leaves; what is wrong then, undefined if nothing is.
 * @param {import('./wine.js').Windows} windows
 */
export async function sitting({ drive, env }) {
  const home = join(drive, 'sitting')
  rmSync(home, { recursive: true, force: true })
  const program = 'C:\\app\\node_modules\\viva-interview\\bin\\viva.js'
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
    env: { ...env, NODE_OPTIONS: '--require C:\\spy.cjs', VIVA_HOME: 'C:\\sitting' },
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

/** @param {() => boolean} isSo @param {string} what */
async function until(isSo, what) {
  const end = performance.now() + seconds * 1000
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`${what} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
