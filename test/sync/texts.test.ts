import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bothLists, type TextId, textMove } from '../../src/sync/texts.ts'

describe('of a text on two sides', () => {
  test.each<readonly [string, TextId, TextId, readonly string[], string]>([
    ['equal ones are the same', 'a', 'a', [], 'same'],
    ['a new one here is given', 'a', undefined, [], 'give'],
    ['a new one there is taken', undefined, 'a', [], 'take'],
    ['the one edited there is taken', 'a', 'b', ['a'], 'take'],
    ['the one edited here is given', 'b', 'a', ['a'], 'give'],
    ['both are kept that were edited on both sides', 'b', 'c', ['a'], 'both'],
    ['both are kept that never met', 'b', 'c', [], 'both'],
    ['one taken away here goes there', '', 'a', ['a'], 'give'],
    ['one taken away there goes here', 'a', '', ['a'], 'take'],
    ['an edit stays though it was taken away there', 'b', '', ['a'], 'give'],
    ['an edit comes back though it was taken away here', '', 'b', ['a'], 'take'],
    ['one missing in an emptied remote is given again', 'a', undefined, ['a'], 'give'],
  ])('%s', (_, ours, theirs, met, move) => {
    expect(textMove(ours, theirs, { met, sent: [] })).toBe(move)
  })

  test('ours goes on after a push that was cut off and came all the same', () => {
    expect(textMove('c', 'b', { met: ['a'], sent: ['b'] })).toBe('give')
  })

  test('ours stays that was on its way and came nowhere', () => {
    expect(textMove('b', 'c', { met: ['a'], sent: ['b'] })).toBe('both')
  })
})

test('two lists have the entries of both, and are joined alike again and again', () => {
  const list = fc
    .uniqueArray(fc.constantFrom('锁 = lock', '死锁 = deadlock', '# 我的', '缓存 = cache'))
    .map((lines) => lines.map((one) => `${one}\n`).join(''))
  fc.assert(
    fc.property(list, list, (ours, theirs) => {
      const both = bothLists(ours, theirs)
      const lines = (text: string) => new Set(text.split('\n'))
      expect(lines(both)).toEqual(new Set([...lines(ours), ...lines(theirs)]))
      expect(bothLists(both, theirs)).toBe(both)
      expect(bothLists(ours, both)).toBe(both)
    }),
    { numRuns: 40 },
  )
})
