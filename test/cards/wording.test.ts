import { expect, test } from 'vitest'
import { wordingOf } from '../../src/cards/choice/wording.ts'

test.each([
  ['什么是闭包？', 'question'],
  ['说说你对响应式的理解', 'question'],
  ['请简述垃圾回收', 'question'],
  ['TCP 和 UDP 的区别', 'question'],
  ['Explain event delegation.', 'question'],
  ['Is SQL declarative?', 'question'],
  ['三次握手', 'topic'],
  ['GIL', 'topic'],
  ['注意事项', 'part'],
  ['Time complexity:', 'part'],
  ['参考资料', 'apparatus'],
  ['Table of Contents', 'apparatus'],
  ['Where are the answers?', 'apparatus'],
  ['为什么需要这份小册？', 'apparatus'],
])('%j is read as a %s', (text, wording) => {
  expect(wordingOf(text)).toBe(wording)
})

test('an optional parameter asks nothing', () => {
  expect(wordingOf('open(path?)')).toBe('topic')
})
