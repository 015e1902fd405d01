import { describe, expect, test } from 'vitest'
import { plain } from '../../src/cards/blocks/inline.ts'

const stays = (text: string) => expect(plain(text)).toBe(text)

describe('operators', () => {
  test.each([
    'What does ** do in Python?',
    '2**10 等于多少？',
    '*args 和 **kwargs 有什么区别？',
    'What is the difference between !! and ~~?',
    '为什么 a<b && c>d 不对？',
    'arr[i][j] 是什么？',
    'm[0][1] and new int[n][]',
    'Why is [] == ![] true?',
    'Is a==b && c==d the same as x == y or p == q?',
    'a === b, c === d',
    'if [[ -f x ]]; then',
    'What does a[[0]] mean, and [[1, 2]]?',
    'What does [^abc] match?',
    'Is 50%% of 10%% five?',
    'snake_case_name and _private',
  ])('that pair with nothing stay: %s', stays)

  test.each([
    ['**粗体。**后文', '粗体。后文'],
    ['*一* and **二** and ***三***', '一 and 二 and 三'],
    ['~~旧~~新 __two__ _one_', '旧新 two one'],
    ['**`a`**中文 *b **c***', 'a中文 b c'],
    ['[文档][1] and ![图](a.png) x', '文档 and x'],
  ])('marks that pair by the rules go: %s', (markdown, text) => {
    expect(plain(markdown)).toBe(text)
  })

  test('code stays what it is', () => {
    expect(plain('`2**10` 和 ``a`b`` 与 `<b>x</b>` `[[Get]]` `==x==`')).toBe(
      '2**10 和 a`b 与 <b>x</b> [[Get]] ==x==',
    )
  })

  test('many marks take no long time', () => {
    const begun = performance.now()
    for (const mark of ['*', '_a', '** a', '<b>', '[[a', '`', '==a', '%% ', '*a_', '<b a a a '])
      plain(mark.repeat(4000))
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

describe('tags', () => {
  test.each([
    'What is the difference between <b> and <strong>?',
    '<div> 和 <span> 有什么区别？',
    'What is List<a>, or vector<p>?',
    'Does it hold if i<b or b>0?',
    'What do <br> and <hr> do?',
    'What is <br>?',
    '<p>标签有什么用？',
    'What does <input type="checkbox"> show?',
  ])('that nothing closes are words: %s', stays)

  test.each([
    ['<b>粗</b>体 <kbd>Ctrl</kbd>+<kbd>C</kbd>', '粗体 Ctrl+C'],
    ['<p>一段', '一段'],
    ['一段</b></p>', '一段'],
    ['<a name="q1">1. 什么是锁？', '1. 什么是锁？'],
    ['a<br>b<br/>c', 'a b c'],
    ['</b></details>', ''],
    ['<img src="a.png" width="3">看图', '看图'],
  ])('that dress a text go: %s', (markdown, text) => {
    expect(plain(markdown)).toBe(text)
  })
})

describe('marks of note programs', () => {
  test.each([
    ['What does [[HTTP]] need?', 'What does HTTP need?'],
    ['[[HTTP/2|第二版]]与[[#小节]]', '第二版与小节'],
    ['用==高亮==的文字', '用高亮的文字'],
    ['什么是锁？ %%以后再写%%', '什么是锁？'],
  ])('go: %s', (markdown, text) => {
    expect(plain(markdown)).toBe(text)
  })
})
