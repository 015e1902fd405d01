import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encode } from '../../src/journal/record.ts'
import { defaultRules, parametersOf } from '../../src/schedule/rules.ts'
import { folderWith } from '../support/library.ts'
import { forgetful, reviewsOf } from '../support/person.ts'
import { binary } from '../support/pty.ts'

let home: ReturnType<typeof folderWith>

beforeEach(() => {
  home = folderWith({})
})
afterEach(() => home.remove())

const root = join(import.meta.dirname, '../..')
const isThere = await import('@open-spaced-repetition/binding').then(
  () => true,
  () => false,
)

function journalOf(memory: readonly number[]): string {
  const text = reviewsOf({ memory, reviews: 1500, seed: '甲' }).map(encode).join('')
  mkdirSync(join(home.path, 'journal'))
  writeFileSync(join(home.path, 'journal', 'here.jsonl'), text)
  writeFileSync(join(home.path, 'device'), 'here\n')
  return text
}

function journal(): string {
  return readFileSync(join(home.path, 'journal', 'here.jsonl'), 'utf8')
}

function tune(program: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'config', 'tune', ...words, '--lang', 'zh'],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, VIVA_HOME: home.path, VIVA_NOW: '2026-11-22T20:00:00+08:00' },
    },
  )
  return { status, stdout, stderr }
}

/** The program in a folder of its own, without any package beside it. */
function copied(): string {
  const folder = join(home.path, 'program')
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  return folder
}

const missing = /拟合参数的包没有安装[\s\S]*npm ci --include=optional/

describe('with the package that fits', () => {
  test('someone of another kind gets parameters, and --revert takes them back', () => {
    const before = journalOf(forgetful)
    const found = tune(binary, '--json')
    if (!isThere) {
      expect(found).toMatchObject({ status: 1, stdout: '' })
      expect(found.stderr).toMatch(missing)
      return
    }
    expect(found).toMatchObject({ status: 0, stderr: '' })
    const { tuned, reviews, fitted, inUse, ...losses } = JSON.parse(found.stdout)
    expect({ tuned, reviews, inUse }).toEqual({ tuned: true, reviews: 1500, inUse: 'fit' })
    expect(losses.before - losses.after).toBeGreaterThan(0.002)
    expect(parametersOf(fitted.join(', '))).toEqual(fitted)
    expect(fitted[8]).toBeLessThan(defaultRules.parameters[8] ?? 0)
    const record = JSON.parse(journal().slice(before.length))
    expect(record).toMatchObject({ op: 'params', w: fitted, n: 1500 })
    expect(tune(binary).stdout).toContain('还太早')
    expect(tune(binary, '--revert')).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(tune(binary, '--revert', '--json').stdout)).toEqual({
      inUse: 'defaults',
      parameters: defaultRules.parameters,
    })
  })

  test('someone of the usual kind keeps the defaults', () => {
    const before = journalOf(defaultRules.parameters)
    const found = tune(binary, '--json')
    if (!isThere) {
      expect(found.stderr).toMatch(missing)
      return
    }
    expect(found).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(found.stdout)).toMatchObject({ why: 'no-gain', inUse: 'defaults' })
    expect(journal()).toBe(before)
  })
})

describe('without it', () => {
  test('the command says how to install it, and all others work', () => {
    const before = journalOf(forgetful)
    const found = tune(join(copied(), 'bin', 'viva.js'), '--json')
    expect(found).toMatchObject({ status: 1, stdout: '' })
    expect(found.stderr).toMatch(missing)
    expect(found.stderr.replaceAll(/\s/g, '')).toContain(join(home.path, 'program'))
    expect(journal()).toBe(before)
  })

  test.each([
    ['dies', 'process.abort()', 'SIGABRT'],
    ['leaves', 'process.exit(3)', 'exit 3'],
    [
      'answers nonsense',
      "process.on('message', () => process.send({ kind: 'fitted', parameters: ['x'] }))",
      'no 21 numbers',
    ],
  ])('a process that %s harms nothing', (_, script, reason) => {
    const before = journalOf(forgetful)
    const folder = copied()
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'dist', 'fit-worker.js'), script)
    const found = tune(join(folder, 'bin', 'viva.js'))
    expect(found).toMatchObject({ status: 1, stdout: '' })
    expect(found.stderr).toContain(`拟合参数失败（${reason}）`)
    expect(journal()).toBe(before)
  })
})
