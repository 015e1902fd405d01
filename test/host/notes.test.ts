import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { namesOf } from '../../src/host/store/names.ts'
import { openNotes } from '../../src/host/store/notes.ts'
import { folderWith } from '../support/library.ts'

let home: ReturnType<typeof folderWith>

beforeEach(() => {
  home = folderWith({})
})
afterEach(() => home.remove())

const id = (text: string) => text as CardId

test('a note is read as it was written, and none is none', () => {
  const notes = openNotes(home.path)
  expect(notes.read(id('死锁'))).toBeUndefined()
  notes.write(id('死锁'), '四个条件\n')
  expect(openNotes(home.path).read(id('死锁'))).toBe('四个条件\n')
  notes.write(id('死锁'), ' \n')
  expect(notes.read(id('死锁'))).toBeUndefined()
})

test('提纲没填的部分读不到，文件和编辑时却都在', () => {
  const notes = openNotes(home.path)
  const text = '## 背景\n\n对账慢\n\n## 任务\n\n<!-- 难在哪里 -->\n'
  notes.write(id('项目'), text)
  expect(notes.read(id('项目'))).toBe('## 背景\n\n对账慢\n')
  expect(notes.whole(id('项目'))).toBe(text)
})

test('notes of cards whose ids differ only in case, or would be no file names, are files apart', () => {
  const notes = openNotes(home.path)
  const ids = [
    'a',
    'A',
    'a:b',
    '..',
    'con',
    'lpt1',
    '死锁'.repeat(40),
    '死锁'.repeat(40).concat('二'),
  ].map(id)
  for (const [i, one] of ids.entries()) notes.write(one, `${i}`)
  expect(ids.map((one) => notes.read(one))).toEqual(ids.map((_, i) => `${i}`))
  const names = readdirSync(join(home.path, 'notes'))
  expect(names.every((name) => /^[a-z0-9_%-]{1,130}\.md$/.test(name))).toBe(true)
  // these are no files on Windows, whatever stands behind the dot
  expect(names.filter((name) => /^(?:con|lpt1)\./.test(name))).toEqual([])
})

test('a card that is called otherwise keeps its note', () => {
  openNotes(home.path).write(id('minted'), '旧名字下写的\n')
  const names = () => namesOf({ minted: 'deadlock' }, 'key')
  const notes = openNotes(home.path, names)
  expect(notes.read(id('deadlock'))).toBe('旧名字下写的\n')
  notes.write(id('deadlock'), '新的\n')
  expect(readdirSync(join(home.path, 'notes'))).toEqual(['deadlock.md'])
})

test('other texts of a note are found beside it, under each name that its card had', () => {
  const folder = join(home.path, 'notes')
  const notes = openNotes(home.path, () => namesOf({ minted: 'deadlock' }, 'key'))
  expect(notes.others(id('deadlock'))).toEqual([])
  notes.write(id('deadlock'), '我的\n')
  const names = [
    'deadlock.other-1a2b3c4d.md',
    'minted.restored-2026-11-22.md',
    'livelock.other-1a2b3c4d.md',
  ]
  for (const name of names) writeFileSync(join(folder, name), '另一份\n')
  expect(notes.others(id('deadlock'))).toEqual(names.slice(0, 2).map((name) => join(folder, name)))
  expect(notes.read(id('deadlock'))).toBe('我的\n')
})
