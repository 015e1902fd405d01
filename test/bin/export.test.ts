import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { binary, sit } from '../support/pty.ts'

let home: string
let folder: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'viva-test-'))
  folder = mkdtempSync(join(tmpdir(), 'viva-test-'))
})
afterAll(() => {
  for (const path of [home, folder]) rmSync(path, { recursive: true, force: true })
})

const environment = (more: Readonly<Record<string, string>> = {}) => ({
  PATH: process.env.PATH ?? '',
  HOME: home,
  VIVA_HOME: home,
  LANG: 'C.UTF-8',
  ...more,
})

function viva(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [binary, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    cwd: folder,
    env: environment(env),
  })
}

test('what is exported is read again as the same cards', () => {
  expect(viva(['export', 'bank.md', '--lang', 'zh']).status).toBe(0)
  const ids = (words: readonly string[]) => {
    const cards: { readonly id: string; readonly question: string }[] = JSON.parse(
      viva(['list', '--json', '--lang', 'zh', ...words]).stdout,
    )
    return cards.map(({ id, question }) => `${id} ${question}`).sort()
  }
  expect(ids(['--library', 'bank.md'])).toEqual(ids([]))
})

test('a file that is there is not touched, until --force says so', () => {
  writeFileSync(join(folder, 'mine.csv'), '我的')
  chmodSync(join(folder, 'mine.csv'), 0o600)
  const { status, stderr } = viva(['export', 'mine.csv', '--lang', 'zh'])
  expect(status).toBe(1)
  expect(stderr).toContain('--force')
  expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toBe('我的')
  expect(viva(['export', 'mine.csv', '--force']).status).toBe(0)
  expect(statSync(join(folder, 'mine.csv')).mode & 0o777).toBe(0o600)
})

test('a link stays one, and the file it leads to is written', () => {
  writeFileSync(join(folder, 'target.csv'), '')
  symlinkSync('target.csv', join(folder, 'link.csv'))
  expect(viva(['export', 'link.csv', '--force']).status).toBe(0)
  expect(readFileSync(join(folder, 'target.csv'), 'utf8')).toContain('question')
})

test('a write that fails leaves the old file whole, and nothing beside it', () => {
  const own = mkdtempSync(join(folder, 'full-'))
  writeFileSync(join(own, 'notes.md'), '旧的')
  // the shell lets no file grow beyond 8 KB
  const words = `ulimit -f 8; trap '' XFSZ; "${process.execPath}" "${binary}" export notes.md --force`
  viva(['list'])
  const { status, stderr } = spawnSync('bash', ['-c', words], {
    encoding: 'utf8',
    cwd: own,
    env: environment(),
  })
  expect(status).toBe(1)
  expect(stderr).toContain('Nothing was written')
  expect(readFileSync(join(own, 'notes.md'), 'utf8')).toBe('旧的')
  expect(readdirSync(own)).toEqual(['notes.md'])
})

test('a folder that is not there is named before any work is done', () => {
  const { status, stderr } = viva(['export', 'no/such/notes.md'])
  expect(status).toBe(1)
  expect(stderr).toContain('ENOENT')
  expect(existsSync(join(folder, 'no'))).toBe(false)
})

test('a name that says no kind of file is a wrong command line', () => {
  const { status, stderr } = viva(['export', 'notes.docx'])
  expect(status).toBe(2)
  expect(stderr).toContain('--format')
})

// as /dev/stdout, where the output is a pipe: what it leads to has no path
test.skipIf(process.platform !== 'linux')('a link to a pipe is written to, and stays', () => {
  const link = join(folder, 'link.md')
  symlinkSync('/proc/self/fd/1', link)
  const command = `"${process.execPath}" "${binary}" export "${link}" | cat`
  const { stdout } = spawnSync('sh', ['-c', command], { env: environment(), encoding: 'utf8' })
  expect(stdout).toContain('## ')
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
})

test('the same cards at the same time give the same bytes', () => {
  const epoch = { SOURCE_DATE_EPOCH: '1773057600' }
  const once = viva(['export', '-', '--format', 'md'], epoch).stdout
  expect(once).toContain('2026-03-09')
  expect(viva(['export', '-', '--format', 'md'], epoch).stdout).toBe(once)
  expect(viva(['export', '-', '--format', 'md'], { SOURCE_DATE_EPOCH: 'x' }).status).toBe(1)
})

test('Ctrl-C in the middle of long work leaves nothing behind', async () => {
  const own = mkdtempSync(join(folder, 'left-'))
  const person = sit({ words: ['export', join(own, 'notes.pdf'), '--lang', 'zh'] })
  await person.until(/正在(?:整理|排版)/)
  person.type('\x03')
  expect(await person.exit).toBe(130)
  person.close()
  expect(readdirSync(own)).toEqual([])
})

test('no file that is no text is printed into a terminal', async () => {
  const person = sit({ words: ['export', '-', '--format', 'apkg'] })
  expect(await person.exit).toBe(2)
  expect(await person.screen()).toContain('is no text for a terminal')
  person.close()
})

test('a PDF is written by the built program', () => {
  expect(viva(['export', 'few.pdf', '--topic', 'Flask']).status).toBe(0)
  expect(readFileSync(join(folder, 'few.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})

test.each(['html', 'apkg'])(
  '.%s is written by the built program, the same every time',
  (format) => {
    const epoch = { SOURCE_DATE_EPOCH: '1773057600' }
    for (const name of ['one', 'two']) {
      expect(viva(['export', `${name}.${format}`, '--topic', 'Flask'], epoch).status).toBe(0)
    }
    const bytes = (name: string) => readFileSync(join(folder, `${name}.${format}`))
    expect(bytes('one').equals(bytes('two'))).toBe(true)
  },
)
