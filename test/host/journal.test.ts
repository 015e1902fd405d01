import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { openJournal } from '../../src/host/store/journal.ts'
import type { JournalRecord } from '../../src/journal/record.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { folderWith } from '../support/library.ts'

let home: ReturnType<typeof folderWith>

beforeEach(() => {
  home = folderWith({})
})
afterEach(() => home.remove())

function record(id: string): JournalRecord {
  const at = 1_795_000_000_000 as Instant
  const card = 'deadlock' as CardId
  return { kind: 'review', id, at, offset: 0, card, grade: 'hard', tookMs: 1, source: 'rate' }
}

function journalFile(): string {
  const [name = ''] = readdirSync(join(home.path, 'journal'))
  return join(home.path, 'journal', name)
}

test('nothing is written before the first review', () => {
  expect(openJournal(home.path, home.path).read().reviews).toEqual([])
  expect(readdirSync(home.path)).toEqual([])
})

test('what was appended is there for the next one who opens it', () => {
  openJournal(home.path, home.path).append(record('a-0'))
  openJournal(home.path, home.path).append(record('b-0'))
  expect(
    openJournal(home.path, home.path)
      .read()
      .reviews.map(({ id }) => id),
  ).toEqual(['a-0', 'b-0'])
  expect(readdirSync(join(home.path, 'journal'))).toHaveLength(1)
})

test('a torn last line stays, and the next record starts on a line of its own', () => {
  openJournal(home.path, home.path).append(record('a-0'))
  appendFileSync(journalFile(), '{"v":1,"id":"torn')
  openJournal(home.path, home.path).append(record('b-0'))
  expect(openJournal(home.path, home.path).read()).toMatchObject({
    reviews: [{ id: 'a-0' }, { id: 'b-0' }],
    damaged: 1,
  })
  expect(readFileSync(journalFile(), 'utf8')).toContain('{"v":1,"id":"torn\n')
})

test('the same record appended again after a failure counts once', () => {
  const journal = openJournal(home.path, home.path)
  journal.append(record('a-0'))
  journal.append(record('a-0'))
  expect(journal.read().reviews).toHaveLength(1)
})

test('ids are unique in a run and between runs', () => {
  const one = openJournal(home.path, home.path)
  const other = openJournal(home.path, home.path)
  const ids = [one.nextId(), one.nextId(), other.nextId(), other.nextId()]
  expect(new Set(ids).size).toBe(4)
})

test('a journal that cannot be written is a fault that says so', () => {
  writeFileSync(join(home.path, 'journal'), 'a file where the folder should be')
  expect(() => openJournal(home.path, home.path).append(record('a-0'))).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ code: 'not-saved' }) }),
  )
})

test.runIf(process.platform === 'linux')(
  'a home that cannot be made is told, not waited for',
  () => {
    for (const folder of ['/proc/viva', '/proc/viva/home', join(home.path, 'file', 'home')]) {
      writeFileSync(join(home.path, 'file'), '')
      expect(() => openJournal(folder, folder).append(record('a-0'))).toThrow(
        expect.objectContaining({ fault: expect.objectContaining({ code: 'not-saved' }) }),
      )
    }
    openJournal(join(home.path, 'a/b'), home.path).append(record('a-0'))
    expect(readdirSync(join(home.path, 'a/b'))).toContain('journal')
  },
)

test('a folder in the place of a journal is no empty history, and what is kept goes on to be', () => {
  openJournal(home.path, home.path).append(record('a-0'))
  mkdirSync(join(home.path, 'journal', 'odd.jsonl'))
  const reading = () => openJournal(home.path, home.path).read()
  expect(reading).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ code: 'own-not-readable' }) }),
  )
  openJournal(home.path, home.path).append(record('b-0'))
  rmSync(join(home.path, 'journal', 'odd.jsonl'), { recursive: true })
  expect(reading().reviews).toHaveLength(2)
})

test('what was written last on this device is the last act, whatever the clock said', () => {
  const journal = openJournal(home.path, home.path)
  journal.append(record('a-0'))
  journal.append({ ...record('b-0'), at: 1_700_000_000_000 as Instant })
  expect(journal.lastAct()?.id).toBe('b-0')
  journal.append({ kind: 'void', id: 'c-0', at: 1 as Instant, offset: 0, ref: 'b-0' })
  expect(journal.lastAct()?.id).toBe('a-0')
  expect([...journal.ids()]).toEqual(['a-0', 'b-0', 'c-0'])
})

test('a place of the device without its name in it is mended', () => {
  writeFileSync(join(home.path, 'device'), '')
  openJournal(home.path, home.path).append(record('a-0'))
  openJournal(home.path, home.path).append(record('b-0'))
  expect(readdirSync(join(home.path, 'journal'))).toHaveLength(1)
})

test('a journal that cannot be read is a fault that names it', () => {
  writeFileSync(join(home.path, 'file'), '')
  expect(() => openJournal(join(home.path, 'file'), home.path).read()).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ reason: 'ENOTDIR' }) }),
  )
})

test('journals of other devices are read too', () => {
  openJournal(home.path, home.path).append(record('a-0'))
  const other = folderWith({})
  openJournal(other.path, other.path).append(record('b-0'))
  const [name = ''] = readdirSync(join(other.path, 'journal'))
  mkdirSync(join(home.path, 'journal'), { recursive: true })
  writeFileSync(
    join(home.path, 'journal', 'laptop.jsonl'),
    readFileSync(join(other.path, 'journal', name)),
  )
  const { reviews } = openJournal(home.path, home.path).read()
  expect(reviews.map(({ device }) => device)).toContain('laptop')
  expect(reviews).toHaveLength(2)
  other.remove()
})

test.runIf(process.platform !== 'win32')('only the person may read the journal', () => {
  openJournal(home.path, home.path).append(record('a-0'))
  expect(statSync(journalFile()).mode & 0o777).toBe(0o600)
})

test('a long history is appended as it comes, and gone through without being kept', () => {
  const own = openJournal(home.path, home.path)
  own.appendHistory(() => {})
  expect([readdirSync(home.path), own.hasAppended()]).toEqual([[], false])
  const { id: _, ...review } = record('') as Extract<JournalRecord, { kind: 'review' }>
  own.appendHistory((add) => {
    for (let count = 0; count < 50_000; count += 1) add({ ...review, run: 'i0', count })
    add({ kind: 'void', id: 'b-0', at: review.at, offset: 0, ref: 'i0-7' })
  })
  const ids: string[] = []
  own.each(({ id }) => void ids.push(id))
  expect([ids.length, ids[49_999], ids.at(-1), own.hasAppended()]).toEqual([
    50_001,
    'i0-49999',
    'b-0',
    true,
  ])
  expect(own.ids().size).toBe(50_001)
})

test('what was appended before a history broke off is whole, and the rest can follow', () => {
  const own = openJournal(home.path, home.path)
  const { id: _, ...review } = record('') as Extract<JournalRecord, { kind: 'review' }>
  const give = (most: number) =>
    own.appendHistory((add) => {
      for (let count = 0; count < 40_000; count += 1) {
        if (count === most) throw new Error('the file ended')
        add({ ...review, run: 'i0', count })
      }
    })
  expect(() => give(39_000)).toThrow('the file ended')
  give(40_000)
  expect(own.read()).toMatchObject({ damaged: 0 })
  expect(own.ids().size).toBe(40_000)
})
