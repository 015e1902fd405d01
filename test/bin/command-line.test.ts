import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pkg from '../../package.json' with { type: 'json' }
import { folderWith } from '../support/library.ts'
import { binary } from '../support/pty.ts'

let home: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'viva-test-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function viva(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: home, VIVA_HOME: home, LANG: 'C.UTF-8', ...env },
  })
  return { status, stdout, stderr }
}

describe('help and version', () => {
  test('the version stands alone on stdout', () => {
    expect(viva(['--version'])).toEqual({ status: 0, stdout: `${pkg.version}\n`, stderr: '' })
    expect(viva(['-V', '--lang', 'zh']).stdout).toBe(`${pkg.version}\n`)
  })

  test('help names every command, in both languages', () => {
    for (const language of ['en', 'zh']) {
      const { status, stdout } = viva(['--help', '--lang', language])
      expect(status).toBe(0)
      for (const name of ['interview', 'list', 'show', 'search', 'assess', 'log', 'config']) {
        expect(stdout).toMatch(new RegExp(`^ {2}${name}`, 'm'))
      }
    }
  })

  test('without a word it says what is due, names the help and does not complain', () => {
    const { status, stdout, stderr } = viva([])
    expect(status).toBe(0)
    expect(stdout).toContain('Today: 0 due, 10 new')
    expect(stdout).toContain('viva --help')
    expect(stderr).toBe('')
  })

  test('the language follows the locale, then the setting, then the option', () => {
    expect(viva(['--help'], { LC_ALL: 'zh_CN.UTF-8' }).stdout).toContain('用法')
    const own = mkdtempSync(join(tmpdir(), 'viva-test-'))
    viva(['config', 'set', 'language', 'zh'], { VIVA_HOME: own })
    expect(viva(['--help'], { VIVA_HOME: own }).stdout).toContain('用法')
    expect(viva(['--help', '--lang', 'en'], { VIVA_HOME: own }).stdout).toContain('Usage')
    rmSync(own, { recursive: true })
  })
})

