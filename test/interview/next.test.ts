import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import type { Interview } from '../../src/interview/interview.ts'
import { nextOf } from '../../src/interview/next.ts'
import type { Begun } from '../../src/interview/step.ts'
import { answered, asked, begun, graded, held } from '../support/interviews.ts'

const deck = `# 锁

## 什么是死锁？

<!-- id: deadlock -->
<!-- level: mid -->

两个任务互相等待对方手里的锁。

### 要点

- **互相等待**；
- 谁也不放手

### 追问

- 怎么在线上发现死锁？

  看线程的栈。找出谁在等谁。数据库有自己的日志。
- 数据库怎么处理死锁？

## 数据库怎么处理死锁

<!-- id: database -->
<!-- level: senior -->

检测等待图里的环，回滚代价小的事务。

## 什么是锁？死锁和锁是什么关系？

<!-- id: lock -->
<!-- level: junior -->

锁让一段代码同时只有一个任务执行，死锁是锁用错的结果。
`
const cards = new Map<string, Card>(
  parse({ library: '/notes', file: '锁.md', text: deck }).deck.cards.map((card) => [card.id, card]),
)
const planned = ['deadlock'].map((card) => ({ card: card as never, limitMs: 120_000 }))

function first(more: Partial<Begun> = {}): Begun {
  return begun({ planned, ...more })
}
const deadlock = asked(0, { card: 'deadlock' as never, limitMs: 120_000, topic: '锁' })

function asks(interview: Interview) {
  const next = nextOf(interview, cards)
  return next.kind === 'ask' ? next.asked : next.kind
}

describe('what comes next', () => {
  test('a question is asked, answered, graded, and then it is over', () => {
    const manner = first({ followUps: false })
    expect(asks(held(manner))).toMatchObject({ question: '什么是死锁？', limitMs: 120_000 })
    expect(nextOf(held(manner, deadlock), cards).kind).toBe('answer')
    expect(nextOf(held(manner, deadlock, answered(0)), cards).kind).toBe('grade')
    expect(nextOf(held(manner, deadlock, answered(0), graded(0)), cards).kind).toBe('done')
  })

  test('a grade that was taken back is given again first', () => {
    const undone = held(first(), deadlock, answered(0), graded(0), { kind: 'undone', turn: 0 })
    expect(nextOf(undone, cards)).toMatchObject({ kind: 'grade', turn: { turn: 0 } })
  })

  test('a skipped question is neither graded nor pressed on', () => {
    expect(asks(held(first(), deadlock, answered(0, { ended: 'skipped' })))).toBe('done')
  })

  test('in an exam all grades come last', () => {
    const exam = first({ exam: true, followUps: false })
    const two = { ...exam, planned: [...planned, { card: 'lock' as never, limitMs: 60_000 }] }
    expect(asks(held(two, deadlock, answered(0)))).toMatchObject({ question: /锁/ })
    const end = held(two, deadlock, answered(0), asked(1, { card: 'lock' as never }), answered(1))
    expect(nextOf(end, cards)).toMatchObject({ kind: 'grade', turn: { turn: 0 } })
  })

  test('what is left of the whole bounds the next question, and nothing is asked in the last second', () => {
    const all = first({ totalMs: 100_000 })
    expect(asks(held(all))).toMatchObject({ limitMs: 100_000 })
    const used = held(all, deadlock, answered(0, { usedMs: 99_500 }), graded(0))
    expect(asks(used)).toBe('done')
  })

  test('a planned card that is gone is passed over', () => {
    const gone = { card: 'gone' as never, limitMs: 1 }
    expect(asks(held(begun({ planned: [gone, ...planned] })))).toMatchObject({ follows: undefined })
  })
})

