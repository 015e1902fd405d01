import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { search } from '../../src/search/engine.ts'
import { collectionOf } from '../../src/search/index/collection.ts'
import { scoreOf } from '../support/judged.js'
import judged from './judged.json' with { type: 'json' }
import judgedCards from './judged-cards.json' with { type: 'json' }

const content = join(import.meta.dirname, '../../content')

function bank(language: string) {
  const folder = join(content, language)
  const cards = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return parse({ library: folder, file, text }).deck.cards
  })
  // what is judged is judged over these cards, however the bank grows
  return collectionOf(cards.filter(({ id }) => judgedCards.includes(id)))
}

const banks: Readonly<Record<string, ReturnType<typeof bank>>> = { zh: bank('zh'), en: bank('en') }

async function answers(language: string, query: string): Promise<readonly string[]> {
  const collection = banks[language] ?? collectionOf([])
  return (await search(collection, query, { limit: 10 })).hits.map(({ card }) => card.id)
}

test('judged queries over cards of the bundled banks find what they should, and rank it first', async () => {
  const asked = judged.filter(({ relevant }) => relevant.length > 0)
  const scores = await Promise.all(
    asked.map(async ({ bank, q, relevant }) => scoreOf(await answers(bank, q), relevant)),
  )
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  expect(mean(scores.map(({ gain }) => gain))).toBeGreaterThan(0.97)
  expect(mean(scores.map(({ rank }) => rank))).toBeGreaterThan(0.97)
})

test('queries about nothing in these cards find nothing, but for one', async () => {
  const absent = judged.filter(({ relevant }) => relevant.length === 0)
  const found = await Promise.all(absent.map(({ bank, q }) => answers(bank, q)))
  const wrong = absent.filter((_, i) => (found[i]?.length ?? 0) > 0).map(({ q }) => q)
  expect(absent.length).toBeGreaterThanOrEqual(15)
  expect(wrong.length).toBeLessThanOrEqual(1)
})
