import { expect, test } from 'vitest'
import { grouped, runsBy } from '../../src/text/grouped.ts'

const words = ['闭包', '死锁', 'GC', '缓存', 'TLS', '']

test('items with the same key are one group, in the order in which they came', () => {
  const groups = grouped(words, (word) => /[a-z]/i.test(word))
  expect([...groups]).toEqual([
    [false, ['闭包', '死锁', '缓存', '']],
    [true, ['GC', 'TLS']],
  ])
})

test('没有键的不归任何一组', () => {
  expect([...grouped(words, ([first]) => first).keys()]).toEqual(['闭', '死', 'G', '缓', 'T'])
})

test('neighbours with the same key are one run, and what lies apart is another', () => {
  expect(runsBy(words, ({ length }) => length)).toEqual([
    { key: 2, items: ['闭包', '死锁', 'GC', '缓存'] },
    { key: 3, items: ['TLS'] },
    { key: 0, items: [''] },
  ])
  expect(runsBy('aab a', (letter) => letter).map(({ key }) => key)).toEqual(['a', 'b', ' ', 'a'])
})
