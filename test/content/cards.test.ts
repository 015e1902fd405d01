import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { readLibrary } from '../../src/host/library.ts'

const content = join(import.meta.dirname, '../../content')
const zh = await readLibrary({ root: join(content, 'zh'), cache: undefined, now: Date.now })
const en = await readLibrary({ root: join(content, 'en'), cache: undefined, now: Date.now })

function cardsOf(library: typeof zh): readonly Card[] {
  return library.decks.flatMap(({ cards }) => cards)
}

/** What both languages of a card must agree in. */
function shared({ id, level, tags, keyPoints, followUps, source }: Card): object {
  const counts = { keyPoints: keyPoints.length, followUps: followUps.length }
  return { id, level, tags, file: source.file, ...counts }
}

describe.each([
  ['zh', zh],
  ['en', en],
] as const)('the bundled bank (%s)', (language, library) => {
  const cards = cardsOf(library)

  test('has no problems and no question without an answer', () => {
    expect(library.problems).toEqual([])
    expect(cards.filter(({ answer }) => answer.kind === 'missing')).toEqual([])
  })

  test('has twenty cards at least, each with an id of its own', () => {
    expect(cards.length).toBeGreaterThanOrEqual(20)
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
    for (const { id } of cards) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/)
  })

  test('gives each card its language, level, tags, key points and follow-ups', () => {
    for (const card of cards) {
      expect(card.language, card.id).toBe(language)
      expect(card.level, card.id).toBeDefined()
      expect(card.tags.length, card.id).toBeGreaterThan(0)
      expect(card.aliases.length, card.id).toBeGreaterThan(0)
      expect(card.keyPoints.length, card.id).toBeGreaterThanOrEqual(4)
      expect(card.keyPoints.length, card.id).toBeLessThanOrEqual(8)
      expect(card.followUps.length, card.id).toBeGreaterThanOrEqual(2)
      expect(card.followUps.length, card.id).toBeLessThanOrEqual(4)
    }
  })
})

test('the two banks pair card by card', () => {
  expect(cardsOf(en).map(shared)).toEqual(cardsOf(zh).map(shared))
})
