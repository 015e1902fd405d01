import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'

const cardsOf = (text: string) => read(text).deck.cards
const read = (text: string) => parse({ library: 'notes', file: 'a.md', text })

const bank = `---
topics: [JavaScript]
tags: [js]
level: junior
---
# JavaScript 基础

开头的话，不是卡片。

## 什么是闭包？
<!-- id: js-closure -->
<!-- aliases: closure | 词法闭包 -->
<!-- level: 中等 -->
<!-- tags: 函数、作用域 -->

函数和它的词法环境。

### 要点
- 函数能访问**外层**变量
- 常用于私有状态

### 追问
- 闭包会泄漏内存吗？

## \`==\` 和 \`===\` 有什么区别？

### 要点

- 类型转换

## 事件循环是怎样的？

待补充
`

test('a note in our own form is read to the letter', () => {
  expect(cardsOf(bank)[0]).toEqual({
    id: 'js-closure',
    minted: expect.stringMatching(/^[0-9a-z]{12}$/),
    language: 'zh',
    topics: ['JavaScript'],
    tags: ['js', '函数', '作用域'],
    level: 'mid',
    aliases: ['closure', '词法闭包'],
    question: '什么是闭包？',
    body: undefined,
    answer: { kind: 'written', markdown: '函数和它的词法环境。' },
    keyPoints: ['函数能访问**外层**变量', '常用于私有状态'],
    followUps: [{ question: '闭包会泄漏内存吗？', answer: undefined }],
    source: { library: 'notes', file: 'a.md', line: 10, endLine: 23 },
  })
})

test('key points alone are an answer, a placeholder is none', () => {
  expect(
    cardsOf(bank).map(({ answer, keyPoints, source }) => [answer, keyPoints, source.endLine]),
  ).toEqual([
    [{ kind: 'written', markdown: '函数和它的词法环境。' }, expect.anything(), 23],
    [{ kind: 'written', markdown: '' }, ['类型转换'], 29],
    [{ kind: 'missing' }, [], 31],
  ])
})

test('a mark that cannot be meant is a problem, and the card is kept', () => {
  const { deck, problems } = read(
    '## 什么是闭包？\n<!-- id: 两 个 -->\n<!-- level: 很难说 -->\n答\n## 什么是栈？\n答',
  )
  expect(deck.cards).toHaveLength(2)
  expect(problems).toMatchObject([
    { code: 'mark-invalid', mark: 'id', value: '两 个', at: { line: 2 } },
    { code: 'mark-invalid', mark: 'level', at: { line: 3 } },
  ])
})

test('two cards of one explicit id are kept, and said', () => {
  const { deck, problems } = read(
    '## 什么是闭包？\n<!-- id: x -->\n答\n## 什么是栈？\n<!-- id: x -->\n答',
  )
  expect(deck.cards.map(({ id }) => id)).toEqual(['x', 'x'])
  expect(problems).toEqual([
    { code: 'id-twice', id: 'x', at: { file: 'a.md', line: 4 }, first: { file: 'a.md', line: 1 } },
  ])
})

test('line ends do not change a card', () => {
  expect(cardsOf(bank.replaceAll('\n', '\r\n'))).toEqual(cardsOf(bank))
})
