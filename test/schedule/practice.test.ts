import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import type { Day } from '../../src/schedule/day.ts'
import { noSchedules } from '../../src/schedule/fold.ts'
import { inOneLanguage, languageFor, otherLanguageOf } from '../../src/schedule/practice.ts'
import { todaysQueue } from '../../src/schedule/queue.ts'

const ids = Array.from({ length: 1000 }, (_, i) => `卡片-${i}` as CardId)

function cardsOf(...questions: readonly string[]) {
  const text = questions.map((question) => `## ${question}\n\n<!-- id: lock -->\n\n${question}\n`)
  return parse({ library: '/notes', file: 'a.md', text: text.join('\n') }).deck.cards
}

test('混着来时两种语言各占一半，换一天就换一批', () => {
  const english = (seed: string) => ids.filter((id) => languageFor('mixed', id, seed) === 'en')
  const [monday, tuesday] = [english('1'), english('2')]
  expect(monday.length).toBeGreaterThan(400)
  expect(monday.length).toBeLessThan(600)
  expect(monday.filter((id) => tuesday.includes(id)).length).toBeLessThan(400)
  expect(english('1')).toEqual(monday)
})

test('a card is there once, in its place, in the language asked for', () => {
  const cards = cardsOf('什么是锁，怎么用？', 'What is a lock, and how is it used?')
  expect(inOneLanguage(cards, 'en', '').map(({ language }) => language)).toEqual(['en'])
  expect(inOneLanguage(cards, 'zh', '').map(({ language }) => language)).toEqual(['zh'])
  expect(inOneLanguage(cards.slice(0, 1), 'en', '').map(({ language }) => language)).toEqual(['zh'])
})

test('另一种语言的说法按编号找，没有就没有', () => {
  const [chinese, english] = cardsOf('什么是锁，怎么用？', 'What is a lock, and how is it used?')
  if (chinese === undefined || english === undefined) throw new Error('two cards were written')
  expect(otherLanguageOf(chinese, [chinese, english])).toBe(english)
  expect(otherLanguageOf(english, [chinese, english])).toBe(chinese)
  expect(otherLanguageOf(chinese, [chinese])).toBeUndefined()
})

test('混着来时新卡也按主题轮着来，两种语言的主题算一个', () => {
  const card = (language: 'en' | 'zh', topic: string, i: number) => {
    const text = `---\ntopics: [${topic}]\nlanguage: ${language}\n---\n\n## 什么是锁？\n\n<!-- id: card-${i} -->\n\n一次只让一个人进去。\n`
    return parse({ library: '/notes', file: `${language}-${i}.md`, text }).deck.cards
  }
  const numbers = Array.from({ length: 20 }, (_, i) => i)
  const zh = numbers.flatMap((i) => card('zh', i < 10 ? '缓存' : '网络', i))
  const en = numbers.flatMap((i) => card('en', i < 10 ? 'Caching' : 'Networks', i))
  const { fresh } = todaysQueue([...zh, ...en], noSchedules, {
    ...{ today: 20_000 as Day, practice: 'mixed', newADay: 20, reviewsADay: 0, aheadDays: 0 },
  })
  const isCaching = fresh.map(({ id }) => Number(id.slice('card-'.length)) < 10)
  expect(isCaching).toEqual(numbers.map((i) => i % 2 === 0))
  expect(new Set(fresh.map(({ language }) => language)).size).toBe(2)
})
