import { expect, test } from 'vitest'
import { quantitiesIn } from '../../../src/points/contrary/quantities.ts'

test.each([
  ['16mb', 16e6, 'bytes'],
  ['16 megabytes', 16e6, 'bytes'],
  ['sixteen megabytes', 16e6, 'bytes'],
  ['十六兆', 16e6, 'bytes'],
  ['五点零', 5, ''],
  ['5.0', 5, ''],
  ['3.5 万亿', 3.5e12, ''],
  ['三万多亿', 3e12, ''],
  ['five hundred', 500, ''],
  ['半小时内 30 秒', 30_000, 'ms'],
  ['六十四位', 64, 'places'],
  ['twice', 2, 'times'],
])('“%s” is %d %s', (text, value, kind) => {
  expect(quantitiesIn(text)).toMatchObject([{ value, kind }])
})

test.each(['一个人', '一些', 'sha-256', 'uuid v7', 'http/2', 'one of them'])(
  '“%s” counts nothing',
  (text) => {
    expect(quantitiesIn(text)).toEqual([])
  },
)
