import { describe, expect, test } from 'vitest'
import { inspect } from '../../src/cards/read/inspect.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { en } from '../../src/i18n/en/en.ts'
import { zh } from '../../src/i18n/zh/zh.ts'

function suspiciousIn(text: string) {
  return inspect(text, parse({ library: '/l', file: 'a.md', text }).deck).suspicious
}

const deck = (inside: string) =>
  `## 什么是锁？\n\n一次只让一个进入。\n\n${inside}\n\n## 什么是信号量？\n\n限制同时进入的个数。\n`

describe('what looks as if it were read wrongly is said', () => {
  test('questions inside an answer, with their lines', () => {
    const asked = Array.from(
      { length: 9 },
      (_, i) => `第 ${i + 3} 种锁什么时候用？很短。那它慢吗？\n\n不慢。`,
    )
    const text = deck(asked.join('\n\n'))
    expect(suspiciousIn(text)).toEqual([{ line: 1, why: 'asks-inside', count: 9, from: 5, to: 37 }])
    expect(suspiciousIn(deck('那它慢吗？\n\n不慢。'))).toEqual([])
  })

  test('one answer that stands under twenty questions', () => {
    const cards = (answer: (i: number) => string) =>
      Array.from({ length: 20 }, (_, i) => `## 第${i}种锁是什么？\n\n${answer(i)}\n`).join('\n')
    expect(suspiciousIn(cards(() => '见书的下一版：`第三章`。'))).toEqual([
      { line: 1, why: 'same-answer', count: 20 },
    ])
    expect(suspiciousIn(cards((i) => `见第 ${i} 页。`))).toEqual([])
  })

  test('a file without cards of which many lines ask', () => {
    const asked = Array.from({ length: 6 }, (_, i) => `> 锁 ${i} 是什么？\n> 不知道\n\n文字。\n`)
    const text = asked.join('\n')
    const empty = { ...parse({ library: '/l', file: 'a.md', text }).deck, cards: [] }
    expect(inspect(text, empty).suspicious).toEqual([
      { line: 1, why: 'no-cards', count: 6, from: 1, to: 26 },
    ])
    expect(inspect(`---\nskip: true\n---\n${text}`, empty).suspicious).toEqual([])
  })

  test('lines that ask outside all cards, but not a list of what the cards ask', () => {
    const asked = '锁为什么慢？还是很快？\n\nIs a lock fair?\n\n'
    const contents = '- 什么是锁？\n- 什么是信号量？\n\n'
    const cards = deck('很短。').trimEnd()
    expect(suspiciousIn(`${contents}${cards}\n`)).toEqual([])
    const text = `${cards}\n\n## 备注\n\n${asked}`
    const { deck: read } = parse({ library: '/l', file: 'a.md', text })
    const own = { ...read, cards: read.cards.slice(0, 2) }
    expect(inspect(text, own).suspicious).toEqual([
      { line: 13, why: 'asks-outside', count: 2, from: 13, to: 15 },
    ])
  })

  test('a chapter inside an answer', () => {
    const text = deck('# 第二章\n\n从这里讲起。')
    const { deck: read } = parse({ library: '/l', file: 'a.md', text })
    const [card] = read.cards
    if (card === undefined) throw new Error('no card')
    const wide = { ...card, source: { ...card.source, line: 1, endLine: 7 } }
    expect(inspect(text, { ...read, cards: [wide] }).suspicious).toEqual([
      { line: 1, why: 'chapters-inside', count: 1, from: 5, to: 5 },
    ])
  })

  test('but not where the headings of all answers stand higher than their questions', () => {
    const card = (i: number) => `##### ${i}. 锁 ${i} 是什么？\n\n#### 说法\n\n第 ${i} 种。\n`
    const text = [1, 2, 3, 4].map(card).join('\n')
    const { deck: read } = parse({ library: '/l', file: 'a.md', text })
    const wide = read.cards.map((one, i) => ({
      ...one,
      source: { ...one.source, line: i * 6 + 1, endLine: i * 6 + 5 },
    }))
    expect(inspect(text, { ...read, cards: wide }).suspicious).toEqual([])
  })

  test('in both languages', () => {
    const found = { line: 1, why: 'asks-inside', count: 74, from: 120, to: 480 } as const
    expect(en.check.suspicious(found)).toBe(
      '74 lines inside this answer read like questions: lines 120-480',
    )
    expect(zh.check.suspicious(found)).toBe('答案里有 74 行像是提问：第 120–480 行')
  })
})
