import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { zhDeck } from '../support/bank.ts'
import { type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const library = { 'concurrency.md': zhDeck }

/** Runs command lines one after another; `written` is the text of a file they wrote. */
async function exported(lines: readonly string[], options: FakeOptions = {}) {
  const host = fakeHost({ library, ...options })
  for (const line of lines) await obey(host, line.split(' '))
  return { ...host, written: (path: string) => new TextDecoder().decode(host.exported.get(path)) }
}

const headings = (text: string) => text.split('\n').filter((line) => /^#{2,4} /.test(line))

describe('an export', () => {
  test('is written to the file, in the kind that its name says, and says so', async () => {
    const host = await exported(['export notes.md'])
    expect(host.printed()).toMatchInlineSnapshot(`"已把 2 张卡片写入 notes.md"`)
    expect(headings(host.written('notes.md'))).toMatchInlineSnapshot(`
      [
        "## 并发",
        "### 什么是死锁？",
        "#### 要点",
        "#### 追问",
        "### 线程和进程有什么区别？",
        "#### 要点",
      ]
    `)
  })

  test('holds the cards of the filters, and tells them', async () => {
    const host = await exported(['export notes.md --topic 并发 --title 锁的复习'])
    expect(host.written('notes.md')).toContain('# 锁的复习')
    expect(host.written('notes.md')).toContain('主题：并发')
  })

  test('never tells where a library lies', async () => {
    const host = await exported(['export notes.md --library /home/me/面经'])
    expect(host.written('notes.md')).toContain('题库：面经')
    expect(host.written('notes.md')).not.toContain('/home')
  })

  test('replaces nothing unless it is told to', async () => {
    const host = await exported(['export notes.md'])
    await expect(obey(host, ['export', 'notes.md'])).rejects.toThrow('file-exists')
    await obey(host, ['export', 'notes.md', '--force'])
  })

  test('goes to stdout where it is named -, and nothing else does', async () => {
    const host = await exported(['export - --format csv --lang zh'], { interactive: false })
    expect(host.printed()).toMatch(/^id,question,body/)
    expect(host.exported.size).toBe(0)
  })

  test('has a mark of its encoding where Excel reads it, and none in a pipe', async () => {
    const host = await exported(['export cards.csv'])
    expect([...(host.exported.get('cards.csv')?.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf])
  })

  test.each([
    ['export notes', 'format-unknown'],
    ['export -', 'format-unknown'],
    ['export notes.docx', 'format-unknown'],
    ['export cards.csv --title x', 'option-unfit'],
    ['export all.md --interview 1 --topic 并发', 'option-beside'],
    ['export all.md --interview 1 --weak', 'option-beside'],
    ['export all.md --order due --interview -1', 'option-beside'],
    ['export a.pdf --large-print --columns 2', 'option-beside'],
    ['export a.pdf --large-print --font-size 9', 'option-beside'],
    ['export a.pdf --paper a5 --columns 3', 'columns-narrow'],
    ['export notes.md --topic 没有的', 'name-nowhere'],
    ['export notes.md --level senior', 'nothing-matches'],
  ])('%s is refused', async (line, fault) => {
    await expect(exported([line])).rejects.toThrow(fault)
  })

  test('says what an option is not for in the language of the person', async () => {
    const { say } = englishLook
    const said = say.fault({ code: 'option-unfit', option: '--title', format: 'csv' })
    expect(said.message).toBe('--title means nothing for .csv.')
  })

  test('has the own note beside the answer', async () => {
    const host = await exported(['note deadlock', 'export notes.md'], {
      replies: [{ leave: '我的理解：互相等待' }],
    })
    expect(host.written('notes.md')).toContain('我的理解：互相等待')
  })
})

describe('an export to paper', () => {
  test('looks as its layout usually does', async () => {
    const host = await exported(['export quiz.pdf --layout quiz'])
    expect(JSON.parse(host.written('quiz.pdf'))).toEqual({
      ...{ title: '面试题笔记', cards: 2, layout: 'quiz', paper: 'a4', columns: 1, fontSize: 10 },
      ...{ largePrint: false, code: true, answers: 'end', fonts: [] },
    })
  })

  test('heeds what is said', async () => {
    const host = await exported([
      'export a.pdf --paper a5 --columns 2 --font-size 9 --no-code --answers none --font a.ttf --font b.ttf',
    ])
    expect(JSON.parse(host.written('a.pdf'))).toMatchObject({
      ...{ layout: 'notes', paper: 'a5', columns: 2, fontSize: 9 },
      ...{ code: false, answers: 'none', fonts: ['a.ttf', 'b.ttf'] },
    })
  })

  test.each(['--columns 4', '--font-size 2', '--paper b5', '--layout poster', '--order random'])(
    '%s is a wrong command line',
    async (words) => {
      await expect(exported([`export a.pdf ${words}`])).rejects.toThrow(/invalid/)
    },
  )
})

describe('a Markdown export', () => {
  test('inside a library that is read is said to be found there again', async () => {
    const host = await exported(['export notes/all.md --library notes'])
    expect(host.warned()).toContain('notes/all.md 在要读的题库里面')
  })

  test('beside it is not', async () => {
    const host = await exported(['export notes.md --library notes'])
    expect(host.warned()).toBe('')
  })
})

describe('the order of an export', () => {
  test('by due day has what is overdue first and what was never seen last', async () => {
    const host = await exported(['rate deadlock good', 'export notes.md --order due'])
    expect(headings(host.written('notes.md'))).toMatchInlineSnapshot(`
      [
        "## 2026-11-24 到期",
        "### 什么是死锁？",
        "#### 要点",
        "#### 追问",
        "## 还没复习过",
        "### 线程和进程有什么区别？",
        "#### 要点",
      ]
    `)
  })

  test('by weakness says how well the cards are remembered', async () => {
    const host = await exported(['rate deadlock again', 'export notes.md --order weak'])
    expect(headings(host.written('notes.md'))).toMatchInlineSnapshot(`
      [
        "## 记得的把握有 90% 以上",
        "### 什么是死锁？",
        "#### 要点",
        "#### 追问",
        "## 还没复习过",
        "### 线程和进程有什么区别？",
        "#### 要点",
      ]
    `)
  })
})

describe('a past interview', () => {
  const replies = [
    ...[{ type: '两个任务互相等待对方持有的锁' }, { key: 'ctrl-d' }, { type: '3' }],
    { key: 'enter' },
  ]
  const mock = 'interview --card deadlock --seconds 60 --no-follow-ups'

  test('is a document of what was asked, answered and missed', async () => {
    const host = await exported([mock, 'export mock.html --interview 1'], { replies })
    const page = host.written('mock.html')
    // as its title and at its top, and not as a topic once more
    expect(page.match(/模拟面试 2026-11-22 20:00/g)).toHaveLength(2)
    expect(page).toContain('两个任务互相等待对方持有的锁')
    expect(page).toContain('四个必要条件')
    expect(page).not.toContain('线程和进程有什么区别')
  })

  test('that there is not is named, with how many there are', async () => {
    const run = exported([mock, 'export mock.html --interview 2'], { replies })
    await expect(run).rejects.toMatchObject({ fault: { code: 'no-such-interview', count: 1 } })
  })

  test('is reported as HTML by the same engine', async () => {
    const host = await exported([mock, 'history 1 --save report.html'], { replies })
    expect(host.written('/here/report.html')).toContain('各主题得分')
  })

  test('上次漏掉的要点在讲义里标出来，摘要只留漏掉的', async () => {
    const host = await exported([mock, 'export all.html', 'export less.html --layout summary'], {
      replies,
    })
    expect(host.written('all.html')).toContain('线程和进程有什么区别')
    const summary = host.written('less.html')
    expect(summary).toContain('四个必要条件')
    expect(summary).not.toContain('线程和进程有什么区别')
  })
})
