import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asWritten, documentOf, lineOf } from '../../src/markdown/blocks.ts'
import { type Document, everyInline, plainText } from '../../src/markdown/document.ts'

const text = (said: string) => ({ kind: 'text', text: said })
const paragraph = (...inlines: readonly object[]) => ({ kind: 'paragraph', inlines })

function blocksOf(markdown: string, definitions?: string): Document {
  return documentOf(markdown, definitions) ?? asWritten(markdown)
}

/** What a page of one paragraph says. */
function said(markdown: string): string {
  const [first] = blocksOf(markdown)
  return first?.kind === 'paragraph' ? plainText(first.inlines) : ''
}

describe('a paragraph', () => {
  test('joins its lines if that is asked for: nothing between two Chinese characters, a space between words', () => {
    const [only] = documentOf('缓存击穿是指\n热点 key 过期\nunder load', undefined, 'join') ?? []
    expect(only).toEqual(paragraph(text('缓存击穿是指热点 key 过期 under load')))
  })

  test('loses the comments, and keeps the breaks its author made', () => {
    const blocks = blocksOf('第一行<br>第二行<!-- id: x -->  \n第三行')
    const lines = [text('第一行'), { kind: 'break' }, text('第二行'), { kind: 'break' }]
    expect(blocks).toEqual([paragraph(...lines, text('第三行'))])
  })

  test('shows known tags as what they mean, and others as they are written', () => {
    expect(blocksOf('按 <kbd>Ctrl</kbd>，x<sup>2</sup> <blink>旧</blink>')).toEqual([
      paragraph(
        text('按 '),
        { kind: 'key', inlines: [text('Ctrl')] },
        text('，x'),
        { kind: 'sup', inlines: [text('2')] },
        text(' '),
        { kind: 'dim', inlines: [text('<blink>')] },
        text('旧'),
        { kind: 'dim', inlines: [text('</blink>')] },
      ),
    ])
  })

  test('tells a formula from money, and reads nothing in it as a mark', () => {
    expect(blocksOf('复杂度 $O(n^2)$，价格 $5 到 $10')).toEqual([
      paragraph(
        text('复杂度 '),
        { kind: 'formula', tex: 'O(n^2)', source: '$O(n^2)$', isBlock: false },
        text('，价格 $5 到 $10'),
      ),
    ])
    expect(blocksOf('$$\n\\sum_{i=1}^n a_i * b_i * c\n$$')).toEqual([
      {
        kind: 'formula',
        tex: '\\sum_{i=1}^n a_i * b_i * c',
        source: '$$\n\\sum_{i=1}^n a_i * b_i * c\n$$',
      },
    ])
  })

  test('strikes out with two tildes, not with one', () => {
    expect(said('重试 1~3 次，最多~5')).toBe('重试 1~3 次，最多~5')
    expect(blocksOf('~~旧的~~')).toEqual([paragraph({ kind: 'deleted', inlines: [text('旧的')] })])
  })
})

describe('a link', () => {
  const urls = (markdown: string) =>
    [...everyInline(blocksOf(markdown))].flatMap((one) =>
      one.kind === 'link' && one.url !== undefined ? [one.url] : [],
    )

  test('leads to the web or a mailbox, and nowhere else', () => {
    const page = '[a](https://a.cn/x) [b](javascript:alert) [c](file:///etc/passwd) [d](../x.md)'
    expect(urls(page)).toEqual(['https://a.cn/x'])
    expect(urls('写信给 <mailto:hi@a.cn>')).toEqual(['mailto:hi@a.cn'])
  })

  test('ends where the Chinese text behind a bare address begins', () => {
    expect(urls('参见 https://a.cn/文档 和 https://b.cn/x，然后 https://c.cn/y这样写')).toEqual([
      'https://a.cn/',
      'https://b.cn/x',
      'https://c.cn/y',
    ])
  })

  test('ends with its brackets, if it has some', () => {
    expect(urls('见 <https://a.cn/闭包> 和 [https://b.cn/栈](https://b.cn/栈)')).toEqual([
      'https://a.cn/%E9%97%AD%E5%8C%85',
      'https://b.cn/%E6%A0%88',
    ])
  })

  test('in code is still one', () => {
    expect(urls('<code><a href="https://a.cn/x">f()</a></code>')).toEqual(['https://a.cn/x'])
  })

  test('is only text where its address is longer than a line of any browser', () => {
    expect(urls(`[长](https://a.cn/${'x'.repeat(3000)})`)).toEqual([])
  })
})

