import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import type { Booklet } from '../../src/export/booklet.ts'
import { readEntry } from '../../src/export/read-entry.ts'
import { bookletOf, bookletOfCards } from '../support/booklet.ts'
import { machine, print, type ReadPdf, readPdf, unpacked } from '../support/pdf.ts'

const paper = join(import.meta.dirname, '../fixtures/paper')
const torture = bookletOfCards(
  parse({
    library: paper,
    file: 'torture.md',
    text: readFileSync(join(paper, 'torture.md'), 'utf8'),
  }).deck.cards,
  { title: '排版试样', told: ['主题：排版'] },
)

/** So many cards with so much to say. */
function manyCards(count: number, sentences: number): Booklet {
  const cards = Array.from({ length: count }, (_, i) => {
    const text = `第 ${i + 1} 点：先更新数据库，再删除缓存，最后靠过期时间兜底。`.repeat(sentences)
    return `## 第 ${i + 1} 个问题是什么？\n\n${text}\n\n- 要点 ${i + 1}\n- 兜底的办法\n`
  })
  return bookletOf(`# 缓存\n\n${cards.join('\n')}`)
}

describe('a document', () => {
  let pdf: ReadPdf
  let text: string
  let bytes: Uint8Array
  let warnings: readonly string[]

  beforeAll(async () => {
    const made = await print(torture)
    bytes = made.bytes
    warnings = made.warnings.map((warning) => warning.code)
    pdf = await readPdf(bytes)
    text = pdf.pages.flatMap(({ lines }) => lines).join('')
  })

  test('says all questions in order, and then what is in them', () => {
    const body = pdf.pages
      .slice(2)
      .flatMap(({ lines }) => lines)
      .join('')
    const places = torture.entries.map(({ card }, i) =>
      body.indexOf(`${i + 1}.${card.question}`.replace(/\s/g, '')),
    )
    expect(places.every((place, i) => place > (places[i - 1] ?? -1))).toBe(true)
    expect(text).toContain('使用Redis做缓存时，热点key过期会引起“缓存击穿”')
  })

  test('has a title page, heads and feet', () => {
    expect(pdf.pages[0]?.lines.slice(0, 3)).toEqual([
      '排版试样',
      '2026-11-22',
      '6道题·5道有参考答案',
    ])
    expect(pdf.pages[2]?.lines[0]).toBe('排版试样排版的难处')
    expect(pdf.pages[2]?.lines.at(-1)).toBe(`第3页，共${pdf.pages.length}页`)
  })

  test('leads from its contents and its outline to every topic and card', () => {
    expect(pdf.pages[1]?.links).toHaveLength(7)
    expect(pdf.outline.map(({ title }) => title)).toEqual(['排版的难处'])
    expect(pdf.outline[0]?.items.map(({ title }) => title)).toEqual(
      torture.entries.map(({ card }, i) => `${i + 1}. ${card.question}`),
    )
  })

  test('is tagged, in its language, and says when it was made', () => {
    expect(pdf.isTagged).toBe(true)
    expect(pdf.language).toBe('zh-CN')
    expect(pdf.info).toMatchObject({ Title: '排版试样', CreationDate: 'D:20261122120000Z' })
    const roles = new Set(pdf.pages.flatMap((page) => page.roles))
    const wanted = ['H1', 'H2', 'TOC', 'L', 'LI', 'Table', 'TH', 'TD', 'Figure', 'Code', 'Link']
    expect(wanted.filter((role) => !roles.has(role))).toEqual([])
  })

  test('names its fonts, all of them ours and subset, and no place on this machine', () => {
    const names = fontNames(bytes)
    expect(names.length).toBeGreaterThan(2)
    expect(
      names.filter(
        (name) => !/^[A-Z]{6}\+(?:NotoSansSC|NotoSansMath|Inconsolata|NotoEmoji)-/.test(name),
      ),
    ).toEqual([])
    expect(unpacked(bytes)).not.toContain(paper)
  })

  test('prints by number what no font has, shows emoji, and warns', () => {
    expect(text).toContain('[U+20BB7]野家、[U+D55C][U+AD6D][U+C5B4]')
    expect(text).toContain('✅完成❌失败')
    expect(warnings).toEqual([...Array(4).fill('picture-left-out'), 'glyphs-missing'])
  })

  test('says where pictures are missing, and reads none outside the library', () => {
    expect(text).toContain('找不到图片：架构图')
    expect(text).toContain('显示不了的图片：坏图')
    expect(text).toContain('找不到图片：外面')
    expect(text).toContain('网上的图片：网图')
  })

  test('prints what would run elsewhere as the text that it is', () => {
    expect(text).toContain('#read("/etc/passwd")#panic()𝑥@label<label>\\u{41}')
    expect(text).not.toContain('root:')
  })

  test('breaks long code with its text whole', () => {
    const code = 'aVeryLongLineWithoutAnySpace'.repeat(5)
    expect(text).toContain(code)
    expect(text).toContain('created_at__lt=now-timedelta(minutes=30)).select_for_update')
  })

  test('starts no line with a closing mark', () => {
    const marks = pdf.pages
      .slice(2)
      .flatMap(({ lines }) => lines)
      // behind a picture that stands alone, the text goes on as it was written
      .filter((line) => /^[，。；：！？、）】》」』”’]/.test(line) && line !== '，')
    expect(marks).toEqual([])
  })
})

