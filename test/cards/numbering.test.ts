import { expect, test } from 'vitest'
import { leadOf, numberIsEscaped } from '../../src/cards/choice/numbering.ts'

test.each([
  ['3. 什么是栈？', 'number', 3, '什么是栈？'],
  ['3.什么是栈？', 'number', 3, '什么是栈？'],
  ['28.、什么是栈？', 'number', 28, '什么是栈？'],
  ['（4）什么是栈？', 'number', 4, '什么是栈？'],
  ['8) Stacks', 'number', 8, 'Stacks'],
  ['001 栈', 'number', 1, '栈'],
  ['3.1.2 栈', 'number', 2, '栈'],
  ['十二、栈', 'number', 12, '栈'],
  ['4、100个栈', 'number', 4, '100个栈'],
  ['B. Stacks', 'number', 2, 'Stacks'],
  ['Q1: Stacks', 'question', 1, 'Stacks'],
  ['Question 17a. Stacks', 'question', 17, 'Stacks'],
  ['Q. Stacks', 'question', undefined, 'Stacks'],
  ['问题：栈', 'question', undefined, '栈'],
  ['题目001：栈', 'question', 1, '栈'],
  ['第 12 题：栈', 'question', 12, '栈'],
  ['第3题（2024-05-01）：栈', 'question', 3, '栈'],
  ['第4天(2024.5.2) Stacks', 'question', 4, 'Stacks'],
  ['第5题（2024）栈', 'question', 5, '（2024）栈'],
  ['面试官：说说栈', 'question', undefined, '说说栈'],
  ['答：后进先出', 'answer', undefined, '后进先出'],
  ['查看答案', 'answer', undefined, ''],
  ['Show Answer', 'answer', undefined, ''],
])('the front of %j is read', (text, kind, number, rest) => {
  expect(leadOf(text)).toMatchObject({ kind, number, rest })
})

test.each([
  '2PC 是怎样的',
  '1、2、3 各是什么',
  '问题排查的思路',
  'Question marks in URLs',
  '第一范式',
  'A binary tree',
  '题目描述',
])('%j has nothing in front of its words', (text) => {
  expect(leadOf(text)).toMatchObject({ kind: 'none', rest: text })
})

test('a number behind a backslash is seen as such', () => {
  expect(['\\14. 栈', '104\\. 栈', '**\\2. 栈**', '3. 栈'].map(numberIsEscaped)).toEqual([
    true,
    true,
    true,
    false,
  ])
})
