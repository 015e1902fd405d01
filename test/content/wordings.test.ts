import { expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { judgeOf } from '../../src/points/assess.ts'
import { keyPointsOf } from '../../src/points/derive.ts'
import { bundled } from '../support/bundled.ts'

/** What the wordings beside a card's key points do that they should not. */
function faultsOf(card: Card): readonly string[] {
  const judge = judgeOf(keyPointsOf(card), card)
  const faults: string[] = []
  const ticked = (answer: string) =>
    judge(answer).points.flatMap(({ covered }, i) => (covered ? [i] : []))
  const expectTicked = (kind: string, answer: string, wanted: readonly number[]) => {
    const found = ticked(answer)
    if (found.join() !== wanted.join())
      faults.push(
        `${card.id} ${kind}: ${answer} → ${found.map((i) => card.keyPoints[i]).join(' / ')}`,
      )
  }
  for (const [i, { also, not, any }] of (card.pointWays ?? []).entries()) {
    for (const way of also) expectTicked('also', way, [i])
    for (const wrong of not) expectTicked('not', wrong, [])
    for (const [j, member] of any.entries()) {
      const two = `${member}${card.language === 'zh' ? '，' : ', '}${any[(j + 1) % any.length] ?? ''}`
      if (any.length > 1) expectTicked('any', two, [i])
    }
  }
  return faults
}

const decks = (await Promise.all((['zh', 'en'] as const).map(bundled))).flatMap(
  ({ language, library }) =>
    library.decks.map(({ file, cards }) => [`${language}/${file}`, cards] as const),
)

test.each(decks)(
  'in %s each wording ticks its own point and no other of its card, each wrong one none',
  (file, cards) => {
    expect(
      cards.some(({ pointWays }) => pointWays?.length),
      file,
    ).toBe(true)
    expect(cards.flatMap(faultsOf)).toEqual([])
  },
)
