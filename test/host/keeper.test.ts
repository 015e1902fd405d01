import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isSound } from '../../src/archive/examination.ts'
import type { CardId } from '../../src/cards/card.ts'
import { keepDailyCopy } from '../../src/host/store/backups.ts'
import { openJournal } from '../../src/host/store/journal.ts'
import { openKeeper } from '../../src/host/store/keeper.ts'
import { openSettings } from '../../src/host/store/settings.ts'
import type { JournalRecord } from '../../src/journal/record.ts'
import { seal } from '../../src/log/envelope.ts'
import { wholeSettings } from '../../src/options/settings.ts'
import { type Day, dayOf } from '../../src/schedule/day.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { doctorLines } from '../../src/view/keeping.ts'
import { folderWith } from '../support/library.ts'
import { englishLook } from '../support/look.ts'

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

function journal({ path }: Folder = home) {
  return openJournal(path, join(path, 'cache'))
}

let count = 0
function review(card: string): JournalRecord {
  count += 1
  const at = (noon - 1_000_000 + count) as Instant
  return {
    kind: 'review',
    id: `run-${count}`,
    at,
    offset: 480,
    card: card as CardId,
    grade: 'good',
    tookMs: 1,
    source: 'rate',
  }
}

function journalPath({ path }: Folder = home): string {
  const [name = ''] = readdirSync(join(path, 'journal'))
  return join(path, 'journal', name)
}

function write({ path }: Folder, name: string, text: string): void {
  mkdirSync(join(path, name, '..'), { recursive: true })
  writeFileSync(join(path, name), text)
}

describe('a backup', () => {
  const file = () => join(other.path, 'all.viva.gz')

  test('restored into an empty home gives the same fold, notes and settings', async () => {
    journal().appendAll([review('死锁'), review('b'), review('死锁')])
    write(home, 'notes/deadlock.md', '四个条件\n')
    write(home, 'registry/a.jsonl', seal({ id: 'r-0', t: 1, op: 'void', ref: 'x' }))
    write(home, 'settings.json', '{"new":5,"date":"2026-12-01","language":"klingon"}')
    expect(keeper().backup(file(), false)).toBe(file())
    const empty = folderWith({})
    const restored = await keeper(empty).restore(file())
    expect(restored).toEqual({
      records: 3,
      cards: 1,
      notes: 1,
      interviews: 0,
      settings: ['date', 'new'],
      beside: [],
      failed: [],
      damaged: 0,
      cutShort: false,
    })
    expect(await journal(empty).standings(wholeSettings({}))).toEqual(
      await journal().standings(wholeSettings({})),
    )
    expect(readFileSync(join(empty.path, 'notes/deadlock.md'), 'utf8')).toBe('四个条件\n')
    expect(existsSync(join(empty.path, 'device'))).toBe(false)
    expect(await keeper(empty).restore(file())).toMatchObject({
      records: 0,
      notes: 0,
      settings: [],
    })
    empty.remove()
  })

  test('adds to what is there, and overwrites nothing', async () => {
    journal().append(review('死锁'))
    write(home, 'notes/deadlock.md', '旧的\n')
    keeper().backup(file(), false)
    journal().append(review('b'))
    write(home, 'notes/deadlock.md', '新的\n')
    const restored = await keeper().restore(file())
    expect(restored).toMatchObject({ records: 0, notes: 0 })
    expect(restored.beside).toEqual([join(home.path, 'notes/deadlock.restored-2026-11-22.md')])
    expect(readFileSync(join(home.path, 'notes/deadlock.md'), 'utf8')).toBe('新的\n')
    expect(journal().read().reviews).toHaveLength(2)
    expect((await keeper().restore(file())).beside).toEqual([])
    const again = join(other.path, 'again.viva.gz')
    keeper().backup(again, false)
    write(home, 'notes/deadlock.md', '第三份\n')
    expect((await keeper().restore(again)).beside).toEqual([
      join(home.path, 'notes/deadlock.restored-2026-11-22-2.md'),
    ])
  })

  test('adds presets of other names, and leaves those that are there', async () => {
    write(home, 'settings.json', '{"presets":{"后端":{"questions":3},"前端":{"questions":4}}}')
    keeper().backup(file(), false)
    write(home, 'settings.json', '{"presets":{"后端":{"questions":9}}}')
    expect(await keeper().restore(file())).toMatchObject({ settings: ['presets'] })
    expect(openSettings(home.path, () => {}).own()).toEqual({
      presets: { 后端: { questions: 9 }, 前端: { questions: 4 } },
    })
    expect(await keeper().restore(file())).toMatchObject({ settings: [] })
  })

  test('brings back a record whose line was damaged since', async () => {
    journal().appendAll([review('死锁'), review('b')])
    keeper().backup(file(), false)
    writeFileSync(journalPath(), readFileSync(journalPath(), 'utf8').replace('死锁', '活锁'))
    expect(journal().read()).toMatchObject({ reviews: [{}], damaged: 1 })
    expect(await keeper().restore(file())).toMatchObject({ records: 1 })
    expect(journal().read().reviews).toHaveLength(2)
  })

  test('takes lines apart that were joined, and adds none that is there already', async () => {
    journal().appendAll([review('死锁'), review('b')])
    const whole = readFileSync(journalPath(), 'utf8')
    writeFileSync(journalPath(), whole.replace('\n', ''))
    keeper().backup(file(), false)
    expect(await keeper().restore(file())).toMatchObject({ records: 0 })
    const empty = folderWith({})
    expect(await keeper(empty).restore(file())).toMatchObject({ records: 2 })
    expect(readFileSync(journalPath(empty), 'utf8')).toBe(whole)
    empty.remove()
  })

  test.each(['journal', 'registry', 'notes', 'interviews'])(
    'is not made where %s cannot be read, for it would lack all of that',
    (name) => {
      write(home, name, 'a file in the place of the folder')
      const path = join(home.path, name)
      expect(() => keeper().backup(file(), false)).toThrow(
        expect.objectContaining({ fault: { code: 'own-not-readable', path, reason: 'ENOTDIR' } }),
      )
      expect(existsSync(file())).toBe(false)
    },
  )

  test('leaves a folder out that is called like a journal', () => {
    journal().append(review('死锁'))
    mkdirSync(join(home.path, 'journal', 'odd.jsonl'))
    expect(keeper().backup(file(), false)).toBe(file())
  })

  test('is not written over another file, unless asked for', () => {
    writeFileSync(file(), 'mine')
    expect(() => keeper().backup(file(), false)).toThrow('file-exists')
    expect(readFileSync(file(), 'utf8')).toBe('mine')
    keeper().backup(file(), true)
    expect(statSync(file()).size).toBeGreaterThan(20)
  })

  test('that is none, cut short or damaged is said to be so', async () => {
    writeFileSync(file(), 'no gzip')
    await expect(keeper().restore(file())).rejects.toThrow('not-a-backup')
    await expect(keeper().restore(join(other.path, 'none'))).rejects.toThrow('file-not-readable')
    journal().append(review('死锁'))
    write(home, 'notes/a.md', 'a')
    keeper().backup(file(), true)
    const text = gunzipSync(readFileSync(file())).toString()
    const empty = folderWith({})
    writeFileSync(file(), gzipSync(text.split('\n').slice(0, 2).join('\n')))
    expect(await keeper(empty).restore(file())).toMatchObject({ records: 1, cutShort: true })
    writeFileSync(file(), gzipSync(text.replace('notes/a.md', 'notes/b.md')))
    expect(await keeper(empty).restore(file())).toMatchObject({ notes: 0, damaged: 1 })
    empty.remove()
  })

  test('leads nowhere out of the home', async () => {
    const evil = [
      '../evil.md',
      'notes/../../evil.md',
      '/evil.md',
      'notes/.ssh',
      'device',
      'notes\\..\\evil.md',
    ]
    const lines = evil.map((path) =>
      seal({ op: 'file', f: path, b: Buffer.from('x').toString('base64') }),
    )
    const text = [seal({ op: 'backup', t: 1 }), ...lines, seal({ op: 'end', n: 0 })].join('')
    writeFileSync(file(), gzipSync(text))
    const before = readdirSync(home.path, { recursive: true })
    await keeper().restore(file())
    expect(readdirSync(home.path, { recursive: true })).toEqual(before)
  })
})

