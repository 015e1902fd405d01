import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asWritten, documentOf } from '../../../src/markdown/blocks.ts'
import { plainMarkdown } from '../../../src/markdown/dialects/source.ts'
import { type Document, everyInline, plainText } from '../../../src/markdown/document.ts'

function read(markdown: string): Document {
  return documentOf(markdown) ?? asWritten(markdown)
}

function box(markdown: string): unknown {
  const [only] = read(markdown)
  if (only?.kind !== 'callout') return only
  const { name, title, fold, blocks } = only
  return [name, plainText(title), fold, blocks.map((block) => block.kind).join(' ')]
}

function said(markdown: string): string {
  return read(markdown)
    .map((block) => ('inlines' in block ? plainText(block.inlines) : block.kind))
    .join('\n')
}

describe('a box', () => {
  test.each([
    ['> [!WARNING]\n> 别记密码。', ['warning', '', undefined, 'paragraph']],
    [
      '> [!question]- 折叠的 **标题**\n> - 一\n> - 二',
      ['question', '折叠的 标题', 'closed', 'list'],
    ],
    ['> [!自定]+ 标题\n> 文', [undefined, '标题', 'open', 'paragraph']],
    ['> [!my-box]\n> 文', [undefined, 'My box', undefined, 'paragraph']],
    ['::: tip 提示\n要幂等。\n:::', ['tip', '提示', undefined, 'paragraph']],
    [':::danger\n- a\n- b\n:::', ['danger', '', undefined, 'list']],
    [':::note[A *title*]{.x}\ntext\n:::', ['note', 'A title', undefined, 'paragraph']],
    ['::: details Click\ntext\n:::', ['details', 'Click', 'closed', 'paragraph']],
    [':::: info\n::: tip\n里\n:::\n外\n::::', ['info', '', undefined, 'callout paragraph']],
    ['!!! note "标题"\n    文\n\n    - 一', ['note', '标题', undefined, 'paragraph list']],
    ['??? bug\n    text', ['bug', '', 'closed', 'paragraph']],
    ['{% note info %}\n要点。\n{% endnote %}', ['info', '', undefined, 'paragraph']],
    ['{% tip %}text{% endtip %}', ['tip', '', undefined, 'paragraph']],
    ['{{< hint warning >}}\ntext\n{{< /hint >}}', ['warning', '', undefined, 'paragraph']],
    ['<aside>\n💡 记住。\n\n</aside>', ['note', '', undefined, 'paragraph']],
    ['<Tip title="小心">\n文\n</Tip>', ['tip', '小心', undefined, 'paragraph']],
    ['#+BEGIN_TIP\ntext\n#+END_TIP', ['tip', '', undefined, 'paragraph']],
    ['```ad-note\ntitle: 标题\n正文\n```', ['note', '标题', undefined, 'paragraph']],
  ])('is told in %j', (markdown, told) => {
    expect(box(markdown)).toEqual(told)
  })

  test.each(['> [!] 不是', '> [链接] 不是', '    ::: tip\n    代码', '!!! note\n不是', '??? 什么'])(
    'is not in %j',
    (markdown) => {
      expect(read(markdown)[0]?.kind).not.toBe('callout')
    },
  )

  test('is left alone in code', () => {
    const code = '```\n::: tip\n%% a %%\n[[b]]\n{% note %}\nid:: 3\n:::\n```'
    expect(plainMarkdown(code)).toBe(code)
  })
})

