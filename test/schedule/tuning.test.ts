import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { areParameters, bounded, defaultRules, parametersOf } from '../../src/schedule/rules.ts'
import type { Fit, Grade, Instant, Review, ReviewSource } from '../../src/schedule/schedule.ts'
import { studyDay } from '../../src/schedule/time.ts'
import {
  answersOf,
  type CardHistory,
  logLoss,
  tellingCount,
  tuned,
  waiting,
} from '../../src/schedule/tuning.ts'
import { forgetful, reviewsOf } from '../support/person.ts'

const { dayStartMs, parameters: defaults } = defaultRules

function review(
  time: string,
  { card = '死锁', grade = 'good' as Grade, source = 'review' as ReviewSource, offset = 480 } = {},
): Review {
  const at = Date.parse(time) as Instant
  const head = { id: time, at, offset, device: 'a', card: card as CardId }
  return { kind: 'review', ...head, grade, tookMs: 0, source }
}

function days(...reviews: readonly Review[]) {
  return answersOf(reviews, dayStartMs).map((answer) => answer.days)
}

describe('the days before an answer', () => {
  test('are study days of the place where it was given, and begin at four', () => {
    expect(
      days(
        review('2026-03-01T21:00:00+08:00'),
        review('2026-03-02T03:59:00+08:00'),
        review('2026-03-02T04:00:00+08:00'),
        review('2026-03-05T09:00:00-07:00', { offset: -420 }),
      ),
    ).toEqual([undefined, 0, 1, 3])
  })

  test('are none after a clock was set back', () => {
    const [late, early] = ['2026-03-09T12:00:00+08:00', '2026-03-07T12:00:00+08:00']
    expect(days(review(late), review(early), review('2026-03-10T12:00:00+08:00'))).toEqual([
      undefined,
      0,
      1,
    ])
  })

  test('do not end with a cram', () => {
    const [one, two, three] = ['2026-03-01T12:00', '2026-03-04T12:00', '2026-03-08T12:00']
    expect(days(review(one), review(two, { source: 'cram' }), review(three))).toEqual([
      undefined,
      7,
    ])
  })

  test('tell of memory only if there is one', () => {
    const answers = answersOf(
      [
        review('2026-03-01T12:00'),
        review('2026-03-01T12:05'),
        review('2026-03-01T12:10', { card: '活锁' }),
        review('2026-03-02T12:00', { grade: 'again' }),
        review('2026-03-02T12:10'),
      ],
      dayStartMs,
    )
    expect(tellingCount(answers)).toBe(1)
  })
})

describe('the log loss', () => {
  const start = review('2026-03-01T12:00')
  // with the default parameters S = 2.3065 after Good, so that R(2) = 0.9095
  const loss = (...reviews: readonly Review[]) =>
    logLoss(answersOf(reviews, dayStartMs), 0, defaults)

  test('is that of the chances that FSRS gave', () => {
    expect(loss(start, review('2026-03-03T12:00'))).toBeCloseTo(-Math.log(0.9095), 3)
    const failed = review('2026-03-03T12:00', { grade: 'again' })
    expect(loss(start, failed)).toBeCloseTo(-Math.log(1 - 0.9095), 2)
  })

  test('leaves out what was asked again on the same day', () => {
    const passed = review('2026-03-03T12:00')
    const again = review('2026-03-03T12:05', { grade: 'again' })
    expect(loss(start, passed, again)).toBe(loss(start, passed))
  })

  test('is told of the end alone, though all that went before is remembered', () => {
    const answers = answersOf(
      [start, review('2026-03-03T12:00'), review('2026-03-13T12:00')],
      dayStartMs,
    )
    const [whole, end] = [logLoss(answers, 0, defaults), logLoss(answers, 2, defaults)]
    expect(whole).toBeCloseTo((logLoss(answers.slice(0, 2), 0, defaults) + end) / 2)
  })
})

