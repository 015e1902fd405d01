import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from '../../src/foreign/in-order.ts'

test('times are put in order, equal ones as they came', () => {
  const time = fc.oneof(fc.integer({ min: -62e12, max: 253e12 }), fc.nat(3), fc.nat(70_000))
  fc.assert(
    fc.property(fc.array(time, { maxLength: 30 }), (times) => {
      const sorted = [...times.keys()].sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
      expect([...inOrder(Float64Array.from(times))]).toEqual(sorted)
    }),
  )
})
