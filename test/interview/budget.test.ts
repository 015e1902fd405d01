import { expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { budgetMs } from '../../src/interview/budget.ts'

function card(text: string): Card {
  const [first] = parse({ library: '/笔记', file: '题.md', text }).deck.cards
  if (first === undefined) throw new Error('no card in the text')
  return first
}

const sentence = '缓存穿透是查询一个一定不存在的数据，请求每次都打到数据库上。'
const english = 'A query for something that is nowhere goes through to the database each time. '

function answered(answer: string, more = ''): number {
  return budgetMs(card(`## 什么是缓存穿透？\n\n${more}${answer}\n`))
}

test('答案越长，时间越多，但不少于半分钟，不多于五分钟', () => {
  const times = [1, 5, 10, 20, 40, 400].map((count) => answered(sentence.repeat(count)))
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(new Set(times).size).toBe(times.length)
  expect(times[0]).toBe(45_000)
  expect(times.at(-1)).toBe(300_000)
})

test('short notes are no short answer: how and why are explained, name by name', () => {
  const timeOf = (question: string, answer: string) =>
    budgetMs(card(`## ${question}\n\n${answer}\n`))
  const terse = '1.7 分段锁 Segment；1.8 CAS + synchronized'
  expect(timeOf('ConcurrentHashMap 怎么保证线程安全？', terse)).toBe(75_000)
  expect(
    timeOf('Why does TCP shake hands?', 'SYN. ACK. Both sides. Old duplicates. Sequence. MSS.'),
  ).toBe(90_000)
  expect(timeOf('HTTP 默认端口是多少？', '80')).toBe(45_000)
})

test('the same said in Chinese and in English takes about the same time', () => {
  const ratio = answered(english.repeat(12)) / answered(sentence.repeat(12))
  expect(ratio).toBeGreaterThan(0.7)
  expect(ratio).toBeLessThan(1.4)
})

test('级别越高，时间越多', () => {
  const times = ['junior', 'mid', 'senior'].map((level) =>
    answered(sentence.repeat(20), `<!-- level: ${level} -->\n\n`),
  )
  expect(new Set(times).size).toBe(3)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test('code takes time, but nobody writes all of it', () => {
  const code = (lines: number) => `\n\n\`\`\`js\n${'let x = 1\n'.repeat(lines)}\`\`\`\n`
  const plain = answered(sentence.repeat(5))
  expect(answered(sentence.repeat(5) + code(20))).toBeGreaterThan(plain)
  expect(answered(sentence.repeat(5) + code(2000)) - plain).toBeLessThanOrEqual(60_000)
})

test('a choice among options is quick, however much the notes explain', () => {
  const options = 'A. 布隆过滤器\n\nB. 加锁\n\nC. 限流\n\nD. 多级缓存\n\n'
  const choice = `# 选择题\n\n1、下列哪个能防缓存穿透？（ ）\n\n${options}答案：A\n\n解析：${sentence.repeat(20)}\n\n2、哪个不行？（ ）\n\n${options}答案：B\n\n3、哪个最慢？（ ）\n\n${options}答案：C\n`
  expect(budgetMs(card(choice))).toBeLessThanOrEqual(45_000)
})

test('where there is no answer to measure, two minutes', () => {
  const bare = '## 什么是缓存雪崩？\n\n## 什么是缓存击穿？\n'
  expect(budgetMs(card(bare))).toBe(120_000)
})

test('a hostile answer is measured within bounds', () => {
  for (const text of ['\u0000'.repeat(50_000), '```\n'.repeat(9999), '> '.repeat(40_000), '-']) {
    const time = answered(`答：${text}`)
    expect(time % 15_000).toBe(0)
    expect(time).toBeGreaterThanOrEqual(30_000)
    expect(time).toBeLessThanOrEqual(300_000)
  }
})
