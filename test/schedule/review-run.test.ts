import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import {
  advanced,
  begun,
  crammed,
  type ItemOutcome,
  pace,
  type ReviewRun,
  summaryOf,
  takenBack,
} from '../../src/schedule/review-run.ts'
import type { Grade } from '../../src/schedule/schedule.ts'

const questions = ['什么是死锁？', '什么是活锁？', '什么是饥饿？', 'What is a mutex?']
const { cards } = parse({
  library: '/notes',
  file: 'locks.md',
  text: questions.map((question) => `## ${question}\n\n答案。\n`).join('\n'),
}).deck

function graded(grade: Grade, usedMs = 1000): ItemOutcome {
  return { kind: 'graded', grade, usedMs, record: `run-${grade}` }
}

function play(run: ReviewRun, ...outcomes: readonly ItemOutcome[]): ReviewRun {
  return outcomes.reduce((now, outcome) => advanced(now, outcome), run)
}

describe('a run', () => {
  test('has due cards first and no more than the limit', () => {
    const run = begun(cards.slice(2), cards.slice(0, 2), 3)
    expect(run.todo.map(({ card, kind }) => [card.question, kind])).toEqual([
      ['什么是饥饿？', 'due'],
      ['What is a mutex?', 'due'],
      ['什么是死锁？', 'new'],
    ])
  })

  test('brings a failed card again at its end, once', () => {
    const run = play(begun(cards.slice(0, 2), []), graded('again'), graded('good'), graded('again'))
    expect(run.todo).toEqual([])
    expect(run.done.map(({ item }) => [item.card.question, item.again])).toEqual([
      ['什么是死锁？', false],
      ['什么是活锁？', false],
      ['什么是死锁？', true],
    ])
  })

  test('of crammed cards brings a failed one again once, too', () => {
    const run = play(crammed(cards, 1), graded('again'), graded('again'))
    expect(run.todo).toEqual([])
    expect(run.done).toHaveLength(2)
  })

  test('is as it was when everything is taken back', () => {
    const outcomes = fc.array(
      fc.constantFrom<ItemOutcome>(graded('again'), graded('good'), { kind: 'skipped' }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(outcomes, (all) => {
        const start = begun(cards.slice(0, 3), cards.slice(3))
        const played = play(start, ...all)
        const back = played.done.reduce((run) => takenBack(run), played)
        expect(back).toEqual(start)
        expect(takenBack(back)).toEqual(back)
      }),
    )
  })

  test('counts as recalled only what was known at once', () => {
    const run = play(
      begun(cards.slice(0, 2), cards.slice(2, 3)),
      ...[graded('again'), graded('hard'), graded('again'), graded('good'), graded('good')],
    )
    expect(summaryOf(run)).toMatchObject({ met: 1, reviewed: 2, recalled: 1, usedMs: 5000 })
    expect(summaryOf(run).failed.map(({ question }) => question)).toEqual([
      '什么是死锁？',
      '什么是饥饿？',
    ])
  })
})

test('the pace is the median of the latest answers, half a minute where there are none', () => {
  expect(pace([])).toBe(30_000)
  expect(pace([5000, 600_000, 7000])).toBe(30_000)
  expect(pace(Array.from({ length: 10 }, () => 4000))).toBe(30_000)
  expect(pace(Array.from({ length: 30 }, (_, i) => 1000 * i))).toBe(15_000)
})
