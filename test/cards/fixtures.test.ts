import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'

const folder = new URL('../fixtures/', import.meta.url)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))

test.each(names)('the questions of %s.md are found, with their bounds', (name) => {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8')
  const wanted: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
  expect(foundIn(name, text)).toEqual(wanted)
})

function foundIn(name: string, text: string) {
  return parse({ library: 'fixtures', file: `${name}.md`, text }).deck.cards.map((card) => ({
    question: card.question,
    line: card.source.line,
    endLine: card.source.endLine,
    answered: card.answer.kind === 'written',
  }))
}
