import { expect, test } from 'vitest'
import { documentOf } from '../../src/markdown/blocks.ts'
import { everyInline, plainText } from '../../src/markdown/document.ts'

test('a picture pasted as data is a picture, and the rest is read', () => {
  const data = `data:image/png;base64,${'iVBORw0KGgo'.repeat(12_000)}`
  const [, second, third] = documentOf(`**一**\n\n![图](${data})\n\n二`) ?? []
  expect(second).toEqual({ kind: 'paragraph', inlines: [{ kind: 'image', src: data, alt: '图' }] })
  expect(third).toEqual({ kind: 'paragraph', inlines: [{ kind: 'text', text: '二' }] })
})

test('a line of more than 20 kB is a paragraph, and nothing of it is lost', () => {
  const line = '中文的 **一个** 长句子，没有换行。'.repeat(1500)
  const blocks = documentOf(`# 题\n\n${line}\n\n- 项`) ?? []
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list'])
  const told = blocks[1]?.kind === 'paragraph' ? plainText(blocks[1].inlines) : ''
  expect(told).toBe(line.replaceAll('**', ''))
})

test('words of a long line are not run together where it is cut', () => {
  const line = 'some words without an end '.repeat(900).trim()
  const [only] = documentOf(line) ?? []
  expect(only?.kind === 'paragraph' && plainText(only.inlines)).toBe(line)
})

test('a table of 2,000 rows is one table, with what stands around it', () => {
  const row = '| 1 | `二` | **三** | 四 | 五 |\n'
  const text = `前\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n${row.repeat(2000)}\n后`
  const blocks = documentOf(text) ?? []
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph'])
  expect(blocks[1]?.kind === 'table' && blocks[1].rows).toHaveLength(2000)
})

test('a long line of code stays code, and text around it is read', () => {
  const blocks = documentOf(`**一**\n\n\`\`\`js\n${'a=1;'.repeat(8000)}\n\`\`\`\n\n**二**`) ?? []
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'code', 'paragraph'])
})

test('only the part that is too hard is shown as it is written', () => {
  const blocks = documentOf(`**一**\n\n${'> '.repeat(40)}深\n`) ?? []
  const texts = Array.from(everyInline(blocks), (one) => plainText([one]))
  expect(texts.join('')).toContain('深')
})
