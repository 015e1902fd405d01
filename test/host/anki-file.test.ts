import { strFromU8, unzipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { ankiCollection, ankiFormula } from '../../src/export/anki/collection.ts'
import type { Booklet, BookletEntry } from '../../src/export/booklet.ts'
import { codeLanguages } from '../../src/export/code-languages.ts'
import type { HtmlMeans } from '../../src/export/html/cards.ts'
import { readEntry } from '../../src/export/read-entry.ts'
import { ankiPackage } from '../../src/host/paper/anki-file.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { codeCutter } from '../../src/markdown/code.ts'
import { formulaReader } from '../../src/markdown/formula/tree.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { bookletOf } from '../support/booklet.ts'

const note = `---
tags: [js, 闭 包]
---
# 前端

## 作用域

### 什么是闭包？

函数和它的变量。见 [sound:a.mp3] 与 \\(x\\) 与 \\(\\input{a}\\) 和 [latex]\\input{/etc/passwd}[/latex]。

\`\`\`js
const add = (a) => (b) => a + b
\`\`\`

![图](closure.png)

### 要点

- 函数

### 什么是 C++ 的 \`std::move\`？

右值引用。
`

const { Database } = await initSqlJs()

async function packed(booklet: Booklet): Promise<Uint8Array> {
  const entries = booklet.entries.map(readEntry)
  const cut = await codeCutter(codeLanguages(entries))
  const picture: HtmlMeans['picture'] = () => ({ source: 'viva-1.png', alt: '图' })
  const formula = ankiFormula(await formulaReader(true))
  const means: HtmlMeans = { say: zh, language: 'zh', cut, formula, picture }
  const collection = ankiCollection(booklet, entries, means)
  return ankiPackage(collection, [{ name: 'viva-1.png', bytes: new Uint8Array([1, 2]) }], zh)
}

type Row = Readonly<Record<string, unknown>>

/** Opens a package as Anki does; gives the rows of a question to its database. */
function opened(bytes: Uint8Array): (sql: string) => readonly Row[] {
  const database = new Database(unzipSync(bytes)['collection.anki2'])
  return (sql) =>
    database
      .exec(sql)
      .flatMap(({ columns, values }) =>
        values.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]]))),
      )
}

test('a package is a sound database with a note and a new card for each question', async () => {
  const ask = opened(await packed(bookletOf(note)))
  expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(ask('SELECT ver FROM col')).toEqual([{ ver: 11 }])
  expect(
    ask('SELECT sfld, tags, type, queue, due FROM notes JOIN cards ON nid = notes.id ORDER BY due'),
  ).toEqual([
    { sfld: '什么是闭包？', tags: ' 前端::作用域 js 闭_包 ', type: 0, queue: 0, due: 1 },
    {
      sfld: '什么是 C++ 的 std::move？',
      tags: ' 前端::作用域 js 闭_包 ',
      type: 0,
      queue: 0,
      due: 2,
    },
  ])
})

test('topics are decks below the title of the document', async () => {
  const ask = opened(await packed(bookletOf(note)))
  const [row] = ask(
    "SELECT json_extract(decks, '$.' || did || '.name') AS name FROM col, cards LIMIT 1",
  )
  expect(row).toEqual({ name: '面试题::前端::作用域' })
})

test('every card has its note type, and every field of it a value', async () => {
  const ask = opened(await packed(bookletOf(note)))
  const [row] = ask("SELECT mid, flds, json_extract(models, '$.' || mid) AS type FROM col, notes")
  const type = JSON.parse(String(row?.type))
  expect(type.flds.map(({ name }: { name: string }) => name)).toEqual([
    '题目',
    '参考答案',
    '要点',
    '追问',
    '我的笔记',
    '我的回答',
    '出处',
    '编号',
  ])
  expect(String(row?.flds).split('\x1f')).toHaveLength(type.flds.length)
  expect(type.tmpls[0].qfmt).toBe('{{题目}}')
  expect(type.css).toContain('.nightMode')
})

