import { expect, test } from 'vitest'
import { wordsFor } from '../../src/interview/learning.ts'

const card = { question: '缓存怎么过期？', aliases: [], body: undefined }
const points = ['惰性删除', '定期删除'].map((text) => ({ text, details: [] }))

test('the sentence that says no other point is how the ticked one was said', () => {
  const answer = '还有定期删除。没人碰它就一直放着。'
  expect(wordsFor({ card, points, answer, glossary: '' }, '惰性删除')).toBe('没人碰它就一直放着')
})

test('where it is not clear which it was, nothing is learnt', () => {
  const answer = '没人碰它就一直放着。每次看几个。'
  expect(wordsFor({ card, points, answer, glossary: '' }, '惰性删除')).toBeUndefined()
})
