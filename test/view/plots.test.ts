import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { width } from '../../src/text/text.ts'
import { columnPlot } from '../../src/view/plots/columns.ts'
import { barLines } from '../../src/view/plots/rows.ts'
import { squareLines } from '../../src/view/plots/squares.ts'
import { englishLook, plainLook } from '../support/look.ts'

const ascii = { ...englishLook, unicode: false }

function columns(values: readonly number[], cells = 40, look = plainLook) {
  const ends = ['今天', '12-30'] as const
  return columnPlot({ values, height: 3, columns: cells, told: String, ends }, look)
}

describe('columns', () => {
  test('are as high as their values, in eighths', () => {
    expect(columns([0, 3, 6, 9, 12, 1]).join('\n')).toMatchInlineSnapshot(`
      "12 ┤         ▂▂▂███
         ┤      ▄▄▄██████
         ┤   ▆▆▆█████████▂▂▂
       0 └──────────────────
          今天         12-30"
    `)
  })

  test('are whole signs where only ASCII can be trusted', () => {
    expect(columns([0, 3, 6, 9, 12, 1], 30, ascii).join('\n')).toMatchInlineSnapshot(`
      "12 |            ###
         |      #########
         |   ############___
       0 +------------------
          今天         12-30"
    `)
  })

  test('share a cell where there are more than cells, and show the higher', () => {
    const lines = columns([1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 12)
    expect(lines[0]).toBe('9 ┤█')
  })
})

describe('squares', () => {
  const squares = {
    counts: Array.from({ length: 16 }, (_, i) => [0, 1, 5, 10, 20][i % 5] ?? 0),
    monthOf: (index: number) => (index === 7 ? '11月' : undefined),
    days: ['周一', '周三', '周五'],
    less: '少',
    more: '多',
    columns: 40,
  }

  test('tell by density how much was done', () => {
    expect(squareLines(squares, plainLook).join('\n')).toMatchInlineSnapshot(`
      "周一 ·░▓
           ░▒·
      周三 ░▓
           ▒·
      周五 ▓░
           ·░
           ░▒
           · 0  ░ ≤5  ▒ ≤10  ▓ >10"
    `)
  })
})

describe('bars', () => {
  const rows = [
    { name: '网络与操作系统', share: 0.5, figure: '50%', more: '12 张，3 张薄弱', mark: 0.75 },
    { name: 'Redis', share: undefined, figure: '-', more: '1 张，0 张薄弱' },
  ]

  test('stand beside what is said, with Chinese names in their cells', () => {
    expect(barLines(rows, { ...plainLook, columns: 60 }).join('\n')).toMatchInlineSnapshot(`
      "  网络与操作系统 ███████████░░░░┃░░░░░ 50%  12 张，3 张薄弱
        Redis                                  -  1 张，0 张薄弱"
    `)
  })

  test('stand above it where there is little room', () => {
    expect(barLines(rows, { ...plainLook, columns: 30 }).join('\n')).toMatchInlineSnapshot(`
      "  网络与操作…  █████░░┃░░ 50%
          12 张，3 张薄弱
        Redis                     -
          1 张，0 张薄弱"
    `)
  })
})

test('no plot is wider than the terminal', () => {
  const value = fc.integer({ min: 0, max: 2000 })
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 120 }),
      fc.array(value, { minLength: 1, maxLength: 380 }),
      fc.boolean(),
      (cells, values, unicode) => {
        const look = { ...plainLook, columns: cells, unicode }
        const names = values.slice(0, 3).map((n) => ({
          name: '消息队列 Kafka '.repeat((n % 3) + 1),
          share: n / 2000,
          figure: `${n}`,
          more: `${n} 张，${n} 张薄弱`,
        }))
        const squares = {
          counts: values,
          monthOf: (index: number) => (index % 30 === 0 ? '12月' : undefined),
          days: ['周一', '周三', '周五'],
          less: '少',
          more: '多',
          columns: cells,
        }
        const lines = [
          ...columns(values, cells, look),
          ...squareLines(squares, look),
          ...barLines(names, look),
        ]
        expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(cells)
      },
    ),
    { numRuns: 60 },
  )
})
