import { describe, expect, test } from 'vitest'
import { spoken, trailingTags } from '../../src/cards/blocks/spoken.ts'
import { parse } from '../../src/cards/read/parse.ts'

const cardsOf = (text: string) => parse({ library: '/l', file: 'a.md', text }).deck.cards

describe('marks behind a title', () => {
  test.each([
    ['What is an attribute? {#attr}', 'What is an attribute?'],
    ['什么是类？{.unnumbered #lei data-x="1"}', '什么是类？'],
    ['What is a mark? {: #kram .x }', 'What is a mark?'],
    ['What is a permalink? [¶](#perma)', 'What is a permalink?'],
    ['什么是跳表？ ^sl1', '什么是跳表？'],
    ['What is a block id ^block-id', 'What is a block id'],
    ['先回收什么？#内存', '先回收什么？'],
    ['先回收什么 #hard ^a-1 {#x}', '先回收什么'],
  ])('are not said: %s', (markdown, text) => {
    expect(spoken(markdown)).toBe(text)
  })

  test.each([
    'What is a set like {a, b}?',
    'What is the set {a, b}',
    'How large is 10 ^18',
    'What is the xor a ^b',
    'Why is it #1',
    'What is the difference between C and C#',
    'What is F#',
    'How do you use #include',
    'What colour is #ff00aa',
    '什么是 #app',
    'x {y}',
    'What is ^top',
  ])('stay where they say something: %s', (text) => {
    expect(spoken(text)).toBe(text)
    expect(trailingTags(text)).toEqual([])
  })

  test('tags behind a question are tags of its card', () => {
    expect(trailingTags('进程？ #medium #os/kernel #[[长 标签]] #card')).toEqual([
      'medium',
      'os/kernel',
      '长 标签',
    ])
    const text = '## 进程是什么？ #medium\n\n任务。\n\n## Why C#? #easy #medium {#c}\n\nTyped.\n'
    expect(cardsOf(`---\ntags: [easy]\n---\n${text}`).map((c) => [c.question, c.tags])).toEqual([
      ['进程是什么？', ['easy', 'medium']],
      ['Why C#?', ['easy', 'medium']],
    ])
  })

  test('topics are free of them too', () => {
    const [card] = cardsOf('# 锁 {#top}\n\n## 线程 #os ^b-1\n\n### What is a latch?\n\nA lock.\n')
    expect(card?.topics.at(-1)).toBe('线程')
  })
})

const logseq = `- What is a latch? #card
  card-last-interval:: 4
  card-next-schedule:: 2026-01-01T00:00:00.000Z
  id:: 64ab-1
  collapsed:: true
\t- A lock in memory.
\t  :LOGBOOK:
\t  CLOCK: [2026-01-01 Thu 10:00:00]
\t  :END:
\t- Held for a moment.
- 什么是互斥量？ #card
  id:: 64ab-2
- 为什么需要信号量？ #card
\t- 限制同时进入的线程数。
- How do readers share a lock? #card
  collapsed:: true
\t- They count themselves.
`

describe('lines that a note program writes for itself', () => {
  test('are in no question, no answer and no id', () => {
    const cards = cardsOf(logseq)
    expect(cards.map(({ question }) => question)).toEqual([
      'What is a latch?',
      '什么是互斥量？',
      '为什么需要信号量？',
      'How do readers share a lock?',
    ])
    const [first, second] = cards
    expect(first?.answer).toEqual({
      kind: 'written',
      markdown: '- A lock in memory.\n- Held for a moment.',
    })
    expect(first?.tags).toEqual([])
    expect(second?.answer.kind).toBe('missing')
    const later = cardsOf(logseq.replace('interval:: 4', 'interval:: 9.2'))
    expect(later.map(({ id }) => id)).toEqual(cards.map(({ id }) => id))
  })

  test('are none where a person wrote them', () => {
    const text =
      '## 什么是锁？\n\nmutex:: 一次一个\n\nstd::mutex 也是。\n\n:LOGBOOK:\n\n没有结束。\n'
    const [card] = cardsOf(text)
    expect(card?.answer).toMatchObject({
      markdown: 'mutex:: 一次一个\n\nstd::mutex 也是。\n\n:LOGBOOK:\n\n没有结束。',
    })
    const [code] = cardsOf('## What is a property?\n\n```\nid:: 1\n```\n')
    expect(code?.answer).toMatchObject({ markdown: '```\nid:: 1\n```' })
  })
})
