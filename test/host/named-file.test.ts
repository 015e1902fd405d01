import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeNamedFile } from '../../src/host/paper/named-file.ts'
import { folderWith } from '../support/library.ts'

let folder: ReturnType<typeof folderWith>

beforeEach(() => {
  folder = folderWith({ 'old.md': '旧' })
})
afterEach(() => folder.remove())

const write = (name: string, text: string, replace = false) =>
  writeNamedFile(join(folder.path, name), new TextEncoder().encode(text), replace)
const text = (name: string) => readFileSync(join(folder.path, name), 'utf8')

test('a file is written whole, and replaced only if that was said', async () => {
  await expect(write('old.md', '新')).rejects.toThrow('file-exists')
  expect(text('old.md')).toBe('旧')
  await write('old.md', '新', true)
  expect(text('old.md')).toBe('新')
  expect(readdirSync(folder.path)).toEqual(['old.md'])
})

test('what is replaced keeps its rights, and a link stays one', async () => {
  chmodSync(join(folder.path, 'old.md'), 0o600)
  symlinkSync('old.md', join(folder.path, 'link.md'))
  await write('link.md', '新', true)
  expect(lstatSync(join(folder.path, 'link.md')).isSymbolicLink()).toBe(true)
  expect(text('old.md')).toBe('新')
  expect(statSync(join(folder.path, 'old.md')).mode & 0o777).toBe(0o600)
})

test('a name may be as long as the disk lets it be', async () => {
  const name = `${'长'.repeat(83)}.md`
  expect(Buffer.byteLength(name)).toBe(252)
  await write(name, '新')
  expect(text(name)).toBe('新')
  await expect(write(`${'长'.repeat(85)}.md`, '新')).rejects.toThrow('not-written')
  expect(readdirSync(folder.path)).toHaveLength(2)
})

test('what cannot be written is a fault, and leaves nothing behind', async () => {
  await expect(write('no/report.md', '报告')).rejects.toThrow('not-written')
  mkdirSync(join(folder.path, 'folder.md'))
  await expect(write('folder.md', '报告', true)).rejects.toThrow('not-written')
  expect(readdirSync(folder.path).sort()).toEqual(['folder.md', 'old.md'])
})
