import { expect, test } from 'vitest'
import { definitionsOf, withDefinitions } from '../../src/cards/definitions.ts'
import { parse } from '../../src/cards/read/parse.ts'

const cardsOf = (text: string) => parse({ library: 'notes', file: 'a.md', text }).deck.cards
const told = (text: string) => cardsOf(text).map(({ definitions }) => definitions)

const bank = `# 前端

## 什么是闭包？

函数和它的作用域，见 [文档][MDN]。[^1]

## 什么是事件循环？

先清微任务。![图][loop]

## 什么是原型？

对象的后备。

[mdn]: https://example.org/closure "闭包"
[loop]: <img/loop 1.png>
[^1]: 也叫词法闭包，见 [书][book]。
[book]: https://example.org/book
`

test('a card has what it refers to and its file says elsewhere, and nothing else', () => {
  expect(told(bank)).toEqual([
    '[mdn]: https://example.org/closure "闭包"\n\n[^1]: 也叫词法闭包，见 [书][book]。\n\n[book]: https://example.org/book',
    '[loop]: <img/loop 1.png>',
    undefined,
  ])
})

test('its texts and its id stay the same', () => {
  const without = cardsOf(bank.slice(0, bank.indexOf('\n[mdn]')))
  const plain = cardsOf(bank).map((card) => ({ ...card, definitions: undefined }))
  expect(plain).toEqual(without)
})

test('the lines that go on with a footnote are its own', () => {
  const notes = '[^1]: 注\n  第二行\n\n    第二段\n\n不是\n'
  expect(told(`## 什么是锁？\n\n互斥。[^1]\n\n# 附\n\n${notes}`)).toEqual([
    '[^1]: 注\n    第二行\n\n    第二段',
  ])
})

test('what the card says itself is not said twice', () => {
  expect(told('## 什么是锁？\n\n见 [书][a]。\n\n[a]: https://a.cn\n\n互斥。\n')).toEqual([
    undefined,
  ])
})

test('a line that goes on with a paragraph, or says more than an address, defines nothing', () => {
  expect(told('## 什么是 `arr[0]`？\n\n第一个 [0]。\n\n# 附\n\n如下\n[0]: https://a.cn')).toEqual([
    undefined,
  ])
  expect(told('## 什么是 `arr[0]`？\n\n第一个 [0]。\n\n# 附\n\n[0]: 第一个 数')).toEqual([
    undefined,
  ])
})

test('each text of a card takes what it needs', () => {
  const all = '[a]: https://a.cn\n[^1]: 注\n\n    第二段\n[b]: https://b.cn'
  expect(definitionsOf('见 [B]', all)).toBe('[b]: https://b.cn')
  expect(withDefinitions('注意[^1]', all)).toBe('注意[^1]\n\n[^1]: 注\n\n    第二段')
  expect(withDefinitions('无', all)).toBe('无')
})

test('many references to long footnotes make a file no larger than it is', () => {
  const notes = Array.from({ length: 4 }, (_, i) => `[^${i}]: ${'长'.repeat(1900)}`).join('\n')
  const card = (n: number) => `## 第 ${n} 题是什么？\n\n见[^0][^1][^2][^3]。\n`
  const text = `${Array.from({ length: 3000 }, (_, n) => card(n)).join('\n')}\n# 注\n\n${notes}\n`
  const size = told(text).reduce((sum, one) => sum + (one?.length ?? 0), 0)
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(Math.max(text.length, 100_000))
})
