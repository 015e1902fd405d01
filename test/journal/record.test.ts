import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { history } from '../../src/journal/history.ts'
import { encode, type JournalRecord } from '../../src/journal/record.ts'
import { seal } from '../../src/log/envelope.ts'
import { folded, noSchedules } from '../../src/schedule/fold.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import type { Instant } from '../../src/schedule/schedule.ts'

const head = { at: Date.parse('2026-03-10T12:00:00+08:00') as Instant, offset: 480 }
const read = (records: readonly JournalRecord[]) =>
  history([{ device: 'a', bytes: Buffer.from(records.map(encode).join('')) }])

test.each(['死锁', 'a"b', 'c\\d', 'e\u0001', '\ud800'])(
  'a review of %j is written as JSON has it, and read back',
  (name) => {
    const card = name as CardId
    const review = {
      kind: 'review',
      id: 'i1-1',
      ...head,
      card,
      grade: 'hard',
      tookMs: 1.4,
    } as const
    const one = { ...review, source: 'import' } as const
    const fields = { id: 'i1-1', t: head.at, tz: 480, c: name, g: 2, ms: 1, s: 'import' }
    expect(encode(one)).toBe(seal(fields))
    expect(read([one]).damaged).toBe(0)
  },
)

test('what another program knew of a card is where later reviews begin', () => {
  const card = '死锁' as CardId
  const anchor = {
    kind: 'anchor',
    id: 'i1a-1',
    ...head,
    card,
    stability: 20,
    difficulty: 5,
  } as const
  const { acts, reviews, newer } = read([anchor])
  expect([reviews.length, newer]).toEqual([0, 0])
  const { cards, days } = folded(noSchedules, acts, { ...defaultRules, fuzz: false })
  const schedule = cards.get(card)?.schedule
  expect(schedule).toMatchObject({ stage: 'review', stability: 20, difficulty: 5, lapses: 0 })
  expect((schedule?.due ?? 0) - (schedule?.lastDay ?? 0)).toBe(20)
  expect(days.size).toBe(0)
})
