import { expect, test } from 'vitest'
import type { BookletAnswer, BookletEntry } from '../../src/export/booklet.ts'
import { csvText, longCells } from '../../src/export/csv.ts'
import { bookletOf } from '../support/booklet.ts'

const note = `# 前端

## 什么是闭包？

- 函数
- 它的作用域，"外面"的变量

### 要点

- 函数
- 作用域

## =HYPERLINK("http://example.org") 会做什么？

打开网页。
`

/** Rows and cells as RFC 4180 has them, told apart by a reader of its own. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

test('a table has a header, a row for each card, and CRLF line ends', () => {
  const text = csvText(bookletOf(note))
  expect(text.split('\r\n')[0]).toBe(
    'id,question,body,answer,key_points,follow_ups,note,topics,tags,level,language,file,line',
  )
  const rows = rowsOf(text)
  expect(rows).toHaveLength(3)
  expect(rows.every(({ length }) => length === 13)).toBe(true)
})

test('quotes, commas and line ends of a note stay inside their cell', () => {
  const [, row = []] = rowsOf(csvText(bookletOf(note)))
  expect(row[3]).toBe(`'- 函数\n- 它的作用域，"外面"的变量`)
  expect(row[4]).toBe('函数\n作用域')
})

test('answers of follow-ups stand indented below their questions', () => {
  const more = '### 追问\n\n- 会泄漏吗？\n\n  会。\n\n  见下。\n- 为什么？\n'
  const [, row = []] = rowsOf(csvText(bookletOf(`## 什么是闭包？\n\n函数。\n\n${more}`)))
  expect(row[5]).toBe('会泄漏吗？\n  会。\n  \n  见下。\n为什么？')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1+1', '－1', '＠x', '＋1'])(
  'no spreadsheet takes %j for a formula',
  (start) => {
    const booklet = bookletOf(note)
    const entries = booklet.entries.map((entry) => ({ ...entry, note: `${start} 之后` }))
    const [, row = []] = rowsOf(csvText({ ...booklet, entries }))
    expect(row[6]).toBe(`'${start} 之后`)
  },
)

test.each([
  ['b;=1+1?', "b;'=1+1?"],
  ['b; =1', "b; '=1"],
  ['\t=1', "'\t'=1"],
  ['b\t@SUM(A1)', "b\t'@SUM(A1)"],
  ['乙；b;－1;;＝2', "乙；b;'－1;;'＝2"],
  ['b;"=1"', `b;"'=1"`],
  ['第一行\n=1+1', "第一行\n'=1+1"],
  ['第一行\n-1+cmd', "第一行\n'-1+cmd"],
])('nor does one that parts cells at semicolons or tabs: %j', (note, safe) => {
  const booklet = bookletOf('## 什么是栈？\n\n后进先出。\n')
  const entries = booklet.entries.map((entry) => ({ ...entry, note }))
  const text = csvText({ ...booklet, entries })
  expect(rowsOf(text)[1]?.[6]).toBe(safe)
  expect(text).toContain(`"${safe.replaceAll('"', '""')}"`)
})

test('an item of a list, and a semicolon before words, stay as they are', () => {
  const booklet = bookletOf('## 什么是栈？\n\n后进先出。\n')
  const note = '有序; 无序\n- 一\n+ 二\n* 三; b'
  const entries = booklet.entries.map((entry) => ({ ...entry, note }))
  expect(rowsOf(csvText({ ...booklet, entries }))[1]?.[6]).toBe(note)
})

test('ordinary text bears no apostrophe', () => {
  const [, first = []] = rowsOf(csvText(bookletOf(note)))
  expect(first[1]).toBe('什么是闭包？')
})

test('a cell beyond what a spreadsheet shows is counted', () => {
  const booklet = bookletOf(note)
  const entries = booklet.entries.map((entry) => ({ ...entry, note: '长'.repeat(40_000) }))
  expect(longCells({ ...booklet, entries })).toBe(2)
})

test('an interview has what was answered, and how well, in columns of its own', () => {
  const booklet = bookletOf(note)
  const asked = {
    answer: '=函数',
    coverage: 0.5,
    grade: 'hard',
    usedMs: 1,
    limitMs: 2,
    late: false,
  }
  const entries = booklet.entries.map(
    (entry, i): BookletEntry => ({
      ...entry,
      missed: ['作用域'],
      asked: i === 0 ? (asked as BookletAnswer) : undefined,
    }),
  )
  const [head = [], first = [], second = []] = rowsOf(csvText({ ...booklet, entries }))
  expect(head.slice(13)).toEqual(['given', 'coverage', 'grade', 'missed'])
  expect(first.slice(13)).toEqual(["'=函数", '0.50', 'hard', '作用域'])
  expect(second.slice(13)).toEqual(['', '', '', '作用域'])
})

test('what the answer refers to elsewhere in its file stands below it', () => {
  const text =
    '## 什么是闭包？\n\n见 [文档][1]。\n\n## 什么是栈？\n\n后进先出。\n\n[1]: https://a.cn/\n'
  const [, row = []] = rowsOf(csvText(bookletOf(text)))
  expect(row[3]).toBe('见 [文档][1]。\n\n[1]: https://a.cn/')
})
