import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { markdownText } from '../../src/export/markdown.ts'
import { en } from '../../src/i18n/en/en.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { bookletOf, bookletOfCards } from '../support/booklet.ts'
import { notes } from '../support/notes.ts'

const fixtures = new URL('../fixtures/', import.meta.url)
const content = new URL('../../content/', import.meta.url)
const files = [
  ...filesIn(fixtures, readdirSync(fixtures)),
  ...filesIn(content, readdirSync(content, { recursive: true }).map(String)),
]

function filesIn(folder: URL, names: readonly string[]): readonly (readonly [string, URL])[] {
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, new URL(name.replaceAll('\\', '/'), folder)] as const)
}

const parser = remark().use(remarkGfm)
const read = (text: string) => parse({ library: 'notes', file: 'a.md', text })

/** All of a card but where it stands; by question, for a booklet may put them in another order. */
function told(cards: readonly Card[]) {
  return cards
    .map(({ source: _, ...card }) => card)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

test.each(files)('%s is read back from its export to the letter', (_, path) => {
  const { cards } = read(readFileSync(path, 'utf8')).deck
  const again = read(markdownText(bookletOfCards(cards), zh))
  expect(told(again.deck.cards)).toEqual(told(cards))
})

/** What a reader of a heading sees; addresses are links of themselves. */
function wordsOf(node: PhrasingContent): readonly string[] {
  if (node.type === 'link') return node.children.flatMap(wordsOf)
  return node.type === 'text' ? [node.value] : [`<${node.type}>`]
}

test.each([
  '~a~ 和 ~~b~~ 有什么区别？',
  'https://a.cn/x*y_z* 是什么地址？',
  '$a$ 和 $b$ 哪个大？',
  '@Autowired 和 @Resource 有什么区别？',
])('a question stands in the heading as it is asked: %s', (question) => {
  const [entry] = bookletOf('## 什么是闭包？\n\n函数。\n').entries
  if (entry === undefined) throw new Error('no card was read')
  const text = markdownText(bookletOfCards([{ ...entry.card, question }]), zh)
  const heading = text.split('\n').find((line) => line.startsWith('## ')) ?? ''
  const [first] = parser.parse(heading).children
  if (first?.type !== 'heading') throw new Error('no heading was written')
  expect(first.children.flatMap(wordsOf).join('')).toBe(question)
  // what sites make of dollars and of names, no parser here tells
  expect(heading).not.toMatch(/(?<!\\)[$@]/)
})

test('whatever a note holds, what is exported of it is read back to the letter', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const { cards } = read(text).deck
      expect(told(read(markdownText(bookletOfCards(cards), en)).deck.cards)).toEqual(told(cards))
    }),
    { numRuns: 800 },
  )
})

