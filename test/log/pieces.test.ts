import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { encodeRegistry } from '../../src/identity/record.ts'
import { recordsIn } from '../../src/identity/registry.ts'
import { encodeStep, stepsIn } from '../../src/interview/record.ts'
import { journalPiece } from '../../src/journal/history.ts'
import { encode } from '../../src/journal/record.ts'
import { seal } from '../../src/log/envelope.ts'
import { type LogPiece, linesLacking, linesWith, wholeLines } from '../../src/log/pieces.ts'
import { asked, begun, evening } from '../support/interviews.ts'

const card = '死锁' as CardId
const made = { at: evening, device: 'a' }
const voids = [0, 1].map(
  (n) => ({ kind: 'void', ref: `旧-${n}`, id: `run-${n}`, ...made }) as const,
)
const device = 'a'

/** Two lines of each log, and its reader. */
const logs: readonly [string, readonly string[], (bytes: Buffer) => LogPiece<unknown>][] = [
  [
    'a journal',
    ['run-0', 'run-1'].map((id) => encode({ kind: 'bury', id, at: evening, offset: 480, card })),
    (bytes) => journalPiece({ device, bytes }),
  ],
  ['a registry', voids.map(encodeRegistry), (bytes) => recordsIn({ device, bytes })],
  ['an interview', [begun(), asked(0, { question: '什么是死锁？' })].map(encodeStep), stepsIn],
]

describe.each(logs)('of %s', (_, [first = '', second = ''], readBytes) => {
  const read = (text: string) => {
    const { records, damaged, newer } = readBytes(Buffer.from(text))
    return [records.length, damaged, newer]
  }

  test('a last piece that is no whole line is torn, not damaged', () => {
    expect(read(first + second.slice(0, -9))).toEqual([1, 0, 0])
    expect(read(`${first}{"v`)).toEqual([1, 0, 0])
  })

  test('a last line that only lacks its end counts, as it does once another stands behind it', () => {
    expect(read(first + second.trimEnd())).toEqual([2, 0, 0])
    expect(read(second.trimEnd())).toEqual(read(second))
  })

  test('a torn piece with a line behind it is damaged', () => {
    expect(read(`${first.slice(0, -9)}\n${second}`)).toEqual([1, 1, 0])
  })

  test('joined lines, a byte order mark and line ends of Windows lose nothing', () => {
    expect(read(`\ufeff${first.trimEnd()}${second}`)).toEqual([2, 1, 0])
    expect(read(`\ufeff\r\n${first}${second}`.replaceAll('\n', '\r\n'))).toEqual([2, 0, 0])
  })

  test('what a newer version wrote is no damage', () => {
    expect(read(first + seal({ op: '将来', v: 2 }))).toEqual([1, 0, 1])
  })
})

test('the lines with a text are found whole, in the order of their log', () => {
  const bytes = Buffer.from('死锁 1\n活锁 2\n死锁 3 活锁\n饥饿 4\n死锁 5')
  const found = linesWith({ device: 'a', bytes }, ['死锁', '饥饿'])
  expect(Buffer.from(found.bytes).toString()).toBe('死锁 1\n死锁 3 活锁\n饥饿 4\n死锁 5')
})

test('whole lines are told from damaged ones whatever they say, in order', () => {
  const [one, other] = [seal({ op: '甲' }), seal({ v: 2, op: '乙' })]
  const text = `${one}${other}${one}${other.replace('乙', '丙')}${one.trimEnd()}${other}{"v":1`
  const [first, second] = [one.trimEnd(), other.trimEnd()]
  expect(wholeLines(Buffer.from(text))).toEqual([first, second, first, first, second])
})

test('lines that are lacking are counted: what is there twice must be there twice', () => {
  expect(linesLacking(['甲', '乙', '甲', '丙'], ['甲', '丁'])).toEqual(['乙', '甲', '丙'])
  expect(linesLacking(['甲', '乙'], ['甲', '乙', '乙'])).toEqual([])
  expect(linesLacking(['甲', '甲'], [])).toEqual(['甲', '甲'])
})
