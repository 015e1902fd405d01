import { expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { printedPoints } from '../../src/export/compose.ts'

function cardOf(answer: string, keyPoints: readonly string[] = []): Card {
  const [card] = parse({ library: 'x', file: 'x.md', text: '## 什么是锁？\n\n答。\n' }).deck.cards
  if (card === undefined) throw new Error('no card')
  return { ...card, answer: { kind: 'written', markdown: answer }, keyPoints }
}

const short = '锁让一段代码同时只有一个任务执行。死锁是互相等待。活锁是互相谦让。'
const long = `- **互斥**：${'同一时刻只有一个任务能拿到它，别的都要等。'.repeat(3)}
- **可重入**：${'同一个任务可以再拿一次，放的次数要一样多。'.repeat(3)}
- **公平**：${'按先来后到给，谁也不会一直等下去。'.repeat(3)}`

test('要点几乎就是答案时不再印一遍', () => {
  expect(printedPoints(cardOf(short), [])).toEqual([])
  const printed = printedPoints(cardOf(long), [])
  expect(printed.map((point) => point.split('：')[0])).toEqual(['互斥', '可重入', '公平'])
})

test('those that were given, or missed last time, are printed all the same', () => {
  expect(printedPoints(cardOf(short, ['互斥']), [])).toEqual(['互斥'])
  const [first = ''] = ['锁让一段代码同时只有一个任务执行']
  expect(printedPoints(cardOf(short), [first])).toContain(first)
})