test('an answer keeps its markup and colours, and nothing in it that Anki would run', async () => {
  const ask = opened(await packed(bookletOf(note)))
  const [row] = ask('SELECT flds FROM notes ORDER BY sfld DESC LIMIT 1')
  const [, answer] = String(row?.flds).split('\x1f')
  expect(answer).toMatchInlineSnapshot(`
    "<p>函数和它的变量。见 &#91;sound:a.mp3] 与 \\(x\\) 与 <code>\\<span></span>(\\input{a}\\)</code> 和 &#91;latex]\\input{/etc/passwd}&#91;/latex]。</p>
    <pre><code><span class="keyword">const</span> <span class="name">add</span> = (a) =&gt; (b) =&gt; a + b</code></pre>
    <p><img src="viva-1.png" alt="图"></p>"
  `)
})

test('pictures are in the package, called as the notes call them', async () => {
  const files = unzipSync(await packed(bookletOf(note)))
  expect(JSON.parse(strFromU8(files.media ?? new Uint8Array()))).toEqual({ 0: 'viva-1.png' })
  expect([...(files['0'] ?? [])]).toEqual([1, 2])
})

test('a later export has the same notes, so that importing it updates them', async () => {
  const ids = 'SELECT id, guid FROM notes ORDER BY id'
  const first = opened(await packed(bookletOf(note)))
  const at = Date.parse('2027-01-01T00:00:00Z') as Instant
  const [head, ...others] = bookletOf(note).entries
  const second = opened(
    await packed(bookletOf(note, { at, entries: [...others, ...(head ? [head] : [])] })),
  )
  expect(second(ids)).toEqual(first(ids))
  const mod = 'SELECT max(mod) AS mod FROM notes'
  expect(Number(second(mod)[0]?.mod)).toBeGreaterThan(Number(first(mod)[0]?.mod))
})

test('the same cards at the same time give the same bytes', async () => {
  expect(await packed(bookletOf(note))).toEqual(await packed(bookletOf(note)))
})

test('two cards of one id are two notes', async () => {
  const { entries } = bookletOf(note)
  const ask = opened(await packed(bookletOf(note, { entries: [...entries, ...entries] })))
  expect(ask('SELECT count(DISTINCT guid) AS n, count(DISTINCT id) AS ids FROM notes')).toEqual([
    { n: 4, ids: 4 },
  ])
})

test('questions of interviews that no note holds are notes of their own', async () => {
  const gone = (question: string) =>
    bookletOf(`# 题\n\n## ${question}\n\n答。\n`).entries.map((entry) => {
      const source = { ...entry.card.source, file: '' }
      return { ...entry, card: { ...entry.card, id: '' as CardId, source } }
    })
  const guids = async (question: string) =>
    opened(await packed(bookletOf(note, { entries: gone(question) })))('SELECT guid FROM notes')
  expect(await guids('什么是闭包？')).not.toEqual(await guids('什么是栈？'))
  expect(await guids('什么是闭包？')).toEqual(await guids('什么是闭包？'))
})

test('notes without topics lie in the deck of the title itself', async () => {
  const ask = opened(await packed(bookletOf('## 什么是栈？\n\n后进先出。\n')))
  const [row] = ask("SELECT json_extract(decks, '$.' || did || '.name') AS name FROM col, cards")
  expect(row).toEqual({ name: '面试题' })
})

test('what was answered in an interview is a field, with its figures and what it missed', async () => {
  const asked = {
    ...{ answer: '一个函数', coverage: 0.5, grade: 'hard' as const, usedMs: 61_000 },
    ...{ late: false, limitMs: 120_000 },
  } as const
  const entries = bookletOf(note).entries.map(
    (entry): BookletEntry => ({ ...entry, missed: ['作用域'], asked }),
  )
  const [row] = opened(await packed(bookletOf(note, { entries })))('SELECT flds FROM notes')
  const given = String(row?.flds).split('\x1f')[5]
  for (const part of ['一个函数', '50%', '1:01', '<li>作用域</li>']) expect(given).toContain(part)
})
