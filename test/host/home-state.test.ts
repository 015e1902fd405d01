import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isSound } from '../../src/archive/examination.ts'
import { ailmentsOf } from '../../src/host/health/home-state.ts'
import { openKeeper } from '../../src/host/store/keeper.ts'
import { openSettings } from '../../src/host/store/settings.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { folderWith } from '../support/library.ts'

let folder: ReturnType<typeof folderWith>
let home: string

beforeEach(() => {
  folder = folderWith({
    '家/settings.json': '{}',
    '家/device': '甲甲\n',
    '家/journal/me.jsonl': '',
  })
  home = join(folder.path, '家')
  writeFileSync(join(home, 'device'), 'me\n')
})
afterEach(() => folder.remove())

const all = (data = home) => ({ data, settings: data, cache: join(data, 'cache') })
const found = (data?: string) =>
  ailmentsOf(all(data)).map(({ report }) => {
    return `${report.path} ${report.kind} ${report.kind === 'foreign' ? report.owner : report.reason}`
  })

function keeper() {
  const settings = openSettings(home, () => {})
  const clock = { now: () => 1 as Instant, offsetAt: () => 0 }
  return openKeeper({ data: home, settings: home }, join(home, 'cache'), { ...clock, settings })
}

test('a home that is whole, or not made yet, has nothing', () => {
  expect(found()).toEqual([])
  expect(found(join(folder.path, '还没有', '的家'))).toEqual([])
})

test('a home that cannot be made is named', () => {
  const below = join(home, 'settings.json', 'home')
  expect(found(below)).toContain(`${below} broken ENOTDIR`)
})

const misplaced: readonly (readonly [string, string, () => void])[] = [
  ['a file for a folder', 'notes broken ENOTDIR', () => writeFileSync(join(home, 'notes'), '')],
  [
    'a file for the copies',
    'backups broken ENOTDIR',
    () => writeFileSync(join(home, 'backups'), ''),
  ],
  [
    'a folder for a journal',
    'journal/a.jsonl broken EISDIR',
    () => mkdirSync(join(home, 'journal/a.jsonl')),
  ],
  [
    'a folder for the glossary',
    'glossary.txt broken EISDIR',
    () => mkdirSync(join(home, 'glossary.txt')),
  ],
  [
    'a pipe',
    'journal/a.jsonl broken not a file',
    () => execFileSync('mkfifo', [join(home, 'journal/a.jsonl')]),
  ],
]

describe.skipIf(process.platform === 'win32')('what stands in the wrong place', () => {
  test.each(misplaced)('is told, and put aside whole: %s', async (_, said, make) => {
    make()
    expect(found()).toEqual([said])
    expect(isSound(await keeper().examine())).toBe(false)
    const [mended] = keeper().mend()
    expect(mended).toMatchObject({ path: said.split(' ')[0] })
    expect(readdirSync(join(home, 'damaged'))).toHaveLength(1)
    expect(found()).toEqual([])
    expect(isSound(await keeper().examine())).toBe(true)
  })

  test('is told by what it is, once, and the doctor waits for no pipe', async () => {
    execFileSync('mkfifo', [join(home, 'registry')])
    execFileSync('mkfifo', [join(home, 'journal', 'odd.jsonl')])
    const { files } = await keeper().examine()
    expect(files.filter(({ kind }) => kind === 'broken').map(({ path }) => path)).toEqual([
      'registry',
      'journal/odd.jsonl',
    ])
  })

  test('as a folder for the device, and saves again once it is aside', () => {
    folder.remove()
    mkdirSync(join(home, 'device'), { recursive: true })
    expect(found()).toEqual(['device broken EISDIR'])
    keeper().mend()
    expect(found()).toEqual([])
  })

  test('but a link is left alone: it may lead to a disk that is not there today', () => {
    symlinkSync(join(folder.path, 'nowhere'), join(home, 'notes'))
    expect(found()).toEqual(['notes broken ENOENT'])
    expect(keeper().mend()).toEqual([])
    expect(found()).toHaveLength(1)
  })
})

test.runIf(process.getuid !== undefined && process.getuid() !== 0)(
  'what its owner closed is told, and opened again',
  () => {
    chmodSync(join(home, 'settings.json'), 0o000)
    chmodSync(join(home, 'journal'), 0o500)
    expect(found()).toEqual(['journal unwritable EACCES', 'settings.json broken EACCES'])
    expect(
      keeper()
        .mend()
        .map(({ to }) => to),
    ).toEqual([undefined, undefined])
    expect(found()).toEqual([])
    expect(readFileSync(join(home, 'settings.json'), 'utf8')).toBe('{}')
  },
)

test.runIf(process.getuid?.() === 0)('别的用户的文件会点名，不去动它', () => {
  chownSync(join(home, 'journal', 'me.jsonl'), 4321, 4321)
  expect(found()).toEqual(['journal/me.jsonl foreign 4321'])
  expect(keeper().mend()).toEqual([])
})
