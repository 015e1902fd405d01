import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formulasApart } from '../../src/text/formula/apart.ts'

function found(text: string): readonly string[] {
  const { parts, text: light } = formulasApart(text)
  return parts(light).flatMap((part) => (typeof part === 'string' ? [] : [part.tex]))
}

test.each([
  '$5 和 $6',
  '$5和$6',
  '花了 $5，等于 $6。',
  'It costs $5 for one and $10_000 for all.',
  '每月 $9.99/月 或 $99/年',
  'US$5 and US$6, $5-$10',
  '$10_000$',
  '$HOME/bin:$PATH',
  '$HOME_DIR 和 $PATH',
  '$MY_HOME$',
  '$PATH$ 与 $name$',
  `\${a}_\${b} 与 \${name}`,
  'PHP: $a = $b + 1; echo $c$d;',
  '$1 和 $2, $i++$',
  'jQuery $(".a") and $(".b")',
  '$emit("x") 与 $on("y")',
  '^abc$ 和 ^d$',
  '$$ 表示当前进程，$$ 是它的编号',
  '\\$5 与 \\$6',
  '`$x_1$` 与 ``a ` $y$``',
  '```sh\necho $x_1$\n```',
  '- ~~~\n  $x_1$\n  ~~~',
  '<a href="$x_1$">a</a>',
  '<pre>$x_1$</pre>',
  '[a](b_$x_1$) https://a.b/$x_1$',
  '\\[1\\] 与 \\[x\\]（见 \\[链接\\]）',
  '$x\n\ny$',
  '- $a_1\n- b_2$',
  '| $a | b$ |',
])('%j holds no formula', (text) => {
  expect(found(text)).toEqual([])
  expect(formulasApart(text).text).toBe(text)
})

test.each([
  ['设 $x$ 和 $y_i$，$O(n \\log n)$', ['x', 'y_i', 'O(n \\log n)']],
  ['2$\\times$3', ['\\times']],
  ['第$k$个、$n$-gram', ['k', 'n']],
  ['$ \\alpha $', ['\\alpha']],
  ['| $P(A|B)$ | $5 | $\\|w\\|$ |', ['P(A|B)', '|w|']],
  ['\\(x\\) 与 \\\\(a+b\\\\)', ['x', 'a+b']],
  ['GitHub 的 $`a_b`$', ['a_b']],
  ['$x^2\n= y^2$', ['x^2\n= y^2']],
  ['> $$\n> a = b\n> $$', ['a = b']],
  ['$$\na = b\n\nc = d\n$$', ['a = b\n\nc = d']],
  ['`a` $b$ `$c$` $d$', ['b', 'd']],
  ['```\n$x$\n```\n$y$', ['y']],
  ['$5 与 $x_1$', ['x_1']],
])('%j holds just its formulas', (text, formulas) => {
  expect(found(text)).toEqual(formulas)
})

test('words alone are variables only beside formulas without doubt', () => {
  expect(found('设 $loss$')).toEqual([])
  expect(found('设 $loss$，$\\alpha \\cdot loss$')).toEqual(['loss', '\\alpha \\cdot loss'])
})

test('whatever a text holds, it can be put together again as it was', () => {
  const piece = fc.constantFrom(
    ...['$', '$$', '\\(', '\\)', '\\[', '\\]', '\\', '`', '```', '\n', '\n\n', ' ', '|', '> '],
    ...['x', 'x_1', '\\alpha', '式', '，', '5', '<a', '>', '](', '\\begin{align}', '\\end{align}'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const { restored, text: light } = formulasApart(text)
      const unquoted = (some: string) => some.replace(/\n[ \t>]*/g, '\n')
      expect(unquoted(restored(light))).toBe(unquoted(text))
    }),
    { numRuns: 300 },
  )
})