test('a document has the same bytes whichever engine makes it, and whenever', async () => {
  const few = manyCards(2, 2)
  const { bytes } = await print(few)
  const [again, wasm] = [await print(few), await print(few, {}, { engine: 'wasm' })]
  expect(Buffer.compare(again.bytes, bytes)).toBe(0)
  expect(Buffer.compare(wasm.bytes, bytes)).toBe(0)
})

test('a look-alike that comes first hides no word from a search', async () => {
  const note = [
    '## 为什么使⽤锁？\n\n⼀次只有⼀个线程⽤它。',
    '## 什么是用户态？\n\n用户一次只有一个线程，`⽤户`。\n\n| ⽤ | 用户 |\n|---|---|\n| ➀ | ① |',
  ].join('\n\n')
  const { bytes } = await print(bookletOf(`# 系统\n\n${note}`))
  const text = (await readPdf(bytes)).pages.flatMap(({ lines }) => lines).join('')
  expect(text.match(/用户/g)).toHaveLength(7)
  expect(text.match(/一次只有一个线程/g)).toHaveLength(4)
  expect(text).not.toMatch(/[⺀-⿟➀]/)
})

test('formulas are set, those that cannot be are told, and both engines set the same', async () => {
  const note =
    '## 复杂度 $O(n^2)$ 是什么？\n\n设 $\\frac{a}{b} \\le \\sqrt{x}$，坏的 $\\frac{a}{$。\n\n' +
    '$$\n\\begin{aligned} L &= \\sum_{i=1}^n x_i \\\\ &= 1 \\end{aligned}\n$$\n\n' +
    '```mermaid\ngraph TD\n  A[开始] --> B\n```\n\n- 要点 $x_i$\n'
  const booklet = bookletOf(`# 算法\n\n${note}`)
  const made = await print(booklet)
  const text = (await readPdf(made.bytes)).pages.flatMap(({ lines }) => lines).join('')
  expect(made.warnings).toEqual([])
  expect(text).not.toContain('aligned')
  expect(text).toContain('$\\frac{a}{$')
  expect(text).toMatch(/Mermaid图.*A\[开始\]-->B/)
  expect(unpacked(made.bytes)).toContain('/Formula')
  expect(unpacked(made.bytes)).not.toContain('/Suspects')
  const other = await print(booklet, {}, { engine: 'wasm' })
  expect(Buffer.from(other.bytes).equals(made.bytes)).toBe(true)
})

