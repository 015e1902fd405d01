import { expect, test } from 'vitest'
import { isWaiting } from '../../src/interview/waiting.ts'
import { answered, asked, begun, evening, graded, held } from '../support/interviews.ts'

const day = 24 * 60 * 60_000
const two = begun({
  planned: ['card-0', 'card-1'].map((card) => ({ card: card as never, limitMs: 1 })),
})
const one = begun({ planned: two.planned.slice(0, 1) })

test('an unfinished interview waits for a week, from when it was last touched', () => {
  const left = held(two, asked(0), answered(0))
  expect(isWaiting(left, evening + 7 * day, false)).toBe(true)
  expect(isWaiting(left, evening + 7 * day + 1, false)).toBe(false)
  const later = held(two, asked(0), answered(0), asked(1, { at: (evening + day) as never }))
  expect(isWaiting(later, evening + 8 * day, false)).toBe(true)
})

test('nobody waits for one in which nothing was answered, unless an answer was on its way', () => {
  const looked = held(two, asked(0))
  expect(isWaiting(looked, evening, false)).toBe(false)
  expect(isWaiting(looked, evening, true)).toBe(true)
})

test('one of which only a follow-up is left is as good as over', () => {
  const press = asked(1, { follows: 0, card: undefined })
  expect(isWaiting(held(one, asked(0), answered(0), graded(0), press), evening, true)).toBe(false)
  expect(isWaiting(held(one, asked(0), answered(0)), evening, false)).toBe(true)
  expect(isWaiting(held(two, asked(0), answered(0), graded(0), press), evening, true)).toBe(true)
  const ended = held(two, asked(0), answered(0), { kind: 'ended', at: evening, how: 'finished' })
  expect(isWaiting(ended, evening, false)).toBe(false)
})
