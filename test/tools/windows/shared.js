// Libraries from git, and a history shared between two machines, on Windows.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Notes of others in git, with names that Windows takes and some that it does not. @param {string} drive */
export function layRepositories(drive) {
  const notes = join(drive, 'repos/notes')
  mkdirSync(notes, { recursive: true })
  writeFileSync(join(notes, '操作系统.md'), '## 什么是中断？\n\n打断处理器的信号。\n')
  const me = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']
  for (const words of [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    [...me, 'commit', '-qm', 'a'],
  ]) {
    execFileSync('git', words, { cwd: notes })
  }
  mkdirSync(join(drive, 'repos/empty'))
}

const address = 'file:///C:/repos/notes/.git'
const other = { env: { VIVA_HOME: 'C:\\用户 资料\\另一台' } }
const withoutGit = { env: { WINEPATH: 'C:\\node' } }

/** @type {readonly import('./journey.js').Row[]} */
export const shared = [
  {
    name: 'library add from git, where there is no git',
    words: ['library', 'add', address],
    how: withoutGit,
    status: 1,
    says: /git/i,
  },
  {
    name: 'sync setup, where there is no git',
    words: ['sync', 'setup', 'C:\\repos\\empty'],
    how: withoutGit,
    status: 1,
    says: /git/i,
  },
  { name: 'sync status, of nothing', words: ['sync', 'status'] },
  {
    name: 'library add from git',
    git: true,
    words: ['library', 'add', address, '--name', '系统'],
    says: /1 card/,
  },
  {
    name: 'show, of a library from git',
    git: true,
    words: ['search', '中断'],
    says: /什么是中断/,
  },
  { name: 'library update', git: true, words: ['library', 'update'] },
  { name: 'library list, of git', git: true, words: ['library', 'list', '--json'], says: /系统/ },
  {
    name: 'sync setup, in an empty folder',
    git: true,
    words: ['sync', 'setup', 'C:\\repos\\empty', '--json'],
    holds: ({ drive }) => existsSync(join(drive, 'repos/empty/HEAD')),
  },
  { name: 'sync', git: true, words: ['sync'] },
  {
    name: 'sync setup, of another machine',
    git: true,
    words: ['sync', 'setup', 'C:\\repos\\empty', '--json'],
    how: other,
  },
  { name: 'log, of what came', git: true, words: ['log'], how: other, says: /java:lock/ },
  {
    name: 'rate, there',
    git: true,
    words: ['rate', 'java:lock', 'good', '--library', 'C:\\Notes'],
    how: other,
  },
  { name: 'sync, there', git: true, words: ['sync'], how: other },
  { name: 'sync, here again', git: true, words: ['sync'] },
  {
    name: 'the settings of git there, which hold no way out',
    git: true,
    words: ['sync', 'status', '--json'],
    holds: ({ home }) => readFileSync(join(home, 'settings.json'), 'utf8').includes('repos'),
  },
  { name: 'library remove, of git', git: true, words: ['library', 'remove', '系统', '--force'] },
]