const anything = fc
  .array(
    fc.constantFrom(
      'a',
      '_',
      '*',
      '`',
      '\\',
      '<b>',
      '&amp;',
      '[x](y)',
      '#',
      '|',
      '-->',
      '问',
      '，',
      ' ',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '')
const line = fc.oneof(
  anything,
  fc.constantFrom(
    '',
    '```',
    '<!-- viva: end -->',
    '<!-- viva: card -->',
    '\\<!-- viva: answer -->',
    '# 一',
    '- x',
    '---',
    '  ',
  ),
)
const answer = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
const followUp = fc.record({
  question: anything,
  answer: answer.map((text) => (text.trim() === '' ? undefined : text)),
})

test('no text that a card may hold is taken for the bounds of cards', () => {
  const [card] = read('# 面试题\n\n## 什么是闭包？\n\n函数。').deck.cards
  fc.assert(
    fc.property(
      fc.record({
        question: anything,
        topics: fc.array(anything, { maxLength: 6 }),
        tags: fc.array(anything),
        aliases: fc.array(anything),
      }),
      fc.record({ markdown: answer, keyPoints: fc.array(anything), followUps: fc.array(followUp) }),
      (head, { markdown, keyPoints, followUps }) => {
        if (card === undefined) throw new Error('no card was read')
        const odd: Card = {
          ...card,
          ...head,
          keyPoints,
          followUps,
          answer: { kind: 'written', markdown },
        }
        const [again] = read(markdownText(bookletOfCards([odd, odd]), zh)).deck.cards
        expect({ ...again, minted: odd.minted, source: odd.source }).toEqual(odd)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a card without an answer comes back without one', () => {
  const text = '# 面试题\n\n## 什么是闭包？\n\n## 什么是作用域？\n\n变量看得见的地方。\n'
  const again = read(markdownText(bookletOf(text), zh)).deck.cards
  expect(again.map((card) => card.answer.kind)).toEqual(['missing', 'written'])
})

test('notes and missed points are printed beside the answer and are no part of it', () => {
  const booklet = bookletOf('# 面试题\n\n## 什么是闭包？\n\n函数和它的作用域。\n')
  const entries = booklet.entries.map((entry) => ({
    ...entry,
    note: '我的理解',
    missed: ['作用域'],
  }))
  const text = markdownText({ ...booklet, entries }, zh)
  expect(text).toContain('我的理解')
  expect(told(read(text).deck.cards)).toEqual(told(booklet.entries.map(({ card }) => card)))
})

test('an export looks like any Markdown', () => {
  const text = `---
tags: [js]
---
# 前端

## 作用域

### 什么是 \`var\` 的提升？
<!-- id: hoisting -->

声明提到顶上。

### 要点
- 声明
- 赋值留在原处
`
  expect(markdownText(bookletOf(text, { told: ['主题：作用域'] }), zh)).toMatchInlineSnapshot(`
    "---
    title: "面试题"
    language: zh
    questions: marked
    ---

    # 面试题

    2026-11-22 · 1 张卡片 · 主题：作用域

    ## 前端

    ### 作用域

    <!-- viva: card -->
    #### 什么是 var 的提升？
    <!-- id: hoisting -->
    <!-- tags: js -->

    <!-- viva: answer -->

    声明提到顶上。

    <!-- viva: points -->
    ##### 要点

    - 声明
    - 赋值留在原处

    <!-- viva: end -->
    "
  `)
})

test('what a card refers to elsewhere in its file goes with it, and comes back', () => {
  const text =
    '# 面试题\n\n## 什么是闭包？\n\n见 [文档][1]。[^n]\n\n## 什么是栈？\n\n后进先出。\n\n[1]: https://a.cn/\n[^n]: 注\n\n    第二段\n'
  const written = markdownText(bookletOf(text), zh)
  expect(written).toContain('\n[1]: https://a.cn/\n[^n]: 注\n\n    第二段\n')
  expect(told(read(written).deck.cards)).toEqual(told(read(text).deck.cards))
})

test('a label that two files give to different things is another one in the second', () => {
  const [one, two] = ['a', 'b'].map((name) => {
    const used = '见 [书][1]、[1]、[1][] 和 `[1]`，[![图][p]][1]。[^n]'
    return read(
      `## 什么是 ${name}？\n\n${used}\n\n# 附\n\n[1]: https://${name}.cn/\n[p]: p.png\n[^n]: 注 ${name} [1]\n`,
    ).deck.cards
  })
  const written = markdownText(bookletOfCards([...(one ?? []), ...(two ?? [])]), zh)
  expect(written).toContain('见 [书][1-2]、[1][1-2]、[1][1-2] 和 `[1]`，[![图][p]][1-2]。[^n-2]\n')
  expect(written).toContain('\n[1-2]: https://b.cn/\n')
  expect(written).toContain('\n[^n-2]: 注 b [1][1-2]\n')
  expect(written).toContain('见 [书][1]、[1]、[1][] 和 `[1]`，[![图][p]][1]。[^n]\n')
  expect(read(written).deck.cards.map(({ id }) => id)).toEqual(
    [...(one ?? []), ...(two ?? [])].map(({ id }) => id),
  )
})
