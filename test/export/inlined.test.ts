import { expect, test } from 'vitest'
import { inlined } from '../../src/export/inlined.ts'
import { warningText } from '../../src/export/warning.ts'
import { en } from '../../src/i18n/en/en.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { bookletOf } from '../support/booklet.ts'

const [entry] = bookletOf('# 题\n\n## 什么是闭包？\n\n函数。\n').entries
if (entry === undefined) throw new Error('no card was read')
const { card } = entry
const picture = { head: { kind: 'png' }, bytes: Buffer.from('picture') } as const
const size = 'data:image/png;base64,cGljdHVyZQ=='.length

test('a picture that is used often is encoded once', () => {
  const page = inlined(() => ({ picture, alt: '图' }), zh)
  const source = 'data:image/png;base64,cGljdHVyZQ=='
  expect(page.picture(card, 'a.png', '图')).toEqual({ source, alt: '图' })
  expect(page.picture(card, 'a.png', '图')).toEqual({ source, alt: '图' })
  expect(page.warnings).toEqual([])
})

test('pictures beyond what a page may hold are boxes with their names, and said once each', () => {
  const page = inlined(() => ({ picture, alt: '图' }), zh, size * 2)
  const shown = Array.from({ length: 4 }, () => page.picture(card, '%E5%9B%BE.png', '图'))
  expect(shown.map((one) => 'instead' in one)).toEqual([false, false, true, true])
  expect(shown[3]).toEqual({ instead: '图片：图' })
  expect(page.warnings.map((warning) => warningText(warning, en))).toEqual([
    'a.md: the picture 图.png is left out (the page holds 100 MB of pictures already).',
  ])
})

test('an address that says no characters is told as it is', () => {
  const reason = 'missing'
  const warning = { code: 'picture-left-out', file: 'a.md', src: '%E5%9.png', reason } as const
  expect(warningText(warning, zh)).toContain('%E5%9.png')
})
