import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardActs } from '../../../src/screens/acts.ts'
import { textOf } from '../../../src/screens/draft/draft.ts'
import { hearRecall, type RecallState, recall } from '../../../src/screens/recall/hear.ts'
import type { Heard } from '../../../src/screens/screen.ts'

describe('a question', () => {
  const at = 0
  const text = (typed: string): Heard => ({ kind: 'text', text: typed, at })
  const line = (typed: string): Heard => ({ kind: 'line', text: typed, at })
  const key = (name: string): Heard => ({ kind: 'key', name, columns: 80, at })
  const heard = (...events: readonly Heard[]) => {
    let state: RecallState = recall('think', true)
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
