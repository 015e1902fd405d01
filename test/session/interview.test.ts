import { expect, test } from 'vitest'
import { parse } from '../../src/cards/parse.ts'
import { planned, type Wish } from '../../src/session/interview.ts'
import { zhDeck } from '../support/bank.ts'

const { cards } = parse({ library: '/notes', file: '并发.md', text: zhDeck }).deck
const minute = 60_000

function limit(wish: Partial<Wish>): number {
  const none = { questions: undefined, limitMs: undefined, totalMs: undefined }
  return planned(cards, { ...none, usualMs: 2 * minute, mode: 'type', seed: 's', ...wish }).limitMs
}

test('minutes for a number of questions are shared out among those that there are', () => {
  expect(limit({ questions: 2, totalMs: 20 * minute })).toBe(10 * minute)
  expect(limit({ questions: 100, totalMs: 20 * minute })).toBe(10 * minute)
  expect(limit({ questions: 2, totalMs: minute })).toBe(minute / 2)
})

test('seconds for each question are never exceeded, nor is the time of the whole', () => {
  expect(limit({ questions: 2, totalMs: 20 * minute, limitMs: minute })).toBe(minute)
  expect(limit({ totalMs: minute })).toBe(minute)
  expect(limit({ limitMs: 3 * minute })).toBe(3 * minute)
  expect(limit({})).toBe(2 * minute)
})
