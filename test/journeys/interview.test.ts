import { expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { Interrupted, UserError } from '../../src/errors.ts'
import { zhDeck } from '../support/bank.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const library = { 'concurrency.md': zhDeck }

function host(options: FakeOptions): FakeHost {
  return fakeHost({ library, ...options })
}

async function sit(one: FakeHost, ...words: readonly string[]): Promise<void> {
  await program(one).parseAsync(['interview', '--seed', 'one', '--no-follow-ups', ...words], {
    from: 'user',
  })
}

test('一场面试：作答、对照、评分，最后是报告', async () => {
  const one = host({
    replies: [
      { type: '互相等锁' },
      { wait: 30_000 },
      { key: 'ctrl-d' },
      { type: ' ' },
      { type: '３' },
      { wait: 60_000 },
      { wait: 1000 },
      { type: '1' },
      { key: 'enter' },
    ],
  })
  await sit(one, '-n', '2', '--seconds', '60')
  expect(one.printed()).toMatchInlineSnapshot(`
    "模拟面试：2 道题，每题 1:00，共 2:00。想再来同样的题：--seed one

    ── 第 1 / 2 题 · 并发 · 1:00 ───────────────────────────────────────────────────
    什么是死锁？

    你的回答（用时 0:30 / 1:00）
    │ 互相等锁

    ── 参考答案
    两个任务互相等待对方手里的锁，谁也走不下去。

    条件     │ 打破的办法
    ─────────┼───────────────
    循环等待 │ 按固定顺序加锁

      ✓ 互相等待对方持有的锁
      ✗ 四个必要条件
      ✗ 按固定顺序加锁可以避免
    良好 · 已保存

    ── 第 2 / 2 题 · 并发 · 1:00 ───────────────────────────────────────────────────
    线程和进程有什么区别？

    时间到。
    你没有写下内容。

    ── 参考答案
    进程有自己的地址空间，线程共享它。

      - 地址空间是否共享
      - 切换的开销不同
    重来 · 已保存

    面试结束：2 道题，用时 1:30 / 2:00。

    按主题：要点
      并发 ██░░░░░░░░░░  17%  2 道题 · 1:30 / 2:00 · 重来 1 · 良好 1
      平均 0:00 后开始动笔 · 1 道被时间打断

     1. 什么是死锁？
        0:30 / 1:00 · 良好 · 要点 33%
        │ 互相等锁
        ✗ 四个必要条件
        ✗ 按固定顺序加锁可以避免
     2. 线程和进程有什么区别？
        1:00 / 1:00 · 重来 · 要点 0% · 时间到

    明天之前要复习的（已经排好）
      • 线程和进程有什么区别？
      用 viva review 复习。

    已保存 2 个评分，用 viva log 查看。
    以后用 viva history 1 再看这份报告。"
  `)
})

test('each grade is in the journal, with the time used and its source', async () => {
  const one = host({
    replies: [{ wait: 12_000 }, { key: 'ctrl-d' }, { type: '4' }, { key: 'enter' }],
  })
  await sit(one, '-n', '1', '--seconds', '60')
  expect(one.store.openJournal().read().reviews).toMatchObject([
    { grade: 'easy', tookMs: 12_000, source: 'interview', offset: 480, device: 'here' },
  ])
})

test('an answer is taken as it stands when the time is up', async () => {
  const one = host({
    replies: [{ type: '还没写完' }, { wait: 61_000 }, { type: '2' }, { key: 'enter' }],
  })
  await sit(one, '-n', '1', '--seconds', '60')
  expect(one.printed()).toContain('时间到。\n你的回答（用时 1:00 / 1:00）\n│ 还没写完')
})

test('what is typed on when the time cuts a word short grades nothing', async () => {
  const one = host({
    replies: [
      { wait: 59_800 },
      { type: '三次握手' },
      { wait: 400 },
      { type: '3' },
      { wait: 500 },
      { type: '2' },
      { wait: 1000 },
      { type: '4' },
      { key: 'enter' },
    ],
  })
  await sit(one, '-n', '1', '--seconds', '60')
  expect(one.store.openJournal().read().reviews).toMatchObject([{ grade: 'easy' }])
})

test('leaving keeps every grade given so far and ends as interrupted', async () => {
  const one = host({
    replies: [{ key: 'ctrl-d' }, { type: '3' }, { type: '半句' }, { key: 'ctrl-c' }],
  })
  await expect(sit(one, '-n', '2', '--seconds', '60')).rejects.toThrow(Interrupted)
  expect(one.store.openJournal().read().reviews).toHaveLength(1)
  expect(one.printed()).toContain('还没有结束')
})

test('u takes the last grade back, and the question is graded once more', async () => {
  const one = host({
    replies: [
      { key: 'ctrl-d' },
      { type: '1' },
      { key: 'ctrl-d' },
      { type: 'u' },
      { type: '4' },
      { type: '3' },
      { key: 'enter' },
    ],
  })
  await sit(one, '-n', '2', '--seconds', '60')
  const { reviews } = one.store.openJournal().read()
  expect(reviews.map(({ grade }) => grade)).toEqual(['easy', 'good'])
  expect(one.journalText()).toContain('"op":"void","ref":"run-0"')
})

test('a skipped question is not graded, and is worth another look', async () => {
  const one = host({ replies: [{ key: 'ctrl-x' }] })
  await sit(one, '-n', '1', '--seconds', '60')
  expect(one.store.openJournal().read().reviews).toEqual([])
  expect(one.printed()).toContain('跳过的，没有排进复习')
})

test('a grade that could not be saved is tried again with the same record', async () => {
  const one = host({
    failures: 1,
    replies: [{ key: 'ctrl-d' }, { type: '3' }, { type: 'r' }, { key: 'enter' }],
  })
  await sit(one, '-n', '1', '--seconds', '60')
  expect(one.printed()).toContain('没有保存！写不进 /home/journal（ENOSPC）。')
  expect(one.store.openJournal().read().reviews).toMatchObject([{ id: 'run-0', grade: 'good' }])
})

test('whoever gives up on saving leaves with the fault, after the report', async () => {
  const one = host({
    failures: 9,
    replies: [{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }],
  })
  await expect(sit(one, '-n', '1', '--seconds', '60')).rejects.toThrow(UserError)
  expect(one.printed()).toContain('还没有结束')
})

test('只在心里想：空格看答案', async () => {
  const one = host({ replies: [{ wait: 5000 }, { type: '　' }, { type: '2' }, { key: 'enter' }] })
  await sit(one, '-n', '1', '--seconds', '60', '--mode', 'think')
  expect(one.printed()).toContain('你想了 0:05 / 1:00。')
})

test('without a number or a time it asks first: topic, mode, number', async () => {
  const one = host({
    look: englishLook,
    library: { 'a.md': zhDeck, 'b.md': '# 网络\n\n## 什么是 TCP？\n\n一种传输协议。\n' },
    replies: [{ pick: 1 }, { pick: 1 }, { pick: 0 }, { key: 'enter' }, { type: '3' }].concat([
      { key: 'enter' },
      { type: '3' },
      { key: 'enter' },
    ] as never),
  })
  await sit(one)
  expect(one.printed()).toContain('Mock interview: 2 questions, 1:00 to 1:15 each, 2:15 in all.')
})

test('with minutes alone the interview ends when they are used up', async () => {
  const one = host({
    replies: [{ pick: 0 }, { wait: 60_000 }, { wait: 1000 }, { type: '3' }, { key: 'enter' }],
  })
  await sit(one, '--minutes', '1', '--topic', '并发')
  expect(one.store.openJournal().read().reviews).toHaveLength(1)
})

test('too few cards for the minutes are said beforehand', async () => {
  const one = host({ replies: [{ key: 'ctrl-x' }, { key: 'ctrl-x' }] })
  await sit(one, '--minutes', '20', '--seconds', '60')
  expect(one.printed()).toContain('符合条件的只有 2 张卡片，会提前结束。')
})

test('the same seed asks the same questions in the same order', async () => {
  const asked = async () => {
    const one = host({ replies: [{ key: 'ctrl-x' }, { key: 'ctrl-x' }] })
    await sit(one, '-n', '2')
    return one.printed()
  }
  expect(await asked()).toBe(await asked())
})

test('a card without an answer is asked, and it is said that there is none', async () => {
  const one = host({
    library: { 'a.md': '## 什么是幂等？\n\n## 什么是重入？\n' },
    replies: [{ key: 'ctrl-d' }, { type: '2' }, { key: 'enter' }],
  })
  await sit(one, '-n', '1')
  expect(one.printed()).toContain('笔记里还没有这道题的答案。')
})

test('without a terminal it says so and asks nothing', async () => {
  const one = host({ interactive: false })
  await expect(sit(one, '-n', '1')).rejects.toMatchObject({ fault: { code: 'no-terminal' } })
})

test('filters that fit no card are a fault', async () => {
  const one = host({})
  await expect(sit(one, '-n', '1', '--level', 'senior')).rejects.toMatchObject({
    fault: { code: 'nothing-matches' },
  })
})
