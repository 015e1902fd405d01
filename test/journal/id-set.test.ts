import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idSet } from '../../src/journal/id-set.ts'

test('knows the ids that were put in, whatever they are, and no others', () => {
  const id = fc.oneof(
    fc.stringMatching(/^[ab]{0,2}-\d{1,2}$/),
    fc.constantFrom('锁-1', 'x'.repeat(300)),
  )
  fc.assert(
    fc.property(fc.array(id), fc.array(id), (put, asked) => {
      const own = idSet()
      const usual = new Set<string>()
      for (const one of put) {
        expect(own.add(one)).toBe(!usual.has(one))
        usual.add(one)
      }
      expect(asked.map(own.has)).toEqual(asked.map((one) => usual.has(one)))
      expect(own.size()).toBe(usual.size)
    }),
  )
})

test('grows', () => {
  const own = idSet()
  for (let i = 0; i < 3000; i += 1) own.add(`i${(i * 7919) % 3000}-0`)
  expect([own.size(), own.has('i2999-0'), own.has('i3000-0')]).toEqual([3000, true, false])
})
