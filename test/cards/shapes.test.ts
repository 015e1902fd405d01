import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '../../src/cards/blocks/blocks.ts'
import { linesOf } from '../../src/cards/blocks/lines.ts'
import { asidesOf } from '../../src/cards/choice/asides.ts'
import { openingsOf } from '../../src/cards/choice/openings.ts'
import { asShapes } from '../../src/cards/choice/scopes.ts'
import { markedShape } from '../../src/cards/choice/shape.ts'
import { shapeNamed, shapeRows } from '../../src/cards/choice/shapes.ts'
import { notes } from '../support/notes.ts'

const folder = new URL('../fixtures/', import.meta.url)
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.md'))

function openingsIn(text: string) {
  const lines = linesOf(text)
  const blocks = blocksOf(lines)
  return openingsOf(blocks, lines, asidesOf(blocks))
}

test('no two rows have one name', () => {
  const names = shapeRows.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('a shape at a width goes by the name of the wider one, and more', () => {
  expect(shapeNamed('heading-3-escaped')?.wider).toBe(shapeNamed('heading-3'))
  expect(shapeNamed('ordered-alone')?.wider).toBe(shapeNamed('ordered'))
  expect(shapeNamed('heading-3')?.wider).toBeUndefined()
})

test('only names of the table can be asked for', () => {
  expect(asShapes(['Heading 2', 'line-dotted', 'quote', markedShape])).toHaveLength(4)
  for (const name of ['heading', 'heading-7', 'label-bold', 'quote-numbered', 'bold-link', '']) {
    expect(asShapes([name])).toBeUndefined()
  }
})

test.each(fixtures)('each opening of %s has a shape of the table', (name) => {
  const openings = openingsIn(readFileSync(new URL(name, folder), 'utf8'))
  expect(openings.filter(({ shapes }) => shapes.length === 0)).toEqual([])
})

test('whatever a note holds, each opening has a shape, and none but the first and what crosses lists is a widest one', () => {
  const crossing = ['tagged', 'framed', 'label'].map(shapeNamed)
  fc.assert(
    fc.property(notes, (text) => {
      for (const { shapes } of openingsIn(text)) {
        expect(shapes.length).toBeGreaterThan(0)
        const others = shapes.slice(1).filter((shape) => !crossing.includes(shape))
        expect(others.every(({ wider }) => wider !== undefined)).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('a width says of itself what differs from its row', () => {
  expect(shapeNamed('bullet')?.standsAlone).toBe(false)
  expect(shapeNamed('bullet-bold')?.standsAlone).toBe(true)
  expect(shapeNamed('line')?.opens).toBe('never')
  expect(shapeNamed('line-numbered')?.opens).toBe('if-asking')
})