describe('dated copies', () => {
  test('are made once a day, and thinned as they age', async () => {
    journal().append(review('死锁'))
    for (let day = 0; day < 60; day += 1) {
      keeper(home, day).keepDailyCopy()
      keeper(home, day).keepDailyCopy()
    }
    const copies = readdirSync(join(home.path, 'backups')).sort()
    expect(copies).toHaveLength(7 + 9)
    expect(copies.at(-1)).toBe('2027-01-20.viva.gz')
    expect(await keeper(other).restore(join(home.path, 'backups', copies[0] ?? ''))).toMatchObject({
      records: 1,
    })
  })

  test('survive a clock that was set ten years ahead', () => {
    journal().append(review('死锁'))
    for (let day = 0; day < 7; day += 1) keeper(home, day).keepDailyCopy()
    keeper(home, 3650).keepDailyCopy()
    expect(readdirSync(join(home.path, 'backups')).length).toBeGreaterThanOrEqual(7)
  })

  test('of a long history are left to another process, one at a time, and thinned by it', () => {
    journal().append(review('死锁'))
    writeFileSync(join(home.path, 'journal', 'other.jsonl'), Buffer.alloc(5 << 20, '\n'))
    const places = { data: home.path, settings: home.path }
    const today = dayOf('2026-11-22') as Day
    let left = 0
    const copy = () => keepDailyCopy(places, today, noon as Instant, () => (left += 1))
    const names = () => readdirSync(join(home.path, 'backups'))
    expect([copy(), copy(), left]).toEqual([false, false, 1])
    expect(names().map((name) => name.length)).toEqual(['.viva-00000000'.length])
    keeper().backup(undefined, false)
    expect([copy(), left]).toEqual([false, 1])
    expect(names()).toEqual(['2026-11-22.viva.gz'])
  })

  test('cost nothing where they cannot be made', () => {
    writeFileSync(join(home.path, 'backups'), 'a file in its place')
    keeper().keepDailyCopy()
    expect(readFileSync(join(home.path, 'backups'), 'utf8')).toBe('a file in its place')
  })
})

