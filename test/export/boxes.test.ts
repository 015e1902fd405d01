import { expect, test } from 'vitest'
import { blocksHtml, type HtmlText } from '../../src/export/html/blocks.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { documentOf } from '../../src/markdown/blocks.ts'

const text: HtmlText = {
  cut: (code) => [{ text: code, meaning: undefined }],
  picture: (_, alt) => ({ instead: alt }),
  drawing: zh.show.drawing,
  formula: () => undefined,
  ticked: ['', ''],
  boxes: zh.boxes,
  table: '',
  level: 4,
  name: 'm1',
  noCode: undefined,
}

function html(markdown: string): string {
  return blocksHtml(documentOf(markdown) ?? [], text)
}

test('没有标题的提示框写明它是什么', () => {
  expect(html('> [!WARNING]\n> 别记密码。')).toBe(
    '<div class="callout warn">\n<p><strong>警告</strong></p>\n<p>别记密码。</p>\n</div>',
  )
})

test('a box that folds is one in HTML, and nothing of its title is markup', () => {
  expect(html('::: details <b onclick=x>Click\ntext\n:::')).toMatch(
    /^<details class="callout plain">\n<summary>.*Click(?:<\/strong>)?<\/summary>\n<p>text<\/p>\n<\/details>$/,
  )
  expect(html('> [!tip]+ 开着\n> 文')).toContain('<details class="callout good" open>')
  expect(html('::: details <b onclick=x>Click\ntext\n:::')).not.toContain('<b onclick')
})

test('marked text is marked', () => {
  expect(html('用==高亮==')).toBe('<p>用<mark>高亮</mark></p>')
})
