import { describe, expect, test } from 'vitest'
import { type Course, played } from '../../src/plan/course.ts'
import { diceOf } from '../../src/plan/dice.ts'
import { forecastOf } from '../../src/plan/forecast.ts'
import { fastMemory } from '../../src/plan/memory.ts'
import { bestOf, judgementBy } from '../../src/plan/pick.ts'
import { freshPile, type Pile } from '../../src/plan/pile.ts'
import { basisOf, urgencyRanks, urgentFirst, withinTime } from '../../src/plan/today.ts'
import type { Day } from '../../src/schedule/day.ts'
import { noSchedules } from '../../src/schedule/fold.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import { bareCard } from '../support/bare-card.ts'

const memory = fastMemory(defaultRules.parameters)
const costs = { met: 75, passed: 30, failed: 60 }
const judgement = judgementBy(memory, costs)
const today = 20_000 as Day

/** New first in one order, as far as there is time. */
function newOnes(pile: Pile): readonly number[] {
  return Array.from({ length: pile.size }, (_, at) => at).filter((at) => pile.stability[at] === 0)
}

function courseFor(days: number, minutes: number, order: Course['order']): Course {
  return {
    days,
    seconds: () => minutes * 60,
    costs,
    order,
    cold: () => 0.35,
    memory,
    retention: 0.9,
  }
}

describe('a course', () => {
  test('uses its time and no more than the last answer beyond it', () => {
    const { days } = played(freshPile(200, 1), courseFor(3, 10, newOnes), diceOf(1))
    for (const { seconds, met } of days) {
      expect(seconds).toBeGreaterThanOrEqual(600)
      expect(seconds).toBeLessThan(675)
      expect(met).toBe(8)
    }
  })

  test('takes what a day went beyond its time from the next where it owes', () => {
    const course = { ...courseFor(4, 10, newOnes), owes: true }
    const { days } = played(freshPile(200, 1), course, diceOf(1))
    const all = days.reduce((sum, { seconds }) => sum + seconds, 0)
    expect(all).toBeLessThan(4 * 600 + 75)
  })

  test('ends with what is known cold where nothing is done', () => {
    const { known } = played(freshPile(50, 1), courseFor(5, 0, newOnes), diceOf(1))
    expect(known).toBeCloseTo(0.35, 6)
  })

  test('by the plan leaves more known than by what is new, with the same luck', () => {
    const plan: Course['order'] = (pile, day) =>
      bestOf(pile, judgement, { day, rest: 14 - day, seconds: (14 - day) * 600 }, 40)
    const known = (order: Course['order']) =>
      played(freshPile(60, 1), courseFor(14, 10, order), diceOf(3)).known
    expect(known(plan)).toBeGreaterThan(known(newOnes) + 0.05)
  })
})

describe('a forecast', () => {
  const cards = Array.from({ length: 30 }, (_, i) =>
    bareCard(`第 ${i} 题`, { topics: [i % 2 === 0 ? '网络' : '缓存'] }),
  )
  const goal = { today, date: (today + 10) as Day, secondsADay: 600 }
  const basis = basisOf(cards, noSchedules, defaultRules, goal)
  const forecast = forecastOf(basis, 10)

  test('tells each day until the one that counts, by topics', () => {
    expect(forecast.days).toHaveLength(10)
    expect(forecast.days[0]).toMatchObject({ reviews: 0, met: 8 })
    const [first, second] = forecast.days[0]?.topics ?? []
    expect([first?.cards, second?.cards]).toEqual([4, 4])
  })

  test('is better with the plan than without, and with more time', () => {
    const { planned, due, nothing } = forecast.known
    expect(planned).toBeGreaterThan(nothing)
    expect(planned).toBeGreaterThanOrEqual(due - 0.02)
    const known = forecast.byMinutes.map((one) => one.known)
    expect(known.at(-1)).toBeGreaterThan(known[0] ?? 1)
    expect(forecast.byMinutes.find(({ minutes }) => minutes === 10)?.known).toBe(planned)
  })

  test('of today is what is asked today', () => {
    const asked = withinTime(urgentFirst(basis), basis, 600)
    expect(asked).toHaveLength(8)
    expect(new Set(asked.map(({ topics }) => topics[0]))).toEqual(new Set(['网络', '缓存']))
    const ranks = [...urgencyRanks(basis).values()]
    expect(ranks[0]).toBe(1)
    expect(Math.min(...ranks)).toBeGreaterThan(0)
  })
})
