import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '../../src/cards/blocks/lines.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { notes } from '../support/notes.ts'

const read = (text: string) => parse({ library: 'notes', file: 'a.md', text })

test('whatever a note holds, every card lies in its lines and none overlap', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const sources = read(text).deck.cards.map(({ source }) => source)
      let last = 0
      for (const { line, endLine } of sources) {
        expect(line).toBeGreaterThan(last)
        expect(endLine).toBeGreaterThanOrEqual(line)
        last = endLine
      }
      expect(last).toBeLessThanOrEqual(linesOf(text).length)
    }),
    { numRuns: 1500 },
  )
})

test('the same text gives the same cards', () => {
  fc.assert(
    fc.property(notes, (text) => {
      expect(read(text)).toEqual(read(text))
    }),
    { numRuns: 200 },
  )
})

test('a question is one line, and says something', () => {
  fc.assert(
    fc.property(notes, (text) => {
      for (const { question } of read(text).deck.cards) expect(question).toMatch(/^\S(?:.*\S)?$/u)
    }),
    { numRuns: 500 },
  )
})
