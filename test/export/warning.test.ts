import { expect, test } from 'vitest'
import { readEntry } from '../../src/export/read-entry.ts'
import { asWrittenWarnings, warningText } from '../../src/export/warning.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { bookletOf } from '../support/booklet.ts'

test('a picture that is left out is named as a person writes it', () => {
  const left = (src: string) =>
    warningText({ code: 'picture-left-out', file: 'a.md', src, reason: 'missing' }, zh)
  expect(left('%E9%A1%B9%E7%9B%AE/%E5%9B%BE.png')).toContain('项目/图.png')
  expect(left('图/%E9%A1%')).toContain('图/%E9%A1%')
})

test('一段嵌套得读不了的引用会让人知道', () => {
  const text = `## 短的问题？\n\n短。\n\n## 引用有多深？\n\n${'> '.repeat(40)}深\n`
  const entries = bookletOf(text).entries.map(readEntry)
  expect(asWrittenWarnings(entries)).toEqual([{ code: 'card-as-written', file: 'a.md', line: 5 }])
})

test('一张四千行的表格还是表格，一行也不少', () => {
  const rows = '| 甲 | 乙 | 丙 |\n'.repeat(4000)
  const text = `## 表格有多大？\n\n| 一 | 二 | 三 |\n|-|-|-|\n${rows}`
  const entries = bookletOf(text).entries.map(readEntry)
  expect(asWrittenWarnings(entries)).toEqual([])
  expect(entries[0]?.answer?.map((block) => 'rows' in block && block.rows.length)).toEqual([4000])
})
