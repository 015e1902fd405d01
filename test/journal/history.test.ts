import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { actsWith, fitsIn, history, isAct, rulingsIn } from '../../src/journal/history.ts'
import { cursorsInOrder, OutOfOrder, type Passed } from '../../src/journal/in-order.ts'
import { decode, encode, type JournalRecord } from '../../src/journal/record.ts'
import { type LogBytes, textOf } from '../../src/log/lines.ts'
import { compare } from '../../src/log/order.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import { grades, type Instant } from '../../src/schedule/schedule.ts'

const instant = (ms: number) => ms as Instant
const cardId = (text: string) => text as CardId

const review: JournalRecord = {
  kind: 'review',
  id: '0badcafe-0',
  at: instant(1_795_318_228_798),
  offset: 480,
  card: cardId('死锁'),
  grade: 'good',
  tookMs: 3084,
  source: 'interview',
}
const { card } = review
const second: JournalRecord = { ...review, id: '0badcafe-1', at: instant(review.at + 1000) }
const both = encode(review) + encode(second)

function decoded(line: string) {
  const bytes = Buffer.from(line)
  return decode(textOf({ device: 'a', bytes }), 0, bytes.length)
}

function read(text: string) {
  return history([{ device: 'a', bytes: Buffer.from(text) }])
}

function actsInOrder(journals: readonly LogBytes[], passed: Passed) {
  const { taken } = rulingsIn(journals)
  const all = Array.from(cursorsInOrder(journals, passed), (one) => one.entry ?? one.review())
  return all.filter((entry) => isAct(entry) && !taken.has(entry.id))
}

const records = fc
  .uniqueArray(fc.tuple(fc.nat(9), fc.nat(20)), {
    maxLength: 30,
    selector: ([a, b]) => `${a}-${b}`,
  })
  .chain((ids) =>
    fc.tuple(
      ...ids.map(([run, count]) =>
        fc.record({
          kind: fc.constant('review' as const),
          id: fc.constant(`0000000${run}-${count}`),
          at: fc.integer({ min: 0, max: 5000 }).map(instant),
          offset: fc.constantFrom(0, 480, -420, 345),
          card: fc.constantFrom('一', 'b', 'c.d').map(cardId),
          grade: fc.constantFrom(...grades),
          tookMs: fc.nat(),
          source: fc.constantFrom('interview' as const, 'rate' as const),
        }),
      ),
    ),
  )

describe('a record', () => {
  test('is one line of JSON that ends in its checksum', () => {
    expect(encode(review)).toBe(
      '{"v":1,"id":"0badcafe-0","t":1795318228798,"tz":480,"c":"死锁","g":3,"ms":3084,"s":"interview","k":"f524d493"}\n',
    )
  })

  test('is read as it was written', () => {
    fc.assert(
      fc.property(records, (all) => {
        for (const record of all) {
          expect(decoded(encode(record).trimEnd())).toMatchObject({ kind: 'record', record })
        }
      }),
    )
  })

  test('of a newer version or kind is kept apart, not called damaged', () => {
    const signed = (body: string) => {
      const sum = crc32(Buffer.from(body)).toString(16).padStart(8, '0')
      return `${body},"k":"${sum}"}`
    }
    expect(decoded(signed('{"v":2,"id":"x-0","shape":"unknown"'))).toEqual({ kind: 'newer' })
    expect(decoded(signed('{"v":1,"id":"x-0","t":1,"tz":0,"op":"rename"'))).toEqual({
      kind: 'newer',
    })
  })

  test('without what a review needs is damaged', () => {
    const body = '{"v":1,"id":"x-0","t":1,"tz":0,"c":"a","g":7,"s":"rate"'
    const sum = crc32(Buffer.from(body)).toString(16).padStart(8, '0')
    expect(decoded(`${body},"k":"${sum}"}`)).toEqual({ kind: 'bad', why: 'fields' })
  })
})

