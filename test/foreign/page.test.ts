import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asked } from '../../src/foreign/page/asked.ts'
import { pageMarkdown } from '../../src/foreign/page/markdown.ts'
import { mediaFile } from '../../src/foreign/page/media.ts'

const markdown = (html: string) => pageMarkdown(html).markdown

describe('HTML of a card as Markdown', () => {
  test.each([
    [
      'words, and marks in them',
      '<b>粗</b>和<i>斜</i>，a*b_c 与 &lt;T&gt;',
      '**粗**和*斜*，a\\*b_c 与 \\<T\\>',
    ],
    ['lines and paragraphs', '<div>一</div><div>二<br>三</div>', '一\n\n二\n三'],
    ['lists', '<ul><li>一<ol><li>甲</li></ol></li><li>二</li></ul>', '- 一\n\n  1. 甲\n- 二'],
    [
      'code',
      '用 <code>a &lt; `b`</code><pre>if (x) {\n  y\n}</pre>',
      '用 `` a < `b` ``\n\n```\nif (x) {\n  y\n}\n```',
    ],
    ['formulas', '\\(a_1 < b\\) 与 \\[x^2\\] 与 [$]y[/$]', '$a_1 < b$ 与\n\n$$\nx^2\n$$\n\n与 $y$'],
    [
      'a table',
      '<table><tr><th>名</th><th>值</th></tr><tr><td>a|b</td><td>1</td></tr></table>',
      '| 名 | 值 |\n| --- | --- |\n| a\\|b | 1 |',
    ],
    [
      'what begins nothing',
      '# 不是标题<br>- 不是列表<br>1. 不是编号',
      '\\# 不是标题\n\\- 不是列表\n1\\. 不是编号',
    ],
    [
      'links',
      '<a href="https://example.com/a">看</a> <a href="javascript:alert(1)">坏</a>',
      '[看](https://example.com/a) 坏',
    ],
  ])('keeps %s', (_, html, wanted) => {
    expect(markdown(html)).toBe(wanted)
  })

  test('names the pictures and sounds that it shows, under names that any system takes', () => {
    const found = pageMarkdown(
      '<img src="图 1.png" alt="图"> [sound:a (1).mp3] <img src="../../../etc/passwd">',
    )
    expect(found.media).toEqual(['图 1.png', 'a (1).mp3', '../../../etc/passwd'])
    expect(found.markdown).toBe(
      '![图](media/%E5%9B%BE%201.png) [a (1).mp3](media/a%20%281%29.mp3) ![](media/__.._.._etc_passwd)',
    )
    expect(['AUX.png', 'con', 'console.png'].map(mediaFile)).toEqual([
      '_AUX.png',
      '_con',
      'console.png',
    ])
    expect(mediaFile('..\\..\\x')).not.toMatch(/[\\/]|^\./)
  })

  test('never throws, and runs nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (a, b) => {
        expect(markdown(`<div>${a}<script>x</script><${b}`)).not.toContain('<script')
      }),
      { numRuns: 50 },
    )
  })
})

describe('a front', () => {
  test('is a question of one line and what stands below it', () => {
    expect(asked('什么是锁？\n\n```\nx\n```')).toEqual({
      question: '什么是锁？',
      body: '```\nx\n```',
    })
    expect(asked('**什么**是锁？')).toEqual({ question: '什么是锁？', body: undefined })
  })

  test('that is a picture or code is shown whole below its words', () => {
    expect(asked('![结构](media/a.png)')).toEqual({
      question: '结构',
      body: '![结构](media/a.png)',
    })
    expect(asked('```\nwhat(x)\n```').body).toBe('```\nwhat(x)\n```')
    expect(asked('![](media/a.png)').question).toBe('?')
  })
})
