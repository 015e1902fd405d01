import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/parse.ts'
import type { Grade } from '../../src/schedule/schedule.ts'
import { cardActs } from '../../src/session/acts.ts'
import { textOf } from '../../src/session/draft.ts'
import type { Heard } from '../../src/session/heard.ts'
import { hearRecall, type Recalling, recall } from '../../src/session/recalling.ts'
import {
  advanced,
  begun,
  crammed,
  type Outcome,
  pace,
  type Run,
  summaryOf,
  takenBack,
} from '../../src/session/review.ts'

const questions = ['什么是死锁？', '什么是活锁？', '什么是饥饿？', 'What is a mutex?']
const { cards } = parse({
  library: '/notes',
  file: 'locks.md',
  text: questions.map((question) => `## ${question}\n\n答案。\n`).join('\n'),
}).deck

function graded(grade: Grade, usedMs = 1000): Outcome {
  return { kind: 'graded', grade, usedMs, record: `run-${grade}` }
}

function play(run: Run, ...outcomes: readonly Outcome[]): Run {
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
      fc.constantFrom<Outcome>(graded('again'), graded('good'), { kind: 'skipped' }),
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
  expect(pace([5000, 600_000, 7000])).toBe(7000)
})

describe('a question', () => {
  const at = 0
  const text = (typed: string): Heard => ({ kind: 'text', text: typed, at })
  const line = (typed: string): Heard => ({ kind: 'line', text: typed, at })
  const key = (name: string): Heard => ({ kind: 'key', name, columns: 80, at })
  const heard = (...events: readonly Heard[]) => {
    let state: Recalling = recall('think', true)
    for (const event of events) {
      const step = hearRecall(state, event)
      if (step.kind !== 'on') return step
      state = step.state
    }
    return { kind: 'on' as const, state }
  }
  const result = (...events: readonly Heard[]) => {
    const step = heard(...events)
    return step.kind === 'done' ? step.result : undefined
  }

  test.each([
    ['a space', [text(' ')]],
    ['a full-width space', [text('　')]],
    ['Enter', [key('enter')]],
    ['an empty line', [line('')]],
  ])('is answered with nothing by %s', (_, events) => {
    expect(result(...events)).toMatchObject({ kind: 'recalled', answer: '' })
  })

  test('takes a typed answer after t, also when it arrives with it', () => {
    expect(result(text('t互斥'), text('锁 s'), key('ctrl-d'))).toMatchObject({ answer: '互斥锁 s' })
    expect(result(line('互斥锁'), line('和顺序'), line('.'))).toMatchObject({
      answer: '互斥锁\n和顺序',
    })
  })

  test('obeys letters, full-width ones and words with a colon alike', () => {
    for (const act of cardActs) {
      const letter = { skip: 's', bury: 'b', suspend: 'x', edit: 'e', note: 'n', quit: 'q' }[act]
      expect(result(text(letter))).toEqual({ kind: 'act', act })
      expect(result(text(String.fromCharCode(letter.charCodeAt(0) + 0xfee0)))).toEqual({
        kind: 'act',
        act,
      })
      expect(result(line(`：${act}`))).toEqual({ kind: 'act', act })
    }
    expect(result(text('u'))).toEqual({ kind: 'undo' })
    expect(result(line(':undo'))).toEqual({ kind: 'undo' })
    expect(result(line(':leave'))).toEqual({ kind: 'left' })
  })

  test('opens the editor with what was typed', () => {
    expect(heard(text('t草稿'), key('ctrl-g'))).toMatchObject({ kind: 'edit', text: '草稿' })
  })

  test('measures the time from its first moment', () => {
    const state = recall('think', false)
    const first = hearRecall(state, { kind: 'tick', at: 5000 })
    if (first.kind !== 'on') throw new Error('it ended')
    expect(hearRecall(first.state, { kind: 'text', text: ' ', at: 9000 })).toMatchObject({
      result: { usedMs: 4000 },
    })
  })

  test('never loses text, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (all) => {
        const step = heard(text('t'), ...all.map(text))
        if (step.kind !== 'on') throw new Error('typing ended the question')
        expect(textOf(step.state.draft)).toBe(all.join(''))
      }),
    )
  })
})
