import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interviewOf } from '../../src/interview/interview.ts'
import { decodeKept, decodeSteps, encodeKept, encodeStep } from '../../src/interview/record.ts'
import type { Step } from '../../src/interview/step.ts'
import { answered, asked, begun, evening, graded } from '../support/interviews.ts'

const all: readonly Step[] = [
  begun({ planned: [{ card: 'card-0' as never, limitMs: 60_000 }], totalMs: 600_000 }),
  asked(0),
  answered(0, { answer: '第一行\n第二行 🙂', coverage: undefined, hesitationMs: undefined }),
  graded(0, { review: undefined, proposed: undefined, missed: ['漏掉的'] }),
  { kind: 'undone', turn: 0 },
  { kind: 'resumed', at: evening },
  { kind: 'ended', at: evening, how: 'cut-short' },
]

test('every step reads back as it was written', () => {
  expect(decodeSteps(all.map(encodeStep).join(''))).toEqual({ steps: all, damaged: 0 })
})

test('a damaged line is left out and counted, a torn last one only left out', () => {
  const [first = '', second = '', third = ''] = all.map(encodeStep)
  const text = first + second.replace('问题', '问号') + third.slice(0, -3)
  expect(decodeSteps(text)).toEqual({ steps: [all[0]], damaged: 1 })
})

test('whatever a file holds, reading it never throws', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom(...all.map(encodeStep)))
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { steps } = decodeSteps(lines.join('\n'))
      interviewOf('x', steps)
    }),
  )
})

test('steps in a wrong order or twice change nothing that counts', () => {
  const steps = [all[0], asked(3), asked(0), asked(0), graded(7)].flatMap((one) => one ?? [])
  expect(interviewOf('x', steps)?.turns).toHaveLength(1)
  expect(interviewOf('x', [asked(0)])).toBeUndefined()
})

test('an answer on its way reads back, and damage makes it none', () => {
  const kept = { turn: 2, text: '半句', usedMs: 12, pausedMs: 0, hesitationMs: 5, hints: 1 }
  expect(decodeKept(encodeKept(kept))).toEqual(kept)
  expect(decodeKept(encodeKept(kept).replace('半', '整'))).toBeUndefined()
  expect(decodeKept('')).toBeUndefined()
})
