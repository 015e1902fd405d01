import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clip, graphemes, pad, safe, width } from '../../src/text/text.ts'
import { draw, wrap, wrapRuns } from '../../src/text/wrap.ts'

// Strings as files hold them, and as an enemy would write them.
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(...'闭包，。、（）《》“”… a1-.)([%\n\t👍é한', '👨‍👩‍👧', '\u1112\u1161\u11ab'),
    )
    .map((all) => all.join('')),
)
const squeezed = (text: string) => text.replace(/\s/g, '')

describe('safe', () => {
  test('中文、换行和表情原样留下', () => {
    expect(safe('闭包，\n👨‍👩‍👧 ❤️ 1️⃣')).toBe('闭包，\n👨‍👩‍👧 ❤️ 1️⃣')
  })
  test('an escape becomes the picture of one', () => {
    expect(safe('\x1b[31m红\x07\x7f')).toBe('␛[31m红␇␡')
  })
  test('a C1 control and half a surrogate pair become the replacement character', () => {
    expect(safe('a\x9b2Jb\ud83d')).toBe('a\ufffd2Jb\ufffd')
  })
  test('every way to end a line becomes a newline, and a tab four spaces', () => {
    expect(safe('一\r\n二\r三\u2028四\u2029\t五')).toBe('一\n二\n三\n四\n    五')
  })
  test('what reorders or hides text is dropped', () => {
    expect(safe('\ufeff管\u202e理\u200b员\u2066\u2060\u00ad\u{e0041}\u3164')).toBe('管理员')
  })
  test('joiners stay where a script spells with them', () => {
    expect(safe('می\u200cخواهم क्\u200dष 中\u200c文\u200d')).toBe('می\u200cخواهم क्\u200dष 中文')
  })
  test('of any text no control but the newline comes through, and twice is once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = safe(text)
        expect(shown).not.toMatch(
          /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/,
        )
        expect(shown).not.toMatch(/\p{Surrogate}/u)
        expect(safe(shown)).toBe(shown)
      }),
    )
  })
})

