import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card, CardId, Level } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { budgetMs } from '../../src/interview/budget.ts'
import { difficultyOf, isBroad } from '../../src/interview/difficulty.ts'
import type { Known } from '../../src/interview/need.ts'
import { type Plan, planned, plannedMs, type Wish } from '../../src/interview/plan.ts'
import { zhDeck } from '../support/bank.ts'

const minute = 60_000
const { cards: two } = parse({ library: '/notes', file: '并发.md', text: zhDeck }).deck

const nothing: Wish = {
  questions: undefined,
  usualQuestions: 10,
  limitMs: undefined,
  usualMs: undefined,
  totalMs: undefined,
  mode: 'type',
  seed: 's',
  language: 'zh',
  daysLeft: undefined,
  named: false,
}
const unknown: Known = {
  recall: undefined,
  coverage: undefined,
  missed: 0,
  askedAgo: undefined,
  out: false,
}
const nobody = () => unknown

function plan(
  cards: readonly Card[],
  wish: Partial<Wish> = {},
  known: (id: string) => Known = nobody,
): Plan {
  return planned(cards, known, { ...nothing, ...wish })
}

function ids({ choices }: Plan): readonly string[] {
  return choices.map(({ card }) => card.id)
}

const levels: readonly (Level | undefined)[] = ['junior', 'mid', 'senior', undefined]
const topics = ['缓存', 'Networks', '系统设计', '并发', 'Databases', '操作系统']

type Sketch = Partial<Omit<Card, 'id'>> & { readonly id: string; readonly size?: number }

function made({ id, size = 8, ...more }: Sketch): Card {
  const markdown = '先说结论，再说原因，最后举一个线上的例子。'.repeat(size)
  return {
    id: id as CardId,
    minted: id as CardId,
    language: 'zh',
    topics: ['缓存'],
    tags: [],
    level: 'mid',
    aliases: [],
    question: `第 ${id} 题是什么？`,
    body: undefined,
    answer: { kind: 'written', markdown },
    keyPoints: [],
    followUps: [],
    definitions: undefined,
    source: { library: '/笔记', file: '题.md', line: 1, endLine: 9 },
    ...more,
  }
}

