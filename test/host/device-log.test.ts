import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { deviceLog } from '../../src/host/store/device-log.ts'
import { openInterviews } from '../../src/host/store/interviews/interviews.ts'
import { openJournal } from '../../src/host/store/journal.ts'
import { openRegistry } from '../../src/host/store/registry.ts'
import { begun } from '../support/interviews.ts'
import { folderWith } from '../support/library.ts'

let home: ReturnType<typeof folderWith>

beforeEach(() => {
  home = folderWith({})
})
afterEach(() => home.remove())

function log() {
  return deviceLog(join(home.path, 'log'))
}

describe('a log', () => {
  test('is read from a byte on, with the size of each of its files', () => {
    log().append('乙', '第二\n')
    log().append('甲', '第一\n')
    log().append('乙', '第三\n')
    expect(log().names()).toEqual(['乙', '甲'])
    const [first, second] = log().files()
    expect([first?.size, second?.size]).toEqual([14, 7])
    expect(first?.read(0).toString()).toBe('第二\n第三\n')
    expect(first?.read(7).toString()).toBe('第三\n')
    expect(first?.read(99).toString()).toBe('')
  })

  test('has nothing in it before the first append, and makes nothing', () => {
    expect(log().files()).toEqual([])
    expect(log().file('甲')).toBeUndefined()
    expect(deviceLog(home.path).names()).toEqual([])
  })

  test('gives ids that are unique in a run and between runs', () => {
    const [one, other] = [log(), log()]
    const ids = [one.nextId(), one.nextId(), other.nextId(), other.nextId()]
    expect(new Set(ids).size).toBe(4)
    expect(one.nextId()).toMatch(/^[0-9a-f]{16}-2$/)
  })

  const pipe = ['a pipe', 'not a file', (path: string) => execFileSync('mkfifo', [path])] as const

  test.each([
    ['a folder', 'EISDIR', (path: string) => mkdirSync(path)],
    ['a link to nothing', 'ENOENT', (path: string) => symlinkSync('nowhere', path)],
    // Windows has none that lie in a folder
    ...(process.platform === 'win32' ? [] : [pipe]),
  ] as const)(
    'is told of where one of its files is %s, and never shorter for it',
    (_, reason, make) => {
      log().append('甲', '第一\n')
      const path = join(home.path, 'log', '乙.jsonl')
      make(path)
      const fault = { code: 'own-not-readable', path, reason }
      expect(() => log().files()).toThrow(expect.objectContaining({ fault }))
      expect(log().file('甲')).toMatchObject({ name: '甲' })
    },
  )
})

/** What is read of each log, and what it makes of what cannot be read. */
const readers: Readonly<Record<string, () => unknown>> = {
  journal: () => openJournal(home.path, home.path).read(),
  interviews: () => openInterviews(home.path).all(),
  'interviews that are open': () => openInterviews(home.path).open(),
  'one of the interviews': () => openInterviews(home.path).read('me'),
  registry: () => {
    const told: { path: string; reason: string }[] = []
    const onFailure = (path: string, reason: string) => void told.push({ path, reason })
    openRegistry({ data: home.path, cache: home.path, now: () => 1, onFailure }).names()
    const [first] = told
    if (first !== undefined) throw new UserError({ code: 'own-not-readable', ...first })
  },
}

describe.each(Object.entries(readers))('%s', (title, read) => {
  const folder = () => join(home.path, /journal|interviews|registry/.exec(title)?.[0] ?? '')
  const fault = (path: string, reason: string) =>
    expect.objectContaining({ fault: { code: 'own-not-readable', path, reason } })

  test('whose folder cannot be read is a fault that names it, not an empty history', () => {
    writeFileSync(folder(), 'a file in its place')
    const path = title.startsWith('one') ? join(folder(), 'me.jsonl') : folder()
    expect(read).toThrow(fault(path, 'ENOTDIR'))
  })

  test('with a file that cannot be read is a fault that names it', () => {
    const path = join(folder(), 'me.jsonl')
    mkdirSync(folder())
    symlinkSync('me.jsonl', path)
    expect(read).toThrow(fault(path, 'ELOOP'))
  })

  test('whose folder nobody made yet is empty', () => {
    expect(read).not.toThrow()
  })
})

test('a registry with a file that cannot be read still knows what the others hold', () => {
  const folder = join(home.path, 'registry')
  const told: string[] = []
  const open = () =>
    openRegistry({
      data: home.path,
      cache: join(home.path, 'cache'),
      now: () => 1,
      onFailure: (path) => void told.push(path),
    })
  const [older, newer] = ['旧', '新'] as never[]
  if (older !== undefined && newer !== undefined) {
    open().learn([{ kind: 'link', by: 'person', older, newer }])
  }
  symlinkSync('me.jsonl', join(folder, 'me.jsonl'))
  expect(
    open()
      .names()
      .nameOf('新' as never),
  ).toBe('旧')
  expect(told).toEqual([join(folder, 'me.jsonl')])
})

test('an interview whose beginning is damaged stops no other', () => {
  const interviews = openInterviews(home.path)
  interviews.begin(begun())
  writeFileSync(join(home.path, 'interviews', '20200101T000000-abc.jsonl'), '坏了\n')
  expect(interviews.all()).toHaveLength(1)
  expect(interviews.open()).toHaveLength(1)
})

test('the name of the device that cannot be read is a fault that names its file', () => {
  openJournal(home.path, home.path).append({
    kind: 'void',
    id: 'a-0',
    at: 1 as never,
    offset: 0,
    ref: 'b-0',
  })
  rmSync(join(home.path, 'device'))
  mkdirSync(join(home.path, 'device'))
  const path = join(home.path, 'device')
  expect(() => openJournal(home.path, home.path).lastAct()).toThrow(
    expect.objectContaining({ fault: { code: 'own-not-readable', path, reason: 'EISDIR' } }),
  )
})
