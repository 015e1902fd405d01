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

test.each([
  ['发布订阅 publish/subscribe 怎么保证不丢消息？', 'question'],
  ['How does a client subscribe again?', 'question'],
  ['Subscribe to my channel', 'apparatus'],
  ['如何实现扫码登录？', 'question'],
  ['扫码关注', 'apparatus'],
  ['What is this in JavaScript?', 'question'],
  ['What is this?', 'apparatus'],
  ['Design patterns', 'topic'],
  ['State management', 'topic'],
  ['Design a rate limiter', 'question'],
  ['Design Twitter', 'question'],
  ['Reverse a linked list', 'question'],
])('%s is a %s', (text, wording) => {
  expect(wordingOf(text)).toBe(wording)
})
