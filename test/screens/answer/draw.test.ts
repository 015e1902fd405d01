import { describe, expect, test } from 'vitest'
import { answerFrame, answerTold } from '../../../src/screens/answer/draw.ts'
import { hearAnswer } from '../../../src/screens/answer/hear.ts'
import {
  type AnswerState,
  type AskOptions,
  ask,
  type Subject,
} from '../../../src/screens/answer/state.ts'
import type { Heard } from '../../../src/screens/screen.ts'
import { width } from '../../../src/text/text.ts'
import { englishLook, plainLook } from '../../support/look.ts'

const open: Subject = { topics: ['并发'], hints: ['互斥'], choices: undefined }
const choosing: Subject = { ...open, hints: [], choices: { letters: 'abc', several: false } }
const typing: AskOptions = { mode: 'type', limitMs: 90_000 }

function stateAfter(
  subject: Subject,
  options: AskOptions,
  ...events: readonly Heard[]
): AnswerState {
  return events.reduce(
    (state, event) => {
      const step = hearAnswer(state, event)
      if (step.kind !== 'on') throw new Error('it is over')
      return step.state
    },
    ask(subject, options),
  )
}

const key = (name: string, at = 0): Heard => ({ kind: 'key', name, columns: 40, at })
const tick = (at: number): Heard => ({ kind: 'tick', at })

describe('the clock at 40 columns', () => {
  const hour = 3_600_000
  const times = [
    { mode: 'type', limitMs: 90_000 },
    { mode: 'think', limitMs: 90_000, overallMs: 9 * 60_000 },
    { mode: 'type', limitMs: 1_200_000, overallMs: 55 * 60_000 },
    { mode: 'think', limitMs: 1_200_000, overallMs: 2 * hour, soft: true },
  ] as const
  const all = [plainLook, englishLook].flatMap((look) =>
    times.map((options) => ({ look: { ...look, columns: 40 }, options })),
  )

  test.each(all)('whole says that it is stopped: %#', ({ look, options }) => {
    const [row = ''] = answerFrame(stateAfter(open, options, tick(0), key('ctrl-p')), look).rows
    const words = look.say.interview
    expect(row).toContain(options.mode === 'type' ? words.paused : words.pausedThinking)
    expect(row).toMatch(/\d:\d\d/)
    expect(width(row)).toBeLessThan(40)
  })

  test.each(all)('whole says that half of it is gone: %#', ({ look, options }) => {
    const state = stateAfter(open, options, tick(0), tick(options.limitMs / 2))
    const [row = ''] = answerFrame(state, look).rows
    expect(row).toContain(look.say.interview.half)
    expect(row).toMatch(/\d:\d\d/)
    expect(width(row)).toBeLessThan(40)
  })

  test('没有话要说时，两个时间都在', () => {
    const [row] = answerFrame(stateAfter(open, { ...typing, overallMs: 600_000 }, tick(0)), {
      ...plainLook,
      columns: 40,
    }).rows
    expect(row).toBe('还剩 1:30 / 1:30 · 整场还剩 10:00')
  })
})

describe('选择题的按键', () => {
  test('说明怎么选、怎么提交，不提没有的提示', () => {
    const { rows } = answerFrame(stateAfter(choosing, typing), plainLook)
    expect(rows.slice(1)).toEqual([
      '你的选择： A  B  C',
      '字母 选择 · 空格 提交 · Ctrl-P 暂停 · Ctrl-X 跳过 · F1 按键',
    ])
  })

  test('F1 shows help of its own', () => {
    const rows = answerFrame(stateAfter(choosing, typing, key('f1')), englishLook).rows.join('\n')
    expect(rows).toContain('choose, or take back')
    expect(rows).not.toMatch(/Ctrl-T|\$EDITOR|new line/)
  })

  test('什么都没选就提交，会被提醒', () => {
    const state = stateAfter(choosing, typing, key('enter'))
    expect(answerFrame(state, plainLook).rows).toContain('请按字母选择；Ctrl-X 跳过')
    const before = stateAfter(choosing, typing)
    expect(answerTold(before, state, plainLook)).toEqual(['请输入选项的字母；:skip 跳过。'])
  })

  test('a typed question without key points offers no hint either', () => {
    const rows = answerFrame(stateAfter({ ...open, hints: [] }, typing), englishLook).rows.join(
      '\n',
    )
    expect(rows).not.toContain('Ctrl-T')
    expect(answerFrame(stateAfter(open, typing), englishLook).rows.join('\n')).toContain(
      'Ctrl-T hint',
    )
  })
})
