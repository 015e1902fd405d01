import { describe, expect, test } from 'vitest'
import type { Mode } from '../../../src/interview/answer.ts'
import { hearAnswer } from '../../../src/screens/answer/hear.ts'
import {
  type Answered,
  type AnswerState,
  ask,
  type Subject,
} from '../../../src/screens/answer/state.ts'
import type { Heard, Reaction } from '../../../src/screens/screen.ts'

const one: Subject = { topics: [], hints: [], choices: { letters: 'abcd', several: false } }
const several: Subject = { ...one, choices: { letters: 'abcd', several: true } }
const open: Subject = { topics: [], hints: ['要点'], choices: undefined }

const text = (typed: string): Heard => ({ kind: 'text', text: typed, at: 0 })
const line = (typed: string): Heard => ({ kind: 'line', text: typed, at: 0 })
const key = (name: string): Heard => ({ kind: 'key', name, columns: 80, at: 0 })
const typed = (words: string): readonly Heard[] => Array.from(words, text)

function heard(
  subject: Subject,
  mode: Mode,
  ...events: readonly Heard[]
): Reaction<AnswerState, Answered> {
  let step: Reaction<AnswerState, Answered> = {
    kind: 'on',
    state: ask(subject, { mode, limitMs: 60_000 }),
  }
  for (const event of events) {
    if (step.kind !== 'on') throw new Error(`it was over before ${JSON.stringify(event)}`)
    step = hearAnswer(step.state, event)
  }
  return step
}

function stillOn(step: Reaction<AnswerState, Answered>): AnswerState {
  if (step.kind !== 'on') throw new Error('it is over')
  return step.state
}

describe('选择题', () => {
  test.each([
    ['回车', [key('enter')]],
    ['Ctrl-D', [key('ctrl-d')]],
    ['空格', [text(' ')]],
    ['单独一行句点', [line('.')]],
    ['空行', [line('')]],
    ['不是选项的一行', [line('不知道')]],
  ])('什么都没选，%s 不交空答案，只说明要选字母', (_, events) => {
    expect(stillOn(heard(one, 'type', ...events))).toMatchObject({ picked: '', strays: 1 })
  })

  test.each([
    ['a key', [text('b'), text(' ')], 'B'],
    ['a full-width key', [text('Ｂ'), text('　')], 'B'],
    ['several, one taken back', [...typed('cab'), text('b'), key('enter')], 'AC'],
    ['a list that was pasted', [text('A, c'), key('ctrl-d')], 'AC'],
    ['a line', [line('c a')], 'AC'],
  ])('is answered with %s', (_, events, answer) => {
    expect(heard(several, 'type', ...events)).toMatchObject({
      kind: 'done',
      result: { ended: 'answered', answer },
    })
  })

  test('a sentence that is pasted chooses nothing', () => {
    const state = stillOn(heard(one, 'type', text('because a thread shares it')))
    expect(state).toMatchObject({ picked: '', strays: 1 })
  })

  test('a sentence that is typed is not handed in by its spaces', () => {
    const state = stillOn(heard(one, 'type', ...typed('because it depends ')))
    expect(state.strays).toBeGreaterThan(0)
    expect(heard(one, 'type', ...typed('it b '))).toMatchObject({ result: { answer: 'B' } })
  })

  test('nothing is chosen when time is up: that is an end, not an answer', () => {
    const [first, late] = [key('down'), { ...text('x'), at: 70_000 }]
    const step = heard(one, 'type', first, late)
    expect(step).toMatchObject({ kind: 'done', result: { ended: 'time-up', answer: '' } })
  })

  test('asking for a hint where there is none counts as none', () => {
    const step = heard(one, 'type', key('ctrl-t'), text('a'), key('enter'))
    expect(step).toMatchObject({ kind: 'done', result: { hints: 0 } })
  })
})

describe('a stopped clock', () => {
  test.each<[string, Subject, Heard]>([
    ['Space', open, text(' ')],
    ['Enter', open, key('enter')],
    ['an empty line', open, line('')],
    ['Space, among options', one, text(' ')],
  ])('only goes on at %s where nothing is typed', (_, subject, event) => {
    const chosen = subject.choices === undefined ? [] : [text('a')]
    const state = stillOn(heard(subject, 'think', ...chosen, key('ctrl-p'), event))
    expect(state.paused).toBe(false)
  })

  test('stays stopped at other keys, where nothing is typed', () => {
    expect(stillOn(heard(open, 'think', key('ctrl-p'), text('x'))).paused).toBe(true)
  })
})
