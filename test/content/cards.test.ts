import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { duplicatesIn } from '../../src/cards/duplicates.ts'
import { readLibrary } from '../../src/host/library/library.ts'
import { fold } from '../../src/search/text/fold.ts'
import { answerOf, type Bundled, bundled } from '../support/bundled.ts'
import { firstParagraph, spoken } from '../support/markdown.ts'

type Bounds = readonly [from: number, to: number]

const banks = [await bundled('zh'), await bundled('en')]

/** How long the first paragraph is, which could be spoken in a minute: characters or words. */
const direct = { zh: [40, 220], en: [30, 120] } as const
/** How long the whole answer is without its code, in characters. */
const whole = { zh: [200, 2500], en: [400, 6000] } as const

function outside([from, to]: Bounds, cards: readonly Card[], sizeOf: (card: Card) => number) {
  return cards
    .map((card) => ({ id: card.id, size: sizeOf(card) }))
    .filter(({ size }) => size < from || size > to)
}

function charactersOf(text: string): number {
  return [...text.replace(/\s/g, '')].length
}

function sizeOfDirect(card: Card): number {
  const text = spoken(firstParagraph(answerOf(card)))
  return card.language === 'zh' ? charactersOf(text) : text.split(/\s+/).length
}

/** Wordings that two cards have, each said with the cards. */
function wordingsTwice(cards: readonly Card[]): readonly string[] {
  const owners = new Map<string, string>()
  return cards.flatMap(({ id, question, aliases }) =>
    [question, ...aliases].flatMap((wording) => {
      const key = fold(wording).replace(/[\s\p{P}]/gu, '')
      const owner = owners.get(key)
      owners.set(key, id)
      return owner === undefined || owner === id ? [] : [`${owner}, ${id}: ${wording}`]
    }),
  )
}

test('what is beside the cards is read as no card and no problem', async () => {
  const root = join(import.meta.dirname, '../../content')
  const { decks, problems } = await readLibrary({ root, now: Date.now })
  const beside = decks.filter(({ file }) => !file.includes('/'))
  expect(beside.map(({ file }) => file)).toEqual(['ERRATA.md', 'README.md'])
  expect(beside.flatMap(({ cards }) => cards)).toEqual([])
  expect(problems).toEqual([])
})

describe.each(banks)('the bundled bank ($language)', { timeout: 30_000 }, (bank: Bundled) => {
  const { language, library, inspections, cards } = bank

  test('has 160 cards at least, each with an id of its own', () => {
    expect(cards.length).toBeGreaterThanOrEqual(160)
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
    expect(cards.filter(({ id }) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id))).toEqual([])
    expect(cards.filter(({ id, minted }) => id === minted)).toEqual([])
  })

  test('has no problem, nothing that check wonders about, and no question without an answer', () => {
    expect(library.problems).toEqual([])
    expect(inspections.size).toBe(library.decks.length)
    for (const [file, found] of inspections) {
      const nothing = { ignored: [], images: [], openFences: [], suspicious: [] }
      expect(found, file).toEqual({ ...nothing, weighings: expect.any(Function) })
    }
    expect(cards.filter(({ answer }) => answer.kind === 'missing')).toEqual([])
  })

  test('asks nothing twice, and gives no wording to two cards', () => {
    expect(duplicatesIn(cards)).toEqual([])
    expect(wordingsTwice(cards)).toEqual([])
  })

  test('gives each file a head with its title, topics and language', () => {
    for (const { file, title, cards } of library.decks) {
      expect(title, file).toEqual(expect.any(String))
      expect(bank.texts.get(file), file).toMatch(
        new RegExp(
          `^---\\ntitle: .+\\ntopics: \\[.+\\]\\nlanguage: ${language}\\n---\\n\\n# .+\\n`,
        ),
      )
      expect(cards.filter(({ topics }) => topics.length === 0)).toEqual([])
    }
  })

  test('gives each card its language, level, tags, key points and follow-ups', () => {
    for (const card of cards) {
      expect(card.language, card.id).toBe(language)
      expect(card.level, card.id).toBeDefined()
      expect(card.tags.length, card.id).toBeGreaterThan(0)
      expect(card.tags.join(), card.id).toMatch(/^[a-z0-9][a-z0-9.+,-]*$/)
      expect(card.aliases.length, card.id).toBeGreaterThan(0)
      expect(card.body, card.id).toBeUndefined()
    }
    expect(outside([4, 8], cards, ({ keyPoints }) => keyPoints.length)).toEqual([])
    expect(outside([2, 4], cards, ({ followUps }) => followUps.length)).toEqual([])
  })

  test('answers first what could be said in a minute', () => {
    const late = cards.filter((card) => !answerOf(card).startsWith(firstParagraph(answerOf(card))))
    expect(late.map(({ id }) => id)).toEqual([])
    expect(outside(direct[language], cards, sizeOfDirect)).toEqual([])
  })

  test('goes on to the depth, and keeps it readable', () => {
    const sizeOf = (card: Card) => charactersOf(spoken(answerOf(card)))
    expect(outside(whole[language], cards, sizeOf)).toEqual([])
  })
})
