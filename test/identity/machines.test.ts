import { expect, test } from 'vitest'
import { registryOf } from '../../src/identity/registry.ts'
import { factsFrom } from '../../src/identity/relink.ts'
import { cardsIn, learner, readingOf } from '../support/reading.ts'

const others = ['死锁', '活锁', '饥饿', '自旋锁']
  .map((topic) => `## 什么是${topic}？\n\n${topic}要从它的条件说起，再说怎样避免。\n`)
  .join('\n')
const first = '## 什么是缓存穿透？\n\n查询的数据在缓存和数据库里都没有，每次都打到数据库上。\n'
const later =
  '## 什么是缓存穿透？\n\n查询的数据在缓存和数据库里都没有，每次都打到数据库上，可以用布隆过滤器挡住。\n'
const reading = (text: string, root: string, device: string) =>
  readingOf(cardsIn({ '并发/a.md': others + text }), root, device)

test('a card that another machine knew by its first wording is that card here too, wherever its folder is', () => {
  const [a, b] = [learner('a'), learner('b')]
  b.learn(reading('', '/home/me/notes', 'b'))
  a.learn(reading(first, '/Users/me/笔记', 'a'))
  const both = registryOf([...a.records, ...b.records])
  const facts = factsFrom(both, reading(later, '/home/me/notes', 'b'))
  const [older] = cardsIn({ 'a.md': first }).map(({ id }) => id)
  expect(facts.filter(({ kind }) => kind === 'link')).toMatchObject([{ older, by: 'likeness' }])
})

test('a copy beside it on this machine is another library by now, and lends it no history', () => {
  const b = learner('b')
  b.learn(reading('', '/home/me/notes', 'b'))
  b.learn(reading(first, '/home/me/copy', 'b'))
  const facts = b.learn(reading(later, '/home/me/notes', 'b'))
  expect(facts.filter(({ kind }) => kind === 'link')).toEqual([])
})
