import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNamedBy } from '../../src/cards/read/glob.ts'

test.each([
  ['java/**', 'java/并发/a.md', true],
  ['java/**', 'javascript/a.md', false],
  ['**/草稿.md', '草稿.md', true],
  ['**/草稿.md', 'a/b/草稿.md', true],
  ['**/草稿.md', 'a/旧草稿.md', false],
  ['*.md', 'a/b.md', false],
  ['第?章.md', '第一章.md', true],
  ['第?章.md', '第𠮷章.md', true],
  ['a+(b).[md]', 'a+(b).[md]', true],
  ['a**b', 'a/x/b', true],
  ['**/a/**/b', 'a/b', true],
  ['**/**/**/b', 'a/b', true],
  ['', '', true],
  ['*', '', true],
])('%s and %s: %s', (pattern, file, isNamed) => {
  expect(isNamedBy(pattern, file)).toBe(isNamed)
})

test('a pattern means what an expression with the same parts means', () => {
  const wildcards = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]', '/': '/', a: 'a' }
  const part = fc.constantFrom(...(Object.keys(wildcards) as (keyof typeof wildcards)[]))
  const file = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 })
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), file, (parts, names) => {
      const pattern = parts.join('')
      const read = pattern.match(/(?:\*\*\/)|\*\*|./gs) ?? []
      const source = read.map((one) => wildcards[one as keyof typeof wildcards]).join('')
      const wanted = new RegExp(`^${source}$`).test(names.join(''))
      expect(isNamedBy(pattern, names.join(''))).toBe(wanted)
    }),
    { numRuns: 300 },
  )
})

test.each([
  `${'*a'.repeat(60)}b`,
  `${'**/a'.repeat(50)}b`,
  '**/'.repeat(66),
  `${'*'.repeat(199)}b`,
])('有很多星号的模式也能走到头：%s', (pattern) => {
  expect(isNamedBy(pattern, `${'a/'.repeat(100)}${'a'.repeat(200)}c`)).toBe(false)
})
