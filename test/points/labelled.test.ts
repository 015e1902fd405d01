import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { assessed } from '../../src/points/assess.ts'
import { keyPointsOf } from '../../src/points/derive.ts'
import { labelledIn, orderOf } from '../support/labelled.js'

function cardsAt(path: string): readonly Card[] {
  const files = statSync(path).isFile() ? [path] : readdirSync(path).map((name) => join(path, name))
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return parse({ library: path, file: basename(file), text }).deck.cards
  })
}

const libraries = new Map<string, readonly Card[]>()

function coverageOf(label: { library: string; card: string; answer: string }): number {
  const cards = libraries.get(label.library) ?? cardsAt(label.library)
  libraries.set(label.library, cards)
  const card = cards.find(({ id, question }) => id === label.card || question === label.card)
  if (card === undefined) throw new Error(`no card ${label.card}`)
  return assessed(keyPointsOf(card), label.answer, card).coverage
}

const judged = labelledIn(import.meta.dirname).map((label) => ({
  ...label,
  coverage: coverageOf(label),
}))

test('coverage orders answers of four levels as people do', () => {
  const { share, pairs } = orderOf(judged)
  expect(pairs).toBeGreaterThanOrEqual(120)
  expect(share).toBeGreaterThanOrEqual(0.95)
})

test('what is beside the point gets little, what is nearly complete gets much', () => {
  const [beside = 1, thin = 0, fair = 0, full = 0] = orderOf(judged).means
  expect(beside).toBeLessThanOrEqual(0.08)
  expect(thin).toBeGreaterThan(beside + 0.08)
  expect(fair).toBeGreaterThan(thin + 0.2)
  expect(full).toBeGreaterThanOrEqual(0.85)
})

test('an answer to another question gets little', () => {
  const full = judged.filter(({ level }) => level === 'full')
  const swapped = full.map((label, i) => {
    const other = full[(i + 1) % full.length]
    return coverageOf({ ...label, answer: other?.answer ?? '' })
  })
  const mean = swapped.reduce((sum, one) => sum + one, 0) / swapped.length
  expect(mean).toBeLessThanOrEqual(0.15)
})