describe('an exit code', () => {
  test('2 for a wrong command line, with what is wrong and what was meant', () => {
    expect(viva(['interviw'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'error: There is no command interviw.\nDid you mean interview?\nSee viva --help.\n',
    })
    expect(viva(['list', '--jsn', '--lang', 'zh'])).toMatchObject({
      status: 2,
      stderr: '错误：没有 --jsn 这个选项。\n是不是想写 --json？\n用法见 viva --help。\n',
    })
    expect(viva(['interview', '-n', 'many'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('many is no value for -n, --questions <count>.'),
    })
    expect(viva(['show']).status).toBe(2)
    expect(viva(['log', 'more']).status).toBe(2)
    expect(viva(['list', '--library']).status).toBe(2)
  })

  test('2 and one clear line where an interview has no terminal', () => {
    const { status, stdout, stderr } = viva(['interview', '-n', '1'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('needs a terminal at both ends')
  })

  test('0 for the plan of an interview in a pipe, which leaves nothing behind', () => {
    const own = mkdtempSync(join(tmpdir(), 'viva-test-'))
    const words = ['interview', '--json', '-m', '20', '--seed', 'one']
    const [one, other] = [0, 1].map(() => viva(words, { VIVA_HOME: own }))
    expect(one).toMatchObject({ status: 0, stderr: '' })
    expect(other?.stdout).toBe(one?.stdout)
    expect(JSON.parse(one?.stdout ?? '')).toMatchObject({ seed: 'one', mode: 'type' })
    expect(readdirSync(own)).not.toContain('interviews')
    expect(readdirSync(own)).not.toContain('journal')
    rmSync(own, { recursive: true })
  })

  test('1 for what a person can mend', () => {
    expect(viva(['list', '--library', '/no/such/notes'])).toMatchObject({ status: 1, stdout: '' })
    const unanswered = join(home, 'open.md')
    writeFileSync(unanswered, '## 什么是死锁？\n\n## 什么是活锁？\n')
    const words = ['assess', '什么是死锁？', '互相等待', '--library', unanswered, '--json']
    expect(viva(words)).toMatchObject({ status: 1, stdout: '' })
    expect(viva([...words, '--lang', 'zh']).stderr).toContain('没有这道题的答案')
    expect(viva(['show', 'zyxwv no such card']).status).toBe(1)
    expect(viva(['config', 'set', 'mode', 'sing']).status).toBe(1)
  })

  test('1 for a topic that no card has, and 2 for a filter that there is not', () => {
    const topic = viva(['list', '--topic', '火锅', '--json'])
    expect(topic).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('火锅') })
    expect(viva(['search', 'is:foo'])).toMatchObject({ status: 2, stdout: '' })
  })

  test('0 where nothing is found', () => {
    expect(viva(['list', '--due', '--json'])).toMatchObject({ status: 0, stdout: '[]\n' })
    expect(viva(['search', '麻辣火锅底料怎么炒']).status).toBe(0)
  })
})

test('the build leaves a manual page with every command', () => {
  const page = readFileSync(join(import.meta.dirname, '../..', pkg.man), 'utf8')
  expect(page).toMatch(new RegExp(`^\\.TH VIVA 1 "" "viva ${pkg.version}"`))
  for (const name of ['interview', 'library add', 'completion']) {
    expect(page).toContain(`\n.SS viva ${name}`)
  }
})

test('an answer comes through a pipe or from a file, in UTF-8 or GB18030', () => {
  const words = ['assess', 'cache-pen', '--lang', 'zh', '--json']
  const file = join(home, 'answer.txt')
  // “布隆过滤器” as an editor with code page 936 saves it
  writeFileSync(file, Buffer.from('b2bcc2a1b9fdc2cbc6f7', 'hex'))
  const heard = [
    spawnSync(process.execPath, [binary, ...words], {
      encoding: 'utf8',
      input: '布隆过滤器',
      env: { PATH: process.env.PATH ?? '', VIVA_HOME: home },
    }),
    viva([...words, '--file', file]),
    viva([...words, '布隆过滤器']),
  ].map(({ stdout }) => JSON.parse(stdout))
  expect(heard[0].coverage).toBeGreaterThan(0)
  expect(heard[1]).toEqual(heard[0])
  expect(heard[2]).toEqual(heard[0])
  expect(viva([...words, '--file', home])).toMatchObject({ status: 1, stdout: '' })
})

test('output that nobody reads to its end is no error', () => {
  const words = `"${process.execPath}" "${binary}" list --json --lang zh | head -c 1`
  const { status, stderr } = spawnSync('sh', ['-c', words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', VIVA_HOME: home },
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test.runIf(process.platform === 'linux')(
  'output that finds no room is a fault that says so',
  () => {
    const words = `"${process.execPath}" "${binary}" list --json --lang zh > /dev/full`
    const { status, stderr } = spawnSync('sh', ['-c', words], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', VIVA_HOME: home },
    })
    expect(status).toBe(1)
    expect(stderr).toContain('输出没有写完（ENOSPC）。')
  },
)

test('building without the packages says what to run first', () => {
  const bare = mkdtempSync(join(tmpdir(), 'viva-test-'))
  copyFileSync(join(import.meta.dirname, '../../esbuild.config.js'), join(bare, 'build.mjs'))
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], {
    cwd: bare,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'viva is built with packages that are not here yet. Run npm ci first.\n',
  })
  rmSync(bare, { recursive: true })
})

test('files that cannot be read are named on stderr, and the rest is listed', () => {
  const notes = mkdtempSync(join(tmpdir(), 'viva-test-'))
  writeFileSync(
    join(notes, 'a.md'),
    '## 什么是死锁？\n\n互相等待。\n\n## 什么是活锁？\n\n互相谦让。\n',
  )
  writeFileSync(join(notes, 'b.md'), 'a\0b')
  const { status, stdout, stderr } = viva(['list', '--library', notes, '--json'])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toHaveLength(2)
  expect(stderr).toBe('warning: b.md:1: holds binary data; not read\n')
  rmSync(notes, { recursive: true })
})

test('JSON escapes what a terminal would obey', () => {
  const notes = join(home, 'odd.md')
  writeFileSync(
    notes,
    '## 什么是\u009b31m注入\u202e？\n\n答\u001b[31m案。\n\n## 为什么危险？\n\n会执行。\n',
  )
  const { stdout } = viva(['list', '--library', notes, '--json'])
  expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
  expect(viva(['list', '--library', notes]).stdout).not.toMatch(
    /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/,
  )
})

test('NO_COLOR is honoured, and colours come when they are asked for', () => {
  expect(viva(['list', '--lang', 'zh']).stdout).not.toContain('\x1b')
  expect(viva(['show', 'jwt-structure-verification', '--color']).stdout).toContain('\x1b[')
  expect(
    viva(['show', 'jwt-structure-verification'], { NO_COLOR: '1', FORCE_COLOR: '1' }).stdout,
  ).not.toContain('\x1b[')
})

test('VIVA_NOW that is no time is named before anything is done; empty counts as unset', () => {
  expect(viva(['list'], { VIVA_NOW: 'tomorrow' })).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('VIVA_NOW is no time: tomorrow'),
  })
  expect(viva(['list'], { VIVA_NOW: '' }).status).toBe(0)
})

describe('the doctor', () => {
  test('ends with 0 where all is sound, with 1 where a line is damaged, and repairs caches', () => {
    const home = folderWith({})
    const env = { VIVA_HOME: home.path }
    const card = 'cache-penetration-breakdown-avalanche'
    expect(viva(['rate', card, 'good'], env).status).toBe(0)
    expect(viva(['doctor'], env)).toMatchObject({ status: 0, stderr: '' })
    const [name = ''] = readdirSync(join(home.path, 'journal'))
    const path = join(home.path, 'journal', name)
    const spoilt = readFileSync(path, 'utf8').replace('"g":3', '"g":4')
    writeFileSync(path, spoilt)
    const found = viva(['doctor', '--repair', '--lang', 'en'], env)
    expect(found.status).toBe(1)
    expect(found.stdout).toContain(`journal/${name}:1 (bytes 0 to`)
    expect(found.stderr).toContain('A damaged piece was copied to')
    expect(readFileSync(path, 'utf8')).toBe(spoilt)
    expect(readdirSync(join(home.path, 'backups'))).toHaveLength(1)
    const [copy = ''] = readdirSync(join(home.path, 'backups'))
    const restored = viva(['restore', join(home.path, 'backups', copy), '--lang', 'en'], env)
    expect(restored.stdout).toContain('Added: 1 record')
    home.remove()
  })
})
