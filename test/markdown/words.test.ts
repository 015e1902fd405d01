import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outputs, wordsOfCards } from '../support/words.ts'

/** The words that some output does not show of the answer to a question. */
async function lostIn(answer: string): Promise<readonly string[]> {
  const told = await wordsOfCards(`---\nquestions: heading\n---\n\n## 什么是标记？\n\n${answer}\n`)
  const [card, ...others] = told
  expect([card?.card.answer.kind, others.length, answer]).toEqual(['written', 0, answer])
  return outputs.flatMap((output) => (card?.lost[output] ?? []).map((word) => `${output} ${word}`))
}

const said = fc.stringMatching(/^kw[a-z]{3,8}$/)
const han = fc.constantFrom('缓存击穿', '乐观锁', '更新时比较版本号', '最左前缀')
const words = fc
  .array(fc.oneof(said, han), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(' '))

const dress = fc
  .tuple(
    fc.constantFrom('b', 'u', 'mark', 'kbd', 'sub', 'sup', 'font', 'span', 'INS', 'small', 'q'),
    words,
  )
  .map(([name, text]) => `<${name}>${text}</${name}>`)
const marked = fc
  .tuple(fc.constantFrom('**', '*', '~~', '`', '__'), words)
  .map(([mark, text]) => `${mark}${text}${mark}`)
const loose = fc.constantFrom(
  '<b>',
  '<div>',
  '</p>',
  'List<a>',
  'i<b',
  'a && c>d',
  '256**1024',
  '<K,V>',
  '~~',
  '!!',
  '&lt;',
)
const line = fc
  .array(fc.oneof(words, dress, marked, loose), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '))
// what begins with a word is read as prose
const prose = fc.tuple(words, line).map(([first, rest]) => `${first} ${rest}`)

const cell = fc.oneof(
  words,
  dress,
  words.map((text) => `<ul><li>${text}</li><li>${text}</li></ul>`),
)
const table = fc
  .array(
    fc.array(fc.tuple(cell, fc.constantFrom('', ' rowspan=2', ' colspan="3"')), {
      minLength: 1,
      maxLength: 3,
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((rows) => {
    const row = (cells: readonly (readonly [string, string])[]) =>
      `<tr>${cells.map(([text, span]) => `<td${span}>${text}</td>`).join('')}</tr>`
    return `<table>\n${rows.map(row).join('\n')}\n</table>`
  })
const list = fc
  .tuple(
    fc.constantFrom('ul', 'ol'),
    fc.array(fc.oneof(words, dress), { minLength: 1, maxLength: 3 }),
  )
  .map(
    ([name, items]) =>
      `<${name}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</${name}>`,
  )
const terms = fc
  .tuple(words, words)
  .map(([term, text]) => `<dl><dt>${term}</dt><dd>${text}</dd></dl>`)
const frame = fc
  .tuple(fc.constantFrom('div', 'section', 'center', 'p', 'blockquote'), prose)
  .map(([name, text]) => `<${name}>${text}</${name}>`)
const fold = fc
  .tuple(words, prose)
  .map(([title, text]) => `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>`)
const items = fc
  .array(prose, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one) => `- ${one}`).join('\n'))
const block = fc.oneof(prose, table, list, terms, frame, fold, items)

describe('every word of an answer', () => {
  test('stands in all that is shown of it, whatever marks and tags are around it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (blocks) => {
        expect(await lostIn(blocks.join('\n\n'))).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('stands there where a block of HTML interrupts a paragraph or an item', async () => {
    await fc.assert(
      fc.asyncProperty(prose, fc.oneof(table, list, frame), prose, async (before, html, after) => {
        expect(await lostIn(`${before}\n${html}\n${after}`)).toEqual([])
        expect(await lostIn(`- ${before}\n- ${html.replace(/\n/g, ' ')}\n- ${after}`)).toEqual([])
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
