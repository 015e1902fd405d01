import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersIn } from '../../src/text/letters.ts'

test('case, width, marks and spaces do not count', () => {
  expect(lettersIn('１. What  is “ＨＴＴＰ/２”?')).toBe('1whatishttp2')
  expect(lettersIn('什么是 闭包？——（Closure）')).toBe('什么是闭包closure')
})

test('letters and digits beyond the first plane stay whole, halves of pairs go', () => {
  expect(lettersIn('𠮷野家 😀 𝟙\ud842 a')).toBe('𠮷野家1a')
})

test('what is picked by the table is what the pattern leaves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const byPattern = text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '')
      expect(lettersIn(text)).toBe(byPattern)
    }),
  )
})

test('a long text is read to its end', () => {
  expect(lettersIn(`${'好，'.repeat(20_000)}z`)).toBe(`${'好'.repeat(20_000)}z`)
})
