import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'

const cardsOf = (text: string) => parse({ library: 'notes', file: 'a.md', text }).deck.cards
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')
const questions = '\n\n## 什么是栈？\n\n后进先出。\n\n## 什么是队列？\n\n先进先出。\n'

test.each(['>', '*a_ ', '1. 1. 1. ', '[a](', '![', '<a ', '\0', '`', '**', '&#', '('])(
  '100 KB of %j before the questions hides none',
  (piece) => {
    const text = piece.repeat(100_000 / piece.length) + questions
    expect(cardsOf(text).map(({ question }) => question)).toEqual(['什么是栈？', '什么是队列？'])
  },
)

test('3,000 nested lists are one list', () => {
  expect(cardsOf(many(3000, (index) => `${' '.repeat(2 * index)}- a`))).toEqual([])
})

test('300 folds in each other and 3,000 below each other hide no question', () => {
  const nested = many(300, (index) => `${' '.repeat(4 * index)}??? note "a"`)
  expect(cardsOf(`${nested}${questions}`)).toHaveLength(2)
  const flat = many(3000, (index) => `??? question "什么是 ${index} 号？"\n    答。`)
  expect(cardsOf(`${flat}${questions}`)).toHaveLength(3002)
})

test('a line of 2 MB is read as far as it makes sense', () => {
  expect(cardsOf(`## ${'什么？'.repeat(700_000)}\n\n答${questions}`)).toHaveLength(3)
})

test('a thousand fences that never close hide no later heading', () => {
  expect(cardsOf(many(1000, () => '```js') + questions)).toHaveLength(2)
})

test('comments that never close are lines', () => {
  expect(cardsOf(many(1000, () => '<!-- a') + questions)).toHaveLength(2)
})

test('20,000 headings are 20,000 cards', () => {
  expect(cardsOf(many(20_000, (index) => `## 什么是 ${index} 号？`))).toHaveLength(20_000)
})

test('20,000 rows of one table are 20,000 cards', () => {
  const rows = many(20_000, (index) => `| 什么是 ${index} 号？ | 答 |`)
  expect(cardsOf(`| 问题 | 答案 |\n| --- | --- |\n${rows}`)).toHaveLength(20_000)
})

test('what goes beyond the bounds is said, with its line', () => {
  const problems = (text: string) => parse({ library: 'notes', file: 'a.md', text }).problems
  expect(problems(`${questions}${'>'.repeat(100_000)}`)).toEqual([
    { code: 'line-too-long', at: { file: 'a.md', line: 10 } },
  ])
  expect(problems(many(3000, (index) => `${' '.repeat(2 * index)}- a`))).toEqual([
    { code: 'nesting-too-deep', at: { file: 'a.md', line: 32 } },
  ])
  expect(problems(questions)).toEqual([])
})
