import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readNamed, readSteady, rootOf } from '../../src/host/files/read-file.ts'
import { folderWith } from '../support/library.ts'

const most = 100
const folder = folderWith({
  '题库/a.md': '# 笔记',
  'outside.md': '# 外面',
  '题库/long.md': '长'.repeat(40),
})
const library = join(folder.path, '题库')
const root = rootOf(library)
symlinkSync(join(folder.path, 'outside.md'), join(library, 'link.md'))
symlinkSync(join(library, 'a.md'), join(library, 'same.md'))
symlinkSync(folder.path, join(library, 'up'))
symlinkSync(library, join(folder.path, '链接'))
mkdirSync(join(library, 'folder.md'))
afterAll(() => folder.remove())

const refused = (path: string, bound = { most, root }) => {
  try {
    return readNamed(path, bound).toString()
  } catch (error) {
    return (error as NodeJS.ErrnoException).code
  }
}

describe('a file that something names', () => {
  test('is read by its name and by a link that stays inside', () => {
    expect(refused(join(library, 'a.md'))).toBe('# 笔记')
    expect(refused(join(library, 'same.md'))).toBe('# 笔记')
    expect(refused(join(folder.path, '链接', 'a.md'))).toBe('# 笔记')
  })

  test('is not read from outside its root, by a link, by dots or by a folder that is one', () => {
    expect(refused(join(library, 'link.md'))).toBe('outside')
    expect(refused(join(library, '../outside.md'))).toBe('outside')
    expect(refused(join(library, 'up/outside.md'))).toBe('outside')
    expect(refused(`${library}2/a.md`)).toBe('ENOENT')
  })

  test('is read from anywhere if it has no root, as a person may name it', () => {
    expect(readNamed(join(library, 'link.md'), { most }).toString()).toBe('# 外面')
  })

  test('is no folder, and not larger than its bound', () => {
    expect(refused(join(library, 'folder.md'))).toBe('EISDIR')
    expect(refused(join(library, 'long.md'))).toBe('EFBIG')
    expect(refused(join(library, 'long.md'), { most: 120, root })).toHaveLength(40)
    expect(refused(join(library, 'long.md'), { most: 119, root })).toBe('EFBIG')
  })

  test.runIf(process.platform !== 'win32')('is no pipe, which nobody waits for', () => {
    execFileSync('mkfifo', [join(library, 'pipe.md')])
    expect(refused(join(library, 'pipe.md'))).toBe('not a file')
    expect(refused('/dev/null', { most, root: rootOf('/dev') })).toBe('not a file')
  })

  test.runIf(process.platform === 'linux')(
    'is read to its bound though it says it is empty',
    () => {
      expect(readNamed('/proc/version', { most: 4096 }).toString()).toContain('Linux')
      expect(refused('/proc/self/maps', { most, root: rootOf('/proc') })).toBe('EFBIG')
    },
  )
})

test('a file that stays as it is is read as it stood at one time', () => {
  expect(readSteady(join(library, 'a.md'), { most, root }).toString()).toBe('# 笔记')
  const sparse = join(library, 'sparse.md')
  writeFileSync(sparse, '')
  truncateSync(sparse, 1 << 30)
  expect(() => readSteady(sparse, { most, root })).toThrow('EFBIG')
})
