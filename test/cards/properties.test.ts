import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '../../src/cards/lines.ts'
import { parse } from '../../src/cards/parse.ts'

const words = fc.constantFrom(
  '什么是闭包？',
  'What is a map?',
  '示例',
  '答：因为',
  'Q: why?',
  '**重点？**',
  '`a|b`',
  '[x](#x)',
  '[y](https://example.org)',
  '<b>z</b>',
  '2. 二',
  '\\3. 三',
  '![](i.png)',
)
const line = fc
  .tuple(
    fc.constantFrom('', '  ', '    ', '\t', '> ', '- ', '* ', '1. ', '2. ', '1、', '   3) '),
    fc.constantFrom('', '# ', '## ', '### ', '**', '| ', '- ', '1. '),
    words,
    fc.constantFrom('', '**', ' |', ' ##', '\\', '  '),
  )
  .map((parts) => parts.join(''))
const odd = fc.constantFrom(
  '',
  '',
  '---',
  '===',
  '```',
  '```js',
  '~~~',
  '<details>',
  '<details><summary>问？</summary>',
  '<summary>',
  '</summary>',
  '</details>',
  '</b></details>',
  '<!-- id: a -->',
  '<!-- viva: skip -->',
  '<!--',
  '-->',
  '| 问题 | 答案 |',
  '| --- | --- |',
  '### 要点',
  '### 追问',
  '[TOC]',
  '\0',
)
const notes = fc
  .array(fc.oneof(line, odd, fc.string({ maxLength: 20 })), { maxLength: 60 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)))

const read = (text: string) => parse({ library: 'notes', file: 'a.md', text })

test('whatever a note holds, every card lies in its lines and none overlap', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const sources = read(text).deck.cards.map(({ source }) => source)
      let last = 0
      for (const { line, endLine } of sources) {
        expect(line).toBeGreaterThan(last)
        expect(endLine).toBeGreaterThanOrEqual(line)
        last = endLine
      }
      expect(last).toBeLessThanOrEqual(linesOf(text).length)
    }),
    { numRuns: 1500 },
  )
})

test('the same text gives the same cards', () => {
  fc.assert(
    fc.property(notes, (text) => {
      expect(read(text)).toEqual(read(text))
    }),
    { numRuns: 200 },
  )
})

test('a question is one line, and says something', () => {
  fc.assert(
    fc.property(notes, (text) => {
      for (const { question } of read(text).deck.cards) expect(question).toMatch(/^\S(?:.*\S)?$/u)
    }),
    { numRuns: 500 },
  )
})
