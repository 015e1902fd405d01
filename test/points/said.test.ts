import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CardLanguage } from '../../src/cards/card.ts'
import { judgeOf } from '../../src/points/assess.ts'
import { keyPointsOf } from '../../src/points/derive.ts'
import { bundled } from '../support/bundled.ts'
import { agreement, saidIn } from '../support/said.js'

/** The labelled answers as they are judged without what is written beside the key points. */
async function judged(language: CardLanguage) {
  const { cards } = await bundled(language)
  return saidIn(join(import.meta.dirname, 'said', `${language}.json`)).map((answer) => {
    const found = cards.find(({ id }) => id === answer.card)
    if (found === undefined) throw new Error(`no card ${answer.card}`)
    const { pointWays: _, ...card } = found
    return { answer, ...judgeOf(keyPointsOf(card), card)(answer.answer) }
  })
}

test('what is said, left out and turned round is told apart as people do', async () => {
  const all = [...(await judged('zh')), ...(await judged('en'))]
  const found = agreement(all)
  expect(found.points).toBeGreaterThan(700)
  expect(found.precision).toBeGreaterThanOrEqual(0.78)
  expect(found.recall).toBeGreaterThanOrEqual(0.48)
  expect(found.contradictedTicked).toBeLessThanOrEqual(0.2)
  expect(found.unsaidTicked).toBeLessThanOrEqual(0.1)
  expect(found.saidContradicted).toBeLessThanOrEqual(0.03)
  expect(found.ordered).toBeGreaterThanOrEqual(0.72)
  expect(found.keywords).toBeLessThanOrEqual(0.15)
  expect(found.nonsense).toBeLessThanOrEqual(0.15)
})
