import fc from 'fast-check'
import { expect, test } from 'vitest'
import { branches, fastMemory } from '../../src/plan/memory.ts'
import { forgettingOf, stepOf } from '../../src/schedule/fsrs.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import { grades } from '../../src/schedule/schedule.ts'

const { parameters } = defaultRules
const fast = fastMemory(parameters)
const step = stepOf(parameters)

test('a first review leaves what ts-fsrs says', () => {
  grades.forEach((grade, i) => {
    const { stability, difficulty } = step(undefined, 0, grade)
    expect(fast.first.stability[i]).toBeCloseTo(stability, 5)
    expect(fast.first.difficulty[i]).toBeCloseTo(difficulty, 5)
  })
})

test('a later review leaves what ts-fsrs says, to six places', () => {
  const out = branches()
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 2000, noNaN: true }),
      fc.double({ min: 1, max: 10, noNaN: true }),
      fc.integer({ min: 1, max: 400 }),
      (stability, difficulty, days) => {
        fast.step(Float64Array.of(7, 7, stability, difficulty), 2, days, out)
        grades.forEach((grade, i) => {
          const after = step({ stability, difficulty }, days, grade)
          const ratio = (out.stability[i] ?? 0) / after.stability
          expect(Math.abs(ratio - 1)).toBeLessThan(1e-5)
          expect(out.difficulty[i]).toBeCloseTo(after.difficulty, 5)
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('recall and intervals are those of the schedule', () => {
  const slow = forgettingOf(parameters)
  for (const [stability, days] of [
    [0.2, 3],
    [12, 30],
    [400, 2],
  ] as const) {
    expect(fast.recall(stability, days)).toBeCloseTo(slow.recall(stability, days), 12)
    expect(fast.interval(stability, 0.9)).toBe(slow.interval(stability, 0.9))
  }
})
