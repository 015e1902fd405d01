import { expect, test } from 'vitest'
import { explicitId, mintId } from '../../src/cards/mint-id.ts'

test('an id is twelve characters of lower-case Crockford base32', () => {
  expect(mintId('什么是闭包？', '函数和它的作用域')).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
})

test('line ends, numbering, markup, width and case do not change an id', () => {
  const id = mintId('What is a closure?', 'A function\nand its scope.')
  expect(mintId('3. what is a **Closure**？', 'A function\r\nand its [scope](x.md).')).toBe(id)
})

test('another answer makes another card', () => {
  expect(mintId('输出是什么？', 'A')).not.toBe(mintId('输出是什么？', 'B'))
})

test('question and answer cannot flow into each other', () => {
  expect(mintId('ab', 'c')).not.toBe(mintId('a', 'bc'))
})

test('an explicit id may hold letters, digits and a few marks, nothing else', () => {
  expect(explicitId('js.闭包:1_a-b')).toBe('js.闭包:1_a-b')
  expect(explicitId('two words')).toBeUndefined()
})