describe('blocks', () => {
  test('number their headings without a gap', () => {
    const levels = blocksOf('#### 一\n\n###### 二\n\n##### 三\n\n## 四').map((block) =>
      block.kind === 'heading' ? block.level : 0,
    )
    expect(levels).toEqual([1, 2, 2, 1])
  })

  test('open what is folded away', () => {
    const page = '<details>\n<summary>展开</summary>\n\n里面的**答案**\n\n</details>'
    expect(blocksOf(page)).toEqual([
      paragraph({ kind: 'summary', inlines: [text('展开')] }),
      paragraph(text('里面的'), { kind: 'strong', inlines: [text('答案')] }),
    ])
  })

  test('keep boxes of tasks, numbers of lists and aligns of tables', () => {
    expect(blocksOf('3. [x] 做完\n4. [ ] 没做')).toMatchObject([
      { kind: 'list', start: 3, tight: true, items: [{ checked: true }, { checked: false }] },
    ])
    expect(blocksOf('| a | b |\n|:-:|---|\n| 1 |')).toEqual([
      {
        kind: 'table',
        aligns: ['center', undefined],
        head: [[text('a')], [text('b')]],
        rows: [[[text('1')], []]],
      },
    ])
  })

  test('keep what stands behind the last column of a table', () => {
    expect(blocksOf('| 写法 | 意思 |\n|-|-|\n| 管道 | a | b |')).toMatchObject([
      { rows: [[[text('管道')], [text('a'), text(' | '), text('b')]]] },
    ])
  })

  test('put footnotes last', () => {
    expect(blocksOf('缓存[^1]失效\n\n[^1]: 见下文')).toEqual([
      paragraph(text('缓存'), { kind: 'note', number: 1 }, text('失效')),
      { kind: 'notes', notes: [[paragraph(text('见下文'))]] },
    ])
  })

  test('nest ten deep, and go on there', () => {
    const page = JSON.stringify(blocksOf(`${'> '.repeat(30)}最里面`))
    expect(page.match(/"quote"/g)).toHaveLength(10)
    expect(page).toContain('最里面')
  })

  test('show a text too hard to parse as it is written', () => {
    const page = `${'['.repeat(4000)}\n\n第二段`
    expect(blocksOf(page)).toEqual([
      paragraph(text('['.repeat(3000))),
      paragraph(text('['.repeat(1000))),
      paragraph(text('第二段')),
    ])
  })

  test('come of any text, with none of it unsafe', () => {
    const mark = fc.constantFrom(
      '**',
      '`',
      '[',
      '](x)',
      '<b>',
      '</b>',
      '> ',
      '- ',
      '|',
      '\n',
      '\u202e',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(mark, fc.string({ unit: 'binary' })), { maxLength: 40 }),
        (parts) => {
          const blocks = JSON.stringify(blocksOf(parts.join('')))
          expect(blocks).not.toMatch(/\p{Surrogate}/u)
          expect(blocks).not.toMatch(/[\0-\x09\u202e]/)
        },
      ),
    )
  })
})

test('a line of Markdown that is no paragraph is shown as it is written', () => {
  expect(lineOf('先**改库**')).toEqual([text('先'), { kind: 'strong', inlines: [text('改库')] }])
  expect(lineOf('- 一\n- 二')).toEqual([text('- 一'), { kind: 'break' }, text('- 二')])
})

test('what a card refers to elsewhere in its file is a link, and shown for nothing else', () => {
  const all = '[1]: https://a.cn/\n[^x]: 注'
  const link = {
    kind: 'link',
    url: 'https://a.cn/',
    address: 'https://a.cn/',
    inlines: [text('文档')],
  }
  expect(blocksOf('[文档][1]', all)).toEqual([paragraph(link)])
  expect(lineOf('[文档][1]', all)).toEqual([link])
  expect(blocksOf('见[^x]', all).map(({ kind }) => kind)).toEqual(['paragraph', 'notes'])
  expect(blocksOf('`[^x]` 是正则', all).map(({ kind }) => kind)).toEqual(['paragraph'])
  expect(blocksOf('```\n[1] [^x]', all)).toEqual([
    { kind: 'code', language: undefined, text: '[1] [^x]' },
  ])
  expect(blocksOf('$$\na_1 * b [1]\n$$', all)).toMatchObject([
    { kind: 'formula', tex: 'a_1 * b [1]' },
  ])
})
