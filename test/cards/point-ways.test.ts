import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { markdownText } from '../../src/export/markdown.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { bookletOf } from '../support/booklet.ts'

const note = `## 缓存怎么过期？

读到的时候才删，或者定期抽查。

### 要点

- 惰性删除 <!-- also: 读到才清 | 用到才看 --> <!-- not: 到点就删 -->
- 定期删除
  <!-- any: 抽样 | 限时 -->
- 淘汰策略 <!-- TODO: 补充 -->
`

function cardIn(text: string) {
  const [card] = parse({ library: '/x', file: 'x.md', text }).deck.cards
  if (card === undefined) throw new Error('no card')
  return card
}

test('comments beside key points are ways of saying them, and no part of their text', () => {
  const { keyPoints, pointWays } = cardIn(note)
  expect(keyPoints).toEqual(['惰性删除', '定期删除', '淘汰策略 <!-- TODO: 补充 -->'])
  expect(pointWays).toEqual([
    { also: ['读到才清', '用到才看'], not: ['到点就删'], any: [] },
    { also: [], not: [], any: ['抽样', '限时'] },
    { also: [], not: [], any: [] },
  ])
})

test('where no comment says any, a card has none', () => {
  expect(
    cardIn('## 缓存怎么过期？\n\n抽查。\n\n### 要点\n\n- 定期删除\n').pointWays,
  ).toBeUndefined()
})

test('an export in Markdown holds them as they were written, and reads back', () => {
  const card = cardIn(note)
  const text = markdownText(bookletOf(note), zh)
  expect(text).toContain('- 惰性删除 <!-- also: 读到才清 | 用到才看 --> <!-- not: 到点就删 -->')
  expect(cardIn(text).pointWays).toEqual(card.pointWays)
})
