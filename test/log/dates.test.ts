import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { wallClock } from '../../src/host/clock.ts'
import { decodeRegistry, encodeRegistry } from '../../src/identity/record.ts'
import { decodeStep, encodeStep } from '../../src/interview/record.ts'
import { foreignLine } from '../../src/journal/imported.ts'
import { decode, encode } from '../../src/journal/record.ts'
import { seal } from '../../src/log/envelope.ts'
import { examined } from '../../src/log/examine.ts'
import type { Decode } from '../../src/log/lines.ts'
import { folded, noSchedules } from '../../src/schedule/fold.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import type { Instant, Review } from '../../src/schedule/schedule.ts'
import { minuteText } from '../../src/schedule/time.ts'
import { reviewJson } from '../../src/view/card-json.ts'
import { begun, graded } from '../support/interviews.ts'

const first = Date.parse('0000-01-01T00:00:00Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')
const card = '死锁' as CardId

function review(at: number, offset: number): Review {
  const head = { id: 'r-0', at: at as Instant, offset, device: 'a', card }
  return { kind: 'review', ...head, grade: 'good', tookMs: 9, source: 'rate' }
}

/** A line of each kind that bears a time, and what reads it. */
const lines: Readonly<
  Record<string, readonly [(at: number, offset: number) => string, Decode<unknown>]>
> = {
  'a review': [(at, offset) => encode(review(at, offset)), decode],
  'a compared review': [
    (at, offset) => encode({ ...review(at, offset), comparison: { coverage: 1, missed: [] } }),
    decode,
  ],
  'what is set aside': [
    (at, offset) => encode({ kind: 'suspend', id: 'r-0', at: at as Instant, offset, card }),
    decode,
  ],
  'what takes back': [
    (at, offset) => encode({ kind: 'void', id: 'r-0', at: at as Instant, offset, ref: 'x' }),
    decode,
  ],
  'a beginning': [(at, offset) => encodeStep(begun({ at: at as Instant, offset })), decodeStep],
  'a verdict': [(at, offset) => encodeStep(graded(0, { at: at as Instant, offset })), decodeStep],
  'a resuming': [(at) => encodeStep({ kind: 'resumed', at: at as Instant }), decodeStep],
  'a fact': [
    (at) => encodeRegistry({ kind: 'void', ref: 'x', id: 'r-0', at: at as Instant, device: 'a' }),
    decodeRegistry,
  ],
}

function reasonOf(line: string, read: Decode<unknown>): string {
  return examined({ device: 'a', bytes: Buffer.from(line) }, read).damage[0]?.why ?? 'none'
}

test.each(Object.entries(lines))('of %s, a time that no date has is damage', (_, [write, read]) => {
  const odd = [2 ** 53 - 1, -(2 ** 53) + 1, 8.64e15, -8.64e15, 1e15 - 1, last + 1, first - 1, 0.5]
  expect(odd.map((at) => reasonOf(write(at, 0), read))).toEqual(odd.map(() => 'time'))
  expect([first, last].map((at) => reasonOf(write(at, 480), read))).toEqual(['none', 'none'])
})

test.each(Object.entries(lines).filter(([, [write]]) => write.length > 1))(
  'of %s, an offset of a day or more is damage',
  (_, [write, read]) => {
    const odd = [1440, -1440, 9999, -(2 ** 53) + 1, 0.5]
    expect(odd.map((offset) => reasonOf(write(1, offset), read))).toEqual(odd.map(() => 'time'))
    expect([1439, -1439, 345].map((offset) => reasonOf(write(1, offset), read))).toEqual([
      'none',
      'none',
      'none',
    ])
  },
)

test('whatever time is no damage can be folded and shown', () => {
  for (const at of [first, last]) {
    for (const offset of [-1439, 1439]) {
      const one = review(at, offset)
      expect(minuteText(one.at, offset)).not.toBe('')
      expect(reviewJson(one)).toMatchObject({ card })
      const { cards } = folded(noSchedules, [one, review(0, 0), one], defaultRules)
      expect(cards.get(card)?.schedule?.stability).toBeGreaterThan(0)
    }
  }
})

test('a time without a number is something missing, and no odd date', () => {
  expect(reasonOf(seal({ op: 'resumed', at: 'noon' }), decodeStep)).toBe('fields')
})

test('neither a clock nor another tool gives times that no date has', () => {
  expect(() => wallClock('9999-12-31T23:59:59-23:59').now()).toThrow('clock-invalid')
  const line = (at: unknown) =>
    foreignLine(JSON.stringify({ card: 'x', grade: 1, at }), last as Instant)
  for (const at of [2 ** 53 - 1, last + 1, '2026-03-09 20:00:00 +9959']) {
    expect(line(at)).toEqual({ kind: 'bad', why: 'at' })
  }
})
