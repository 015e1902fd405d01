import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { dayOf, dayText } from '../../src/schedule/day.ts'
import { folded, intervals, noSchedules, recallNow, untouched } from '../../src/schedule/fold.ts'
import { dayStartOf, defaultRules, type Rules } from '../../src/schedule/rules.ts'
import {
  type Act,
  type Grade,
  grades,
  type Instant,
  isLeech,
  type Review,
} from '../../src/schedule/schedule.ts'
import { studyDay } from '../../src/schedule/time.ts'

const rules: Rules = { ...defaultRules, fuzz: false }
const card = '死锁' as CardId
let count = 0

/** A review at an ISO time whose offset says where the person is. */
function review(time: string, grade: Grade, more: Partial<Review> = {}): Review {
  const sign = time.at(-6) === '-' ? -1 : 1
  const offset = sign * (Number(time.slice(-5, -3)) * 60 + Number(time.slice(-2)))
  const at = Date.parse(time) as Instant
  const id = `run-${count++}`
  return {
    kind: 'review',
    id,
    card,
    at,
    offset,
    grade,
    tookMs: 20_000,
    source: 'review',
    device: 'a',
    ...more,
  }
}

function standing(acts: readonly Act[], by: Rules = rules) {
  return folded(noSchedules, acts, by).cards.get(card) ?? untouched
}

function stabilityAfter(...times: readonly string[]): number {
  return standing(times.map((time) => review(time, 'good'))).schedule?.stability ?? 0
}

describe('a study day', () => {
  const day = (time: string, offset: number) =>
    dayText(studyDay(Date.parse(time) as Instant, offset, rules.dayStartMs))

  test('turns over at four in the morning, where the person is', () => {
    expect(day('2026-03-09T03:59:59+08:00', 480)).toBe('2026-03-08')
    expect(day('2026-03-09T04:00:00+08:00', 480)).toBe('2026-03-09')
    expect(day('2026-03-09T04:00:00-08:00', -480)).toBe('2026-03-09')
    expect(day('2026-03-09T03:59:00+05:45', 345)).toBe('2026-03-08')
  })

  test('is read from a date and written as one', () => {
    expect(dayOf('2026-02-30')).toBeUndefined()
    expect(dayOf('26-2-3')).toBeUndefined()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        expect(dayOf(dayText(n as never))).toBe(n)
      }),
    )
  })

  test('begins at any minute of the day', () => {
    expect(dayStartOf('4:00')).toBe(4 * 3_600_000)
    expect(dayStartOf('00:30')).toBe(1_800_000)
    expect(['24:00', '4', '4:60', '-1:00'].map(dayStartOf)).toEqual(Array(4).fill(undefined))
  })
})

describe('days between reviews', () => {
  const sameDay = stabilityAfter('2026-03-09T10:00:00+08:00', '2026-03-09T11:00:00+08:00')
  const nextDay = stabilityAfter('2026-03-09T10:00:00+08:00', '2026-03-10T10:00:00+08:00')

  test.each([
    [
      'two minutes of one morning in China',
      '2026-03-09T07:59:00+08:00',
      '2026-03-09T08:01:00+08:00',
    ],
    ['before and after midnight', '2026-03-09T23:50:00+08:00', '2026-03-10T00:20:00+08:00'],
    [
      'a flight from Shanghai to San Francisco',
      '2026-03-09T12:00:00+08:00',
      '2026-03-09T08:00:00-07:00',
    ],
  ])('are none: %s', (_, first, second) => {
    expect(stabilityAfter(first, second)).toBe(sameDay)
  })

  test.each([
    ['a night of sleep', '2026-03-09T21:00:00+08:00', '2026-03-10T07:30:00+08:00'],
    ['over the hour lost in spring', '2026-03-28T23:00:00+01:00', '2026-03-29T23:00:00+02:00'],
    ['over the hour won in autumn', '2026-10-24T23:00:00+02:00', '2026-10-25T22:00:00+01:00'],
    ['in the other half of the world', '2026-03-09T21:00:00-08:00', '2026-03-10T07:30:00-08:00'],
  ])('are one: %s', (_, first, second) => {
    expect(stabilityAfter(first, second)).toBe(nextDay)
  })

  test('are none where the clock was set back to an earlier day', () => {
    const late = review('2026-03-09T10:00:00+08:00', 'good')
    const early = { ...review('2026-03-07T10:00:00+08:00', 'good'), at: late.at }
    const { schedule } = standing([late, { ...early, offset: -720 }])
    expect(schedule?.stability).toBe(sameDay)
  })
})