describe('a journal', () => {
  test('gives its reviews in the order of time, whatever the order of its lines', () => {
    const { reviews } = read(encode(second) + encode(review))
    expect(reviews.map(({ id }) => id)).toEqual(['0badcafe-0', '0badcafe-1'])
  })

  test('cut at any byte loses at most the record that was cut', () => {
    for (let cut = 0; cut < both.length; cut += 1) {
      const { reviews } = read(both.slice(0, cut))
      const whole = both.slice(0, cut).split('\n').length - 1
      expect(reviews.length).toBeGreaterThanOrEqual(whole)
    }
  })

  test('with any character changed never gives a wrong review', () => {
    const known = new Set(read(both).reviews.map((one) => JSON.stringify(one)))
    for (let at = 0; at < both.length; at += 1) {
      const changed = `${both.slice(0, at)}#${both.slice(at + 1)}`
      const { reviews } = read(changed)
      for (const one of reviews) expect(known.has(JSON.stringify(one))).toBe(true)
      expect(reviews.length).toBeGreaterThanOrEqual(1)
    }
  })

  test('joined lines are taken apart, and the damage is counted', () => {
    const joined = read(both.replace('\n', ''))
    expect(joined.reviews).toHaveLength(2)
    expect(joined.damaged).toBe(1)
  })

  test('survives line ends of Windows, a byte order mark and marks of a merge', () => {
    const odd = `\ufeff${both.replaceAll('\n', '\r\n')}<<<<<<< HEAD\n\0\0\0\n\n`
    expect(read(odd)).toMatchObject({ reviews: [{}, {}], damaged: 2 })
  })

  test('does not count a review that was taken back', () => {
    const undo = encode({ kind: 'void', id: 'u-0', at: review.at, offset: 0, ref: review.id })
    expect(read(undo + both).reviews.map(({ id }) => id)).toEqual([second.id])
  })
})

test('several journals give the same history, shuffled, repeated or split among files', () => {
  fc.assert(
    fc.property(records, fc.infiniteStream(fc.nat(2)), (all, random) => {
      const expected = read(all.map(encode).join('')).reviews
      const files = ['', '', '']
      for (const record of [...all, ...all].reverse()) {
        const file = random.next().value ?? 0
        files[file] += encode(record)
      }
      const { reviews } = history(files.map((text) => ({ device: 'a', bytes: Buffer.from(text) })))
      expect(reviews).toEqual(expected)
    }),
  )
})

test('journals read in order, one act at a time, give the same', () => {
  fc.assert(
    fc.property(records, fc.infiniteStream(fc.nat(2)), fc.boolean(), (all, random, ordered) => {
      const lines = ordered ? [...all].sort((a, b) => compare(a, b)) : all
      const files = ['', '', '']
      for (const record of lines) files[random.next().value ?? 0] += encode(record)
      const [first] = all
      if (first !== undefined) {
        files[1] += encode({ kind: 'void', id: 'v-0', at: instant(9000), offset: 0, ref: first.id })
      }
      const journals = files.map((text) => ({ device: 'a', bytes: Buffer.from(text) }))
      try {
        const acts = actsInOrder(journals, { last: undefined, damaged: 0, newer: 0 })
        expect(acts).toEqual(history(journals).acts)
      } catch (error) {
        if (!(error instanceof OutOfOrder)) throw error
      }
    }),
  )
})

test('a journal in order is read as bytes as it is as text, whatever one character of it becomes', () => {
  const undo = encode({ kind: 'bury', id: 'u-0', at: instant(second.at + 1), offset: -60, card })
  const text = `${both}${undo}`
  for (let at = 0; at < text.length; at += 1) {
    for (const mark of ['#', '\n', '"', '1']) {
      const bytes = Buffer.from(text.slice(0, at) + mark + text.slice(at + 1))
      const passed: Passed = { last: undefined, damaged: 0, newer: 0 }
      const acts = actsInOrder([{ device: 'a', bytes }], passed)
      const { damaged, newer, ...said } = history([{ device: 'a', bytes }])
      expect([acts, passed.damaged, passed.newer]).toEqual([said.acts, damaged, newer])
    }
  }
})

