import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remembered } from '../../src/text/remembered.ts'

const backwards = (text: string) => [...text].reverse().join('')

test('what is remembered is what would be said', () => {
  const quick = remembered(backwards)
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 40 }), (texts) => {
      expect(texts.map(quick)).toEqual(texts.map(backwards))
    }),
  )
})

test('a text asked for again is not worked out again, and what was said may be nothing', () => {
  let times = 0
  const quick = remembered((text) => {
    times++
    return text === '' ? undefined : text.length
  })
  expect([quick('闭包'), quick('闭包'), quick(''), quick('')]).toEqual([2, 2, undefined, undefined])
  expect(times).toBe(2)
})

test('texts of one slot do not answer for each other', () => {
  const quick = remembered((text) => text)
  // they differ where no letter is looked at
  const texts = ['aXbbbbbb', 'aYbbbbbb']
  expect([...texts, ...texts].map(quick)).toEqual([...texts, ...texts])
})
