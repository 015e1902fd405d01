import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forgettingOf, fuzzed, type Memory, stepOf } from '../../src/schedule/fsrs.ts'
import { defaultRules, parametersOf } from '../../src/schedule/rules.ts'
import { grades } from '../../src/schedule/schedule.ts'

type Vectors = {
  readonly wsets: readonly (readonly number[])[]
  readonly cases: readonly {
    readonly w: number
    readonly seq: readonly (readonly [number, number])[]
    readonly sd: readonly (readonly [number, number, number])[]
  }[]
  readonly published: {
    readonly memo: { readonly seq: readonly (readonly [number, number])[]; s: number; d: number }
    readonly intervalsAtStability1: readonly number[]
    readonly ratings: readonly number[]
    readonly ivls: readonly number[]
  }
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('fsrs6-vectors.json', import.meta.url), 'utf8'),
)
const step = stepOf(defaultRules.parameters)
const forgetting = forgettingOf(defaultRules.parameters)

function gradeOf(number: number) {
  const grade = grades[number - 1]
  if (grade === undefined) throw new Error(`no grade ${number}`)
  return grade
}

function memories(w: readonly number[], seq: readonly (readonly [number, number])[]) {
  const one = stepOf(w)
  const all: Memory[] = []
  for (const [days, grade] of seq) all.push(one(all.at(-1), days, gradeOf(grade)))
  return all
}

describe('the step of memory', () => {
  test('gives stability, difficulty and interval of all vectors', () => {
    let most = 0
    for (const { w, seq, sd } of vectors.cases) {
      const parameters = vectors.wsets[w] ?? []
      memories(parameters, seq).forEach(({ stability, difficulty }, i) => {
        const [s = 0, d = 0, interval = 0] = sd[i] ?? []
        most = Math.max(most, Math.abs(stability - s) / s, Math.abs(difficulty - d) / d)
        expect(forgettingOf(parameters).interval(stability, 0.9)).toBe(interval)
      })
    }
    expect(most).toBeLessThan(2e-6)
  })

  test('gives what py-fsrs and fsrs-rs publish', () => {
    const { seq, s, d } = vectors.published.memo
    const last = memories(defaultRules.parameters, seq).at(-1)
    expect(last?.stability).toBeCloseTo(s, 4)
    expect(last?.difficulty).toBeCloseTo(d, 4)
  })

  test('never makes a card weaker by a hard answer on the same day', () => {
    const first = step(undefined, 0, 'good')
    expect(step(first, 0, 'hard').stability).toBe(first.stability)
  })

  // compute_memory_state of Anki 26.9.3 (fsrs-rs 6.6.2) and review_card of py-fsrs 6.3.2, both run
  test.each([
    ['good, in ten days good, at once hard', ['0 3', '10 3', '0 2'], 25.10873, 4.748284],
    ['good, at once hard', ['0 3', '0 2'], 2.3065, 4.752858],
    ['easy, at once hard', ['0 4', '0 2'], 8.2956, 4.010608],
    ['again, at once hard', ['0 1', '0 2'], 0.212, 7.604209],
    ['good, in ten days good, at once again', ['0 3', '10 3', '0 1'], 7.210974, 7.392238],
    ['a week of all sorts', ['0 1', '0 2', '1 3', '4 1', '0 2', '0 3', '3 3'], 1.837893, 9.421527],
  ])('takes the step of Anki and py-fsrs within a day: %s', (_, given, stability, difficulty) => {
    const seq = given.map((one) => one.split(' ').map(Number) as [number, number])
    const last = memories(defaultRules.parameters, seq).at(-1)
    expect(last?.stability).toBeCloseTo(stability, 4)
    expect(last?.difficulty).toBeCloseTo(difficulty, 5)
  })

  test('starts no card below a tenth of a day', () => {
    const low = [0.05, ...defaultRules.parameters.slice(1)]
    expect(stepOf(low)(undefined, 0, 'again').stability).toBe(0.1)
  })
})

test('the interval falls as the wanted recall rises, and stays within a day and a century', () => {
  const expected = vectors.published.intervalsAtStability1.map((days) => Math.min(days, 36_500))
  const found = expected.map((_, i) => forgetting.interval(1, (i + 1) / 10))
  expect(found).toEqual(expected)
})

test('recall is 0.9 after as many days as the stability says', () => {
  expect(forgetting.recall(12.5, 12.5)).toBeCloseTo(0.9, 12)
  expect(forgetting.recall(12.5, 0)).toBe(1)
})

describe('the spread of intervals', () => {
  test('is the same for the same card and moves others', () => {
    const all = Array.from({ length: 50 }, (_, i) => fuzzed(30, 10, `卡片 ${i}`))
    expect(all).toEqual(Array.from({ length: 50 }, (_, i) => fuzzed(30, 10, `卡片 ${i}`)))
    expect(new Set(all).size).toBeGreaterThan(4)
  })

  test('leaves one and two days as they are', () => {
    expect([1, 2].map((days) => fuzzed(days, 0, '卡片'))).toEqual([1, 2])
  })

  test('stays within its range', () => {
    const days = fc.integer({ min: 3, max: 36_500 })
    fc.assert(
      fc.property(days, fc.nat(400), fc.string(), (interval, elapsed, seed) => {
        const found = fuzzed(interval, elapsed, seed)
        const reach = 1 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * Math.max(0, interval - 20)
        expect(Math.abs(found - interval)).toBeLessThanOrEqual(Math.ceil(reach))
        expect(found).toBeGreaterThanOrEqual(2)
        expect(found).toBeLessThanOrEqual(36_500)
      }),
    )
  })
})

describe('parameters', () => {
  const text = defaultRules.parameters.join(', ')

  test('are 21 numbers within their bounds', () => {
    expect(parametersOf(text)).toEqual(defaultRules.parameters)
    expect(parametersOf(text.replaceAll(', ', ' '))).toEqual(defaultRules.parameters)
  })

  test.each([
    ['too few', '0.2, 1.3'],
    ['too many', `${text}, 0.1`],
    ['no number', text.replace('8.2956', 'NaN')],
    ['out of bounds', text.replace('6.4133', '60')],
    ['a first stability that would be raised without a word', text.replace('0.212', '0.05')],
  ])('are refused with %s', (_, wrong) => {
    expect(parametersOf(wrong)).toBeUndefined()
  })
})
