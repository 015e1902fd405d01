import fc from 'fast-check'

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
/** Notes that nobody would write. */
export const notes = fc
  .array(fc.oneof(line, odd, fc.string({ maxLength: 20 })), { maxLength: 60 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)))
