import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeLines } from '../../../src/export/paper/code.ts'
import { compactPdf } from '../../../src/export/paper/compact-pdf.ts'
import { failing } from '../../../src/export/paper/failing.ts'
import { fontOf } from '../../../src/export/paper/font.ts'
import { glyphsOf } from '../../../src/export/paper/glyphs.ts'
import { setText } from '../../../src/export/paper/inlines.ts'
import { paperLook, usualOptions } from '../../../src/export/paper/look.ts'
import { tableShape } from '../../../src/export/paper/table.ts'
import { fitted, pictureHead } from '../../../src/export/picture.ts'

const all = { has: () => true }
const none = { has: () => false }
const basic = { has: (codePoint: number) => codePoint < 0x10000 }
const cells = (character: string) => (character > '\u2e80' ? 2 : 1)
const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.of(part))),
  )

describe('characters', () => {
  test('that no font has are printed by number and remembered', () => {
    const glyphs = glyphsOf({ sans: basic, mono: none, emoji: none, own: [] })
    expect(glyphs.shown('𠮷野家')).toBe('[U+20BB7]野家')
    expect([...glyphs.missing]).toEqual(['𠮷'])
    const { shown } = glyphsOf({ sans: none, mono: none, emoji: none, own: [all] })
    expect(shown('𠮷野家')).toBe('𠮷野家')
  })

  test('that only colour another are left out, and accents join their letter', () => {
    const { shown } = glyphsOf({ sans: all, mono: none, emoji: none, own: [] })
    expect(shown('⚠️👍🏽👨‍👩‍👧e\u0301')).toBe('⚠👍👨👩👧é')
  })

  test('that share a glyph with a more usual one are set as that one, in code too', () => {
    const usual = (code: number) => (code === 0x2f64 ? 0x7528 : code === 0x2022 ? 0xb7 : code)
    const sans = { has: () => true, usual }
    const mono = { has: (code: number) => code === 0x2022 }
    const glyphs = glyphsOf({ sans, mono, emoji: none, own: [] })
    expect(glyphs.shown('使⽤锁 •')).toBe('使用锁 ·')
    expect(glyphs.code('使⽤锁 •')).toBe('使用锁 •')
  })

  test('take two cells in code unless the font of code has them', () => {
    const mono = { has: (codePoint: number) => codePoint < 0x2600 }
    const glyphs = glyphsOf({ sans: basic, mono, emoji: all, own: [] })
    expect(['a', '─', '中', '😀'].map(glyphs.cells)).toEqual([1, 1, 2, 3])
  })

  test('of no font come of bytes that are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (some) => {
        expect(fontOf(some)?.has(65) ?? false).toBe(false)
      }),
    )
  })
})

describe('code', () => {
  const plain = (text: string) => [{ text, meaning: undefined }]

  test('that is too long goes on further in, behind a space where there is one', () => {
    expect(codeLines(plain('  return first, second, third'), 20, cells)).toEqual([
      [
        [0, '  return first, '],
        [4, 'second, third'],
      ],
    ])
  })

  test('keeps its inks, and all of its text', () => {
    const spans = [
      { text: 'const 变量', meaning: 'keyword' },
      { text: ' = 1\n', meaning: undefined },
      { text: '', meaning: undefined },
    ] as const
    expect(codeLines(spans, 40, cells)).toEqual([[[0, ['k', 'const 变量'], ' = 1']], [[0]]])
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 30 }),
        (text, room) => {
          const said = codeLines(plain(text), room, cells)
            .map((line) => line.flatMap(([, ...inks]) => inks.flat()).join(''))
            .join('\n')
          expect(said).toBe(text)
        },
      ),
    )
  })
})

test('an empty box is drawn, and the text on both sides stays', () => {
  const glyphs = glyphsOf({ sans: none, mono: none, emoji: none, own: [all] })
  const setting = { glyphs, longest: 20, math: () => undefined, picture: () => '' }
  const box = { k: 'tick', v: false }
  expect(setText('先 ☐ 备份☐迁移', setting)).toEqual(['先 ', box, '备份', box, '迁移'])
})

test('a control is named as keyboards name it, and asks for no font', () => {
  const glyphs = glyphsOf({
    sans: { has: (one) => one < 0x2400 || one > 0x3000 },
    mono: none,
    emoji: none,
    own: [],
  })
  expect(glyphs.shown('按 ␛ 或 ␡')).toBe('按 ^[ 或 ^?')
  expect([...glyphs.missing]).toEqual([])
})

test('a word longer than a line may be broken behind its signs', () => {
  const glyphs = glyphsOf({ sans: all, mono: all, emoji: all, own: [] })
  const setting = { glyphs, longest: 20, math: () => undefined, picture: () => '' }
  expect(setText('见 https://a.cn/docs/cache/index.html 一节', setting)).toEqual([
    '见 ',
    { k: 'long', v: ['https:', '//', 'a.', 'cn/', 'docs/', 'cache/', 'index.', 'html'] },
    ' 一节',
  ])
})

