import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { Interrupted, UserError } from '../../src/errors.ts'
import { zhDeck } from '../support/bank.ts'
import { type FakeHost, type FakeOptions, fakeHost, type Reply } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const library = { 'concurrency.md': zhDeck }

function host(options: FakeOptions): FakeHost {
  return fakeHost({ library, ...options })
}

async function say(one: FakeHost, ...words: readonly string[]): Promise<void> {
  await obey(one, words)
}

/** The same person on a later day, with everything that was kept. */
function later(before: FakeHost, now: string, replies: readonly Reply[] = []): FakeHost {
  return host({ journal: before.journalText(), now, replies })
}

const reveal = { type: ' ' }

test('每日复习：看答案、评分，没答上来的在最后再来一次', async () => {
  const one = host({
    replies: [
      ...[{ wait: 20_000 }, reveal, { type: '１' }],
      ...[{ type: 't' }, { type: '地址空间' }, { wait: 40_000 }, { key: 'ctrl-d' }, { type: '3' }],
      ...[reveal, { type: '3' }],
    ],
  })
  await say(one, 'review')
  expect(one.printed()).toMatchInlineSnapshot(`
    "复习：0 张到期，2 张新卡，约 1 分钟。

    ── 第 1 / 2 张 · 还剩约 1 分钟 · 新卡 · 并发 ───────────────────────────────────
    什么是死锁？

    ── 参考答案
    两个任务互相等待对方手里的锁，谁也走不下去。

    条件     │ 打破的办法
    ─────────┼───────────────
    循环等待 │ 按固定顺序加锁

      - 互相等待对方持有的锁
      - 四个必要条件
      - 按固定顺序加锁可以避免
    重来 · 已保存 · 1 天后再来

    ── 第 2 / 3 张 · 还剩约 1 分钟 · 新卡 · 并发 ───────────────────────────────────
    线程和进程有什么区别？

    你的回答 (0:40)
    │ 地址空间

    ── 参考答案
    进程有自己的地址空间，线程共享它。

      ✓ 地址空间是否共享
        听到：地址空间
      ✗ 切换的开销不同
    良好 · 已保存 · 2 天后再来

    ── 第 3 / 3 张 · 还剩约 1 分钟 · 再来一次 · 并发 ───────────────────────────────
    什么是死锁？

    ── 参考答案
    两个任务互相等待对方手里的锁，谁也走不下去。

    条件     │ 打破的办法
    ─────────┼───────────────
    循环等待 │ 按固定顺序加锁

      - 互相等待对方持有的锁
      - 四个必要条件
      - 按固定顺序加锁可以避免
    良好 · 已保存 · 1 天后再来

    复习结束：2 张，用时 1:00。
    新卡 2 张
    明天到期 1 张，一周内 2 张。
    打分按错了？viva undo 可以撤回。

    这次没答上来的
      • 什么是死锁？
        viva show deadlock"
  `)
})

test('in English the same review speaks English', async () => {
  const one = host({ look: englishLook, replies: [reveal, { type: '4' }, reveal, { type: 'q' }] })
  await say(one, 'review')
  expect(one.printed()).toContain('easy · saved · again in')
  expect(one.printed()).toContain('Review over: 1 card in 0:00.')
  expect(one.printed()).toContain('1 card left for later; everything graded is kept.')
})