test('no heading stands alone at the foot of a page', async () => {
  const pdf = await readPdf((await print(manyCards(40, 3), { paper: 'a5' })).bytes)
  // behind the title page and two pages of contents
  const last = pdf.pages.slice(3).map(({ lines }) => lines.at(-2) ?? '')
  expect(pdf.pages.length).toBeGreaterThan(8)
  expect(last.filter((line) => /^\d+\.第|^a\.md:|^要点$/.test(line))).toEqual([])
})

test('要点框在页尾至少留两条', async () => {
  const cards = Array.from({ length: 14 }, (_, i) => {
    const points = Array.from({ length: 7 }, (_, at) => `- 第 ${at + 1} 条要点`).join('\n')
    return `## 第 ${i + 1} 问是什么？\n\n${'先更新数据库。'.repeat(9 * i + 3)}\n\n### 要点\n\n${points}\n`
  })
  const pdf = await readPdf((await print(bookletOf(`# 缓存\n\n${cards.join('\n')}`))).bytes)
  const after = pdf.pages.map(({ lines }) => lines.slice(lines.lastIndexOf('要点') + 1, -1).length)
  const has = pdf.pages.map(({ lines }) => lines.includes('要点'))
  expect(after.filter((count, i) => has[i] && count < 2)).toEqual([])
  const tails = pdf.pages.filter(({ lines }) => /^[•·]第7条/.test(lines[1] ?? ''))
  expect(tails).toEqual([])
})

test('code whose second line is empty does not leave its first alone at the foot', async () => {
  const code = `\`\`\`python\nimport os\n\n${'import re\n'.repeat(5)}\`\`\`\n`
  const cards = Array.from({ length: 30 }, (_, i) => {
    return `## 第 ${i + 1} 段代码做什么？\n\n${`甲\n\n${code}\n`.repeat(1 + (i % 7))}`
  })
  const pdf = await readPdf((await print(bookletOf(cards.join('\n')), { paper: 'a5' })).bytes)
  expect(pdf.pages.length).toBeGreaterThan(15)
  expect(pdf.pages.filter(({ lines }) => lines.at(-2) === 'importos')).toEqual([])
})

test('没有答案的题目依次排满每一栏', async () => {
  const options = { answers: 'none', columns: 2 } as const
  const pdf = await readPdf((await print(manyCards(90, 1), options)).bytes)
  // behind the title page, the contents and the page with the topic
  const tops = pdf.pages.slice(5, -1).map(({ lines }) => lines[1] ?? '')
  expect(tops.length).toBeGreaterThan(0)
  expect(tops.filter((line) => !/^\d+\.第.*\d+\.第/.test(line))).toEqual([])
})

test('the last page of the contents has more than one entry', async () => {
  const options = { paper: 'a5' } as const
  const pdf = await readPdf((await print(manyCards(34, 1), options)).bytes)
  const listed = pdf.pages[2]?.lines.filter((line) => /^\d+\.第/.test(line)) ?? []
  expect(listed).toHaveLength(3)
})

test('a quiz has room to write, and answers behind that say where their question is', async () => {
  const pdf = await readPdf((await print(manyCards(3, 2), { layout: 'quiz' })).bytes)
  const lines = pdf.pages.slice(2).map((page) => page.lines.join('\n'))
  const answers = lines.findIndex((page) => page.includes('参考答案\n1.'))
  expect(answers).toBeGreaterThan(0)
  expect(lines[0]).toContain(`答案见第${answers + 3}页`)
  expect(lines[answers]).toContain('题目在第3页')
  expect(lines.slice(0, answers).join('')).not.toContain('先更新数据库')
})

test('a summary has two pages at most, and says what is left out', async () => {
  const booklet = manyCards(400, 1)
  const { pages, warnings, bytes } = await print(booklet, { layout: 'summary' })
  expect(pages).toBe(2)
  const [warning] = warnings
  const left = warning?.code === 'cut-to-two-pages' ? warning.left : 0
  expect(left).toBeGreaterThan(100)
  const text = (await readPdf(bytes)).pages.flatMap(({ lines }) => lines).join('')
  expect(text).toContain(`还有${left}道题`)
})