describe('a card', () => {
  test('learns, lapses and is learnt again', () => {
    const acts = [
      review('2026-01-01T10:00:00+08:00', 'again'),
      review('2026-01-02T10:00:00+08:00', 'good'),
      review('2026-01-05T10:00:00+08:00', 'again'),
      review('2026-01-05T10:30:00+08:00', 'again'),
      review('2026-01-06T10:00:00+08:00', 'hard'),
    ]
    const seen = acts.map((_, i) => {
      const { schedule } = standing(acts.slice(0, i + 1))
      return [schedule?.stage, schedule?.lapses, schedule?.reps]
    })
    expect(seen).toEqual([
      ['learning', 0, 1],
      ['review', 0, 2],
      ['relearning', 1, 3],
      ['relearning', 1, 4],
      ['review', 1, 5],
    ])
  })

  test('is due after the interval that its grade promised', () => {
    const before = standing([review('2026-01-01T10:00:00+08:00', 'good')])
    const next = review('2026-01-03T10:00:00+08:00', 'good')
    const promised = intervals(before, next, rules)
    expect(promised.again).toBe(1)
    expect(promised.hard).toBeLessThan(promised.good)
    expect(promised.good).toBeLessThan(promised.easy)
    for (const grade of grades) {
      const { schedule } = standing([
        review('2026-01-01T10:00:00+08:00', 'good'),
        { ...next, grade },
      ])
      expect((schedule?.due ?? 0) - (schedule?.lastDay ?? 0)).toBe(promised[grade])
    }
  })

  test('keeps its schedule when it is crammed', () => {
    const first = review('2026-01-01T10:00:00+08:00', 'good')
    const crammed = review('2026-01-02T10:00:00+08:00', 'again', { source: 'cram' })
    expect(standing([first, crammed])).toEqual(standing([first]))
    expect(folded(noSchedules, [crammed], rules).days.size).toBe(1)
  })

  test('is kept out for the day it was buried on, and for good until it is let in', () => {
    const aside = (kind: 'suspend' | 'unsuspend' | 'bury'): Act => {
      const { id, at, offset, device } = review('2026-01-02T02:00:00+08:00', 'good')
      return { kind, id, at, offset, device, card }
    }
    expect(standing([aside('bury')]).buriedOn).toBe(dayOf('2026-01-01'))
    expect(standing([aside('suspend')]).suspended).toBe(true)
    expect(standing([aside('bury'), aside('suspend'), aside('unsuspend')])).toEqual(untouched)
  })

  test('is a leech after six lapses', () => {
    const acts = Array.from({ length: 12 }, (_, i) =>
      review(
        `2026-01-${String(i + 1).padStart(2, '0')}T10:00:00+08:00`,
        i % 2 === 0 ? 'good' : 'again',
      ),
    )
    expect(isLeech(standing(acts.slice(0, 10)))).toBe(false)
    expect(isLeech(standing(acts))).toBe(true)
  })

  test('fades: recall is whole at once and 0.9 after its stability', () => {
    const first = review('2026-01-01T10:00:00+08:00', 'good')
    const one = standing([first])
    const later = (first.at + (one.schedule?.stability ?? 0) * 86_400_000) as Instant
    expect(recallNow(one, first.at, rules)).toBe(1)
    expect(recallNow(one, later, rules)).toBeCloseTo(0.9, 9)
    expect(recallNow(one, (first.at - 1000) as Instant, rules)).toBe(1)
    expect(recallNow(untouched, later, rules)).toBeUndefined()
  })
})

const acts: fc.Arbitrary<readonly Act[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'review' as const,
        'review' as const,
        'bury' as const,
        'suspend' as const,
        'unsuspend' as const,
      ),
      card: fc.constantFrom('甲', 'b', 'c').map((id) => id as CardId),
      hours: fc.nat(200),
      offset: fc.constantFrom(480, -420, 345, 0),
      grade: fc.constantFrom(...grades),
      source: fc.constantFrom('review' as const, 'cram' as const, 'interview' as const),
    }),
    { maxLength: 40 },
  )
  .map((all) => {
    let at = Date.UTC(2026, 0, 1)
    return all.map(({ hours, ...one }, i): Act => {
      at += hours * 3_600_000
      return { ...one, id: `run-${i}`, at: at as Instant, tookMs: i, device: 'a' }
    })
  })

test('acts folded in pieces give what they give in one go', () => {
  fc.assert(
    fc.property(acts, fc.nat(40), fc.boolean(), (all, cut, fuzz) => {
      const by = { ...rules, fuzz }
      const whole = folded(noSchedules, all, by)
      const pieces = folded(folded(noSchedules, all.slice(0, cut), by), all.slice(cut), by)
      expect(pieces).toEqual(whole)
    }),
  )
})