describe('what is asked', () => {
  test('are due cards before new ones, and new ones no more than the day allows', async () => {
    const first = host({ replies: [reveal, { type: '3' }] })
    await say(first, 'review', '--new', '1')
    expect(first.printed()).toContain('还有 1 张新卡留到以后')
    const second = later(first, '2026-11-22T22:00:00+08:00')
    await say(second, 'review', '--new', '1')
    expect(second.printed()).toContain('现在没有到期的卡片。')
    expect(second.printed()).toContain('下一批 1 张在 2 天后到期（2026-11-24）。')
    const third = later(first, '2026-11-25T09:00:00+08:00', [reveal, { type: '3' }, { type: 'q' }])
    await say(third, 'review')
    expect(third.printed()).toContain('复习：1 张到期，1 张新卡')
    expect(third.printed()).toContain('记住 1 / 1（100%）')
  })

  test('are no more than the settings allow a day', async () => {
    const none = host({ settings: { new: 0 } })
    await say(none, 'review')
    expect(none.printed()).toContain('这个题库还没有复习过的卡片。')
    const one = host({ replies: [reveal, { type: '3' }, reveal, { type: '3' }] })
    await say(one, 'review')
    const held = fakeHost({
      library,
      journal: one.journalText(),
      now: '2026-11-30T09:00:00+08:00',
      settings: { reviews: 0 },
    })
    await say(held, 'review')
    expect(held.printed()).toContain('今天另有 2 张到期的先不问')
  })

  test('are cards that come due soon, if one looks ahead', async () => {
    const one = host({ replies: [reveal, { type: '3' }, { key: 'ctrl-c' }] })
    await expect(say(one, 'review')).rejects.toThrow(Interrupted)
    const ahead = later(one, '2026-11-23T20:00:00+08:00', [{ type: 'q' }])
    await say(ahead, 'review', '--ahead', '3', '--new', '0')
    expect(ahead.printed()).toContain('复习：1 张到期，0 张新卡')
  })

  test('are never new cards without an answer', async () => {
    const open = { 'open.md': '## 什么是活锁？\n\n## 什么是饥饿？\n\n总也轮不到。\n' }
    const one = fakeHost({ library: open, replies: [{ type: 'q' }] })
    await say(one, 'review')
    expect(one.printed()).toContain('0 张到期，1 张新卡')
    expect(one.printed()).toContain('什么是饥饿？')
  })

  test('is nothing without a terminal, but an end without a fault where nothing is due', async () => {
    await expect(say(host({ interactive: false }), 'review')).rejects.toMatchObject({
      fault: { code: 'no-terminal' },
    })
    const quiet = host({ interactive: false, settings: { new: 0 } })
    await say(quiet, 'review')
    expect(quiet.printed()).toContain('现在没有到期的卡片。')
  })
})