describe('a table', () => {
  test('that fits is as wide as what it says', () => {
    expect(
      tableShape(
        [
          ['方案', '难度'],
          ['双删', '低'],
        ],
        48,
      ),
    ).toMatchObject({ fits: true })
  })

  test('that does not fit shares the line, and keeps short words whole', () => {
    const shape = tableShape(
      [
        ['方案', '说明'],
        ['双删', '先更新数据库再删除缓存'.repeat(9)],
      ],
      24,
    )
    const [first = 0, second = 0] = shape?.widths ?? []
    expect(shape?.fits).toBe(false)
    expect(first).toBeGreaterThan(4)
    expect(second).toBeGreaterThan(first)
  })

  test('holds each word in its column, however wide its letters are', () => {
    const rows = [
      ['类型', '典型场景', '关键命令'],
      ['HyperLogLog', '允许误差的访客数，每个键最多约十二千字节', 'PFCOUNT'],
    ]
    const rooms = Array.from({ length: 30 }, (_, i) => 10 + i / 2)
    const tight = rooms.filter((room) => {
      const shape = tableShape(rows, room)
      if (shape === undefined || shape.fits) return false
      const line = shape.widths.reduce((sum, width) => sum + width, 0)
      // the word measures 6.2 em, and there is 0.45 em at its sides
      return ((shape.widths[0] ?? 0) / line) * (room / shape.size) < 6.2 + 0.9
    })
    expect(tight).toEqual([])
  })

  test('counts the space that is set between Chinese and Latin letters', () => {
    const [apart = 0] = tableShape([['头'], ['用户 ID 与 IP']], 60)?.widths ?? []
    const [close = 0] = tableShape([['头'], ['用户ID与IP的']], 60)?.widths ?? []
    const [none = 0] = tableShape([['头'], ['用户与的甲乙丙']], 60)?.widths ?? []
    expect(close).toBeGreaterThan(none)
    expect(apart).toBeGreaterThan(close - 1)
  })

  test('says whether its rows are low enough to stay whole', () => {
    const wide = (text: string) =>
      tableShape(
        [
          ['名', '说明'],
          ['甲', text],
        ],
        20,
      )
    expect(wide('先更新数据库。'.repeat(3))).toMatchObject({ fits: false, whole: true })
    expect(wide('先更新数据库。'.repeat(60))).toMatchObject({ fits: false, whole: false })
    expect(tableShape([['名'], ['一']], 48)).toMatchObject({ whole: true })
  })

  test('of too many columns is none', () => {
    expect(tableShape([Array(13).fill('一')], 48)).toBeUndefined()
    expect(tableShape([Array(12).fill('identifier')], 30)).toBeUndefined()
  })
})

describe('a picture', () => {
  test('is told by its first bytes', () => {
    const png = bytes(0x89, 'PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x80')
    expect(pictureHead(png)).toEqual({ kind: 'png', width: 256, height: 128 })
    expect(pictureHead(bytes('GIF89a\x05\0\x06\0'))).toMatchObject({ kind: 'gif', width: 5 })
    expect(pictureHead(bytes('<svg viewBox="0 0 40 20">'))).toMatchObject({ width: 40, height: 20 })
    expect(pictureHead(bytes("<svg width='2in' viewBox='0 0 40 20'>"))).toMatchObject({
      width: 192,
      height: 96,
    })
    expect(pictureHead(bytes('#!/bin/sh\necho'))).toBeUndefined()
  })

  test('of any bytes is one with a size, or none', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('', 'GIF89a', 'RIFF', '\xff\xd8'),
        (some, head) => {
          const found = pictureHead(Buffer.concat([bytes(head), some]))
          expect(found === undefined || (found.width > 0 && found.height > 0)).toBe(true)
        },
      ),
    )
  })

  test('is no larger than its room', () => {
    expect(fitted({ width: 100, height: 50 }, 400, 300)).toEqual({ width: 75, height: 37.5 })
    expect(fitted({ width: 4000, height: 100 }, 300, 300)).toEqual({ width: 300, height: 7.5 })
    expect(fitted({ width: 100, height: 4000 }, 300, 300)).toEqual({ width: 7.5, height: 300 })
  })
})

test('bytes that are no document as expected are not packed', () => {
  for (const text of ['', 'PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n']) {
    const some = bytes(text)
    expect(compactPdf(some)).toBe(some)
  }
})

describe('what fails', () => {
  const without = (bad: readonly number[]) => async (some: readonly number[]) =>
    !some.some((one) => bad.includes(one))
  const numbers = Array.from({ length: 100 }, (_, i) => i)

  test('is found among what works', async () => {
    expect(await failing(numbers, 5, without([7, 63, 64]))).toEqual([7, 63, 64])
    expect(await failing([1], 5, without([1]))).toEqual([1])
  })

  test('is not looked for where it is too much, or in none alone', async () => {
    expect(await failing(numbers, 3, without(numbers))).toBeUndefined()
    expect(await failing(numbers, 3, without([]))).toBeUndefined()
  })
})

test('large print is one column of large letters, whatever else was asked', () => {
  const look = paperLook({ ...usualOptions('notes'), columns: 3, fontSize: 8, largePrint: true })
  expect(look).toMatchObject({ columns: 1, size: 18, large: true })
})

test('columns too narrow to be read become fewer', () => {
  const columnsOf = (fontSize: number) =>
    paperLook({ ...usualOptions('notes'), paper: 'a5', columns: 3, fontSize }).columns
  expect([6, 10, 24].map(columnsOf)).toEqual([3, 2, 1])
})
