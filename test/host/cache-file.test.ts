import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CacheDamaged } from '../../src/errors.ts'
import { openCache, writeCacheFile } from '../../src/host/store/cache-file.ts'
import { folderWith } from '../support/library.ts'

const folder = folderWith({})
afterAll(() => folder.remove())
const path = join(folder.path, '缓存')
const written = (text: string) => writeCacheFile(path, [Buffer.from(text)])
const text = (file: number) => readFileSync(file, 'utf8')

test.skipIf(process.platform === 'win32')(
  'an open cache stays what it was, whatever takes its name',
  () => {
    written('旧')
    const cache = openCache(path, true)
    written('新')
    expect(cache.read(text)).toBe('旧')
    cache.close()
  },
)

test('where nobody could replace what is open, a cache is not held open between readings', () => {
  written('旧')
  const cache = openCache(path, false)
  const held = cache.read((file) => file)
  expect(() => text(held)).toThrow('EBADF')
  written('新')
  expect(cache.read(text)).toBe('新')
})

test('a cache that is gone meanwhile is as one that is damaged', () => {
  written('旧')
  const cache = openCache(path, false)
  rmSync(path)
  expect(() => cache.read(text)).toThrow(CacheDamaged)
})