describe('a card can be', () => {
  test('skipped, and asked on the next run', async () => {
    const one = host({ replies: [{ type: 's' }, reveal, { type: '3' }] })
    await say(one, 'review')
    expect(one.printed()).toContain('先跳过。')
    const next = later(one, '2026-11-22T21:00:00+08:00', [{ type: 'q' }])
    await say(next, 'review')
    expect(next.printed()).toContain('0 张到期，1 张新卡')
  })

  test('buried until tomorrow, or suspended for good', async () => {
    const one = host({ replies: [{ type: 'b' }, reveal, { type: 'x' }] })
    await say(one, 'review')
    const today = later(one, '2026-11-23T03:00:00+08:00')
    await say(today, 'review')
    expect(today.printed()).toContain('现在没有到期的卡片。')
    const tomorrow = later(one, '2026-11-23T05:00:00+08:00', [{ type: 'q' }])
    await say(tomorrow, 'review')
    expect(tomorrow.printed()).toContain('1 张新卡')
    await say(tomorrow, 'unsuspend', 'thread-process')
    const both = later(tomorrow, '2026-11-23T06:00:00+08:00', [{ type: 'q' }])
    await say(both, 'review')
    expect(both.printed()).toContain('2 张新卡')
  })

  test('let in again only if it is kept out, and suspended once', async () => {
    const one = host({})
    await say(one, 'unsuspend', 'deadlock')
    expect(one.printed()).toBe('这张卡片没有停用，也没有推迟，没有改动。\n什么是死锁？')
    expect(one.journalText()).toBe('')
    await say(one, 'suspend', 'deadlock')
    const kept = one.journalText()
    await say(one, 'suspend', 'deadlock')
    expect(one.printed()).toContain('已经停用')
    expect(one.journalText()).toBe(kept)
    await say(one, 'bury', 'thread-process')
    await say(one, 'unsuspend', 'thread-process')
    expect(one.printed()).toContain('已恢复')
  })

  test('taken back, whatever was done with it', async () => {
    const replies = [
      ...[reveal, { type: '3' }, { type: 'u' }],
      ...[{ type: 'b' }, { type: 'u' }],
      ...[{ type: 's' }, { type: 'u' }],
      ...[reveal, { type: '1' }, reveal, { type: 'u' }],
      ...[reveal, { type: '4' }, reveal, { type: '4' }],
    ]
    const one = host({ replies })
    await say(one, 'review')
    await say(one, 'log', '--json')
    const [last = '[]'] = one.printed().split('\n').slice(-1)
    expect(JSON.parse(last).map(({ grade }: { grade: string }) => grade)).toEqual(['easy', 'easy'])
    expect(one.printed().split('已撤回。')).toHaveLength(4)
  })

  test('edited in its note, and is asked as it reads then', async () => {
    const files = { 'concurrency.md': zhDeck }
    const one = fakeHost({
      library: files,
      replies: [{ type: 'e' }, { type: 'q' }],
      onOpen: () => {
        files['concurrency.md'] = zhDeck.replace('什么是死锁？', '死锁是怎么来的？')
      },
    })
    await say(one, 'review')
    expect(one.opened).toEqual(['bank/concurrency.md:9'])
    expect(one.printed()).toContain('已重新读取笔记。')
    expect(one.printed()).toContain('死锁是怎么来的？')
  })

  test('given a note of one’s own, shown beside the answer from then on', async () => {
    const one = host({
      replies: [{ type: 'n' }, { leave: '四个条件：互斥……\n' }, reveal, { type: 'q' }],
    })
    await say(one, 'review')
    expect(one.printed()).toContain('── 你的备注\n四个条件：互斥……')
    await say(one, 'show', 'deadlock')
    expect(one.printed().split('四个条件：互斥')).toHaveLength(3)
  })
})

test('to cram leaves the schedule alone, and keeps the grades', async () => {
  const one = host({
    replies: [reveal, { type: '3' }, reveal, { type: '1' }, reveal, { type: '1' }],
  })
  await say(one, 'review', '--cram')
  expect(one.printed()).toContain('复习安排不变')
  await say(one, 'list', '--state', '--json')
  const [last = '[]'] = one.printed().split('\n').slice(-1)
  expect(JSON.parse(last)).toMatchObject([
    { schedule: { stage: 'new' } },
    { schedule: { stage: 'new' } },
  ])
  expect(one.journalText().match(/"s":"cram"/g)).toHaveLength(3)
})

test('no card begins after the minutes are used up', async () => {
  const one = host({ replies: [{ wait: 61_000 }, reveal, { type: '3' }] })
  await say(one, 'review', '--minutes', '1')
  expect(one.printed()).toContain('时间用完了，还有 1 张留到以后。')
})

test('a grade that cannot be saved is said so, and saved when tried again', async () => {
  const one = host({ failures: 1, replies: [reveal, { type: '3' }, { type: 'r' }, { type: 'q' }] })
  await say(one, 'review')
  expect(one.printed()).toContain('没有保存')
  expect(one.printed()).toContain('良好 · 已保存')
})

test('whoever gives up on saving still gets the report, and a fault', async () => {
  const one = host({ failures: 9, replies: [reveal, { type: '3' }, { key: 'ctrl-c' }] })
  await expect(say(one, 'review')).rejects.toThrow(UserError)
  expect(one.printed()).toContain('这次没有评分。')
})

