import { describe, expect, test } from 'vitest'
import { messageIn, numberOf, textOf } from '../../src/foreign/anki/protobuf.ts'
import { reviewsIn } from '../../src/foreign/anki/revlog.ts'
import { sideOf, withBlanks } from '../../src/foreign/anki/template.ts'
import type { OddKind } from '../../src/foreign/foreign.ts'

const row = (id: number, ease: number, kind: number, factor = 2500) => {
  return { id, ease, factor, time: 1000, kind }
}

type LogRow = ReturnType<typeof row>

/** The reviews of a log as `id grade`, with a star where they count; and what was odd. */
function read(rows: readonly LogRow[], isFirst = false) {
  const odd: OddKind[] = []
  const column = (name: keyof LogRow) => Float64Array.from(rows, (one) => one[name])
  const [id, ease, factor] = [column('id'), column('ease'), column('factor')]
  const log = { id, ease, factor, time: column('time'), kind: column('kind') }
  const places = [...rows.keys()]
  const { reviews, doCount } = reviewsIn(log, places, isFirst, (kind) => void odd.push(kind))
  const told = Array.from(
    reviews,
    ({ at, grade, aside }) => `${at} ${grade}${aside === undefined ? '*' : ` ${aside}`}`,
  )
  expect([told.length, told.some((one) => one.endsWith('*'))]).toEqual([reviews.length, doCount])
  return [told, odd] as const
}

describe('the log of a card of Anki', () => {
  test('is its reviews, learning steps among them', () => {
    const log = [row(1, 1, 0), row(2, 3, 0), row(3, 2, 1), row(4, 4, 1)]
    expect(read(log)).toEqual([['1 again*', '2 good*', '3 hard*', '4 easy*'], []])
  })

  test('begins anew where the card was reset, and again where it was learnt a second time', () => {
    const reset = row(3, 0, 4, 0)
    expect(read([row(1, 3, 0), row(2, 3, 1), reset, row(4, 3, 0), row(5, 3, 1)])).toEqual([
      ['1 good before-reset', '2 good before-reset', '4 good*', '5 good*'],
      ['manual'],
    ])
    expect(read([row(1, 3, 0), row(2, 3, 1), row(4, 3, 0), row(5, 3, 1)])[0]).toEqual([
      ...['1 good before-reset', '2 good before-reset', '4 good*', '5 good*'],
    ])
  })

  test('of a card that was reset and not seen since leaves it new', () => {
    expect(read([row(1, 3, 0), row(2, 3, 1), row(3, 0, 4, 0)])[0]).toEqual([
      '1 good before-reset',
      '2 good before-reset',
    ])
  })

  test('has crams and due days set by hand that move nothing', () => {
    const log = [
      row(1, 3, 0),
      row(2, 3, 3, 0),
      row(3, 0, 4),
      row(4, 0, 5),
      row(5, 3, 3),
      row(6, 3, 1),
    ]
    expect(read(log)).toEqual([
      ['1 good*', '2 good cram', '5 good*', '6 good*'],
      ['manual', 'manual'],
    ])
  })

  test('of the first scheduler has three buttons while a card is learnt', () => {
    const log = [row(1, 2, 0), row(2, 3, 0), row(3, 3, 1), row(4, 2, 2)]
    expect(read(log, true)[0]).toEqual(['1 good*', '2 easy*', '3 good*', '4 good*'])
    expect(read(log)[0]).toEqual(['1 hard*', '2 good*', '3 good*', '4 hard*'])
  })

  test('names a button that there is not', () => {
    expect(read([row(1, 7, 1), row(2, 3, 9)])).toEqual([[], ['unknown', 'unknown']])
  })
})

describe('a side of a card', () => {
  const fields = new Map([
    ['正面', '什么是<b>锁</b>？'],
    ['空', '<br>'],
    ['挖空', '{{c1::缓存}}在{{c2::内存::哪里}}，{{c1::里{{c3::面}}}}'],
  ])
  const side = (template: string, blank?: number, at: 'front' | 'back' = 'front') =>
    sideOf(template, { fields, blank, side: at })

  test('is its template with the fields put in, conditions obeyed and filters left out', () => {
    expect(side('{{正面}}{{#空}}无{{/空}}{{^空}}有{{/空}}{{hint:正面}}{{type:正面}}{{不在}}')).toBe(
      '什么是<b>锁</b>？有什么是<b>锁</b>？',
    )
    expect(side('{{FrontSide}}<hr id=answer>{{text:正面}}', undefined, 'back')).toBe(
      '<hr id=answer>什么是<b>锁</b>？',
    )
  })

  test('asks for one blank and fills the others, blanks in blanks too', () => {
    expect(side('{{cloze:挖空}}', 1)).toBe('[…]在内存，[…]')
    expect(side('{{cloze:挖空}}', 2)).toBe('缓存在[哪里]，里面')
    expect(side('{{cloze:挖空}}', 3, 'back')).toBe('缓存在内存，里<b>面</b>')
  })

  test('ends, however deep its tags stand', () => {
    const deep = `${'{{#正面}}'.repeat(20_000)}x`
    expect(side(deep).length).toBeLessThan(2)
    const blanks = `${'{{c1::'.repeat(20_000)}x${'}}'.repeat(20_000)}`
    expect(withBlanks(blanks, { blank: 1, side: 'front' }).length).toBeLessThan(blanks.length)
    expect(side('{{正面}}'.repeat(100_000)).length).toBeLessThan(300_000)
  })
})

describe('a message of Protocol Buffers', () => {
  test('is read by the numbers of its fields', () => {
    const bytes = Buffer.from([0x08, 0x96, 0x01, 0x12, 3, ...Buffer.from('锁'), 0x1d, 1, 2, 3, 4])
    const message = messageIn(bytes)
    expect([numberOf(message, 1), textOf(message, 2), numberOf(message, 9)]).toEqual([150, '锁', 0])
  })

  test('ends where it is cut short, or is none', () => {
    expect(messageIn(Buffer.from([0x12, 200, 1]))).toEqual(new Map())
    expect(messageIn(Buffer.alloc(40, 0xff))).toEqual(new Map())
  })
})
