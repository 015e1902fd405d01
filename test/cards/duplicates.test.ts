import { expect, test } from 'vitest'
import { duplicatesIn } from '../../src/cards/duplicates.ts'
import { parse } from '../../src/cards/read/parse.ts'

function cardsOf(file: string, text: string) {
  return parse({ library: 'notes', file, text }).deck.cards
}

function found(...texts: readonly string[]): readonly string[] {
  const cards = texts.flatMap((text, i) => cardsOf(`${i}.md`, text))
  return duplicatesIn(cards).map(
    ({ card, first, how }) =>
      `${how} ${card.source.file}:${card.source.line} of ${first.source.file}:${first.source.line}`,
  )
}

const stack = '## 什么是栈？\n\n后进先出。\n\n'
const queue = '## 什么是队列？\n\n先进先出。\n'

test('整张卡片重复，在一个文件里或两个文件之间', () => {
  expect(found(stack + queue, queue + stack)).toEqual([
    'same 1.md:1 of 0.md:5',
    'same 1.md:4 of 0.md:1',
  ])
})

test('the same question with another answer is said to be only that', () => {
  expect(found(stack + queue, `${stack.replace('后进先出', '一种线性表')}${queue}`)).toContain(
    'question 1.md:1 of 0.md:1',
  )
})

test('nearly the same question is named, and a different one is not', () => {
  const one = '## How does the garbage collector of V8 work?\n\nBy generations.\n\n'
  const other = '## How does the garbage collector of V8 work today?\n\nConcurrently.\n\n'
  const third = '## How does the scheduler of the kernel work?\n\nBy fairness.\n'
  expect(found(one + other + third)).toEqual(['near 0.md:5 of 0.md:1'])
})

test('equal stems with other code are two cards', () => {
  const asked = (code: string) =>
    `## 输出什么？\n\n\`\`\`js\n${code}\n\`\`\`\n\n- A: 1\n- B: 2\n\n**答案：A**\n\n`
  expect(found(asked('f(1)') + asked('g(2)'))).toEqual([])
})
