import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Booklet } from '../../../src/export/booklet.ts'
import { codeLanguages } from '../../../src/export/code-languages.ts'
import { whole } from '../../../src/export/content.ts'
import type { HtmlMeans, HtmlOptions } from '../../../src/export/html/cards.ts'
import { htmlPieces } from '../../../src/export/html/page.ts'
import { readEntry } from '../../../src/export/read-entry.ts'
import { zh } from '../../../src/i18n/zh/zh.ts'
import { codeCutter } from '../../../src/markdown/code.ts'
import { bookletOf } from '../../support/booklet.ts'
import { notes } from '../../support/notes.ts'

const note = `# 前端

## 什么是闭包？

函数和它**看得见**的变量，见 [文档](https://example.org/?a=1&b=2)。[^1]

### 例子

\`\`\`js
const add = (a) => (b) => a + b // 柯里化
\`\`\`

| 变量 | 作用域 |
| --- | :-: |
| \`var\` | 函数 |

- [x] 会写
- [ ] 会讲

![图](closure.png)

[^1]: 也叫词法作用域。

### 要点

- 函数
- 词法环境

### 追问

- 有什么坏处？

## What is a \`Symbol\`?

<!-- id: symbol -->

A value that equals nothing but itself.
`

const usual: HtmlOptions = { layout: 'notes', answers: 'inline', code: true }
const cut = await codeCutter(['js'])
const means: HtmlMeans = {
  say: zh,
  language: 'zh',
  cut,
  formula: () => undefined,
  picture: (_, __, alt) => ({ instead: `图片：${alt}` }),
}

function html(options: Partial<HtmlOptions> = {}, text = note): Promise<string> {
  return pageOf(bookletOf(text), options)
}

async function pageOf(booklet: Booklet, options: Partial<HtmlOptions> = {}): Promise<string> {
  const pieces = htmlPieces(booklet, { ...usual, ...options }, means, async (some) => ({
    entries: some.map(readEntry),
    means,
  }))
  return String(await whole(pieces))
}

const layouts = ['notes', 'quiz', 'summary'] as const
const places = ['none', 'end', 'inline'] as const
const all = layouts.flatMap((layout) => places.map((answers) => ({ layout, answers })))
const pages = await Promise.all(
  all.map(async (options) => ({ ...options, page: await html(options) })),
)

describe.each(pages)('a page of $layout with answers $answers', ({ page }) => {
  test('has each name once, and every link in it leads somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  test('leaves out no level of headings', () => {
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level))
    const jumps = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)
    expect(jumps).toEqual([])
  })

  test('closes what it opens', () => {
    expect(leftOpen(page)).toEqual([])
  })
})

const empty = new Set(['meta', 'br', 'hr', 'img'])

/** Tags that are not closed in the order in which they were opened. */
function leftOpen(page: string): readonly string[] {
  const open: string[] = []
  for (const [, closes, name = ''] of page.matchAll(/<(\/?)([a-z][a-z\d]*)\b[^>]*>/g)) {
    if (empty.has(name)) continue
    if (closes === '') open.push(name)
    else if (open.at(-1) === name) open.pop()
    else return [...open, `/${name}`]
  }
  return open
}

test('a page needs nothing from elsewhere', async () => {
  const page = await html()
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/<(?:script|link|iframe|object|base)\b|url\(|@import/)
})

test('a card looks as its Markdown means', async () => {
  expect(/<article[\s\S]*?<\/article>/.exec(await html())?.[0]).toMatchInlineSnapshot(`
    "<article aria-labelledby="q1">
    <h3 id="q1"><span class="number">1</span>什么是闭包？</h3>
    <div class="card">
    <div class="answer">
    <p>函数和它<strong>看得见</strong>的变量，见 <a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">文档</a>。<sup><a href="#m1-note-1">1</a></sup></p>
    <h4>例子</h4>
    <pre><code><span class="keyword">const</span> <span class="name">add</span> = (a) =&gt; (b) =&gt; a + b <span class="comment">// 柯里化</span></code></pre>
    <div class="wide" role="group" tabindex="0" aria-label="表格"><table>
    <thead><tr><th scope="col">变量</th><th scope="col" style="text-align:center">作用域</th></tr></thead>
    <tbody><tr><td><code>var</code></td><td style="text-align:center">函数</td></tr></tbody>
    </table></div>
    <ul>
    <li class="task"><span role="img" aria-label="已完成">☑</span> 会写</li>
    <li class="task"><span role="img" aria-label="未完成">☐</span> 会讲</li>
    </ul>
    <p><span class="missing">图片：图</span></p>
    <ol class="footnotes">
    <li id="m1-note-1"><p>也叫词法作用域。</p></li>
    </ol>
    </div>
    <div class="beside">
    <h4>要点</h4>
    <ul>
    <li>函数</li>
    <li>词法环境</li>
    </ul>
    <h4>追问</h4>
    <ul>
    <li>有什么坏处？</li>
    </ul>
    </div>
    </div>
    </article>"
  `)
})