/** Cards of any topic, level and length, some of them unanswered. */
const anyCards = fc
  .array(
    fc.record({
      topic: fc.nat(topics.length - 1),
      level: fc.nat(levels.length - 1),
      size: fc.integer({ min: 1, max: 60 }),
      open: fc.nat(9),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((all) =>
    all.map(({ topic, level, size, open }, i) =>
      made({
        id: `card-${i}`,
        topics: [topics[topic] ?? ''],
        level: levels[level],
        size,
        ...(open === 0 ? { answer: { kind: 'missing' } } : {}),
      }),
    ),
  )

const anyWish = fc.record({
  questions: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  limitMs: fc.option(fc.integer({ min: 1000, max: 600_000 }), { nil: undefined }),
  usualMs: fc.option(fc.integer({ min: 5000, max: 600_000 }), { nil: undefined }),
  totalMs: fc.option(fc.integer({ min: 6000, max: 90 * minute }), { nil: undefined }),
  seed: fc.string(),
  daysLeft: fc.option(fc.integer({ min: -5, max: 60 }), { nil: undefined }),
})

const knowledge = fc
  .array(
    fc.record({
      recall: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      coverage: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      missed: fc.nat(9),
      askedAgo: fc.option(fc.nat(5), { nil: undefined }),
      out: fc.boolean(),
    }),
    { minLength: 1 },
  )
  .map((all) => (id: string) => all[Number(id.split('-')[1]) % all.length] ?? unknown)

describe('whatever the cards, the knowledge and the wish', () => {
  const any = (check: (cards: readonly Card[], plan: Plan, known: (id: string) => Known) => void) =>
    fc.assert(
      fc.property(anyCards, anyWish, knowledge, (cards, wish, known) =>
        check(cards, planned(cards, known, { ...nothing, ...wish }), known),
      ),
    )

  test('no card is asked twice, none that is kept out, and each has a reason', () => {
    any((_, made, known) => {
      const asked = ids(made)
      expect(new Set(asked).size).toBe(asked.length)
      expect(asked.filter((id) => known(id).out)).toEqual([])
      expect(made.choices.every(({ why }) => why.length > 0)).toBe(true)
    })
  })

  test('it is as many as were wanted, or as there are', () => {
    fc.assert(
      fc.property(anyCards, fc.integer({ min: 1, max: 100 }), fc.string(), (cards, n, seed) => {
        const { choices, lacking } = plan(cards, { questions: n, seed })
        expect(choices.length).toBe(Math.min(n, cards.length))
        expect(lacking.questions).toBe(n - choices.length)
      }),
    )
  })

  test('the time of the whole and of each question is kept', () => {
    any((_, { choices, totalMs }) => {
      expect(plannedMs(choices)).toBeLessThanOrEqual((totalMs ?? Number.POSITIVE_INFINITY) + 1)
    })
    fc.assert(
      fc.property(anyCards, anyWish, (cards, wish) => {
        const limitMs = 45_000
        const { choices } = plan(cards, { ...wish, limitMs })
        expect(choices.every((choice) => choice.limitMs <= limitMs)).toBe(true)
      }),
    )
  })

  test('minutes alone are filled but for half a minute, if there are cards enough', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      made({ id: `card-${i}`, size: 1 + (i % 20) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.string(), (minutes, seed) => {
        const { choices, lacking } = plan(many, { totalMs: minutes * minute, seed })
        expect(minutes * minute - plannedMs(choices)).toBeLessThan(30_000)
        expect(lacking.ms).toBe(0)
      }),
    )
  })

  test('it never gets easier before the last question', () => {
    any((_, { choices }) => {
      const hardness = choices.map(({ card }) => difficultyOf(card))
      const isBroadLast = choices.at(-1)?.why.includes('closing') === true
      const rising = isBroadLast ? hardness.slice(0, -1) : hardness
      expect(rising).toEqual([...rising].sort((a, b) => a - b))
    })
  })

  test('the last of two or more is broad, if any answered card is', () => {
    fc.assert(
      fc.property(anyCards, fc.integer({ min: 2, max: 30 }), fc.string(), (cards, n, seed) => {
        const { choices } = plan(cards, { questions: n, seed })
        const [last] = choices.slice(-1)
        const answered = cards.filter(({ answer }) => answer.kind === 'written')
        const isExpected = answered.length > 1 && answered.some(isBroad)
        expect(last?.why.includes('closing')).toBe(isExpected)
        if (last !== undefined && isExpected) expect(isBroad(last.card)).toBe(true)
      }),
    )
  })

  test('the same seed gives the same plan, whatever the order of the cards', () => {
    fc.assert(
      fc.property(anyCards, anyWish, knowledge, (cards, wish, known) => {
        const one = planned(cards, known, { ...nothing, ...wish })
        const other = planned([...cards].reverse(), known, { ...nothing, ...wish })
        expect(ids(other)).toEqual(ids(one))
      }),
    )
  })
})

describe('a fair interview', () => {
  const even = topics.flatMap((topic) =>
    Array.from({ length: 20 }, (_, i) =>
      made({ id: `${topic}-${i}`, topics: [topic], level: levels[i % 3], size: 4 + i }),
    ),
  )
  const countsOf = (one: Plan, key: (card: Card) => string | undefined) => {
    const counts = new Map<string | undefined, number>()
    for (const { card } of one.choices) counts.set(key(card), (counts.get(key(card)) ?? 0) + 1)
    return counts
  }
  const seeds = Array.from({ length: 100 }, (_, i) => `种子 ${i}`)

  test('every topic gets its share', () => {
    for (const seed of seeds) {
      const counts = countsOf(plan(even, { questions: 12, seed }), ({ topics: [first] }) => first)
      expect(counts.size).toBeGreaterThanOrEqual(5)
      expect(Math.max(...counts.values())).toBeLessThanOrEqual(3)
    }
  })

  test('a large topic comes more often than a small one, but not by its whole size', () => {
    const uneven = [
      ...Array.from({ length: 160 }, (_, i) => made({ id: `大-${i}`, topics: ['大'] })),
      ...Array.from({ length: 10 }, (_, i) => made({ id: `小-${i}`, topics: ['小'] })),
    ]
    const small = seeds.map(
      (seed) =>
        countsOf(plan(uneven, { questions: 10, seed }), ({ topics: [first] }) => first).get('小') ??
        0,
    )
    const mean = small.reduce((a, b) => a + b, 0) / small.length
    expect(mean).toBeGreaterThan(1.2)
    expect(mean).toBeLessThan(4)
  })

  test('topics are taken apart where they part, not where all are one', () => {
    const deep = Array.from({ length: 40 }, (_, i) =>
      made({ id: `c-${i}`, topics: ['后端', `章 ${i % 4}`] }),
    )
    for (const seed of seeds) {
      const counts = countsOf(
        plan(deep, { questions: 8, seed }),
        ({ topics: [, second] }) => second,
      )
      expect(counts.size).toBe(4)
    }
  })

  test('rare levels come forward', () => {
    const mostly = Array.from({ length: 100 }, (_, i) =>
      made({ id: `c-${i}`, level: i < 90 ? 'mid' : 'senior', size: 8 }),
    )
    const senior = seeds.map(
      (seed) =>
        countsOf(plan(mostly, { questions: 10, seed }), ({ level }) => level).get('senior') ?? 0,
    )
    expect(senior.reduce((a, b) => a + b, 0) / seeds.length).toBeGreaterThan(1.5)
  })

  test('different seeds ask different questions, and the ends vary too', () => {
    const plans = seeds.map((seed) => plan(even, { questions: 5, seed }))
    expect(new Set(plans.map((one) => ids(one).join())).size).toBe(seeds.length)
    expect(new Set(plans.map((one) => ids(one)[0])).size).toBeGreaterThan(8)
    expect(new Set(plans.map((one) => ids(one).at(-1))).size).toBeGreaterThan(8)
  })

  test('it opens with one of the easiest third and says why the last one ends it', () => {
    const third = even.map(difficultyOf).sort((a, b) => a - b)[Math.floor(even.length / 3)] ?? 0
    for (const seed of seeds) {
      const { choices } = plan(even, { questions: 6, seed })
      const [first] = choices
      expect(first?.why[0]).toBe('opening')
      expect(first === undefined ? Number.NaN : difficultyOf(first.card)).toBeLessThanOrEqual(third)
      expect(choices.at(-1)?.why[0]).toBe('closing')
    }
  })

  test('where nothing is broad the hardest comes last', () => {
    const narrow = Array.from({ length: 9 }, (_, i) => made({ id: `c-${i}`, size: 1 + i }))
    expect(plan(narrow, { questions: 4 }).choices.at(-1)?.why[0]).toBe('hardest')
  })
})

describe('what is known', () => {
  const alike = Array.from({ length: 60 }, (_, i) => made({ id: `card-${i}` }))
  const seeds = Array.from({ length: 60 }, (_, i) => `seed ${i}`)
  const share = (known: (id: string) => Known, wish: Partial<Wish> = {}) => {
    const asked = seeds.flatMap((seed) => ids(plan(alike, { questions: 6, seed, ...wish }, known)))
    return asked.filter((id) => Number(id.split('-')[1]) < 10).length / asked.length
  }
  const first =
    (change: Partial<Known>, others: Partial<Known> = {}) =>
    (id: string) => ({ ...unknown, ...(Number(id.split('-')[1]) < 10 ? change : others) })

  test('what is weak, was answered thinly, or was never asked comes more often', () => {
    const usual = 10 / 60
    expect(share(nobody)).toBeGreaterThan(usual * 0.5)
    expect(share(first({ recall: 0.2 }, { recall: 0.95 }))).toBeGreaterThan(usual * 1.5)
    expect(
      share(first({ recall: 0.95, coverage: 0.1, missed: 5 }, { recall: 0.95 })),
    ).toBeGreaterThan(usual * 1.5)
    expect(share(first({}, { recall: 0.98 }))).toBeGreaterThan(usual * 1.2)
  })

  test('what the last three interviews asked is left alone', () => {
    expect(share(first({ askedAgo: 0 }))).toBeLessThan(0.04)
    expect(share(first({ askedAgo: 2 }))).toBeLessThan(0.1)
    expect(share(first({ askedAgo: 3 }))).toBeGreaterThan(0.1)
  })

  test('right before the interview the weak ones weigh more', () => {
    const known = first({ recall: 0.3 }, { recall: 0.9 })
    expect(share(known, { daysLeft: 2 })).toBeGreaterThan(share(known) * 1.15)
    expect(share(known, { daysLeft: 90 })).toBe(share(known))
    expect(share(known, { daysLeft: -1 })).toBe(share(known))
  })

  test('unanswered cards are asked, but not preferred', () => {
    const some = alike.map((card, i) =>
      i < 30 ? { ...card, answer: { kind: 'missing' as const } } : card,
    )
    const asked = seeds.flatMap((seed) => plan(some, { questions: 6, seed }).choices)
    const open = asked.filter(({ card }) => card.answer.kind === 'missing').length
    expect(open).toBeGreaterThan(0)
    expect(open / asked.length).toBeLessThan(0.3)
    const none = alike.map((card) => ({ ...card, answer: { kind: 'missing' as const } }))
    expect(plan(none, { questions: 3 }).choices).toHaveLength(3)
  })

  test('each reason is said', () => {
    const known = (): Known => ({ ...unknown, recall: 0.5, coverage: 0.2, missed: 2 })
    const { choices } = plan(alike, { questions: 3 }, known)
    expect(choices[1]?.why).toEqual(['weak', 'thin', 'missed'])
    expect(plan(alike, { questions: 3 }).choices[1]?.why).toEqual(['new'])
    const strong = () => ({ ...unknown, recall: 0.95 })
    expect(plan(alike, { questions: 3 }, strong).choices[1]?.why).toEqual(['drawn'])
  })
})

describe('the times of questions', () => {
  const limit = (wish: Partial<Wish>) =>
    plan(two, { usualMs: 2 * minute, ...wish }).choices[0]?.limitMs

  test('minutes for a number of questions are shared out among those that there are', () => {
    expect(limit({ questions: 2, totalMs: 20 * minute })).toBe(10 * minute)
    expect(limit({ questions: 100, totalMs: 20 * minute })).toBe(10 * minute)
    expect(limit({ questions: 2, totalMs: minute })).toBe(minute / 2)
  })

  test('seconds for each question are never exceeded, nor is the time of the whole', () => {
    expect(limit({ questions: 2, totalMs: 20 * minute, limitMs: minute })).toBe(minute)
    expect(limit({ totalMs: minute })).toBe(minute)
    expect(limit({ limitMs: 3 * minute })).toBe(3 * minute)
    expect(limit({})).toBe(2 * minute)
  })

  test('without a word of the person each card has its own', () => {
    const { choices } = plan(two)
    expect(choices.map(({ limitMs }) => limitMs)).toEqual(choices.map(({ card }) => budgetMs(card)))
  })
})

describe('cards that were named', () => {
  const named = [...two].reverse()

  test('are asked in their order, even if they are kept out', () => {
    const out = () => ({ ...unknown, out: true })
    const { choices } = plan([...named, ...named], { named: true }, out)
    expect(choices.map(({ card, why }) => [card.id, why[0]])).toEqual(
      named.map(({ id }) => [id, 'named']),
    )
  })

  test('share the minutes', () => {
    const { choices } = plan(named, { named: true, totalMs: 6 * minute })
    expect(choices.map(({ limitMs }) => limitMs)).toEqual([3 * minute, 3 * minute])
  })
})

test('一张卡片的两种语言是一道题，用你的语言问', () => {
  const english = { ...(two[0] ?? made({ id: 'x' })), language: 'en' as const }
  expect(plan([english, ...two]).choices.map(({ card }) => card.language)).toEqual(['zh', 'zh'])
})