test('a card that lapsed six times is called a leech', async () => {
  const one = host({ settings: { new: 0 } })
  for (let i = 0; i < 6; i += 1) {
    await say(one, 'rate', 'deadlock', 'good')
    await say(one, 'rate', 'deadlock', 'again')
  }
  const next = later(one, '2026-11-23T20:00:00+08:00', [reveal, { type: '2' }, { type: 'q' }])
  await say(next, 'review')
  expect(next.printed()).toContain('顽固卡片')
})

describe('rate and undo', () => {
  test('record one review and take back one after the other, also a week later', async () => {
    const one = host({})
    await say(one, 'rate', 'deadlock', '３', '--seconds', '12')
    await say(one, 'rate', '线程和进程有什么区别？', 'easy', '--json')
    const lines = one.printed().split('\n')
    expect(lines[0]).toBe('良好 · 已保存 · 下次 2026-11-24（2 天后）')
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      review: { card: 'thread-process', grade: 'easy', at: '2026-11-22T20:00:00+08:00' },
      due: '2026-11-29',
    })
    const week = later(one, '2026-11-29T20:00:00+08:00')
    await say(week, 'undo')
    await say(week, 'undo')
    await say(week, 'undo')
    expect(week.printed()).toMatchInlineSnapshot(`
      "已撤回：2026-11-22 20:00 的「简单」
      线程和进程有什么区别？
      已撤回：2026-11-22 20:00 的「良好」
      什么是死锁？
      没有可以撤回的。"
    `)
    await say(week, 'log')
    expect(week.printed()).toContain('还没有')
  })

  test('say that nothing was saved, and fail', async () => {
    const one = host({ failures: 1 })
    await expect(say(one, 'rate', 'deadlock', 'good')).rejects.toMatchObject({
      fault: { code: 'not-saved' },
    })
    expect(one.printed()).toBe('')
  })
})

describe('the cards', () => {
  test('are listed with where they stand, the due and the weak ones alone', async () => {
    const one = host({})
    await say(one, 'rate', 'deadlock', 'good')
    await say(one, 'suspend', 'thread-process')
    const later30 = later(one, '2026-12-30T20:00:00+08:00')
    await say(later30, 'list', '--state')
    await say(later30, 'list', '--due', '--weak')
    expect(later30.printed()).toMatchInlineSnapshot(`
      "deadlock        什么是死锁？
                      已学会 · 2026-11-24 到期 · 复习 1 次 · 现在记得的把握 65%
      thread-process  线程和进程有什么区别？
                      新卡 · 已停用
      2 张卡片
      deadlock  什么是死锁？
      1 张卡片"
    `)
  })

  test('are shown with their history', async () => {
    const one = host({})
    await say(one, 'rate', 'deadlock', 'again')
    await say(one, 'bury', 'deadlock')
    const next = later(one, '2026-11-23T20:00:00+08:00')
    await say(next, 'show', 'deadlock')
    expect(next.printed().slice(next.printed().indexOf('你的评分记录'))).toMatchInlineSnapshot(`
      "你的评分记录
        学习中 · 2026-11-23 到期 · 复习 1 次 · 现在记得的把握 77%
        2026-11-22 20:00  重来
        2026-11-22 20:00  推到明天"
    `)
  })
})

