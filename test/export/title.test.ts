import { expect, test } from 'vitest'
import { titleOr } from '../../src/export/title.ts'
import { width } from '../../src/text/text.ts'

test.each([
  ['', '面试题笔记'],
  [' \n\u202e\u200b', '面试题笔记'],
  ['锁\n\t的\u0000复习\u202e', '锁 的 复习'],
  ['C++ 面试 👩‍💻', 'C++ 面试 👩‍💻'],
])('the title %j is %s', (said, title) => {
  expect(titleOr('面试题笔记', said)).toBe(title)
})

test('the usual title stands where none was said, and a long one is cut', () => {
  expect(titleOr('面试题笔记', undefined)).toBe('面试题笔记')
  expect(width(titleOr('', '长'.repeat(1600)))).toBeLessThanOrEqual(160)
})