describe('a fit waits', () => {
  const day = (text: string) => studyDay(Date.parse(text) as Instant, 480, dayStartMs)
  const on = (text: string, force = false) => ({ today: day(text), dayStartMs, force })
  const last: Fit = {
    ...{ kind: 'params', id: 'fit-0', offset: 480, device: 'a', parameters: defaults },
    ...{ at: Date.parse('2026-03-01T12:00:00+08:00') as Instant, reviews: 1010 },
    ...{ before: 0.35, after: 0.34 },
  }

  test('for 1,000 reviews, whatever is forced', () => {
    const today = on('2026-03-01T12:00:00+08:00')
    expect(waiting(1000, undefined, today)).toBeUndefined()
    const few = { kind: 'too-few', reviews: 999, needed: 1000 }
    expect(waiting(999, undefined, today)).toEqual(few)
    expect(waiting(999, undefined, { ...today, force: true })).toEqual(few)
  })

  test('for a month and for three reviews to every ten, unless it is forced', () => {
    const soon = { kind: 'too-soon', needed: 1313, from: day('2026-03-31T12:00:00+08:00') }
    expect(waiting(1313, last, on('2026-03-31T04:00:00+08:00'))).toBeUndefined()
    expect(waiting(1312, last, on('2026-03-31T04:00:00+08:00'))).toMatchObject(soon)
    expect(waiting(5000, last, on('2026-03-31T03:59:00+08:00'))).toMatchObject(soon)
    expect(waiting(1010, last, on('2026-03-02T12:00:00+08:00', true))).toBeUndefined()
  })
})

describe('a trial', () => {
  const person = { reviews: 1500, seed: '甲' }
  const ofForgetful = answersOf(reviewsOf({ ...person, memory: forgetful }), dayStartMs)
  const ofUsual = answersOf(reviewsOf({ ...person, memory: defaults }), dayStartMs)

  test('takes what predicts the newest reviews better', async () => {
    const found = await tuned(ofForgetful, defaults, async () => forgetful)
    expect(found).toMatchObject({ kind: 'tuned', reviews: 1500 })
    const { before, after, parameters } = { parameters: [], before: 0, after: 0, ...found }
    expect(before - after).toBeGreaterThan(0.002)
    expect(parameters).toEqual(forgetful)
  })

  test('leaves someone of the usual kind alone, also where hardly anything would change', async () => {
    expect(await tuned(ofUsual, defaults, async () => forgetful)).toMatchObject({ kind: 'no-gain' })
    const near = defaults.map((w) => w * 1.001)
    expect(await tuned(ofUsual, defaults, async () => near)).toMatchObject({ kind: 'no-gain' })
  })

  test('compares with the parameters in use', async () => {
    expect(await tuned(ofForgetful, forgetful, async () => forgetful)).toMatchObject({
      kind: 'no-gain',
    })
  })

  test('is of the oldest four fifths; what passed it is fitted to all', async () => {
    const asked: (readonly CardHistory[])[] = []
    await tuned(ofForgetful, defaults, async (histories) => {
      asked.push(histories)
      return forgetful
    })
    const telling = asked.map((all) => all.flat().filter(([, days]) => days > 0).length)
    expect(telling).toEqual([1200, 1500])
    expect(asked[1]?.flat().length).toBe(ofForgetful.length)
  })

  test('fits nothing to what was hard on the day of the review before, for it says so otherwise', async () => {
    const first = { card: '死锁', days: undefined } as const
    const sameDay = { card: '死锁', days: 0 } as const
    const histories: CardHistory[] = []
    const answers = [
      { ...first, grade: 'hard' },
      { ...sameDay, grade: 'hard' },
      { ...sameDay, grade: 'good' },
      { card: '死锁', days: 3, grade: 'hard' },
    ] as const
    await tuned(answers, defaults, async (some) => {
      histories.push(...some)
      return []
    })
    expect(histories.flat()).toEqual([
      [2, 0],
      [3, 0],
    ])
  })

  test.each([
    ['too few', defaults.slice(0, 19)],
    ['not numbers', defaults.map(() => Number.NaN)],
  ])('comes to nothing where its numbers are %s', async (_, wild) => {
    expect(await tuned(ofForgetful, defaults, async () => wild)).toEqual({ kind: 'unusable' })
  })

  test('keeps parameters within their bounds', async () => {
    const low = [0.02, 0.05, 0.09, 0.3, ...forgetful.slice(4, 20), 9]
    const found = await tuned(ofForgetful, defaults.with(0, 90), async () => low)
    const { parameters } = { parameters: [], ...found }
    expect(parameters.slice(0, 4)).toEqual([0.1, 0.1, 0.1, 0.3])
    expect(parameters.at(-1)).toBe(0.8)
  })
})

test('whatever was fitted can be written as a setting and read again', () => {
  const wild = fc.double({ noDefaultInfinity: true, noNaN: true })
  const mild = fc.double({ min: -1, max: 12, noNaN: true })
  const numbers = fc.array(fc.oneof(wild, mild), { minLength: 21, maxLength: 21 })
  fc.assert(
    fc.property(numbers, (fitted) => {
      const parameters = bounded(fitted) ?? []
      expect(areParameters(parameters)).toBe(true)
      expect(parametersOf(parameters.join(', '))).toEqual(parameters)
    }),
  )
})