test('a summary is as full as two pages are', async () => {
  const bare = Array.from({ length: 150 }, (_, i) => `## 第 ${i + 1} 个问题是什么？\n`)
  const booklet = bookletOf(`# 缓存\n\n${bare.join('\n')}`)
  const { entries } = manyCards(150, 3)
  const mixed = { ...booklet, entries: [...booklet.entries, ...entries] }
  const { bytes } = await print(mixed, { layout: 'summary' })
  const [first = 0, second = 0, ...more] = (await readPdf(bytes)).pages.map(
    ({ lines }) => lines.join('').length,
  )
  expect(more).toEqual([])
  expect(second).toBeGreaterThan(first * 0.8)
})

test('追问不算题目，没有出处的题目不写出处', async () => {
  const { entries, ...booklet } = bookletOf('## 什么是死锁？\n\n互相等待。\n\n## 怎么避免？\n')
  const [first, second] = entries
  if (first === undefined || second === undefined) throw new Error('no card')
  const source = { ...second.card.source, file: '' }
  const pressing = { ...second, card: { ...second.card, source }, isFollowUp: true }
  const { bytes } = await print({ ...booklet, entries: [first, pressing, first] })
  const lines = (await readPdf(bytes)).pages.flatMap((page) => page.lines)
  expect(lines).toContain('2道题·都有参考答案')
  expect(lines).toContain('追问：怎么避免？')
  expect(lines).toContain('2.什么是死锁？')
  expect(lines.filter((line) => line.startsWith(':'))).toEqual([])
})

test('controls in a question ask for no font', async () => {
  const booklet = bookletOf('## 什么是死锁？\n\n互相等待。')
  const entries = booklet.entries.map((entry) => ({
    ...entry,
    card: { ...entry.card, question: '什么是\u202e死锁\u001b[31m ☐？' },
  }))
  const { bytes, warnings } = await print({ ...booklet, entries })
  expect(warnings).toEqual([])
  const text = (await readPdf(bytes)).pages.flatMap(({ lines }) => lines).join('')
  expect(text).toContain('1.什么是死锁^[[31m')
})

test('large print, columns, no answers and no code change what they say', async () => {
  const large = await readPdf((await print(torture, { largePrint: true, code: false })).bytes)
  const text = large.pages.flatMap(({ lines }) => lines).join('')
  expect(text).toContain('［代码略］')
  expect(text).not.toContain('cancel_expired_orders')
  const bare = await readPdf((await print(torture, { answers: 'none', columns: 2 })).bytes)
  expect(bare.pages.flatMap(({ lines }) => lines).join('')).not.toContain('缓存击穿')
})