describe('the home screen', () => {
  test('says in a pipe what is due, the streak, the interview and the weakest topic', async () => {
    const one = host({})
    await say(one, 'rate', 'deadlock', 'good')
    const many = Object.fromEntries(
      [1, 2, 3].map((i) => [
        `${i}.md`,
        `# 网络\n\n## 第 ${i} 个问题是什么？\n\n<!-- id: q${i} -->\n\n答。\n`,
      ]),
    )
    const two = fakeHost({
      library: many,
      journal: one.journalText(),
      now: '2026-11-23T20:00:00+08:00',
    })
    for (const id of ['q1', 'q2', 'q3']) await say(two, 'rate', id, 'again')
    const next = fakeHost({
      library: many,
      journal: two.journalText(),
      now: '2026-11-24T20:00:00+08:00',
      interactive: false,
      settings: { date: '2026-12-01' },
    })
    await say(next)
    expect(next.printed()).toMatchInlineSnapshot(`
      "今天：3 张到期，0 张新卡 · 连续 2 天
      离面试还有 7 天（2026-12-01）。
      最薄弱的主题：网络（把握 77%）
      自带题库 3 张卡片；添加自己的笔记：viva library add <路径>
      所有命令见 viva --help。"
    `)
  })

  test('leads everywhere from a menu, and back', async () => {
    const one = host({
      replies: [
        ...[{ pick: 6 }, { pick: 7 }, { leave: '2026/12/1' }, { key: 'enter' }],
        ...[{ pick: 6 }, { leave: 'missing' }, { key: 'enter' }],
        ...[{ pick: 2 }, { type: '死锁' }, { key: 'enter' }, { key: 'escape' }, { key: 'escape' }],
        ...[{ pick: 0 }, { type: 'q' }, { key: 'enter' }],
        ...[{ pick: 6 }, { leave: ' ' }],
        ...[{ pick: 7 }, { pick: 6 }, { leave: 'cards.html' }, { key: 'enter' }],
        ...[{ pick: 5 }, { key: 'enter' }],
        ...[{ pick: 7 }, { pick: 11 }, { key: 'enter' }],
        ...[{ pick: 7 }, { pick: 0 }],
        { pick: 8 },
      ],
    })
    await say(one)
    expect(one.printed()).toContain('离面试还有 9 天（2026-12-01）。')
    expect(one.printed()).toContain('到那天记得多少')
    expect(one.printed()).toContain('missing')
    expect(one.printed()).toContain('什么是死锁？')
    expect(one.printed()).toContain('这次没有评分。')
    expect(one.exported.has('cards.html')).toBe(true)
  })

  test('what was shown stays until Enter, and Ctrl-C there leaves', async () => {
    const one = host({ replies: [{ pick: 3 }, { key: 'ctrl-c' }] })
    await say(one)
    expect(one.printed()).toMatch(/还没有面试记录。来一场 viva interview 就有了。$/)
  })
})

describe('what went on elsewhere', () => {
  test('a note written after the reveal goes on with the grading of the same answer', async () => {
    const one = host({
      replies: [
        ...[{ type: 't' }, { type: '互相等' }, { wait: 9000 }, { key: 'ctrl-d' }],
        ...[{ type: 'n' }, { leave: '记住顺序\n' }, { wait: 1000 }, { type: '3' }, { type: 'q' }],
      ],
    })
    await say(one, 'review')
    expect(one.printed().split('│ 互相等')).toHaveLength(3)
    expect(one.printed()).toContain('── 你的备注\n记住顺序')
    expect(one.journalText()).toContain('"g":3,"ms":10000')
  })

  test('the cards that come in two languages are asked and told in the person’s own', async () => {
    const both = {
      'a.md': '## What is a deadlock?\n\n<!-- id: d -->\n\nTwo tasks wait for each other.\n',
      'b.md': '## 什么是死锁？\n\n<!-- id: d -->\n\n两个任务互相等。\n',
    }
    const one = fakeHost({ library: both, interactive: false })
    await say(one, 'show', 'd')
    await say(one, 'rate', 'd', 'good')
    await say(one, 'undo')
    expect(one.printed()).toContain('两个任务互相等。')
    expect(one.printed()).toMatch(/的「良好」\n什么是死锁？$/)
  })

  test('a card put off until tomorrow says so where nothing else is due', async () => {
    const one = host({ settings: { new: 0 } })
    await say(one, 'rate', 'deadlock', 'good')
    const due = later(one, '2026-11-24T20:00:00+08:00')
    await say(due, 'bury', 'deadlock')
    await say(due, 'review', '--new', '0')
    expect(due.printed()).toContain('下一批 1 张在明天到期（2026-11-25）。')
  })
})
