import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import type { LibraryReading } from '../../src/identity/reading.ts'
import { called } from '../../src/journal/history.ts'
import type { Instant, Review } from '../../src/schedule/schedule.ts'
import { cardsIn, learner, readingOf } from '../support/reading.ts'

const asked = [
  '为什么要分区？',
  'What is a dead letter?',
  '顺序怎么保证？',
  'Who retries, and how often?',
  '积压了怎么办？',
]
const told = {
  message: '一段字节，从一个进程送到另一个进程，到了就不再需要。',
  number:
    'The consumer sends its number back, and the broker forgets it. Until then it may come twice.',
  queue: '先进先出的缓冲，生产者写得快，消费者读得慢，中间放得下。',
  script: '先解析成字节码，热的函数再编译成机器码。',
}
const notes = [
  '## 1. 什么是消息？',
  told.message,
  '## 2 How is a message acknowledged',
  told.number,
  '## 3. 什么是队列？',
  told.queue,
  ...asked,
  '## 4 V8 怎么执行一段脚本？',
  told.script,
].join('\n\n')

/** What an older version of the parser recorded of the same notes: its ids, questions and bounds. */
const recorded = [
  ['mqat00fshh8j', '什么是消息？', told.message],
  ['q4bbngbqwqvy', '2 How is a message acknowledged', told.number],
  ['35a8ap2nwprc', '什么是队列？', [told.queue, ...asked].join('\n\n')],
  ['4r2mn94t1kng', '4 V8 怎么执行一段脚本？', told.script],
] as const

const older: LibraryReading = {
  ...readingOf([]),
  seen: recorded.map(([id, question, answer]) => ({
    card: id as CardId,
    minted: id as CardId,
    language: 'zh',
    path: '/notes/a.md',
    text: () => ({ question, answer }),
  })),
}

const now = cardsIn({ 'a.md': notes })
const kept = now.filter(({ question }) => !asked.includes(question))

test('cards whose bounds are read otherwise by a newer version keep their names and their reviews', () => {
  const one = learner()
  one.learn(older)
  one.learn(readingOf(now))
  const { nameOf } = one.registry()
  expect(kept.map(({ question }) => question)).toEqual([
    '什么是消息？',
    'How is a message acknowledged',
    '什么是队列？',
    'V8 怎么执行一段脚本？',
  ])
  expect(kept.map(({ id }) => nameOf(id))).toEqual(recorded.map(([id]) => id))
  const reviews = recorded.map(([card], n): Review => {
    const head = { id: `r-${n}`, at: n as Instant, device: 'a', card: card as CardId }
    return { kind: 'review', ...head, offset: 480, grade: 'good', tookMs: 9, source: 'rate' }
  })
  const carried = [...called(reviews, nameOf)].map(({ card }) => card)
  expect(carried).toEqual(kept.map(({ id }) => nameOf(id)))
})

test('what was text of an answer and is a card now begins without a history', () => {
  const one = learner()
  one.learn(older)
  one.learn(readingOf(now))
  const { nameOf } = one.registry()
  const fresh = now.filter(({ question }) => asked.includes(question))
  expect(fresh).toHaveLength(asked.length)
  expect(fresh.map(({ id }) => nameOf(id))).toEqual(fresh.map(({ id }) => id))
})

test('a card whose reading did not change keeps its id, and nothing is to be decided', () => {
  expect(now[0]?.id).toBe(recorded[0][0])
  const one = learner()
  one.learn(older)
  expect(one.learn(readingOf(now)).filter(({ kind }) => kind === 'unsure')).toEqual([])
})
