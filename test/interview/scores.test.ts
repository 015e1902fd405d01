import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import {
  comparedWith,
  directionOf,
  dueByTomorrow,
  pastInterviews,
  trendOf,
} from '../../src/interview/compared.ts'
import { isHurried, scoresOf, threadsOf, turnCoverage } from '../../src/interview/scores.ts'
import type { Day } from '../../src/schedule/day.ts'
import { noSchedules } from '../../src/schedule/fold.ts'
import type { Schedules, Standing } from '../../src/schedule/schedule.ts'
import { type PastTurn, pastInterview } from '../support/past.ts'

const 死锁: PastTurn = { question: '什么是死锁？', card: 'deadlock', points: ['互相等待'] }

describe('the scores of an interview', () => {
  test('add up its topics in order of appearance', () => {
    const interview = pastInterview([
      { ...死锁, used: 20, coverage: 0.5, grade: 'hard' },
      { question: 'What is TCP?', topic: 'Networks', used: 40, coverage: 1, grade: 'easy' },
      { question: '什么是活锁？', used: 10, coverage: 1, grade: 'good' },
    ])
    const { topics, ...all } = scoresOf(interview)
    expect(topics).toMatchObject([
      {
        topic: '并发',
        questions: 2,
        usedMs: 30_000,
        givenMs: 120_000,
        coverage: 0.75,
        recall: 0.5,
      },
      { topic: 'Networks', questions: 1, coverage: 1, recall: 1 },
    ])
    expect(all).toMatchObject({
      ...{
        questions: 3,
        answered: 3,
        usedMs: 70_000,
        grades: { again: 0, hard: 1, good: 1, easy: 1 },
      },
    })
  })

  test('of an interview without a question are none', () => {
    const scores = scoresOf(pastInterview([]))
    expect(scores).toMatchObject({
      questions: 0,
      topics: [],
      coverage: undefined,
      recall: undefined,
    })
  })

  test('leave out what is still on the table', () => {
    const interview = pastInterview([{ ...死锁, used: undefined }], { how: undefined })
    expect(scoresOf(interview).questions).toBe(0)
  })

  test('count a skipped question as not recalled and not said', () => {
    const skipped: PastTurn = { ...死锁, ended: 'skipped' }
    const scores = scoresOf(pastInterview([skipped, { ...死锁, grade: 'good', coverage: 1 }]))
    expect(scores).toMatchObject({ recall: 0.5, coverage: 0.5, questions: 2, answered: 1 })
  })

  test('count hesitation, lateness, haste, hints and pauses', () => {
    const interview = pastInterview(
      [
        { ...死锁, hesitation: 2, used: 70, paused: 5, hints: 1, coverage: 1 },
        { ...死锁, hesitation: 4, used: 60, ended: 'time-up', coverage: 1 },
        { ...死锁, used: 4, heard: 0.2, answer: '锁' },
      ],
      { soft: true },
    )
    expect(scoresOf(interview)).toMatchObject({
      ...{
        hesitationMs: 3000,
        late: 1,
        timeUp: 1,
        hurried: 1,
        hints: 1,
        pauses: 1,
        pausedMs: 5000,
      },
    })
  })
})

describe('how much of the points was said', () => {
  const coverage = (turn: PastTurn, about = {}) => {
    const interview = pastInterview([turn], about)
    const [only] = interview.turns
    return only && turnCoverage(interview, only)
  }

  test('is what the person ticked, else what was heard', () => {
    expect(coverage({ ...死锁, heard: 0.2, coverage: 0.9, grade: 'good' })).toBe(0.9)
    expect(coverage({ ...死锁, heard: 0.2, answer: '等' })).toBe(0.2)
  })

  test('is nothing for who was silent, and unknown where nothing is compared', () => {
    expect(coverage(死锁)).toBe(0)
    expect(coverage(死锁, { mode: 'think' })).toBeUndefined()
    expect(coverage({ question: '介绍一下你的项目', answer: '' })).toBeUndefined()
  })
})

