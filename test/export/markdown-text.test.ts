import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, test } from 'vitest'
import {
  escaped,
  escapedLine,
  htmlText,
  quotedNotes,
  quotedText,
} from '../../src/export/markdown-text.ts'
import { safe } from '../../src/text/text.ts'

const parser = remark().use(remarkGfm)

function parsed(markdown: string): Root {
  return parser.parse(markdown)
}

function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function all(node: Nodes): readonly Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(all)] : [node]
}

function typesIn(markdown: string): readonly string[] {
  return [...new Set(all(parsed(markdown)).map(({ type }) => type))].sort()
}

/** Text that is rich in what Markdown obeys. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#',
        '##',
        '```',
        '~~~',
        '````',
        '<div>',
        '</details>',
        '<!--',
        '-->',
        '<br>',
      ),
      fc.constantFrom(
        '<script',
        '<?',
        '`',
        '``',
        '*',
        '_',
        '[',
        '](',
        ')',
        '|',
        '---',
        '===',
        '- ',
      ),
      fc.constantFrom(
        '> ',
        '1. ',
        '\n',
        '\n\n',
        '    ',
        ' ',
        '\t',
        '\\',
        '&amp;',
        'https://a.b/c_d',
      ),
      fc.constantFrom('List<String>', '[^1]:', '[a]: b', 'www.a.b', 'a@b.c', '死锁', 'word', '$$'),
      fc.string(),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('a line that is no Markdown', () => {
  test('says in Markdown what it says', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const root = parsed(escapedLine(text))
        const expected = safe(text).replace(/\s+/g, ' ').trim()
        expect(textOf(root)).toBe(expected)
        expect(root.children.length).toBe(expected === '' ? 0 : 1)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    '# 标题',
    '1. 一',
    '- 项',
    '[x] 做完',
    '<b>粗</b>',
    '&copy;',
    '***',
    '`a`',
    '| a | b |',
  ])('is only text: %s', (text) => {
    expect(typesIn(escapedLine(text))).toEqual(['paragraph', 'root', 'text'])
  })

  test.each(['cache_page 怎么用', 'C# 和 Java 的委托', 'a & b，AT&T', '5 @ 3'])(
    'that nothing would read stays as it is: %s',
    (text) => {
      expect(escapedLine(text)).toBe(text)
    },
  )

  test('names nobody, no issue and no formula', () => {
    expect(escapedLine('@Autowired 和 #12 里的 $a$')).toBe('\\@Autowired 和 \\#12 里的 \\$a\\$')
  })
})

test('a heading says what it says, whatever that looks like', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const line = safe(text).replace(/\s+/g, ' ').trim()
      const root = parsed(`## ${escaped(line)}`)
      expect(root.children.map(({ type }) => type)).toEqual(['heading'])
      expect(textOf(root)).toBe(line)
      // addresses become links of themselves, in any Markdown
      const allowed = ['root', 'heading', 'text', 'link']
      expect(all(root).filter(({ type }) => !allowed.includes(type))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('what a person typed, quoted', () => {
  test('is one quotation of plain lines, whatever it looks like', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const root = parsed(`${quotedText(`答${text}`).join('\n')}\n\n# 后面`)
        expect(root.children.map(({ type }) => type)).toEqual(['blockquote', 'heading'])
        const [quote] = root.children
        const types = new Set(quote === undefined ? [] : all(quote).map(({ type }) => type))
        // addresses become links of themselves, in any Markdown
        const allowed = ['blockquote', 'paragraph', 'text', 'break', 'link']
        expect([...types].filter((type) => !allowed.includes(type))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('keeps its lines, its paragraphs and its indents', () => {
    expect(quotedText('```js\n  go()\n\n以上\n')).toEqual([
      '> \\`\\`\\`js\\',
      '> \u00a0\u00a0go()',
      '>',
      '> 以上',
    ])
  })
})

describe('notes, quoted', () => {
  test('close all that they leave open, and stand below the level', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const root = parsed(`${quotedNotes(`答${text}`, 2).join('\n')}\n\n# 后面`)
        expect(root.children.map(({ type }) => type)).toEqual(['blockquote', 'heading'])
      }),
      { numRuns: 300 },
    )
  })

  test('push their headings down together, underlined ones too', () => {
    const notes = '# 一\n\n甲\n\n### 三\n\n二\n---\n\n```sh\n# 不是标题\n```'
    expect(quotedNotes(notes, 2)).toEqual([
      ...['> ### 一', '>', '> 甲', '>', '> ##### 三', '>', '> #### 二', '>'],
      ...['> ```sh', '> # 不是标题', '> ```'],
    ])
  })

  test('lose tags and comments, but no code and nothing that only looks like a tag', () => {
    const notes =
      '<div align="center">中</div> `<div>` List<String> <!-- 注\n释 --> <https://a.b> 2<sup>10</sup>'
    expect(quotedNotes(notes, 2)).toEqual([
      '> 中 `<div>` List\\<String>  <https://a.b> 2<sup>10</sup>',
    ])
  })

  test('that hold a fence in a fence keep it', () => {
    const notes = '````md\n```js\n<b>\n```\n````\n<b>粗</b>'
    expect(quotedNotes(notes, 2)).toEqual([
      ...['> ````md', '> ```js', '> <b>', '> ```', '> ````', '> 粗'],
    ])
  })

  test('of very many open brackets and headings come to an end', () => {
    expect(quotedNotes('<!--<a `'.repeat(20_000), 2)).toHaveLength(1)
    expect(quotedNotes('# 甲\n'.repeat(200_000), 2)).toHaveLength(200_000)
  })
})

test('text within HTML opens no tag', () => {
  expect(htmlText('<b>&\n\n\x1b[2J')).toBe('&lt;b&gt;&amp; ␛[2J')
})
