import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fastMemory } from '../../src/plan/memory.ts'
import { bestOf, judgementBy } from '../../src/plan/pick.ts'
import { coldOf, freshPile, type Pile } from '../../src/plan/pile.ts'
import { topOf } from '../../src/plan/top.ts'
import { defaultRules } from '../../src/schedule/rules.ts'

const judgement = judgementBy(fastMemory(defaultRules.parameters), {
  met: 75,
  passed: 30,
  failed: 60,
})

/** Cards by stability and days since the last review; 0 is one that was never asked. */
function pileOf(...cards: readonly (readonly [stability: number, ago: number])[]): Pile {
  const pile = freshPile(cards.length, 1)
  cards.forEach(([stability, ago], at) => {
    pile.stability[at] = stability
    pile.difficulty[at] = stability === 0 ? 0 : 5
    pile.last[at] = -ago
  })
  return pile
}

function picked(pile: Pile, rest: number, seconds: number): readonly number[] {
  return [...bestOf(pile, judgement, { day: 0, rest, seconds }, pile.size)]
}

describe('the cards of a day', () => {
  test('leave out what was reviewed on the day itself', () => {
    expect(picked(pileOf([3, 0], [3, 2], [0, 0]), 7, 600)).not.toContain(0)
  })

  test('begin with what is known least where there is time for all', () => {
    expect(picked(pileOf([90, 3], [2, 9], [15, 6]), 5, 100_000)).toEqual([1, 2, 0])
  })

  test('put what is well known on the day behind what is about to be lost', () => {
    const known = [400, 10] as const
    const fading = [6, 5] as const
    const many = Array.from({ length: 60 }, () => [0, 0] as const)
    const order = picked(pileOf(known, fading, ...many), 10, 1200)
    expect(order.indexOf(1)).toBeLessThan(order.indexOf(0))
    expect(order.at(-1)).toBe(0)
  })

  test('keep the order of the notes among those that are alike', () => {
    expect(picked(pileOf([0, 0], [0, 0], [0, 0]), 7, 60)).toEqual([0, 1, 2])
  })

  test('begin with the topic that counts more', () => {
    const pile = pileOf([0, 0], [0, 0])
    pile.weight[1] = 2
    for (const seconds of [60, 100_000]) expect(picked(pile, 7, seconds)).toEqual([1, 0])
  })
})

describe('how much is known cold', () => {
  test('is a third before anything was asked', () => {
    expect(coldOf(freshPile(5, 2)).map(({ mean }) => mean.toFixed(2))).toEqual(['0.33', '0.33'])
  })

  test('is learnt topic by topic, from all where a topic has few answers', () => {
    const pile = freshPile(5, 3)
    pile.asked.set([40, 40, 0])
    pile.passed.set([36, 4, 0])
    const [good = 0, bad = 0, other = 0] = coldOf(pile).map(({ mean }) => mean)
    expect(good).toBeGreaterThan(0.8)
    expect(bad).toBeLessThan(0.2)
    expect(other).toBeCloseTo(0.49, 1)
  })

  test('is planned with above one half only as far as it is well attested', () => {
    const pile = freshPile(5, 1)
    const planned = (asked: number, passed: number) => {
      pile.asked.set([asked])
      pile.passed.set([passed])
      return coldOf(pile)[0]?.planned ?? 0
    }
    expect(planned(2, 2)).toBeLessThan(0.65)
    expect(planned(200, 180)).toBeGreaterThan(0.85)
    expect(planned(200, 180)).toBeLessThan(0.9)
    expect(planned(200, 20)).toBeLessThan(0.12)
  })
})

test('the largest of many are those that sorting gives, ties in their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }),
      fc.nat(45),
      (all, most) => {
        const sorted = all.map((_, at) => at).sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0) || a - b)
        expect([...topOf(most, all.length, (at) => all[at] ?? 0)]).toEqual(sorted.slice(0, most))
      },
    ),
    { numRuns: 60 },
  )
})
