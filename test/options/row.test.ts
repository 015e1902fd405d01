import { describe, expect, test } from 'vitest'
import type { Options as DoctorOptions } from '../../src/commands/keeping/doctor.ts'
import { exportRows } from '../../src/options/export.ts'
import { interviewRows } from '../../src/options/interview.ts'
import { many, number, off, on, orAlone, place, text, whole } from '../../src/options/kinds.ts'
import { flagOf, saidIn } from '../../src/options/row.ts'

const rows = {
  topic: { kind: many(text), takes: '<word>', says: 'topic' },
  questions: { kind: whole(1, 20), takes: '<count>', says: 'questions' },
  exam: { kind: on, says: 'exam' },
  followUps: { kind: off, says: 'noFollowUps' },
} as const

describe('what was said of a table of options', () => {
  test('has no key where nothing was said', () => {
    const given = { topic: ['缓存'], exam: undefined, followUps: true, other: 3 }
    expect(saidIn(rows, given)).toEqual({ topic: ['缓存'] })
    expect(Object.keys(saidIn(rows, given))).toEqual(['topic'])
    expect(saidIn(rows, { followUps: false, exam: true })).toEqual({ followUps: false, exam: true })
  })

  test('is refused as a bug where a value is none of its kind', () => {
    expect(() => saidIn(rows, { questions: '5' })).toThrow('--questions: 5')
    expect(() => saidIn(rows, { topic: '缓存' })).toThrow('--topic')
  })

  test('knows no name that is not in the table', () => {
    const said = saidIn(rows, {})
    // @ts-expect-error a misspelt option
    said.topics satisfies undefined
    // @ts-expect-error another kind of value
    said.questions satisfies string | undefined
    // @ts-expect-error of a command
    const options: DoctorOptions = { repare: true }
    expect(options).toEqual({ repare: true })
  })
})

describe('a flag', () => {
  test('is written as it is typed', () => {
    expect(flagOf('savePreset', interviewRows.savePreset)).toBe('--save-preset')
    expect(flagOf('followUps', interviewRows.followUps)).toBe('--no-follow-ups')
    expect(flagOf('code', exportRows.code)).toBe('--no-code')
  })
})

describe('a kind', () => {
  test('takes what it has read', () => {
    const read = [
      [number(0.1, 1440), '２．５', 2.5],
      [whole(1, 20), ' 5 ', 5],
      [place, 'last', -1],
      [many(text), '缓存', ['缓存']],
      [orAlone(text), '死锁', '死锁'],
    ] as const
    for (const [kind, typed, value] of read) {
      expect(kind.parse(typed)).toEqual(value)
      expect(kind.is(value)).toBe(true)
    }
    expect(orAlone(text).is(true)).toBe(true)
  })

  test('takes nothing beyond its bounds, from wherever it comes', () => {
    for (const typed of ['0', '21', '5.5', '', 'x', '-1']) {
      expect(whole(1, 20).parse(typed)).toBeUndefined()
    }
    for (const value of [0, 21, 5.5, '5', undefined, Number.NaN]) {
      expect(whole(1, 20).is(value)).toBe(false)
    }
  })
})