describe('within lines', () => {
  test.each([
    ['见 [[TCP/IP]]、[[HTTP/2|第二版]] 和 [[笔记#小节]]。', '见 TCP/IP、第二版 和 笔记 > 小节。'],
    [
      '`a[[0]]` a[[0]] if [[ -f x ]] 和 [[Prototype]]',
      'a[[0]] a[[0]] if [[ -f x ]] 和 [[Prototype]]',
    ],
    ['用==高亮 **粗**==的文字', '用高亮 粗的文字'],
    ['a == b，x==y and p==q，a === b，`a`==`b`==`c`', 'a == b，x==y and p==q，a === b，a==b==c'],
    ['结尾。 ^my-id', '结尾。'],
    ['x ^2 和 2 ^10', 'x ^2 和 2 ^10'],
    ['看%%藏起来%%不见，100%% 还在', '看不见，100%% 还在'],
    ['%%\n藏\n\n很多行\n%%\n\n在', '在'],
    ['![图|100](a.png)![[b.png|20]]![c](c.png =10x20)', '图b.pngc'],
    ['![[另一篇]]', '另一篇'],
    ['问 ((6412ab12-1234-1234-1234-123456789abc)) 答 {{cloze 空}}', '问  答 空'],
    ['{% raw %}{{ x }}{% endraw %} {% csrf_token %}', '{{ x }} {% csrf_token %}'],
    ['{/* 注 */}文', '文'],
  ])('%j says %j', (markdown, told) => {
    expect(said(markdown)).toBe(told)
  })

  test('the marks behind a heading go, and braces that say something stay', () => {
    expect(said('## 一 {#a .b}\n\n## 二 [¶](#x)\n\n## 三 {a, b}')).toBe('一\n二\n三 {a, b}')
  })

  test('a list of terms is a list below each term', () => {
    const [first, list] = read('锁\n: 一种\n: 又一种\n\n行\n这里：不是')
    expect([first?.kind, list?.kind === 'list' && list.items.length]).toEqual(['paragraph', 2])
  })

  test('what Logseq notes for itself is not shown', () => {
    const markdown = '- 一\n  id:: 6\n  :LOGBOOK:\n  CLOCK: [x]\n  :END:\n- a::b 和 键:: 值'
    expect(Array.from(everyInline(read(markdown)), (one) => plainText([one]))).toEqual([
      '一',
      'a::b 和 键:: 值',
    ])
  })

  test('imports of components go, those of a script are words', () => {
    expect(said("import Tabs from '@theme/Tabs'\n\n文")).toBe('文')
    expect(said("import fs from 'node:fs'\n\n文")).toBe("import fs from 'node:fs'\n文")
  })
})

const piece = fc.constantFrom(
  ...['::: tip', ':::', '> [!note] 题', '!!! note "T"', '    缩进', '{% note %}', '{% endnote %}'],
  ...['{{< hint >}}', '{{< /hint >}}', '<aside>', '</aside>', '<Tab title="x">', '</Tab>', '```'],
  ...[
    '==',
    '[[',
    ']]',
    '![[a.png]]',
    '^id',
    ': 定义',
    'word',
    '一句话。',
    '- 项',
    '',
    ' ',
    '|',
    '%',
  ],
)

describe('of any text', () => {
  test('nothing throws, and no line grows without bound', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('\n', ' '), (all, gap) => {
        const text = all.join(gap)
        expect(plainMarkdown(text).length).toBeLessThan(text.length * 20 + 400)
        expect(Array.isArray(read(text))).toBe(true)
      }),
    )
  })

  test('no word is lost to boxes, marks and links', () => {
    const word = fc.stringMatching(/^(?:[a-z]{3,8}|[一-龥]{2,5})$/)
    const shape = fc.constantFrom<(a: string, b: string) => string>(
      (a, b) => `::: tip ${a}\n${b}\n:::`,
      (a, b) => `> [!note] ${a}\n> ${b}`,
      (a, b) => `!!! note "${a}"\n    ${b}`,
      (a, b) => `{% note %}\n${a} ${b}\n{% endnote %}`,
      (a, b) => `<aside>\n${a}\n\n${b}\n</aside>`,
      (a, b) => `${a}\n: ${b}`,
      (a, b) => `${a} ==${b}==`,
      (a, b) => `${a} [[${b}]]`,
      (a, b) => `${a}\n${b}`,
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(shape, word, word), { maxLength: 8 }), (parts) => {
        const document = read(parts.map(([make, a, b]) => make(a, b)).join('\n\n'))
        const told = Array.from(everyInline(document), (one) => plainText([one])).join(' ')
        for (const [, a, b] of parts)
          expect([told.includes(a), told.includes(b)]).toEqual([true, true])
      }),
    )
  })

  test('a text without such marks is not touched', () => {
    const plain =
      '# 题\n\n一句话，`a ? b : c`。\n\n- 项 **粗**\n\n> 引用\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
    expect(plainMarkdown(plain)).toBe(plain)
  })
})