describe('the doctor', () => {
  test('finds everything sound, and says how many copies there are', async () => {
    journal().append(review('死锁'))
    keeper().keepDailyCopy()
    const found = await keeper().examine()
    expect(isSound(found)).toBe(true)
    expect(found.copies).toEqual([dayOf('2026-11-22')])
    expect(found.files).toMatchObject([{ kind: 'lines', records: 1, damage: [] }])
  })

  test('names the line and the bytes of what is damaged, and leaves it as it is', async () => {
    journal().appendAll([review('死锁'), review('b'), review('c')])
    const spoilt = readFileSync(journalPath(), 'utf8').replace('"c":"b"', '"c":"x"')
    writeFileSync(journalPath(), spoilt)
    const found = await keeper().examine()
    expect(isSound(found)).toBe(false)
    const [first = '', second = ''] = spoilt.split('\n')
    const start = Buffer.byteLength(first) + 1
    const end = start + Buffer.byteLength(second)
    expect(found.files).toMatchObject([
      { records: 2, damage: [{ line: 2, start, end, why: 'checksum' }] },
    ])
    const [aside = ''] = keeper().setDamagedAside(found)
    expect(readFileSync(aside, 'utf8')).toBe(second)
    expect(readFileSync(journalPath(), 'utf8')).toBe(spoilt)
  })

  test('takes a last piece without an end for what it is', async () => {
    journal().append(review('死锁'))
    appendFileSync(journalPath(), '{"v":1,"id":"torn')
    const found = await keeper().examine()
    expect(isSound(found)).toBe(true)
    expect(found.files).toMatchObject([
      { records: 1, damage: [], torn: { line: 2, why: 'not-a-record' } },
    ])
  })

  test('names what was given while the clock was ahead, until it is taken back', async () => {
    const ahead = { ...review('死锁'), at: (noon + 9e11) as Instant }
    journal().appendAll([review('b'), ahead])
    expect((await keeper().examine()).ahead).toMatchObject([{ id: ahead.id, card: '死锁' }])
    expect(doctorLines(await keeper().examine(), englishLook).join('\n')).toContain(
      `2055-05-31 12:00 ${ahead.id} 死锁`,
    )
    const { at, offset } = review('')
    journal().append({ kind: 'void', id: 'undo-0', at, offset, ref: ahead.id })
    expect((await keeper().examine()).ahead).toEqual([])
  })

  test('knows a journal that was saved as UTF-16', async () => {
    journal().append(review('死锁'))
    writeFileSync(journalPath(), Buffer.from(readFileSync(journalPath(), 'utf8'), 'utf16le'))
    expect((await keeper().examine()).files).toMatchObject([{ damage: [{ why: 'not-utf8' }] }])
  })

  test('finds each single damaged byte of a journal, or it is harmless', async () => {
    journal().appendAll([review('死锁'), review('b')])
    const whole = readFileSync(journalPath())
    const reviews = JSON.stringify(journal().read().reviews)
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x15
      writeFileSync(journalPath(), bytes)
      const [file] = (await keeper().examine()).files
      const isFound = file?.kind === 'lines' && (file.damage.length > 0 || file.torn !== undefined)
      const isHarmless = JSON.stringify(journal().read().reviews) === reviews
      expect(isFound || isHarmless, `byte ${at}`).toBe(true)
    }
  })

  test.each(['journal', 'registry', 'notes', 'interviews', 'backups', 'cache'])(
    'names %s where it cannot be read, and looks at the rest',
    async (name) => {
      write(home, name, 'a file in the place of the folder')
      write(home, 'settings.json', '{}')
      const found = await keeper().examine()
      expect(isSound(found)).toBe(false)
      expect(found.files).toEqual([
        { kind: 'broken', path: name, reason: 'ENOTDIR' },
        { kind: 'whole', path: 'settings.json' },
      ])
    },
  )

  test('sees broken settings and copies, and clears caches alone', async () => {
    journal().append(review('死锁'))
    write(home, 'settings.json', '{"new":')
    write(home, 'backups/2026-11-01.viva.gz', 'torn')
    await journal().standings(wholeSettings({}))
    const found = await keeper().examine()
    expect(found.files.filter(({ kind }) => kind === 'broken')).toMatchObject([
      { path: 'settings.json' },
      { path: 'backups/2026-11-01.viva.gz' },
    ])
    expect(keeper().clearCaches()).toBe(1)
    expect(readdirSync(join(home.path, 'cache'))).toEqual([])
    rmSync(join(home.path, 'cache'), { recursive: true })
    expect(keeper().clearCaches()).toBe(0)
  })
})
