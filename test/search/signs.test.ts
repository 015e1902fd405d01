import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { search } from '../../src/search/engine.ts'
import { collectionOf } from '../../src/search/index/collection.ts'
import { understoodLines } from '../../src/view/hits.ts'
import { plainLook } from '../support/look.ts'

const questions = [
  '`==` 和 `===` 有什么区别？',
  '`??` 在 JavaScript 里做什么？',
  'What does the arrow `=>` mean?',
  '位运算 `<<` 与 `>>` 怎么用？',
  '指针的 `->` 和 `.` 有什么不同？',
  'What does `&&` do in a shell?',
  '什么是 I/O 多路复用？',
  'What is CI/CD?',
  'TCP/IP 分几层？',
  '快速排序的平均时间复杂度是多少？',
  '堆排序要多久？',
  '`rm -rf` 做什么？',
  '`-Xmx512m` 设什么？',
  'What is C++?',
  '.NET 是什么？',
  'What is a café?',
  '什么是 Über 的 façade？',
]
const answers = new Map([
  [9, '平均 $O(n \\log n)$，最坏 O(n²)。'],
  [10, '总是 O(nlogn)。'],
])
const text = questions.map((one, i) => `## ${one}\n\n${answers.get(i) ?? '答。'}\n`).join('\n')
const collection = collectionOf(parse({ library: '/n', file: 'a.md', text }).deck.cards)

async function found(query: string): Promise<readonly string[]> {
  return (await search(collection, query, { limit: 5 })).hits.map(({ card }) => card.question)
}

test.each([
  ['===', '=== 有什么区别'],
  ['==', '=== 有什么区别'],
  ['??', '??'],
  ['=>', '=>'],
  ['<<', '<<'],
  ['->', '->'],
  ['&&', '&&'],
  ['C++', 'C++'],
  ['.NET', '.NET'],
  ['IO', 'I/O'],
  ['i/o', 'I/O'],
  ['cicd', 'CI/CD'],
  ['tcpip', 'TCP/IP'],
  ['rm -rf', 'rm -rf'],
  ['-Xmx512m', '-Xmx512m'],
  ['cafe', 'café'],
  ['CAFÉ', 'café'],
  ['uber', 'Über'],
  ['ueber', 'Über'],
  ['facade', 'façade'],
  ['O(n²)', '快速排序'],
])('%s finds the card that has it', async (query, words) => {
  expect((await found(query))[0]).toContain(words)
})

test.each(['O(n log n)', 'O(nlogn)', 'nlogn', 'n log n'])(
  '%s 无论怎么写都是同一个复杂度',
  async (query) => {
    const all = await found(query)
    expect(all).toContain('快速排序的平均时间复杂度是多少？')
    expect(all).toContain('堆排序要多久？')
  },
)

test('signs at the end of a question ask for nothing', async () => {
  expect(await found('什么是 I/O 多路复用??')).toEqual(await found('什么是 I/O 多路复用'))
})

test('an option that would leave nothing is searched for, and that is said', async () => {
  const all = await search(collection, 'rm -rf', { limit: 5 })
  expect(all.asText).toEqual(['-rf'])
  expect(understoodLines(all, plainLook).join()).toContain('-rf')
})

test('排除得一条不剩时说出来，不当作要找的字', async () => {
  const all = await search(collection, '多路复用 -什么', { limit: 5 })
  expect(all.hits).toEqual([])
  expect(all.leftOut).toEqual(['-什么'])
  expect(understoodLines(all, plainLook).join()).toContain('-什么')
  expect((await search(collection, '什么 -多路复用', { limit: 5 })).leftOut).toEqual([])
})
