import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { openJournal } from '../../src/host/journal.ts'
import { encode, type JournalRecord } from '../../src/journal/record.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import type { Grade, Instant } from '../../src/schedule/schedule.ts'
import { folderWith } from '../support/library.ts'

let home: ReturnType<typeof folderWith>
let minutes: number

beforeEach(() => {
  home = folderWith({})
  mkdirSync(join(home.path, 'journal'))
  minutes = 0
})
afterEach(() => home.remove())

const hour = 3_600_000

function review(card: string, grade: Grade = 'good'): JournalRecord {
  minutes += 600
  const at = (1_795_000_000_000 + minutes * 60_000) as Instant
  const id = `run-${minutes}`
  return {
    kind: 'review',
    id,
    at,
    offset: 480,
    card: card as CardId,
    grade,
    tookMs: 9000,
    source: 'review',
  }
}

function path(device: string): string {
  return join(home.path, 'journal', `${device}.jsonl`)
}

function append(device: string, ...records: readonly JournalRecord[]): void {
  appendFileSync(path(device), records.map(encode).join(''))
}

function standings(cache = 'cache') {
  return openJournal(home.path, join(home.path, cache)).standings(defaultRules)
}

let folds = 0
/** The same, folded from nothing. */
function anew() {
  folds += 1
  return standings(`other-${folds}`)
}

function cacheFile(): string {
  return join(home.path, 'cache', 'schedules.cache')
}

describe('the kept fold equals a fold of everything', () => {
  test('after journals grew', async () => {
    append('a', review('死锁'), review('b'))
    await standings()
    const kept = readFileSync(cacheFile())
    append('a', review('死锁', 'again'), review('c'))
    expect(await standings()).toEqual(await anew())
    expect(readFileSync(cacheFile())).toEqual(kept)
  })

  test('after a record was taken back', async () => {
    const last = review('死锁')
    append('a', review('死锁'), last)
    await standings()
    append('a', { kind: 'void', id: 'undo-0', at: last.at, offset: 0, ref: last.id })
    expect((await standings()).schedules.cards.get('死锁')?.schedule?.reps).toBe(1)
  })

  test('after older records of another device arrived', async () => {
    const early = review('死锁', 'again')
    append('a', review('死锁'), review('死锁'))
    await standings()
    append('b', early)
    expect(await standings()).toEqual(await anew())
    expect((await standings()).schedules.cards.get('死锁')?.schedule?.reps).toBe(3)
  })

  test('after a record arrived that was taken back before', async () => {
    const taken = review('b')
    append('a', review('死锁'), {
      kind: 'void',
      id: 'undo-0',
      at: (taken.at + hour) as Instant,
      offset: 0,
      ref: taken.id,
    })
    append('b', review('c'))
    await standings()
    append('b', taken)
    expect(await standings()).toEqual(await anew())
    expect((await standings()).schedules.cards.has('b')).toBe(false)
  })

  test('after a line was changed in place', async () => {
    append('a', review('死锁'), review('b'), review('c'))
    await standings()
    writeFileSync(path('a'), readFileSync(path('a'), 'utf8').replace('"c":"b"', '"c":"x"'))
    utimesSync(path('a'), new Date(), new Date(Date.now() + 5000))
    expect(await standings()).toMatchObject({ damaged: 1 })
  })

  test('after a journal was put in place of another', async () => {
    append('a', review('死锁'), review('b'))
    await standings()
    const other = Array.from({ length: 9 }, () => review('c'))
    writeFileSync(path('a'), other.map(encode).join(''))
    expect((await standings()).schedules.cards.has('死锁')).toBe(false)
  })

  test('while a last line is torn, and after the next was written behind it', async () => {
    append('a', review('死锁'))
    appendFileSync(path('a'), '{"v":1,"id":"torn')
    expect(await standings()).toMatchObject({ damaged: 1 })
    expect(await standings()).toMatchObject({ damaged: 1 })
    appendFileSync(path('a'), `\n${encode(review('b'))}`)
    expect(await standings()).toEqual(await anew())
    expect(await standings()).toMatchObject({ damaged: 1 })
  })

  test('when many records came after it, and is written anew then', async () => {
    append('a', review('死锁'))
    await standings()
    const { size } = statSync(cacheFile())
    append('a', ...Array.from({ length: 300 }, (_, i) => review(`card-${i}`)))
    expect(await standings()).toEqual(await anew())
    expect(statSync(cacheFile()).size).toBeGreaterThan(size)
  })
})

describe('the kept fold is not used', () => {
  test('for other rules', async () => {
    append('a', review('死锁'), review('死锁'))
    await standings()
    const strict = { ...defaultRules, retention: 0.97, fuzz: false }
    const due = async (rules: typeof strict) => {
      const journal = openJournal(home.path, join(home.path, 'cache'))
      return (await journal.standings(rules)).schedules.cards.get('死锁')?.schedule?.due ?? 0
    }
    expect(await due(strict)).toBeLessThan(await due({ ...strict, retention: 0.7 }))
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -9)],
    ['damaged', (bytes: Buffer) => Buffer.from(bytes.toString().replace('死锁', '活锁'))],
    ['emptied', () => Buffer.alloc(0)],
  ])('where it was %s', async (_, spoilt) => {
    append('a', review('死锁'))
    const before = await standings()
    writeFileSync(cacheFile(), spoilt(readFileSync(cacheFile())))
    expect(await standings()).toEqual(before)
  })
})

test('a cache that cannot be written costs nothing but time', async () => {
  append('a', review('死锁'))
  writeFileSync(join(home.path, 'cache'), 'a file in its place')
  expect((await standings()).schedules.cards.size).toBe(1)
})
