import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { changesBetween } from '../../src/identity/changes.ts'

function libraryOf(files: Readonly<Record<string, string>>) {
  const decks = Object.entries(files).map(
    ([file, text]) => parse({ library: '/notes', file, text }).deck,
  )
  return { root: '/notes', decks, problems: [] }
}

const card = (id: string, answer: string) =>
  `## 什么是 ${id}？\n\n<!-- id: ${id} -->\n\n${answer}\n\n`

test('cards are new, edited or gone; one that only moved, or stands twice, is the same', () => {
  const before = libraryOf({
    'a.md': card('lock', '互斥。') + card('thread', '执行流。') + card('heap', '堆。'),
    'c.md': card('heap', '堆。'),
  })
  const after = libraryOf({
    'b.md': card('thread', '执行流。') + card('lock', '互斥，只有一个。') + card('stack', '栈。'),
    'c.md': card('thread', '执行流。'),
  })
  const { fresh, edited, gone } = changesBetween(before, after)
  expect([fresh, edited, gone].map((cards) => cards.map(({ id }) => id))).toEqual([
    ['stack'],
    ['lock'],
    ['heap'],
  ])
})
