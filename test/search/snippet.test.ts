import { expect, test } from 'vitest'
import { snippetOf } from '../../src/search/snippet.ts'

test('a bar that a table escapes is a bar, and the others part its cells', () => {
  const row = '| 位或 | `x\\|y` | 逐位 |'
  expect(snippetOf(row, row, ['位或'])).toBe('位或 x|y 逐位')
})
