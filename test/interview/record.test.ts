import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beganAt, interviewOf } from '../../src/interview/interview.ts'
import { decodeKept, encodeKept, encodeStep, stepsIn } from '../../src/interview/record.ts'
import type { Step } from '../../src/interview/step.ts'
import { seal } from '../../src/log/envelope.ts'
import { interviewReport } from '../../src/view/reports/interview-report.ts'
import { answered, asked, begun, evening, graded } from '../support/interviews.ts'
import { plainLook } from '../support/look.ts'

const all: readonly Step[] = [
  begun({ planned: [{ card: 'card-0' as never, limitMs: 60_000 }], totalMs: 600_000 }),
  asked(0),
  answered(0, { answer: '第一行\n第二行 🙂', coverage: undefined, hesitationMs: undefined }),
  graded(0, { review: undefined, proposed: undefined, missed: ['漏掉的'] }),
  { kind: 'undone', turn: 0 },
  { kind: 'resumed', at: evening },
  { kind: 'ended', at: evening, how: 'cut-short' },
]

function read(text: string) {
  return stepsIn(Buffer.from(text))
}

test('every step reads back as it was written', () => {
  expect(read(all.map(encodeStep).join(''))).toEqual({ records: all, damaged: 0, newer: 0 })
})

test('an offset of more than a day is damage, for no report could show its date', () => {
  const odd = encodeStep(begun({ offset: 140_000_000_000 }))
  expect(read(odd)).toEqual({ records: [], damaged: 1, newer: 0 })
})

test('a damaged line is left out and counted, a torn last one only left out', () => {
  const [first = '', second = '', third = ''] = all.map(encodeStep)
  const text = first + second.replace('问题', '问号') + third.slice(0, -3)
  expect(read(text)).toEqual({ records: [all[0]], damaged: 1, newer: 0 })
})

test('a step of a newer version is kept apart, not called damaged', () => {
  const text = encodeStep(asked(0)) + seal({ op: 'hinted', turn: 0, text: '提示' })
  expect(read(text)).toEqual({ records: [asked(0)], damaged: 0, newer: 1 })
})

/** A step as the fields of its line. */
function fieldsOf({ kind, ...fields }: Step): Record<string, unknown> {
  return JSON.parse(JSON.stringify({ op: kind, ...fields }))
}

const optional = ['totalMs', 'card', 'follows', 'coverage', 'hesitationMs', 'proposed', 'review']
const everyField = all.flatMap((step) =>
  Object.keys(fieldsOf(step)).map((name) => [step.kind, name, step] as const),
)

describe('a line whose checksum is right', () => {
  test.each(everyField)('is no step without a field it must have: %s %s', (_, name, step) => {
    const { [name]: __, ...rest } = fieldsOf(step)
    const { records, damaged } = read(seal(rest))
    expect([records.length, damaged]).toEqual(optional.includes(name) ? [1, 0] : [0, 1])
  })

  test.each(everyField)('is no step with a field of another kind: %s %s', (_, name, step) => {
    for (const wrong of [null, {}, [null], [{ card: 1 }]]) {
      const line = seal({ ...fieldsOf(step), [name]: wrong })
      expect(read(line)).toEqual({ records: [], damaged: 1, newer: 0 })
    }
  })

  test('is damaged, newer or can be reported, whatever its fields hold', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(-1, 1e300, 2 ** 53, 0.5, '', '__proto__', 'answered', 'time-up', [], true),
    )
    const change = fc.tuple(fc.constantFrom(...everyField.map(([, name]) => name)), value)
    const line = fc
      .tuple(fc.constantFrom(...all), fc.array(change, { maxLength: 3 }))
      .map(([step, changes]) => seal({ ...fieldsOf(step), ...Object.fromEntries(changes) }))
    const first = fc.constantFrom(...all.slice(0, 1).map(encodeStep))
    fc.assert(
      fc.property(fc.option(first), fc.array(line, { maxLength: 8 }), (begin, lines) => {
        const { records, damaged, newer } = read([begin ?? '', ...lines].join(''))
        expect(records.length + damaged + newer).toBe(lines.length + (begin === null ? 0 : 1))
        const interview = interviewOf('x', records)
        if (interview === undefined) return
        interviewReport(interview, { n: 1, compared: undefined, due: [] }, plainLook)
        beganAt(interview)
      }),
      { numRuns: 300 },
    )
  })
})

test('whatever a file holds, reading it never throws', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom(...all.map(encodeStep)))
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      interviewOf('x', read(lines.join('\n')).records)
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
