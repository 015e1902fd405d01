import { expect, test } from 'vitest'
import { ownWaysIn, withOwnWay, withoutOwnWays } from '../../src/cards/own-ways.ts'

test('a way of saying a point stands at the end of the note, which stays as it is', () => {
  const once = withOwnWay('我的笔记', '惰性删除', '用到的时候才看一眼')
  const twice = withOwnWay(once, '惰性删除', '不读它就一直在')
  expect(withoutOwnWays(twice)).toBe('我的笔记')
  expect([...ownWaysIn(twice)]).toEqual([['惰性删除', ['用到的时候才看一眼', '不读它就一直在']]])
})

test('what would end the comment or part a list is taken out of the words', () => {
  const note = withOwnWay('', 'A point', 'one | two --> three')
  expect([...ownWaysIn(note)]).toEqual([['A point', ['one two three']]])
})

test('the same words are kept once, and the last five', () => {
  const note = ['a b', 'a b', 'c d', 'e f', 'g h', 'i j', 'k l'].reduce(
    (text, words) => withOwnWay(text, 'P', words),
    '',
  )
  expect(ownWaysIn(note).get('P')).toEqual(['c d', 'e f', 'g h', 'i j', 'k l'])
})
