import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packed } from '../../src/archive/archive.ts'
import { openInterviews } from '../../src/host/store/interviews/interviews.ts'
import { openKeeper } from '../../src/host/store/keeper.ts'
import { openSettings } from '../../src/host/store/settings.ts'
import { encodeStep } from '../../src/interview/record.ts'
import type { Step } from '../../src/interview/step.ts'
import { seal } from '../../src/log/envelope.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { answered, asked, begun, evening, graded } from '../support/interviews.ts'
import { folderWith } from '../support/library.ts'

type Folder = ReturnType<typeof folderWith>
let home: Folder
let other: Folder

beforeEach(() => {
  home = folderWith({})
  other = folderWith({})
})
afterEach(() => {
  home.remove()
  other.remove()
})

const noon = Date.parse('2026-11-22T12:00:00Z')

function keeper({ path }: Folder = home, days = 0) {
  const now = () => (noon + days * 86_400_000) as Instant
  const settings = openSettings(path, () => {})
  const places = { data: path, settings: path }
  return openKeeper(places, join(path, 'cache'), { now, offsetAt: () => 0, settings })
}

function put(name: string, text: string, { path }: Folder = home): void {
  mkdirSync(join(path, name, '..'), { recursive: true })
  writeFileSync(join(path, name), text)
}

function textOf(name: string, { path }: Folder = home): string {
  return readFileSync(join(path, name), 'utf8')
}

const file = () => join(other.path, 'all.viva.gz')

function backupOf(members: Readonly<Record<string, string>>): string {
  const all = Object.entries(members).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  writeFileSync(file(), gzipSync(packed(all, noon)))
  return file()
}

const name = '20261122T200000-abcdef'
const steps = (...all: readonly Step[]) => all.map(encodeStep).join('')
const beginning = steps(begun(), asked(0))
const undone = { kind: 'undone', turn: 0 } as const
const whole = steps(
  begun(),
  asked(0),
  answered(0),
  ...[graded(0), undone, graded(0), undone, graded(0)],
  { kind: 'ended', at: evening, how: 'finished' },
)

describe('an interview that is restored', () => {
  test('is brought back with every step, also those that are there twice', async () => {
    backupOf({ [`interviews/${name}.jsonl`]: whole })
    expect(await keeper().restore(file())).toMatchObject({ interviews: 1, failed: [] })
    expect(textOf(`interviews/${name}.jsonl`)).toBe(whole)
  })

  test('adds nothing where ours went on since, however often and on whatever day', async () => {
    put(`interviews/${name}.jsonl`, whole)
    put('notes/a.md', '我的')
    put('glossary.txt', '锁 = lock')
    backupOf({
      [`interviews/${name}.jsonl`]: beginning,
      'notes/a.md': '别的',
      'glossary.txt': '锁 = mutex',
    })
    await keeper().restore(file())
    const after = readdirSync(home.path, { recursive: true }).sort()
    for (let day = 1; day <= 10; day += 1) {
      expect(await keeper(home, day).restore(file())).toMatchObject({ interviews: 0, beside: [] })
    }
    expect(readdirSync(home.path, { recursive: true }).sort()).toEqual(after)
    expect(openInterviews(home.path).open()).toEqual([])
    expect(openInterviews(home.path).all()).toHaveLength(1)
  })

  test('gives ours the steps that it lacks', async () => {
    put(`interviews/${name}.jsonl`, beginning)
    backupOf({ [`interviews/${name}.jsonl`]: whole })
    expect(await keeper().restore(file())).toMatchObject({ interviews: 1 })
    expect(textOf(`interviews/${name}.jsonl`)).toBe(whole)
  })

  test('is no second interview where an older restore put a copy beside it', async () => {
    put(`interviews/${name}.jsonl`, whole)
    put(`interviews/${name}.restored-2026-11-01.jsonl`, beginning)
    expect(openInterviews(home.path).all()).toHaveLength(1)
    expect(openInterviews(home.path).open()).toEqual([])
    backupOf({ [`interviews/${name}.restored-2026-11-01.jsonl`]: whole })
    rmSync(join(home.path, 'interviews'), { recursive: true })
    expect(await keeper().restore(file())).toMatchObject({ interviews: 1 })
    expect(textOf(`interviews/${name}.jsonl`)).toBe(whole)
  })
})

test('a file of a backup that cannot be written stops no other, and is named', async () => {
  const long = `notes/${'a'.repeat(260)}.md`
  put('notes/b.md', '')
  rmSync(join(home.path, 'notes/b.md'))
  mkdirSync(join(home.path, 'notes/b.md'))
  backupOf({ [long]: '长', 'notes/b.md': 'b', 'notes/c.md': 'c', 'settings.json': '{"new":5}' })
  const { failed, notes, settings } = await keeper().restore(file())
  expect(failed.map(({ path }) => path)).toEqual([long, 'notes/b.md'])
  expect([notes, settings]).toEqual([1, ['new']])
  expect(textOf('notes/c.md')).toBe('c')
  expect(readdirSync(join(home.path, 'notes')).sort()).toEqual(['b.md', 'c.md'])
})

describe('a backup is refused, and nothing of it used,', () => {
  const head = seal({ op: 'backup', t: 1 })
  const note = seal({ op: 'file', f: 'notes/a.md', b: Buffer.from('a').toString('base64') })

  test.each([
    ['that unpacks to far more than it takes', () => head + note + '0'.repeat(16 << 20)],
    ['of more lines than files', () => head + note + 'x\n'.repeat(300_000)],
  ])('%s', async (_, text) => {
    writeFileSync(file(), gzipSync(text()))
    await expect(keeper().restore(file())).rejects.toThrow('backup-too-large')
    expect(existsSync(join(home.path, 'notes'))).toBe(false)
  })

  test('that begins with no head', async () => {
    writeFileSync(file(), gzipSync('0'.repeat(1 << 20)))
    await expect(keeper().restore(file())).rejects.toThrow('not-a-backup')
  })

  test.runIf(process.platform === 'linux')('and is not held open then', async () => {
    writeFileSync(file(), '不是备份')
    await expect(keeper().restore(file())).rejects.toThrow('not-a-backup')
    const open = readdirSync('/proc/self/fd').map((fd) => {
      try {
        return readlinkSync(join('/proc/self/fd', fd))
      } catch {
        return ''
      }
    })
    expect(open).not.toContain(file())
  })

  test.skipIf(process.platform === 'win32')('that is no file', async () => {
    execFileSync('mkfifo', [file()])
    await expect(keeper().restore(file())).rejects.toThrow('file-not-readable')
  })

  test('by the doctor too, who names it', async () => {
    mkdirSync(join(home.path, 'backups'))
    const bomb = head + note + '0'.repeat(16 << 20)
    writeFileSync(join(home.path, 'backups/2026-11-01.viva.gz'), gzipSync(bomb))
    expect((await keeper().examine()).files).toMatchObject([
      { kind: 'broken', path: 'backups/2026-11-01.viva.gz' },
    ])
  })
})
