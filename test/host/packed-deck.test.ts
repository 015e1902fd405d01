import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { heldPacked, packed } from '../../src/host/library/packed-deck.ts'

const folder = new URL('../fixtures/', import.meta.url)
const decks = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    return parse({ library: 'fixtures', file, text }).deck
  })

test('a deck that changed hands as bytes is the deck that was parsed', () => {
  for (const deck of decks) {
    const bytes = structuredClone(packed(deck))
    const held = heldPacked(bytes)
    // what is undefined is left out on the way
    expect(JSON.parse(JSON.stringify(held.deck()))).toEqual(JSON.parse(JSON.stringify(deck)))
    expect(held.cards).toBe(deck.cards.length)
    expect(held.card(held.cards)).toBeUndefined()
  }
})

test('one card is told without the others, and its bytes belong to nobody else', () => {
  const deck = decks.find(({ cards }) => cards.length > 2)
  if (deck === undefined) throw new Error('a fixture has three cards')
  const bytes = packed(deck)
  const moved = structuredClone(bytes, {
    transfer: [bytes.lines.buffer as ArrayBuffer, bytes.texts.buffer as ArrayBuffer],
  })
  const card = heldPacked(moved).card(2)
  expect(card?.question).toBe(deck.cards[2]?.question)
  expect(card?.answer).toEqual(deck.cards[2]?.answer)
  expect(bytes.lines).toHaveLength(0)
})
