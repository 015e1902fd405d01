import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { program } from '../../src/cli/program.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { type FakeOptions, fakeHost } from '../support/fake-host.ts'

async function ran(words: readonly string[], options: FakeOptions = {}): Promise<string> {
  const host = fakeHost({ library: { '并发.md': zhDeck, 'net.md': enDeck }, ...options })
  await program(host).parseAsync([...words], { from: 'user' })
  return host.printed()
}

test('list --json gives each card as others rely on it', async () => {
  const cards = JSON.parse(await ran(['list', '--json', '--library', '/notes']))
  expect(cards).toHaveLength(4)
  expect(cards[0]).toEqual({
    id: 'deadlock',
    question: '什么是死锁？',
    answered: true,
    topics: ['并发'],
    tags: ['os', 'lock'],
    level: 'junior',
    language: 'zh',
    library: '/notes',
    file: '并发.md',
    line: 9,
    endLine: 34,
  })
  expect(cards[3]).toMatchObject({ id: 'cdn', answered: false, language: 'en' })
  expect(cards[3]).not.toHaveProperty('level')
})

test('a narrow list leaves more room to the questions than to long ids, and cuts none, for they are copied', async () => {
  const text =
    '## 线上数据库突然变慢了怎么排查？\n\n<!-- id: database-suddenly-slow-in-production -->\n\n看慢查询。\n\n## 什么是死锁？\n\n互相等待。\n'
  const printed = await ran(['list'], { library: { 'a.md': text }, look: { columns: 40 } })
  expect(printed.split('\n').slice(0, 2)).toEqual([
    'database-suddenly-slow-in-production',
    '  线上数据库突然变慢了怎么排查？',
  ])
})

test('list narrows by topic, tag, level and missing answers', async () => {
  const ids = async (...words: string[]) =>
    JSON.parse(await ran(['list', '--json', ...words])).map((card: { id: string }) => card.id)
  expect(await ids('--topic', '并发', '--tag', 'lock')).toEqual(['deadlock'])
  expect(await ids('--level', 'junior')).toEqual(['deadlock', 'tcp-handshake'])
  expect(await ids('--unanswered')).toEqual(['cdn'])
  await expect(ids('--topic', '没有')).rejects.toMatchObject({ fault: { code: 'name-nowhere' } })
})

test('列表在窄屏上也不超宽', async () => {
  expect(await ran(['list'], { look: { columns: 40 } })).toMatchInlineSnapshot(`
    "deadlock        什么是死锁？
    thread-process  线程和进程有什么区别？
    tcp-handshake   Why does TCP shake hand…
    cdn             What does a CDN do?
    4 张卡片 · 1 张还没有答案"
  `)
})

test('in a pipe each card is a line of fields', async () => {
  expect((await ran(['list'], { interactive: false })).split('\n')[0]).toBe(
    'deadlock\t什么是死锁？\t并发\t并发.md:9\twritten',
  )
})

test('show prints the card, its answer, key points and follow-ups', async () => {
  expect(await ran(['show', 'deadlock'])).toMatchInlineSnapshot(`
    "什么是死锁？
    并发 · 初级 · #os #lock · 并发.md:9 · deadlock

    两个任务互相等待对方手里的锁，谁也走不下去。

    条件     │ 打破的办法
    ─────────┼───────────────
    循环等待 │ 按固定顺序加锁

    要点
      • 互相等待对方持有的锁
      • 四个必要条件
      • 按固定顺序加锁可以避免

    追问
      • 怎么在线上发现死锁？
        看每个线程停在哪里：\`jstack\` 会直接说出来。
      • 怎么避免？"
  `)
})

test('show --json gives the Markdown without the sections of its own', async () => {
  const card = JSON.parse(await ran(['show', 'deadlock', '--json']))
  expect(card.keyPoints).toEqual(['互相等待对方持有的锁', '四个必要条件', '按固定顺序加锁可以避免'])
  expect(card.followUps).toEqual(['怎么在线上发现死锁？', '怎么避免？'])
  expect(card.followUpAnswers).toEqual(['看每个线程停在哪里：`jstack` 会直接说出来。', ''])
  expect(card.answer).not.toContain('要点')
})

