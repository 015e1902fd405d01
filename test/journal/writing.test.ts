import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { encode, type JournalRecord } from '../../src/journal/record.ts'
import { type HistoryRecord, recordLines } from '../../src/journal/writing.ts'
import { crcOf } from '../../src/log/crc.ts'
import { grades, type Instant, reviewSources } from '../../src/schedule/schedule.ts'

const counted = fc.record({
  kind: fc.constant('review' as const),
  run: fc.stringMatching(/^[0-9a-z]{1,20}$/),
  count: fc.nat(2 ** 48),
  at: fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }).map((at) => at as Instant),
  offset: fc.integer({ min: -1439, max: 1439 }),
  card: fc.oneof(fc.constant('锁-"1"'), fc.string({ unit: 'binary' })).map((id) => id as CardId),
  grade: fc.constantFrom(...grades),
  tookMs: fc.oneof(fc.nat(86_400_000), fc.constant(1.6)),
  source: fc.constantFrom(...reviewSources),
})
const other: JournalRecord = { kind: 'void', id: 'b-1', at: 5 as Instant, offset: 0, ref: 'a-1' }

test('a history is written as its records are one by one, to the byte', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(counted, fc.constant(other)), { maxLength: 8 }), (records) => {
      let lines = ''
      const writing = recordLines((piece) => {
        lines += Buffer.from(piece).toString()
      })
      for (const record of records) writing.add(record as HistoryRecord)
      writing.end()
      const wanted = records.map((record) =>
        encode('run' in record ? { ...record, id: `${record.run}-${record.count}` } : record),
      )
      expect(lines).toBe(wanted.join(''))
    }),
    { numRuns: 60 },
  )
})

test('a long one comes in several pieces of whole lines', () => {
  const pieces: Buffer[] = []
  const writing = recordLines((piece) => pieces.push(Buffer.from(piece)))
  const card = `锁${'x'.repeat(400_000)}` as CardId
  const review = {
    kind: 'review',
    run: 'a',
    at: 1 as Instant,
    offset: 480,
    grade: 'good',
    tookMs: 1,
    source: 'import',
  } as const
  for (let count = 0; count < 12; count += 1) writing.add({ ...review, count, card })
  writing.end()
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.every((piece) => piece.at(-1) === 0x0a && piece.at(0) === 0x7b)).toBe(true)
  expect(Buffer.concat(pieces).toString().split('\n')).toHaveLength(13)
})

test('a checksum is that of zlib', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(7), (bytes, start) => {
      const from = Math.min(start, bytes.length)
      expect(crcOf(bytes, from, bytes.length)).toBe(crc32(bytes.subarray(from)))
    }),
  )
})