describe('追问', () => {
  test('答得好，就问卡片自己的追问，时间减半', () => {
    const good = held(first(), deadlock, answered(0), graded(0, { grade: 'good' }))
    expect(asks(good)).toEqual({
      card: undefined,
      question: '怎么在线上发现死锁？',
      keyPoints: [expect.stringMatching(/^看.*栈$/), '找出谁在等谁', '数据库有自己的日志'],
      limitMs: 60_000,
      follows: 0,
    })
  })

  test('笔记没有回答的追问照样问，没有自己的要点', () => {
    const steps = [deadlock, answered(0), graded(0)] as const
    const follow = asked(1, { card: undefined, follows: 0, question: '怎么在线上发现死锁？' })
    const bare = new Map([...cards].filter(([id]) => id !== 'database'))
    const next = nextOf(held(first(), ...steps, follow, answered(1), graded(1)), bare)
    expect(next).toMatchObject({ asked: { question: '数据库怎么处理死锁？', keyPoints: [] } })
  })

  test('追问正好是另一张卡片，就问那张卡片', () => {
    const follow = asked(1, { card: undefined, follows: 0, question: '怎么在线上发现死锁？' })
    const steps = [deadlock, answered(0), graded(0), follow, answered(1), graded(1)] as const
    expect(asks(held(first(), ...steps))).toMatchObject({ card: { id: 'database' }, follows: 0 })
  })

  test('至多追问两次', () => {
    const follow = asked(1, { card: undefined, follows: 0, question: '怎么在线上发现死锁？' })
    const second = asked(2, { card: 'database' as never, follows: 0 })
    const steps = [deadlock, answered(0), graded(0), follow, answered(1), graded(1)] as const
    expect(asks(held(first(), ...steps, second, answered(2), graded(2)))).toBe('done')
  })

  const lacking = {
    grade: 'again',
    coverage: 0.2,
    missed: ['**互相等待**；', '谁也不放手'],
  } as const
  const poor = [deadlock, answered(0), graded(0, lacking)] as const

  test('答得差，就拿同一张卡片里漏掉的要点来问', () => {
    expect(asks(held(first(), ...poor))).toEqual({
      card: undefined,
      question: '再说说“互相等待”：是怎么回事，为什么？',
      keyPoints: ['**互相等待**；'],
      limitMs: 60_000,
      follows: 0,
    })
  })

  test('一个要点不问两遍；答上来了，再问卡片自己的追问', () => {
    const way = asked(1, { card: undefined, follows: 0, keyPoints: ['**互相等待**；'] })
    const again = held(first(), ...poor, way, answered(1), graded(1, { grade: 'hard' }))
    expect(asks(again)).toMatchObject({ keyPoints: ['谁也不放手'] })
    const well = held(first(), ...poor, way, answered(1), graded(1))
    expect(asks(well)).toMatchObject({ question: '怎么在线上发现死锁？' })
  })

  test('what was only thought and graded poor is asked for from its first key point', () => {
    const points = { ...deadlock, keyPoints: ['谁也不放手'] }
    const thought = graded(0, { grade: 'again', coverage: undefined, missed: [] })
    const state = held(first({ mode: 'think' }), points, answered(0, { answer: '' }), thought)
    expect(asks(state)).toMatchObject({ keyPoints: ['谁也不放手'] })
    const full = graded(0, { grade: 'hard', coverage: 1, missed: [] })
    expect(asks(held(first(), points, answered(0), full))).toBe('done')
  })

  test('an exam finds out for itself what a poor answer lacked', () => {
    const points = { ...deadlock, keyPoints: ['**互相等待**；', '谁也不放手'] }
    const given = answered(0, { coverage: 0.4, answer: '两个任务互相等待。' })
    expect(asks(held(first({ exam: true }), points, given))).toMatchObject({
      keyPoints: ['谁也不放手'],
    })
  })

  test('an exam goes by what the answer covered, and by nothing where it was only thought', () => {
    const exam = first({ exam: true })
    const good = held(exam, deadlock, answered(0, { coverage: 0.8 }))
    expect(asks(good)).toMatchObject({ question: '怎么在线上发现死锁？' })
    const unknown = held(exam, deadlock, answered(0, { coverage: undefined }))
    expect(nextOf(unknown, cards).kind).toBe('grade')
  })

  test('--no-follow-ups asks none', () => {
    const none = first({ followUps: false })
    expect(asks(held(none, deadlock, answered(0), graded(0)))).toBe('done')
  })
})
