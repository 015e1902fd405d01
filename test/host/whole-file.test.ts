import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeNamedFile } from '../../src/host/whole-file.ts'
import { folderWith } from '../support/library.ts'

let folder: ReturnType<typeof folderWith>

beforeEach(() => {
  folder = folderWith({ 'old.md': '旧' })
})
afterEach(() => folder.remove())

test('a file is written whole, and replaced only if that was said', () => {
  const path = join(folder.path, 'old.md')
  expect(() => writeNamedFile(path, '新', false)).toThrow('file-exists')
  expect(readFileSync(path, 'utf8')).toBe('旧')
  writeNamedFile(path, '新', true)
  expect(readFileSync(path, 'utf8')).toBe('新')
  expect(readdirSync(folder.path)).toEqual(['old.md'])
})

test('what cannot be written is a fault, and leaves nothing behind', () => {
  expect(() => writeNamedFile(join(folder.path, 'no/report.md'), '报告', false)).toThrow(
    'file-not-written',
  )
  mkdirSync(join(folder.path, 'folder.md'))
  expect(() => writeNamedFile(join(folder.path, 'folder.md'), '报告', true)).toThrow(
    'file-not-written',
  )
  expect(readdirSync(folder.path).sort()).toEqual(['folder.md', 'old.md'])
})