test('a quick answer that says enough is not hurried', () => {
  const hurried = (coverage: number) => {
    const interview = pastInterview([{ ...死锁, used: 4, coverage, grade: 'good' }])
    const [only] = interview.turns
    return only && isHurried(interview, only)
  }
  expect([0.9, 0.6, 0.5].map(hurried)).toEqual([false, false, true])
})

test('follow-ups stand under the question that they press on, however deep they go', () => {
  const interview = pastInterview([
    { question: '一' },
    { question: '一之一', follows: 0 },
    { question: '一之二', follows: 1 },
    { question: '二' },
    { question: '无主', follows: 9 },
  ])
  const threads = threadsOf(interview).map(({ turn, followUps }) =>
    [turn, ...followUps].map(({ question }) => question),
  )
  expect(threads).toEqual([['一', '一之一', '一之二'], ['二'], ['无主']])
})

describe('compared with those before', () => {
  const held = (name: string, coverage: number, about = {}) =>
    pastInterview([{ ...死锁, coverage, grade: 'good', used: 30 }], about, name)

  test('only the last three that ended count, and none that came after', () => {
    const all = [
      ...[held('a', 0), held('b', 0.3), held('c', 0.6), held('d', 1, { how: undefined })],
      ...[held('e', 0.9), held('f', 0.1, { how: 'discarded' }), held('g', 0.8), held('h', 0)],
    ]
    const [now] = all.slice(6)
    expect(now && comparedWith(now, all)).toMatchObject({
      ...{ interviews: 3, now: { coverage: 0.8 } },
      before: { coverage: expect.closeTo(0.6), recall: 1, eachMs: 30_000 },
    })
  })

  test('the first has nothing to be compared with', () => {
    expect(comparedWith(held('a', 1), [held('a', 1)])).toBeUndefined()
  })

  test('small steps are none', () => {
    expect(directionOf('coverage', 0.6, 0.64)).toBe('steady')
    expect(directionOf('coverage', 0.6, 0.65)).toBe('rising')
    expect(directionOf('eachMs', 60_000, 50_000)).toBe('falling')
    expect(directionOf('eachMs', 0, 0)).toBe('steady')
  })

  test('the trend needs two that ended, and weighs the last ones against the others', () => {
    const one = [held('a', 0.2), held('b', 0.9, { how: undefined })]
    expect(trendOf(one).coverage).toBeUndefined()
    expect(trendOf([...one, held('c', 0.4), held('d', 0.5)]).coverage).toEqual({
      ...{ values: [0.2, 0.4, 0.5], direction: 'rising' },
    })
  })

  test('what was thrown away or never asked anything is not past', () => {
    const all = [held('a', 1, { how: 'discarded' }), pastInterview([], {}, 'b'), held('c', 1)]
    expect(pastInterviews(all).map(({ name }) => name)).toEqual(['c'])
  })
})

test('by tomorrow come the cards that are due then, each once, by the names they have today', () => {
  const standing = (due: number, suspended = false): Standing => ({
    schedule: {
      ...{ stage: 'review', stability: 1, difficulty: 5, reps: 1, lapses: 0, due: due as Day },
      ...{ firstDay: 1 as Day, lastDay: 1 as Day, lastAt: 0 as never },
    },
    ...{ suspended, buriedOn: undefined, comparison: undefined },
  })
  const schedules: Schedules = {
    ...noSchedules,
    cards: new Map([
      ['today', standing(10)],
      ['tomorrow', standing(11)],
      ['later', standing(12)],
      ['out', standing(10, true)],
    ]),
  }
  const cards = ['old-name', 'tomorrow', 'tomorrow', 'later', 'out', 'new']
  const interview = pastInterview(cards.map((card) => ({ question: card, card })))
  const nameOf = (card: CardId) => (card === 'old-name' ? ('today' as CardId) : card)
  const due = dueByTomorrow(interview, nameOf, schedules, 10 as Day)
  expect(due.map(({ question }) => question)).toEqual(['old-name', 'tomorrow'])
})