test('journals of three devices that only grew are read in one pass', () => {
  const files = ['', '', '']
  for (let i = 0; i < 30; i += 1) {
    const one = { ...review, id: `run${i % 3}-${i}`, at: instant(review.at + i) }
    files[i % 3] += encode(one)
  }
  const journals = files.map((text) => ({ device: 'a', bytes: Buffer.from(text) }))
  const passed: Passed = { last: undefined, damaged: 0, newer: 0 }
  expect(actsInOrder(journals, passed)).toHaveLength(30)
  expect(passed.last).toMatchObject({ id: 'run2-29' })
})

test('what was done with one card is found without reading the others', () => {
  const other: JournalRecord = { ...second, id: '0badcafe-2', card: cardId('活锁') }
  const undo = encode({ kind: 'void', id: 'u-0', at: review.at, offset: 0, ref: review.id })
  const journals = [{ device: 'a', bytes: Buffer.from(both + encode(other) + undo) }]
  expect(actsWith(journals, ['死锁']).map(({ id }) => id)).toEqual([second.id])
  expect(actsWith(journals, ['活锁', 'none']).map(({ id }) => id)).toEqual([other.id])
})

describe('a fit', () => {
  const { parameters } = defaultRules
  const fit: JournalRecord = {
    kind: 'params',
    id: '0badcafe-2',
    at: instant(review.at + 2000),
    offset: 480,
    parameters,
    reviews: 1234,
    before: 0.3512,
    after: 0.3476,
  }
  const spoilt = (change: object) => {
    const body = JSON.stringify({ ...JSON.parse(encode(fit)), ...change }).replace(/,"k".*/, '')
    return decoded(`${body},"k":"${crc32(body).toString(16).padStart(8, '0')}"}`)
  }

  test('is a record of its own, and read as it was written', () => {
    expect(encode(fit)).toContain('"op":"params","w":[0.212,1.2931,')
    expect(decoded(encode(fit).trimEnd())).toEqual({
      kind: 'record',
      record: { ...fit, device: 'a' },
    })
  })

  test('is nothing done with a card, and nothing of a newer version', () => {
    const found = read(both + encode(fit))
    expect(found).toMatchObject({ damaged: 0, newer: 0, fits: [{ id: fit.id, reviews: 1234 }] })
    expect(found.acts).toHaveLength(2)
  })

  test('is told from the others without reading them, as the whole history tells it', () => {
    const first = { ...fit, id: 'c-0', at: review.at }
    const taken = { ...fit, id: 'c-1', at: instant(review.at + 9000) }
    const undo = { kind: 'void', id: 'c-2', at: taken.at, offset: 0, ref: taken.id } as const
    const journals = [
      { device: 'a', bytes: Buffer.from(`\ufeff${encode(fit)}${both}${encode(undo)}`) },
      { device: 'b', bytes: Buffer.from(`${encode(taken)}torn${encode(first)}${encode(first)}`) },
    ]
    expect(fitsIn(journals).map(({ id }) => id)).toEqual(['c-0', fit.id])
    expect(fitsIn(journals)).toEqual(history(journals).fits)
  })

  test('with more parameters is a newer version’s; with others out of bounds it is damaged', () => {
    expect(spoilt({ w: [...parameters, 0.1, 0.2] })).toEqual({ kind: 'newer' })
    const wrong = { kind: 'bad', why: 'fields' }
    expect(spoilt({ w: parameters.with(0, 0.01) })).toEqual(wrong)
    expect(spoilt({ w: parameters.slice(2) })).toEqual(wrong)
    expect(spoilt({ w: parameters.map(String) })).toEqual(wrong)
    expect(spoilt({ n: 1.5 })).toEqual(wrong)
    expect(spoilt({ after: null })).toEqual(wrong)
  })
})