test('a card in another language is marked as such', async () => {
  expect(await html()).toContain('<h3 id="q2" lang="en">')
})

test('answers at the end know their questions, and the other way round', async () => {
  const page = await html({ layout: 'quiz', answers: 'end' })
  expect(page).toContain('<a class="to" href="#a1">看答案</a>')
  expect(page).toContain('<a class="to" href="#q1">回到题目</a>')
  expect(page.indexOf('看得见')).toBeGreaterThan(page.indexOf('id="answers"'))
})

test('answers that are not wanted are nowhere', async () => {
  for (const layout of ['notes', 'quiz'] as const) {
    expect(await html({ layout, answers: 'none' })).not.toContain('看得见')
  }
})

test('code is left out where nobody wants it', async () => {
  expect(await html({ code: false })).not.toContain('<pre>')
})

test('a summary has what was missed, and else all key points', async () => {
  const booklet = bookletOf(note)
  const [first, ...others] = booklet.entries
  if (first === undefined) throw new Error('no card was read')
  expect(await pageOf(booklet, { layout: 'summary' })).toContain('词法环境')
  const entries = [{ ...first, missed: ['函数'] }, ...others]
  const page = await pageOf({ ...booklet, entries }, { layout: 'summary' })
  expect(page).not.toContain('词法环境')
})

test('own notes and what was answered stand below the model answer', async () => {
  const booklet = bookletOf(note)
  const asked = { answer: '就是函数', coverage: 0.5, grade: 'hard', late: true } as const
  const entries = booklet.entries.map((entry) => ({
    ...entry,
    note: '# 我的话',
    asked: { ...asked, usedMs: 1, limitMs: 1 },
  }))
  const page = await pageOf({ ...booklet, entries })
  expect(page).toContain(
    '<p class="facts">说到 50% 的要点 · 困难 · 用时 0:01，限时 0:01 · 超时</p>',
  )
  expect(page).toContain('<h5>我的话</h5>')
})

test('the languages of code are found behind quotes and in lists', () => {
  const text =
    '# 题\n\n## 什么是闭包？\n\n> ```js\n> a\n> ```\n\n- x\n  ~~~ python title\n  b\n  ~~~\n'
  expect([...codeLanguages(bookletOf(text).entries.map(readEntry))]).toEqual(['js', 'python'])
})

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '![a](" onerror="alert(1))',
  '<a href="data:text/html,x">y</a>',
  '`</code><script>`',
  '<style>*{}</style>',
  '"><svg onload=alert(1)>',
]

test.each(attacks)('%s is only text', async (attack) => {
  const text = `# 题\n\n## 什么是 ${attack}？\n\n${attack}\n\n\`\`\`${attack}\n${attack}\n\`\`\`\n\n### 要点\n\n- ${attack}\n`
  const page = (await html({}, text)).replace(/<style>[\s\S]*?<\/style>/, '')
  const tags = [...page.matchAll(/<\/?([a-z]\w*)((?:[^<>"]|"[^"]*")*)>/g)]
  expect(tags.filter(([, name = '']) => /^(?:script|style|svg|iframe)$/.test(name))).toEqual([])
  const attributes = tags.flatMap(([, , inside = '']) => [...inside.matchAll(/([\w-]+)="/g)])
  expect(attributes.filter(([, name = '']) => name.startsWith('on'))).toEqual([])
  expect(page).not.toMatch(/(?:href|src)="(?:javascript|data)/)
})

test('whatever a note holds, the page closes what it opens', async () => {
  await fc.assert(
    fc.asyncProperty(notes, fc.constantFrom(...all), async (text, options) => {
      expect(leftOpen(await html(options, text))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('追问不算题目，前面写明是追问', async () => {
  const { entries, ...booklet } = bookletOf('## 什么是死锁？\n\n互相等待。\n\n## 怎么避免？\n')
  const last = entries.slice(0, 1)
  const asked = entries.map((entry, i) => ({ ...entry, isFollowUp: i === 1 }))
  const page = await pageOf({ ...booklet, entries: [...asked, ...last] })
  expect(page).toContain(`<p>2026-11-22 · ${zh.list.cards(2)}</p>`)
  expect(page).toContain('<h3 id="q2">追问：怎么避免？</h3>')
  expect(page).toContain('<h3 id="q3"><span class="number">2</span>什么是死锁？</h3>')
})

test('追问的答案写在追问下面，离要点远一些，给它整行的宽度', async () => {
  const more =
    '### 要点\n\n- 互相等待\n\n### 追问\n\n- 怎么发现？\n\n  看**线程**的栈。\n- 怎么避免？\n'
  const page = await pageOf(bookletOf(`## 什么是死锁？\n\n互相等待。\n\n${more}`))
  const list =
    '<h4>追问</h4>\n<ul>\n<li><strong>怎么发现？</strong>\n<p>看<strong>线程</strong>的栈。</p>\n</li>'
  expect(page).toContain(`${list}\n<li>怎么避免？</li>\n</ul>`)
  expect(page.indexOf(list)).toBeLessThan(page.indexOf('<h4>要点</h4>'))
})
