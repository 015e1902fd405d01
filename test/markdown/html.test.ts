import { describe, expect, test } from 'vitest'
import { asWritten, documentOf } from '../../src/markdown/blocks.ts'
import { type Document, plainText } from '../../src/markdown/document.ts'

const text = (said: string) => ({ kind: 'text', text: said })
const paragraph = (...inlines: readonly object[]) => ({ kind: 'paragraph', inlines })

function blocksOf(markdown: string): Document {
  return documentOf(markdown) ?? asWritten(markdown)
}

/** What a page of one paragraph says. */
function said(markdown: string): string {
  const [first] = blocksOf(markdown)
  return first?.kind === 'paragraph' ? plainText(first.inlines) : ''
}

describe('a tag', () => {
  test.each([
    '区别是 <b> 与 <strong>，还有 <div>',
    'List<a> 和 vector<p>，Map<K,V>、List<String>',
    '若 i<b 或 b>0 则成立',
    '用 <hr> 画线，</p> 收尾，<meta charset="utf-8"> 声明编码',
    '<div> 是块级元素',
    '<script> 和 <style>',
  ])('that nothing closes is what its author wrote about: %s', (line) => {
    expect(said(line)).toBe(line)
  })

  test('that is closed dresses what it holds, whatever its case, and pairs may cross', () => {
    expect(blocksOf('<B>粗</B><mark>亮</mark><u>线</u><ins>新</ins>')).toEqual([
      paragraph(
        { kind: 'strong', inlines: [text('粗')] },
        { kind: 'mark', inlines: [text('亮')] },
        { kind: 'inserted', inlines: [text('线')] },
        { kind: 'inserted', inlines: [text('新')] },
      ),
    ])
    expect(said('<b><i>交</b>叉</i>完')).toBe('交叉完')
  })

  test('of a program hides it, and handlers and frames do not pass', () => {
    const page = '<p onclick="x()">前<script>alert(1)</script>后<style>p{}</style></p>'
    expect(blocksOf(page)).toEqual([paragraph(text('前'), text('后'))])
    const frame = '<iframe src="javascript:x"></iframe><form><input name=a></form>尾'
    expect(JSON.stringify(blocksOf(frame))).not.toMatch(/"url":"|form|input/)
  })

  test('that opens a line of prose leaves the Markdown in it alone', () => {
    expect(blocksOf('<span> 是**行内**元素')).toMatchObject([
      { inlines: [text('<span>'), text(' 是'), { kind: 'strong' }, text('元素')] },
    ])
    expect(blocksOf('<div> 是**块级**元素')).toMatchObject([
      { inlines: [text('<div>'), text(' 是'), { kind: 'strong' }, text('元素')] },
    ])
  })
})

describe('a table of HTML', () => {
  test('is a table; what a cell spans is empty', () => {
    const page =
      '<table><tr><th>码</th><th align=right>义</th></tr><tr><td rowspan=2>4xx</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td colspan=2>尾</td></tr></table>'
    expect(blocksOf(page)).toEqual([
      {
        kind: 'table',
        aligns: [undefined, undefined],
        head: [[text('码')], [text('义')]],
        rows: [
          [[text('4xx')], [text('甲')]],
          [[], [text('乙')]],
          [[text('尾')], []],
        ],
      },
    ])
  })

  test('has no head where no cell is one, and lists in a cell are lines', () => {
    const [table] = blocksOf('<table><tr><td>甲<ul><li>一<li>二</ul></td></tr></table>')
    expect(table).toMatchObject({
      head: [[]],
      rows: [
        [
          [
            text('甲'),
            { kind: 'break' },
            text('• '),
            text('一'),
            { kind: 'break' },
            text('• '),
            text('二'),
          ],
        ],
      ],
    })
  })

  test('may stand in a paragraph, with Markdown around and lines of it within', () => {
    const page = '前文\n<table><tr><td>\n\n**甲**\n\n</td></tr></table>\n后**文**'
    expect(blocksOf(page)).toMatchObject([
      paragraph(text('前文')),
      { kind: 'table', rows: [[[{ kind: 'strong', inlines: [text('甲')] }]]] },
      paragraph(text('后'), { kind: 'strong', inlines: [text('文')] }),
    ])
  })

  test('keeps what stands in it and in no cell', () => {
    expect(blocksOf('<table>散<tr>落<td>格</td></tr></table>')).toMatchObject([
      paragraph(text('散'), text('落')),
      { kind: 'table' },
    ])
  })
})

describe('blocks of HTML', () => {
  test('are lists, terms, quotes, code, headings and rules', () => {
    const page =
      '<h3>题</h3><ol start=3><li>一<li><input type=checkbox checked>二</ol><dl><dt>词<dd>义</dl><blockquote>引</blockquote><hr><pre><code class="language-js">a\n  b</code></pre>'
    expect(blocksOf(page)).toMatchObject([
      { kind: 'heading', signs: 3 },
      { kind: 'list', start: 3, items: [{ checked: undefined }, { checked: true }] },
      {
        kind: 'list',
        items: [
          { blocks: [paragraph({ kind: 'strong', inlines: [text('词')] }), paragraph(text('义'))] },
        ],
      },
      { kind: 'quote' },
      { kind: 'rule' },
      { kind: 'code', language: 'js', text: 'a\n  b' },
    ])
  })

  test('hold Markdown that stands on lines of its own without an empty line above', () => {
    expect(blocksOf('<details><summary>答</summary>\n- 一\n- **二**\n</details>')).toMatchObject([
      paragraph({ kind: 'summary', inlines: [text('答')] }),
      {
        kind: 'list',
        items: [{}, { blocks: [paragraph({ kind: 'strong', inlines: [text('二')] })] }],
      },
    ])
  })

  test('interrupt an item, and what is left of a frame is not shown', () => {
    expect(blocksOf('- <p>甲</p>\n- 乙')).toMatchObject([
      { items: [{ blocks: [paragraph(text('甲'))] }, { blocks: [paragraph(text('乙'))] }] },
    ])
    expect(blocksOf('<div align="center">\n\n甲\n\n</center>')).toEqual([paragraph(text('甲'))])
  })
})

test.each([
  ['open elements', '<div>\n'.repeat(8000)],
  ['open marks', 'x<b>'.repeat(4000)],
  ['tables in tables', '<table><tr><td>'.repeat(1000)],
  ['cells that span all', `<table>${'<tr><td rowspan=999 colspan=999>x'.repeat(500)}</table>`],
  ['attributes', `<div ${'a=b '.repeat(4000)}>`],
  ['100,000 open elements', '<div>'.repeat(100_000)],
  ['a megabyte of an attribute', `<p title="${'x'.repeat(1_000_000)}">甲</p>`],
])('%s are read or shown as they are written, soon', { timeout: 20_000 }, (_, page) => {
  expect(() => blocksOf(page)).not.toThrow()
})

test('an address behind a Chinese sentence is one too, and struck text may end with its sign', () => {
  const [first] = blocksOf('（https://a.example）完。见https://b.example/c。后文www.d.example, 完')
  const urls = first?.kind === 'paragraph' ? first.inlines : []
  expect(urls.flatMap((one) => (one.kind === 'link' ? [one.url] : []))).toEqual([
    'https://a.example',
    'https://b.example/c',
    'http://www.d.example',
  ])
  expect(blocksOf('~~删除。~~后')).toEqual([
    paragraph({ kind: 'deleted', inlines: [text('删除。')] }, text('后')),
  ])
})