test('log is empty before the first review, and says how to make one', async () => {
  expect(await ran(['log'])).toBe('还没有评分记录。来一场 viva interview 就有了。')
  expect(JSON.parse(await ran(['log', '--json']))).toEqual([])
})

test('log shows what an interview left, with time, grade and question', async () => {
  const host = fakeHost({
    library: { '并发.md': zhDeck },
    replies: [{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-x' }, { key: 'enter' }],
  })
  const words = ['interview', '-n', '1', '--seed', 'one']
  await program(host).parseAsync(words, { from: 'user' })
  await program(host).parseAsync(['log'], { from: 'user' })
  expect(host.printed()).toMatch(/2026-11-22 20:00 {2}良好 {2}什么是死锁？$/)
  await program(host).parseAsync(['log', '--json'], { from: 'user' })
  const json = host.printed().slice(host.printed().lastIndexOf('\n[') + 1)
  expect(JSON.parse(json)).toEqual([
    {
      id: 'run-0',
      card: 'deadlock',
      grade: 'good',
      at: '2026-11-22T20:00:00+08:00',
      device: 'here',
      source: 'interview',
    },
  ])
})

test('the log says what was asked also where the notes are no longer read', async () => {
  const before = fakeHost({ library: { '并发.md': zhDeck } })
  await program(before).parseAsync(['rate', 'deadlock', 'good'], { from: 'user' })
  const id = 'deadlock' as CardId
  const after = fakeHost({
    journal: before.journalText(),
    known: [
      {
        ...{ kind: 'card', id: 'k-0', at: 1 as Instant, device: 'here', card: id, minted: id },
        ...{ path: '/notes/并发.md', before: undefined, after: undefined },
        text: { question: '什么是死锁？', answer: '' },
      },
    ],
  })
  await program(after).parseAsync(['log'], { from: 'user' })
  expect(after.printed()).toBe('2026-11-22 20:00  良好  什么是死锁？')
})

test('in a pipe the log is a line of fields a review', async () => {
  const host = fakeHost({
    library: { '并发.md': zhDeck },
    replies: [{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-x' }, { key: 'enter' }],
  })
  await program(host).parseAsync(['interview', '-n', '1', '--seed', 'one'], { from: 'user' })
  const piped = { ...host, terminal: { ...host.terminal, isTerminal: false } }
  await program(piped).parseAsync(['log'], { from: 'user' })
  expect(host.printed()).toMatch(/2026-11-22T20:00:00\+08:00\tgood\tdeadlock\t什么是死锁？$/)
})

test('config shows, changes and takes back a setting', async () => {
  const host = fakeHost()
  const config = (...words: string[]) =>
    program(host).parseAsync(['config', ...words], { from: 'user' })
  await config('set', 'seconds', '90')
  await config('get', 'seconds')
  await config()
  await config('set', 'seconds', '')
  expect(host.printed()).toMatchInlineSnapshot(`
    "seconds = 90
    90
    language 没有设置
      程序的语言：en 或 zh
    practice-language 没有设置
      用哪种语言提问：en、zh 或 mixed
    questions = 10（默认）
      一场面试几道题
    seconds = 90
      每道题的秒数；不设则各题有各题的时间
    mode = type（默认）
      输入答案，或只在心里想
    newlines = keep（默认）
      笔记里的换行：保留，或者接成一行
    learn = on（默认）
      手动勾选要点时，是否记住你的说法（on、off）
    autosync = off（默认）
      练完以后，在后台 viva sync（on、off）
    date 没有设置
      面试那天
    plan = on（默认）
      面试之前复习是否按计划来（on、off）
    minutes = 30（默认）
      每天几分钟，供计划用
    dayStart = 4:00（默认）
      一天从几点算起
    new = 10（默认）
      每天几张新卡
    reviews = 10000（默认）
      每天最多复习几张
    retention = 0.9（默认）
      记得的把握降到多少就到期
    parameters = 0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542（默认）
      FSRS 的参数；viva config tune 可以拟合
    seconds 已恢复默认。"
  `)
  await expect(config('set', 'seconds', 'soon')).rejects.toMatchObject({
    fault: { code: 'setting-invalid' },
  })
  await expect(config('get', 'constructor')).rejects.toMatchObject({
    fault: { code: 'setting-unknown' },
  })
})