describe('width', () => {
  test.each([
    ['闭包 closure', 12],
    ['，。（）', 8],
    ['ｱｲｳ', 3],
    ['é e\u0301', 3],
    ['👨‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['한국', 4],
    ['\u1112\u1161\u11ab', 2],
  ])('%s is as wide as it looks', (text, cells) => {
    expect(width(text)).toBe(cells)
  })
  test('a whole is as wide as its graphemes', () => {
    fc.assert(
      fc.property(anyText.map(safe), (text) => {
        expect(graphemes(text).join('')).toBe(text)
        expect(graphemes(text).reduce((sum, one) => sum + width(one), 0)).toBe(width(text))
      }),
    )
  })
})

test('a long row of families is one character each', () => {
  expect(graphemes('👨‍👩‍👧'.repeat(1000))).toEqual(Array(1000).fill('👨‍👩‍👧'))
})

describe('clip and pad', () => {
  test('短的不动，长的截断并留记号', () => {
    expect(clip('什么是闭包', 10)).toBe('什么是闭包')
    expect(clip('什么是闭包', 9)).toBe('什么是闭…')
    expect(clip('什么是闭包', 8)).toBe('什么是…')
  })
  test('the mark is ASCII where only ASCII can be trusted', () => {
    expect(clip('event loop', 8, { unicode: false })).toBe('event...')
  })
  test('a family is never torn apart', () => {
    expect(clip('a👨‍👩‍👧bc', 3)).toBe('a…')
  })
  test('a clipped line is one line and fits', () => {
    fc.assert(
      fc.property(anyText.map(safe), fc.integer({ min: 0, max: 20 }), (text, columns) => {
        expect(width(clip(text, columns))).toBeLessThanOrEqual(columns)
        expect(clip(text, columns)).not.toContain('\n')
      }),
    )
  })
  test('padding counts cells', () => {
    expect(pad('闭包', 6)).toBe('闭包  ')
    expect(pad('闭包', 3)).toBe('闭包')
  })
})

describe('wrap', () => {
  test('行首不出现句读，行尾不留开括号', () => {
    expect(wrap('闭包是函数，以及（它的）作用域。', 12)).toMatchInlineSnapshot(`
      [
        "闭包是函数，",
        "以及（它的）",
        "作用域。",
      ]
    `)
  })
  test('两个破折号不分家，数字不离百分号', () => {
    expect(wrap('事件循环——很重要，占了100%的题', 10)).toMatchInlineSnapshot(`
      [
        "事件循环——",
        "很重要，占",
        "了100%的题",
      ]
    `)
  })
  test('中英混排时英文单词保持完整', () => {
    expect(wrap('使用JavaScript时typeof null为object', 14)).toMatchInlineSnapshot(`
      [
        "使用JavaScript",
        "时typeof null",
        "为object",
      ]
    `)
  })
  test('a break falls at a space, and the space goes; after a hyphen only in a word longer than a line', () => {
    expect(wrap('viva unsuspend order-prevent-overselling', 30)).toEqual([
      'viva unsuspend',
      'order-prevent-overselling',
    ])
    expect(wrap('a well-known   copy-on-write --flag', 8)).toMatchInlineSnapshot(`
      [
        "a",
        "well-",
        "known",
        "copy-on-",
        "write",
        "--flag",
      ]
    `)
  })
  test('a word longer than the line is cut', () => {
    expect(wrap('见 https://example.com/a/very/long，好', 10)).toMatchInlineSnapshot(`
      [
        "见",
        "https://ex",
        "ample.com/",
        "a/very/lon",
        "g，好",
      ]
    `)
  })
  test('the first line and the others have their own beginnings', () => {
    expect(wrap('函数和它的作用域\n好', 10, { first: '1. ', rest: '   ' })).toMatchInlineSnapshot(`
      [
        "1. 函数和",
        "   它的作",
        "   用域",
        "   好",
      ]
    `)
  })
  test('空行留着，行尾没有空格', () => {
    expect(wrap('一  \n\n二　', 10, { rest: '  ' })).toEqual(['  一', '', '  二'])
  })
  test('no line is wider than asked, and nothing but spaces is lost', () => {
    const indent = fc.constantFrom('', '  ', '• ', '10. ')
    fc.assert(
      fc.property(
        anyText.map(safe),
        fc.integer({ min: 2, max: 30 }),
        indent,
        (text, columns, first) => {
          const lines = wrap(text, columns, { first })
          for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
          expect(lines.join('')).not.toMatch(/[ \u3000]$/)
          expect(squeezed(wrap(text, columns).join(''))).toBe(squeezed(text))
        },
      ),
    )
  })
  test('标点挤在一起时，只要断得开，就没有行以句读开头', () => {
    const words = fc
      .array(fc.constantFrom('闭包，', '（函数）', '《书》、', '“好”。', 'Node.js', '，'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(words, (text) => {
        for (const line of wrap(`题${text.replace(/[，、。]+/g, '，')}`, 12)) {
          expect(line).not.toMatch(/^[，。、）》”]|[（《“]$/)
        }
      }),
    )
  })
})

describe('runs', () => {
  const mark = (text: string) => `<${text}>`
  test('颜色跟着字走，换行后仍在', () => {
    const lines = wrapRuns([{ text: '函数' }, { text: '作用域', style: mark }, { text: '。' }], 8)
    expect(lines.map(draw)).toEqual(['函数<作用>', '<域>。'])
  })
  test('each piece of a broken link leads there', () => {
    const lines = wrapRuns([{ text: 'a link', link: 'https://a.b' }], 4)
    expect(lines.map(draw)).toEqual([
      '\x1b]8;;https://a.b\x1b\\a\x1b]8;;\x1b\\',
      '\x1b]8;;https://a.b\x1b\\link\x1b]8;;\x1b\\',
    ])
  })
})
