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
import { foldJournals } from '../../src/host/store/fold-journals.ts'
import { openJournal } from '../../src/host/store/journal.ts'
import { noNames } from '../../src/host/store/names.ts'
import { encode, type JournalRecord } from '../../src/journal/record.ts'
import { type OwnSettings, wholeSettings } from '../../src/options/settings.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import type { Grade, Instant } from '../../src/schedule/schedule.ts'
import { folderWith } from '../support/library.ts'
import { forgetful } from '../support/person.ts'

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
  const head = { id: `run-${minutes}`, at, offset: 480, card: card as CardId }
  return { kind: 'review', ...head, grade, tookMs: 9000, source: 'review' }
}

function fitOf(parameters: readonly number[]): JournalRecord {
  const { id, at, offset } = review('')
  return { kind: 'params', id, at, offset, parameters, reviews: 1000, before: 0.4, after: 0.3 }
}

function taking({ id: ref }: JournalRecord): JournalRecord {
  const { id, at, offset } = review('')
  return { kind: 'void', id, at, offset, ref }
}

function path(device: string): string {
  return join(home.path, 'journal', `${device}.jsonl`)
}

function append(device: string, ...records: readonly JournalRecord[]): void {
  appendFileSync(path(device), records.map(encode).join(''))
}

function standings(cache = 'cache', own: OwnSettings = {}) {
  return openJournal(home.path, join(home.path, cache)).standings(wholeSettings(own))
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
    expect(await standings()).toMatchObject({ damaged: 0 })
    expect(await standings()).toMatchObject({ damaged: 0 })
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

describe('fitted parameters', () => {
  const other = forgetful.with(8, 1.5)
  const used = async () => {
    const found = await standings()
    expect(found).toEqual(await anew())
    return found.rules.parameters
  }

  test('hold from the moment they are in a journal, for reviews before and after', async () => {
    append('a', review('死锁'), review('b'), review('死锁'))
    const before = await standings()
    append('a', fitOf(forgetful), review('b'))
    expect(await used()).toEqual(forgetful)
    const stability = async () =>
      (await standings()).schedules.cards.get('死锁')?.schedule?.stability
    expect(await stability()).not.toBe(before.schedules.cards.get('死锁')?.schedule?.stability)
    expect(await standings()).toMatchObject({ newer: 0, damaged: 0 })
  })

  test('are those of the latest fit, also if an older one arrives later', async () => {
    const older = fitOf(other)
    append('a', review('死锁'), fitOf(forgetful), review('死锁'))
    expect(await used()).toEqual(forgetful)
    append('b', older)
    expect(await used()).toEqual(forgetful)
    append('b', fitOf(other))
    expect(await used()).toEqual(other)
  })

  test('go when the fit is taken back, one after the other', async () => {
    const [one, two] = [fitOf(forgetful), fitOf(other)]
    append('a', review('死锁'), one, two, review('死锁'))
    expect(await used()).toEqual(other)
    append('a', taking(two))
    expect(await used()).toEqual(forgetful)
    append('b', taking(one))
    expect(await used()).toEqual(defaultRules.parameters)
  })

  test('give way to those set by hand, and hold again without them', async () => {
    append('a', review('死锁'), fitOf(forgetful), review('死锁'))
    const settings = { parameters: other.join(', ') }
    expect((await standings('cache', settings)).rules.parameters).toEqual(other)
    expect(await used()).toEqual(forgetful)
  })

  test('are kept with the fold, so that a start reads only the ends of the journals', () => {
    const lines = [
      ...Array.from({ length: 99 }, () => review('死锁')),
      fitOf(forgetful),
      review('b'),
    ]
    const reads: number[] = []
    const start = (records: readonly JournalRecord[]) => {
      const bytes = Buffer.from(records.map(encode).join(''))
      const read = (from: number) => {
        reads.push(from)
        return bytes.subarray(from)
      }
      const size = bytes.length
      const file = { name: 'a', size, mtime: size, read, pieces: () => [bytes] }
      return foldJournals([file], {
        cache: cacheFile(),
        settings: wholeSettings({}),
        names: noNames,
        now: Number.POSITIVE_INFINITY,
      })
    }
    start(lines)
    expect(start([...lines, review('死锁')]).rules.parameters).toEqual(forgetful)
    expect(reads[0]).toBe(0)
    expect(reads.slice(1).every((from) => from > 10_000)).toBe(true)
  })
})

describe('the kept fold is not used', () => {
  test('for other rules', async () => {
    append('a', review('死锁'), review('死锁'))
    await standings()
    const strict = { retention: 0.97, date: '2026-12-01' }
    const due = async (settings: typeof strict) => {
      const journal = openJournal(home.path, join(home.path, 'cache'))
      return (
        (await journal.standings(wholeSettings(settings))).schedules.cards.get('死锁')?.schedule
          ?.due ?? 0
      )
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

describe('a grade given while the clock was ahead', () => {
  const noon = 1_795_000_000_000
  const given = (card: string, at: number, grade: Grade = 'good'): JournalRecord => {
    const { id } = review('')
    const head = { id, at: at as Instant, offset: 480, card: card as CardId }
    return { kind: 'review', ...head, grade, tookMs: 9000, source: 'review' }
  }
  const at = (now: number, cache = 'cache') =>
    openJournal(home.path, join(home.path, cache), undefined, () => now).standings(
      wholeSettings({}),
    )
  const reps = async (now: number, card = '死锁') =>
    (await at(now)).schedules.cards.get(card)?.schedule?.reps
  const later = noon + 1000 * 24 * hour

  test('counts when its time has come, whatever was kept before', async () => {
    append('a', given('死锁', later, 'easy'))
    expect(await at(noon)).toMatchObject({ ahead: 1 })
    expect(await reps(noon)).toBeUndefined()
    append('a', given('死锁', noon, 'again'))
    expect(await reps(noon)).toBe(1)
    expect(await reps(noon)).toBe(1)
    expect(await reps(later)).toBe(2)
    expect(await at(later)).toMatchObject({ ahead: 0 })
    expect(await reps(noon)).toBe(1)
    expect(await at(noon)).toEqual(await at(noon, 'anew'))
  })

  test('that comes behind a kept fold is not counted in its tail either', async () => {
    append('a', given('死锁', noon - hour))
    await at(noon)
    append('a', given('死锁', later))
    append('a', given('死锁', noon))
    expect(await at(noon)).toMatchObject({ ahead: 1 })
    expect(await reps(noon)).toBe(2)
    expect(await reps(later)).toBe(3)
  })

  test('is taken back at once, also by what was done while it was ahead', async () => {
    const [one, two] = [given('死锁', later), given('b', later)]
    append('a', one, two, { ...taking(one), at: noon as Instant })
    append('a', { ...taking(two), at: (later + hour) as Instant })
    append('a', given('死锁', noon))
    expect(await at(noon)).toMatchObject({ ahead: 0 })
    expect(await reps(noon)).toBe(1)
    expect(await reps(later + 2 * hour)).toBe(1)
    expect(await reps(later + 2 * hour, 'b')).toBeUndefined()
  })

  test('leaves the grades of its own run in their place once the clock is right', async () => {
    const [ahead, right] = [given('死锁', later), given('死锁', noon)]
    append('a', { ...ahead, id: 'one-0' }, { ...right, id: 'one-1' })
    const { schedules } = await at(noon)
    expect(schedules.cards.get('死锁')?.schedule).toMatchObject({ reps: 1, lastAt: noon })
  })

  test('is the same for parameters fitted then', async () => {
    append('a', given('死锁', noon), { ...fitOf(forgetful), at: later as Instant })
    expect(await at(noon)).toMatchObject({ ahead: 1, rules: defaultRules })
    expect((await at(later)).rules.parameters).toEqual(forgetful)
    const fits = (now: number) => openJournal(home.path, home.path, undefined, () => now).fits()
    expect([fits(noon).length, fits(later).length]).toEqual([0, 1])
  })
})

test('a cache that cannot be written costs nothing but time', async () => {
  append('a', review('死锁'))
  writeFileSync(join(home.path, 'cache'), 'a file in its place')
  expect((await standings()).schedules.cards.size).toBe(1)
})
