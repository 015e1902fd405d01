import { expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { choicesOf, lettersBefore } from '../../src/cards/choices.ts'
import { parse } from '../../src/cards/read/parse.ts'

function firstCard(text: string): Card {
  const [card] = parse({ library: '/notes', file: 'a.md', text }).deck.cards
  if (card === undefined) throw new Error('no card')
  return card
}

test('选项按字母排列，答案写明字母', () => {
  const card = firstCard(`# 选择题

1、下列哪个不是基本类型？（ ）

A. int

B. String

答案：B

解析：String 是类。

2、以下说法正确的是（ ）

A. 接口可以有构造方法

B. 抽象类可以有构造方法

答案：B

3、线程安全的是（ ）

A. StringBuilder

B. StringBuffer

答案：B
`)
  expect(choicesOf(card)).toEqual({ options: ['int', 'String'], right: 'b' })
})

test('boxes are options, and those that were ticked are right', () => {
  const card = firstCard(`## Git quiz

#### Q1. Which commands change history?

- [x] \`git rebase\`
- [ ] \`git status\`
- [x] \`git commit --amend\`

#### Q2. Which one lists branches?

- [ ] \`git log\`
- [x] \`git branch\`
`)
  expect(choicesOf(card)).toMatchObject({ right: 'ac' })
})

const plain = {
  body: 'A. 甲\nB. 乙\nC. 丙  D. 丁',
  answer: { kind: 'written', markdown: '' },
} as unknown as Card

test.each([
  ['答案：AC', 'ac'],
  ['**正确答案：** A、C', 'ac'],
  ['B', 'b'],
  ['Answer: B and C', 'bc'],
  ['选 D，因为……', 'd'],
  ['Because of the lock', ''],
  ['答案见下文', ''],
  ['A thread shares memory', ''],
  ['ACID 是四个性质', ''],
  ['答案：ACID', ''],
  ['答案：ABCD', 'abcd'],
  ['C. 丙', 'c'],
  ['答案是 BD。', 'bd'],
  ['答案：H', ''],
])('%s names %s', (markdown, right) => {
  const choices = choicesOf({ ...plain, answer: { kind: 'written', markdown } })
  expect(choices?.right ?? '').toBe(right)
})

test('letters that do not run on from A are no options', () => {
  const answer = { kind: 'written', markdown: 'B' } as const
  expect(choicesOf({ ...plain, body: 'B. 乙\nC. 丙', answer })).toBeUndefined()
  expect(choicesOf({ ...plain, body: undefined, answer })).toBeUndefined()
})

test('每个选项都单独成行，题干里的代码不动', () => {
  const body = '哪个不对？\n\n```js\nlet a = 1\n```\nA. 跳表\nB. 堆\n\nC. 字典树  D. 哈希表\n'
  expect(lettersBefore(body)).toBe(
    '哪个不对？\n\n```js\nlet a = 1\n```  \nA. 跳表  \nB. 堆  \nC. 字典树  \nD. 哈希表',
  )
})

test('boxes are shown with the letters by which they are chosen', () => {
  const body = 'Two of these:\n\n- [ ] `git rebase`\n- [ ] `git status`\n'
  expect(lettersBefore(body)).toBe('Two of these:\n\nA. `git rebase`  \nB. `git status`')
})

test('more boxes than there are letters are a list, not a choice', () => {
  const boxes = Array.from({ length: 27 }, (_, i) => `- [${i === 0 ? 'x' : ' '}] box ${i}`)
  expect(choicesOf(firstCard(`## Git quiz\n\n#### Q1. Which?\n\n${boxes.join('\n')}\n`))).toBe(
    undefined,
  )
})
