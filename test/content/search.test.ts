import { describe, expect, test } from 'vitest'
import { search } from '../../src/search/engine.ts'
import { collectionOf } from '../../src/search/index/collection.ts'
import { bundled } from '../support/bundled.ts'

const banks = [await bundled('zh'), await bundled('en')]

/** Every wording of each card, in either language. */
const wordings = banks.flatMap(({ cards }) =>
  cards.flatMap(({ id, question, aliases }) =>
    [question, ...aliases].map((wording) => ({ id, wording })),
  ),
)

describe.each(banks)('a search in the bundled bank ($language)', ({ cards, language }) => {
  test('finds a card first by each wording it has in either language', {
    timeout: 120_000,
  }, async () => {
    const collection = collectionOf(cards)
    const missed: string[] = []
    for (const { id, wording } of wordings) {
      const { hits } = await search(collection, wording, { limit: 1, filter: {} })
      if (hits[0]?.card.id !== id) missed.push(`${id}: ${wording}`)
    }
    expect(missed, language).toEqual([])
  })
})
