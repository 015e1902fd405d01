import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedWith } from '../../src/interview/compared.ts'
import type { Interview, Turn } from '../../src/interview/interview.ts'
import { grades } from '../../src/schedule/schedule.ts'
import { width } from '../../src/text/text.ts'
import { bar, sparkline } from '../../src/view/reports/bars.ts'
import { historyLines } from '../../src/view/reports/history.ts'
import { interviewReport } from '../../src/view/reports/interview-report.ts'
import { turnFacts } from '../../src/view/reports/report-words.ts'
import { englishLook, plainLook } from '../support/look.ts'
import { type PastTurn, pastInterview } from '../support/past.ts'

const words = fc.oneof(
  fc.constantFrom(
    '什么是死锁？',
    '为什么 TCP 要三次握手？',
    'What is a deadlock?',
    '',
    '缓存'.repeat(60),
  ),
  fc.constantFrom('a'.repeat(150), '👩‍👩‍👧 家', '\x1b[31m红', '**粗** `code`', '第一行\n第二行'),
  fc.string(),
)
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined })
const turn = fc.record({
  ...{ question: words, topic: words, answer: words, heard: share, coverage: share },
  ...{ points: fc.array(words, { maxLength: 6 }), missed: fc.array(words, { maxLength: 6 }) },
  card: fc.option(fc.constantFrom('deadlock', 'tcp'), { nil: undefined }),
  follows: fc.option(fc.nat(4), { nil: undefined }),
  used: fc.option(fc.nat(99_999), { nil: undefined }),
  ...{ limit: fc.nat(9999), paused: fc.nat(99), hints: fc.nat(9), hesitation: fc.nat(99) },
  ended: fc.constantFrom('answered', 'time-up', 'skipped'),
  grade: fc.option(fc.constantFrom(...grades), { nil: undefined }),
})
const interview: fc.Arbitrary<Interview> = fc
  .record({
    turns: fc.array(turn, { maxLength: 6 }),
    how: fc.constantFrom('finished', 'cut-short', undefined),
    mode: fc.constantFrom('type', 'think'),
  })
  .map(({ turns, ...about }) => pastInterview(turns as readonly PastTurn[], about as object))
const look = fc.record({
  isEnglish: fc.boolean(),
  columns: fc.integer({ min: 20, max: 200 }),
  unicode: fc.boolean(),
})

test('no line of a report is wider than asked, or holds what a terminal obeys', () => {
  fc.assert(
    fc.property(
      fc.array(interview, { minLength: 1, maxLength: 4 }),
      look,
      (all, { isEnglish, ...size }) => {
        const look = { ...(isEnglish ? englishLook : plainLook), ...size }
        const named = all.map((one, i) => ({ ...one, name: `interview-${i}` }))
        const [last] = named.slice(-1)
        if (last === undefined) return
        const compared = comparedWith(last, named)
        const lines = [
          ...interviewReport(last, { n: 3, compared, due: last.turns }, look),
          ...historyLines(named, look),
        ]
        expect(lines.filter((line) => width(line) > look.columns)).toEqual([])
        expect(lines.filter((line) => /[\0-\x1f\x7f-\x9f]/.test(line))).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
})

test('a dozen questions fit on two screens', () => {
  const turns = Array.from({ length: 12 }, (_, i) => ({
    ...{ question: `第 ${i} 题：什么是死锁？`, card: `c${i}`, grade: 'hard', coverage: 0.5 },
    ...{ answer: '两个任务互相等待。'.repeat(20), missed: ['一', '二', '三', '四', '五'] },
  })) as readonly PastTurn[]
  const lines = interviewReport(
    pastInterview(turns),
    { n: 1, compared: undefined, due: [] },
    plainLook,
  )
  expect(lines.length).toBeLessThanOrEqual(120)
})

test('bars and lines of bars are plain where only ASCII can be trusted', () => {
  expect(bar(0.5, 4, { unicode: true })).toBe('██░░')
  expect(bar(0.5, 4, { unicode: false })).toBe('##..')
  expect(bar(7, 2, { unicode: false })).toBe('##')
  expect(sparkline([0, 0.5, 1], 1, { unicode: true })).toBe('▁▅█')
  expect(sparkline([0, 0.5, 1], 1, { unicode: false })).toBe('059')
  expect(sparkline([0, 0], 0, { unicode: true })).toBe('▁▁')
})

test('an interview without a gap says so, one that was left does not', () => {
  const turns: readonly PastTurn[] = [{ question: '什么是死锁？', grade: 'good', coverage: 1 }]
  const report = (about: object) =>
    interviewReport(
      pastInterview(turns, about),
      { n: 1, compared: undefined, due: [] },
      plainLook,
    ).join('\n')
  expect(report({})).toContain('今天没有难住你的题')
  expect(report({ how: 'cut-short' })).not.toContain('今天没有难住你的题')
})

test('四十列：一项事实不从中间断开', () => {
  const turns: readonly PastTurn[] = [
    {
      ...{ question: '什么是死锁？', grade: 'again', coverage: 0.5, ended: 'time-up' },
      ...{ used: 601, limit: 600, paused: 75, hints: 2 },
    },
  ]
  for (const look of [plainLook, englishLook]) {
    const narrow = { ...look, columns: 40 }
    const lines = interviewReport(
      pastInterview(turns),
      { n: 1, compared: undefined, due: [] },
      narrow,
    )
    const facts = turnFacts(pastInterview(turns), only(pastInterview(turns)), look.say)
    expect(facts.length).toBeGreaterThan(5)
    for (const fact of facts) {
      expect(lines.some((line) => line.trim().split(' · ').includes(fact))).toBe(true)
    }
  }
})

test('grading and report call a hurried answer the same', () => {
  for (const { say } of [plainLook, englishLook]) {
    expect(say.report.hurried).toBe(say.interview.timing.hurried)
    expect(say.report.manner.hurried(2)).toContain(say.report.hurried)
    expect(say.points.coverage(50)).toBe(say.report.points('50%'))
  }
})

function only({ turns: [turn] }: Interview): Turn {
  if (turn === undefined) throw new Error('no question')
  return turn
}

test('an answer that is cut after two rows says so, wherever its rows broke', () => {
  const long = 'each-service-owns-its-own-database '.repeat(3)
  const interview = pastInterview([{ question: 'Why?', answer: `${long}and its team`, used: 9 }])
  const background = { n: undefined, compared: undefined, due: [] }
  for (let columns = 40; columns < 90; columns += 1) {
    const look = { ...englishLook, columns }
    const rows = interviewReport(interview, background, look).filter((row) => /^ +│/.test(row))
    const said = rows.map((row) => row.replace(/^ +│ /, '')).join(' ')
    expect([columns, said.endsWith('and its team') || said.endsWith('…')]).toEqual([columns, true])
    expect(rows.every((row) => width(row) <= columns)).toBe(true)
  }
})