test('what was missed, written and answered stands beside the card', async () => {
  const { entries } = torture
  const [first, ...rest] = entries.slice(0, 2)
  if (first === undefined) throw new Error('no card')
  const asked = {
    coverage: 0.5,
    grade: 'hard',
    usedMs: 83_000,
    limitMs: 120_000,
    late: true,
  } as const
  const more = {
    missed: first.keyPoints.slice(0, 1),
    note: '我的**理解**',
    asked: { answer: '标点要挤', ...asked },
  }
  const { bytes } = await print({ ...torture, entries: [{ ...first, ...more }, ...rest] })
  const text = (await readPdf(bytes)).pages.flatMap(({ lines }) => lines).join('')
  for (const words of [
    '上次漏了',
    '我的笔记',
    '我的理解',
    '我的回答',
    '标点要挤',
    '说到50%的要点',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).toContain('用时1:23，限时2:00·超时')
})

test("a person's font shows what ours lack", async () => {
  const font = createRequire(import.meta.url).resolve(
    'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
  )
  const booklet = bookletOf('## 乌克兰语怎么写？\n\nЇжак 就是刺猬。')
  const plain = await print(booklet)
  expect(plain.warnings).toMatchObject([{ code: 'glyphs-missing' }])
  const { bytes, warnings } = await print(booklet, {}, { fonts: [font] })
  expect(warnings).toEqual([])
  expect(fontNames(bytes).some((name) => name.endsWith('LiberationSans'))).toBe(true)
  const broken = print(booklet, {}, { fonts: [join(paper, 'torture.md')] })
  await expect(broken).rejects.toMatchObject({ fault: { code: 'not-a-font' } })
})

test('hostile notes end in a page', async () => {
  const hard = [
    '> '.repeat(300),
    `${'- '.repeat(120)}列表`,
    `${'*a **b '.repeat(200)}`,
    'x'.repeat(100_000),
    `\`${'y'.repeat(5000)}\``,
    `|${' a |'.repeat(200)}\n|${'-|'.repeat(200)}\n|${' 二 |'.repeat(200)}`,
    `| a | b |\n|-|-|\n${'| 一 | 二 |\n'.repeat(1500)}`,
    `\`\`\`js\n${'const a = 1 // 注释\n'.repeat(1500)}\`\`\``,
    `\`\`\`\n${'z'.repeat(20_000)}\n\`\`\``,
    `\ud800 \0 \u202e ${'\u0301'.repeat(500)} \u{10ffff}`,
    `${'`a` '.repeat(2000)}`,
    `[x](https://a.cn/${'y'.repeat(1900)}) `.repeat(20),
    '<details>'.repeat(100),
    `${'![](a.png)'.repeat(200)}`,
  ]
  const notes = hard.map((text, i) => `## 第 ${i + 1} 个难题怎么排？\n\n${text}\n`)
  const cards = notes.flatMap((text) => parse({ library: paper, file: 'a.md', text }).deck.cards)
  const booklet = bookletOfCards(cards)
  const { pages, bytes, warnings } = await print(booklet)
  expect(pages).toBeGreaterThan(20)
  expect(bytes.length).toBeLessThan(6_000_000)
  // those too hard to parse, and none that could not be laid out
  const unread = booklet.entries.filter((entry) => readEntry(entry).isAsWritten)
  expect(warnings.filter(({ code }) => code === 'card-as-written')).toHaveLength(unread.length)
}, 30_000)

test('one who leaves is not kept waiting', async () => {
  const stop = new AbortController()
  const onProgress = () => stop.abort()
  const made = print(manyCards(50, 3), {}, { signal: stop.signal, onProgress })
  await expect(made).rejects.toThrow('')
})

test('many cards, which two threads read, stand in order, and long topics begin on a new page', async () => {
  const topic = (name: string) =>
    Array.from({ length: 160 }, (_, i) => `## ${name}的第 ${i + 1} 问是什么？\n\n是 \`${i}\`。\n`)
  const short = '# 算法\n\n## 二分查找要注意什么？\n\n边界。\n'
  const notes = `# 缓存\n\n${topic('缓存').join('\n')}\n# 消息\n\n${topic('消息').join('\n')}\n${short}`
  const pdf = await readPdf((await print(bookletOf(notes))).bytes)
  const body = pdf.pages.map(({ lines }) => lines.slice(1)).slice(8)
  expect(body.filter(([first]) => first === '消息')).toHaveLength(1)
  expect(body.filter(([first]) => first === '算法')).toHaveLength(0)
  const said = body.flat().join('')
  const places = Array.from({ length: 160 }, (_, i) => said.indexOf(`.消息的第${i + 1}问是什么`))
  expect(places.every((place, i) => place > (places[i - 1] ?? -1))).toBe(true)
})

test('an empty booklet is a document too', async () => {
  const { pages } = await print(bookletOfCards([]), {}, machine)
  expect(pages).toBeGreaterThan(0)
})

/** Names of the fonts in a document, as its packed objects have them. */
function fontNames(bytes: Uint8Array): readonly string[] {
  return [
    ...new Set(
      Array.from(unpacked(bytes).matchAll(/\/FontName \/(\S+)/g), ([, name = '']) => name),
    ),
  ]
}
