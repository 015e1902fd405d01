import { expect, test } from 'vitest'
import { gradeFrame } from '../../src/screens/grade/draw.ts'
import { hearGrade } from '../../src/screens/grade/hear.ts'
import { compare } from '../../src/screens/grade/state.ts'
import { plainLook } from '../support/look.ts'

const key = (name: string) => ({ kind: 'key', name, columns: 80, at: 0 }) as const

test('Esc closes the keys that ? opened, and grades nothing', () => {
  const opened = { ...compare([], { canUndo: false }), help: true }
  const closed = hearGrade(opened, key('escape'))
  expect(closed).toMatchObject({ kind: 'on', state: { help: false } })
  expect(hearGrade({ ...opened, help: false }, key('escape'))).toMatchObject({ kind: 'on' })
})

test('haste is told only where much was missed, and never lowers what is suggested', () => {
  const point = (credit: number) => ({
    text: '要点',
    credit,
    heard: '',
    missedBefore: false,
    verdict: 'open' as const,
  })
  const rows = (credits: readonly number[]) => {
    const state = compare(credits.map(point), { canUndo: false, timing: 'hurried' })
    return gradeFrame(state, plainLook).rows.join('\n')
  }
  expect(rows([1, 1, 0])).toContain('建议：良好')
  expect(rows([1, 1, 0])).not.toContain('答得太急')
  expect(rows([1, 0])).toMatch(/答得太急 · 建议：困难/)
})
