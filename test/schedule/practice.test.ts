import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/parse.ts'
import { inOneLanguage, languageFor, otherLanguageOf } from '../../src/schedule/practice.ts'

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
