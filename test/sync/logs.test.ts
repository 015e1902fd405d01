import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { decode, encode } from '../../src/journal/record.ts'
import { seal } from '../../src/log/envelope.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { logUnion, soundLines } from '../../src/sync/logs.ts'
import { grown, piecesOf } from '../../src/sync/pieces.ts'

const line = (n: number) =>
  encode({
    kind: 'bury',
    id: `跑-${n}`,
    at: (1_795_348_800_000 + n) as Instant,
    offset: 480,
    card: `死锁${n}` as CardId,
  }).trimEnd()
const bytesOf = (lines: readonly string[]) => Buffer.from(lines.map((one) => `${one}\n`).join(''))
const numbers = fc.uniqueArray(fc.nat(30), { maxLength: 12 })

describe('a log in pieces', () => {
  test('is whole again when they are put together, and only the last one grows', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 40, max: 400 }), (first, more, most) => {
        const before = piecesOf(bytesOf(first.map(line)), most)
        const after = piecesOf(bytesOf([...first, ...more].map(line)), most)
        expect(Buffer.concat(before)).toEqual(bytesOf(first.map(line)))
        expect(after.slice(0, Math.max(0, before.length - 1))).toEqual(before.slice(0, -1))
        const last = before.at(-1) ?? Buffer.alloc(0)
        expect(grown(last, more.map(line), most).map(String)).toEqual(
          after.slice(Math.max(0, before.length - 1)).map(String),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('leaves out a last line that has no end', () => {
    expect(Buffer.concat(piecesOf(Buffer.from(`${line(1)}\n${line(2)}`))).toString()).toBe(
      `${line(1)}\n`,
    )
  })

  test('keeps a line whole that is larger than a piece', () => {
    expect(piecesOf(bytesOf([line(1), line(2)]), 10)).toHaveLength(2)
  })
})

describe('the union of two sides', () => {
  test('loses no line, is the same from either side, and comes to rest at once', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const [a, b] = [left.map(line), right.map(line)]
        const { take, give } = logUnion(a, b)
        const [here, there] = [
          [...a, ...take],
          [...b, ...give],
        ]
        expect(new Set(here)).toEqual(new Set([...a, ...b]))
        expect([...here].sort()).toEqual([...there].sort())
        expect(logUnion(b, a)).toEqual({ take: give, give: take })
        expect(logUnion(here, there)).toEqual({ take: [], give: [] })
      }),
      { numRuns: 25 },
    )
  })

  test('has a step of an interview twice that one side has twice', () => {
    const step = seal({ op: 'undone', turn: 1 }).trimEnd()
    expect(logUnion([step], [step, step], true)).toEqual({ take: [step], give: [] })
    expect(logUnion([step], [step, step])).toEqual({ take: [], give: [] })
  })
})

describe('lines of a remote', () => {
  test('are not taken where they are damaged, and it is told where', () => {
    const bad = line(2).replace('死锁', '活锁')
    const { lines, damage } = soundLines(bytesOf([line(1), bad, line(3)]), decode)
    expect(lines).toEqual([line(1), line(3)])
    expect(damage).toMatchObject([{ line: 2, why: 'checksum' }])
  })

  test('are not taken without an end, for nobody gives such a one away', () => {
    const { lines, damage } = soundLines(Buffer.from(`${line(1)}\n${line(2)}`), decode)
    expect(lines).toEqual([line(1)])
    expect(damage).toMatchObject([{ line: 2, start: Buffer.byteLength(line(1)) + 1 }])
  })

  test('are kept where a newer version wrote them', () => {
    const newer = seal({ op: '将来', v: 2 }).trimEnd()
    expect(soundLines(bytesOf([newer]), decode)).toEqual({ lines: [newer], damage: [] })
  })

  test('never throw, whatever bytes they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(soundLines(bytes, decode).lines).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
