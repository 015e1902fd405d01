import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import type { Day } from '../../src/schedule/day.ts'
import { folded, noSchedules } from '../../src/schedule/fold.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import type { Grade, Instant, Review, ReviewSource } from '../../src/schedule/schedule.ts'

let count = 0
function review(
  card: string,
  time: string,
  grade: Grade,
  source: ReviewSource = 'review',
  tookMs = 30_000,
): Review {
  count += 1
  const at = Date.parse(`${time}+08:00`) as Instant
  const head = { id: `run-${count}`, at, offset: 480, device: 'a', card: card as CardId }
  return { kind: 'review', ...head, grade, tookMs, source }
}

function knownAfter(...reviews: readonly Review[]) {
  return folded(noSchedules, reviews, defaultRules)
}

describe('what was done on a day', () => {
  const first = review('死锁', '2026-03-09T20:30:00', 'good')
  const later = review('死锁', '2026-03-12T07:15:00', 'again')
  const { days } = knownAfter(
    first,
    review('活锁', '2026-03-09T20:40:00', 'again'),
    review('活锁', '2026-03-09T20:50:00', 'good'),
    later,
    review('活锁', '2026-03-12T07:20:00', 'good', 'cram'),
  )
  const [before, last] = [...days.values()]

  test('counts cards that were met, and the time', () => {
    expect(before).toMatchObject({ reviews: 3, met: 2, ms: 90_000, telling: 0, recalled: 0 })
  })

  test('tells recall beside what was foreseen, only of reviews on a later day', () => {
    expect(last).toMatchObject({ reviews: 2, met: 0, telling: 1, recalled: 0 })
    expect(last?.foreseen).toBeGreaterThan(0.8)
    expect(last?.foreseen).toBeLessThan(0.95)
  })

  test('has its hours by the clock where the person was', () => {
    expect(before?.hours).toEqual([{ hour: 20, reviews: 3, telling: 0, recalled: 0 }])
    expect(last?.hours).toEqual([{ hour: 7, reviews: 2, telling: 1, recalled: 0 }])
  })

  test('goes on where it was left, and leaves what was before as it is', () => {
    const half = knownAfter(first)
    const [day] = [...half.days.keys()] as [Day]
    const whole = folded(half, [review('a', '2026-03-09T21:00:00', 'good')], defaultRules)
    expect([half.days.get(day)?.reviews, whole.days.get(day)?.reviews]).toEqual([1, 2])
    expect(whole.days.get(day)?.hours.map(({ hour }) => hour)).toEqual([20, 21])
  })
})

test('time is kept by what came of an answer, of daily reviews alone', () => {
  const { times, knownCold } = knownAfter(
    review('a', '2026-03-09T20:30:00', 'good', 'review', 70_000),
    review('b', '2026-03-09T20:31:00', 'again', 'interview', 200_000),
    review('a', '2026-03-12T20:30:00', 'good', 'review', 20_000),
    review('b', '2026-03-12T20:31:00', 'again', 'review', 50_000),
  )
  expect(times).toEqual({ met: [70_000], passed: [20_000], failed: [50_000] })
  expect([...knownCold]).toEqual(['a'])
})
