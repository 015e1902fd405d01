import { describe, expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { UserError } from '../../src/errors.ts'
import { width } from '../../src/text/text.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'
import { pastFiles, pastSteps } from '../support/past.ts'

const first = pastSteps(
  [
    {
      ...{ question: '什么是死锁？', card: 'deadlock', used: 50, grade: 'hard', coverage: 0.4 },
      points: ['互相等待', '按固定顺序加锁'],
      ...{ answer: '互相等待', missed: ['按固定顺序加锁'] },
    },
  ],
  { at: '2026-11-18T20:00:00+08:00' },
)
const second = pastSteps(
  [
    {
      ...{ question: '什么是死锁？', card: 'deadlock', used: 40, grade: 'good', coverage: 0.75 },
      ...{ points: ['互相等待', '四个必要条件', '按固定顺序加锁'], hesitation: 4, heard: 0.5 },
      answer: '两个任务互相等待对方持有的锁，\n按固定顺序加锁就不会。',
      missed: ['四个必要条件'],
    },
    {
      ...{ question: '怎么在线上发现死锁？', follows: 0, used: 70, limit: 60, grade: 'hard' },
      ...{ points: [], answer: '看线程栈', paused: 12 },
    },
    { question: '为什么要三次握手？', card: 'gone-card', topic: '网络', ended: 'skipped', used: 5 },
  ],
  { at: '2026-11-20T20:00:00+08:00', soft: true },
)
const third = pastSteps(
  [{ question: '线程和进程有什么区别？', card: 'thread-process', used: undefined }],
  { at: '2026-11-21T07:30:00+08:00', how: undefined },
)

const draft = {
  ...{ turn: 0, text: '进程有自己的地址空间', usedMs: 9000, pausedMs: 0 },
  ...{ hesitationMs: undefined, hints: 0 },
}

function host(options: FakeOptions = {}): FakeHost {
  return fakeHost({
    library: { 'a.md': zhDeck, 'b.md': enDeck },
    interviews: pastFiles(first, second, third),
    drafts: new Map([['interview-002', draft]]),
    ...options,
  })
}

async function say(one: FakeHost, ...words: readonly string[]): Promise<string> {
  await program(one).parseAsync(['history', ...words], { from: 'user' })
  return one.printed()
}

describe('the list', () => {
  test('leaves out what ended before a word was said, as a closed window leaves it', async () => {
    const past = JSON.parse(await say(host({ drafts: new Map() }), '--json'))
    expect(past.map(({ n }: { n: number }) => n)).toEqual([1, 2])
  })

  test('是一张表，没有结束的有标记，下面是走势', async () => {
    expect(await say(host())).toMatchInlineSnapshot(`
      "场  开始               题数  用时  要点  良好  主题
       1  2026-11-18 20:00      1  0:50   40%    0%  并发
       2  2026-11-20 20:00      3  1:55   75%   33%  并发, 网络
       3  2026-11-21 07:30  0 / 1  0:00     -     -  没有结束
      共 3 场。用 viva history <场次> 看其中一场。

      走势
        要点      ▄▆  从 40% 到 75%，上升
        良好以上  ▁▃  从 0% 到 33%，上升
        每题用时  █▆  从 0:50 到 0:39，下降"
    `)
  })

  test('takes some lines each where the terminal is narrow', async () => {
    const look = { ...englishLook, columns: 40 }
    expect(await say(host({ look }))).toMatchInlineSnapshot(`
      " 1. 2026-11-18 20:00 · questions 1
          0:50 · key points 40%
          good or easy 0%
          并发
       2. 2026-11-20 20:00 · questions 3
          1:55 · key points 75%
          good or easy 33%
          并发, 网络
       3. 2026-11-21 07:30 · questions 0 of 1
          not finished
          0:00
      3 interviews. viva history <no.> shows
      one.

      Trend
        key points       ▄▆
          40% to 75%, rising
        good or easy     ▁▃  0% to 33%, rising
        time a question  █▆
          0:50 to 0:39, falling"
    `)
  })

  test('is a line each between tabs where another program reads', async () => {
    expect(await say(host({ interactive: false }))).toMatchInlineSnapshot(`
      "1	2026-11-18T20:00:00+08:00	1	1	50000	0.400	0.000	finished	并发
      2	2026-11-20T20:00:00+08:00	3	2	115000	0.750	0.333	finished	并发 / 网络
      3	2026-11-21T07:30:00+08:00	0	0	0			unfinished	"
    `)
  })

  test('is JSON with --json', async () => {
    expect(JSON.parse(await say(host(), '--json'))).toMatchInlineSnapshot(`
      [
        {
          "answered": 1,
          "at": "2026-11-18T20:00:00+08:00",
          "coverage": 0.4,
          "finished": true,
          "n": 1,
          "name": "interview-000",
          "questions": 1,
          "recall": 0,
          "usedMs": 50000,
        },
        {
          "answered": 2,
          "at": "2026-11-20T20:00:00+08:00",
          "coverage": 0.75,
          "finished": true,
          "n": 2,
          "name": "interview-001",
          "questions": 3,
          "recall": 0.333,
          "usedMs": 115000,
        },
        {
          "answered": 0,
          "at": "2026-11-21T07:30:00+08:00",
          "finished": false,
          "n": 3,
          "name": "interview-002",
          "questions": 0,
          "usedMs": 0,
        },
      ]
    `)
  })

  test('没有面试时说怎么开始', async () => {
    const interviews = pastFiles()
    expect(await say(host({ interviews }))).toContain('还没有面试记录')
    expect(await say(host({ interviews }), '--json')).toBe('[]')
  })

  test('leaves out what was thrown away', async () => {
    const thrown = pastSteps([{ question: '扔掉的' }], { how: 'discarded' })
    expect(await say(host({ interviews: pastFiles(thrown, first) }))).toContain('共 1 场')
  })
})

describe('one of them', () => {
  test('是它的报告，题目、要点都在记录里，卡片没了也能看', async () => {
    expect(await say(host(), '2')).toMatchInlineSnapshot(`
      "第 2 场面试 · 2026-11-20 20:00
      面试结束：3 道题，用时 1:55 / 3:00。

      按主题：要点
        并发 █████████░░░  75%  2 道题 · 1:50 / 2:00 · 困难 1 · 良好 1
        网络                 -  1 道题 · 0:05 / 1:00
        合计 █████████░░░  75%  3 道题 · 1:55 / 3:00 · 困难 1 · 良好 1
        1 道追问 · 平均 0:04 后开始动笔 · 1 道超时 · 1 道跳过 · 暂停 1 次，共 0:12

       1. 什么是死锁？
          0:40 / 1:00 · 良好 · 要点 75%
          │ 两个任务互相等待对方持有的锁， 按固定顺序加锁就不会。
          ✗ 四个必要条件
          ↳ 怎么在线上发现死锁？
            1:10 / 1:00 · 困难 · 超时 · 暂停 0:12
            │ 看线程栈
       2. 为什么要三次握手？
          0:05 / 1:00 · 跳过

      跳过的，没有排进复习
        • 为什么要三次握手？

      和上一场比
        要点 75%，之前 40%：进步了
        良好以上 33%，之前 0%：进步了
        每题用时 0:39，之前 0:50：快了

      已保存 1 个评分，用 viva log 查看。
      以后用 viva history 2 再看这份报告。"
    `)
  })

  test('in English, in 40 columns and ASCII', async () => {
    const look = { ...englishLook, columns: 40, unicode: false }
    expect(await say(host({ look }), '2')).toMatchInlineSnapshot(`
      "Interview 2 · 2026-11-20 20:00
      The interview is over: 3 questions, 1:55
      of 3:00.

      By topic: key points
        并发   ######..  75%
          2 questions · 1:50 / 2:00 · hard 1
          good 1
        网络               -
          1 question · 0:05 / 1:00
        in all ######..  75%
          3 questions · 1:55 / 3:00 · hard 1
          good 1
        1 follow-up
        0:04 to the first key on average
        1 late · 1 skipped · 1 pause, 0:12

       1. 什么是死锁？
          0:40 / 1:00 · good · key points 75%
          | 两个任务互相等待对方持有的锁， 按
          | 固定顺序加锁就不会。
          x 四个必要条件
          > 怎么在线上发现死锁？
            1:10 / 1:00 · hard · late
            paused 0:12
            | 看线程栈
       2. 为什么要三次握手？
          0:05 / 1:00 · skipped

      Skipped, and not scheduled
        * 为什么要三次握手？

      Compared with the interview before
        key points 75%, before 40%: better
        good or easy 33%, before 0%: better
        time a question 0:39, before 0:50:
          quicker

      1 grade saved; see viva log.
      viva history 2 shows this again."
    `)
  })

  test('is the latest with last, with -1, and with full-width digits the one meant', async () => {
    const text = await say(host(), 'last')
    expect(text).toContain('第 3 场面试')
    expect(await say(host(), '-1')).toBe(text)
    expect(await say(host(), '３')).toBe(text)
  })

  test('that is not finished says how to go on, and what was left', async () => {
    expect(await say(host(), '3')).toMatchInlineSnapshot(`
      "第 3 场面试 · 2026-11-21 07:30
      一道题都没有答。
      用 viva interview --resume 接着来。"
    `)
  })

  test('says what comes back by tomorrow', async () => {
    const one = host({ now: '2026-11-20T21:00:00+08:00' })
    one.store.openJournal().append({
      ...{ kind: 'review', id: 'r', at: Date.parse('2026-11-20T20:01:00+08:00') as never },
      ...{ offset: 480, device: 'here', card: 'deadlock' as never, grade: 'again' },
      ...{ tookMs: 1000, source: 'interview' },
    })
    expect(await say(one, '2')).toContain(
      '明天之前要复习的（已经排好）\n  • 什么是死锁？\n  用 viva review 复习。',
    )
  })

  test('is all that is known of it with --json', async () => {
    expect(JSON.parse(await say(host(), '2', '--json'))).toMatchInlineSnapshot(`
      {
        "answered": 2,
        "at": "2026-11-20T20:00:00+08:00",
        "compared": {
          "before": {
            "coverage": 0.4,
            "eachMs": 50000,
            "recall": 0,
          },
          "interviews": 1,
          "now": {
            "coverage": 0.75,
            "eachMs": 38333,
            "recall": 0.333,
          },
        },
        "coverage": 0.75,
        "dueByTomorrow": [],
        "ended": {
          "at": "2026-11-20T20:10:00+08:00",
          "how": "finished",
        },
        "exam": false,
        "finished": true,
        "followUps": 1,
        "givenMs": 180000,
        "grades": {
          "again": 0,
          "easy": 0,
          "good": 1,
          "hard": 1,
        },
        "hesitationMs": 4000,
        "hints": 0,
        "hurried": 0,
        "late": 1,
        "mode": "type",
        "n": 2,
        "name": "interview-001",
        "pausedMs": 12000,
        "pauses": 1,
        "planned": [
          {
            "card": "deadlock",
            "limitMs": 60000,
          },
          {
            "card": "x",
            "limitMs": 60000,
          },
          {
            "card": "gone-card",
            "limitMs": 60000,
          },
        ],
        "questions": 3,
        "recall": 0.333,
        "seed": "one",
        "soft": true,
        "timeUp": 0,
        "topics": [
          {
            "answered": 2,
            "coverage": 0.75,
            "followUps": 1,
            "givenMs": 120000,
            "grades": {
              "again": 0,
              "easy": 0,
              "good": 1,
              "hard": 1,
            },
            "questions": 2,
            "recall": 0.5,
            "topic": "并发",
            "usedMs": 110000,
          },
          {
            "answered": 0,
            "followUps": 0,
            "givenMs": 60000,
            "grades": {
              "again": 0,
              "easy": 0,
              "good": 0,
              "hard": 0,
            },
            "questions": 1,
            "recall": 0,
            "topic": "网络",
            "usedMs": 5000,
          },
        ],
        "turns": [
          {
            "answer": "两个任务互相等待对方持有的锁，
      按固定顺序加锁就不会。",
            "at": "2026-11-20T20:00:00+08:00",
            "card": "deadlock",
            "coverage": 0.75,
            "ended": "answered",
            "grade": "good",
            "hesitationMs": 4000,
            "hints": 0,
            "hurried": false,
            "keyPoints": [
              "互相等待",
              "四个必要条件",
              "按固定顺序加锁",
            ],
            "late": false,
            "limitMs": 60000,
            "missed": [
              "四个必要条件",
            ],
            "pausedMs": 0,
            "question": "什么是死锁？",
            "review": "review-0",
            "topic": "并发",
            "turn": 0,
            "usedMs": 40000,
          },
          {
            "answer": "看线程栈",
            "at": "2026-11-20T20:01:00+08:00",
            "ended": "answered",
            "follows": 0,
            "grade": "hard",
            "hints": 0,
            "hurried": false,
            "keyPoints": [],
            "late": true,
            "limitMs": 60000,
            "missed": [],
            "pausedMs": 12000,
            "question": "怎么在线上发现死锁？",
            "topic": "并发",
            "turn": 1,
            "usedMs": 70000,
          },
          {
            "answer": "",
            "at": "2026-11-20T20:02:00+08:00",
            "card": "gone-card",
            "ended": "skipped",
            "hints": 0,
            "hurried": false,
            "keyPoints": [],
            "late": false,
            "limitMs": 60000,
            "pausedMs": 0,
            "question": "为什么要三次握手？",
            "topic": "网络",
            "turn": 2,
            "usedMs": 5000,
          },
        ],
        "usedMs": 115000,
      }
    `)
  })

  test.each(['4', '-4', '99999'])('that is not there is a fault: %s', async (n) => {
    await expect(say(host(), n)).rejects.toMatchObject({
      fault: { code: 'no-such-interview', count: 3 },
    })
  })

  test.each(['0', '第二场', '1.5', '--2'])(
    'that is no number is a wrong command line: %s',
    async (n) => {
      await expect(say(host(), n)).rejects.toMatchObject({ exitCode: 1 })
    },
  )
})

describe('saving one', () => {
  test('写成 Markdown，参考答案折在最后', async () => {
    const one = host()
    await say(one, '2', '--save', 'report.md')
    expect(one.printed()).toBe('报告在 /here/report.md')
    expect(one.written.get('/here/report.md')).toMatchInlineSnapshot(`
      "# 模拟面试 2026-11-20 20:00

      面试结束：3 道题，用时 1:55 / 3:00。

      打字作答 · 种子 one

      1 道追问 · 平均 0:04 后开始动笔 · 1 道超时 · 1 道跳过 · 暂停 1 次，共 0:12

      ## 各主题得分

      | 主题 | 图 | 要点 | 良好以上 | 题数 | 用时 | 评分 |
      | --- | --- | ---: | ---: | ---: | ---: | --- |
      | 并发 | ████████░░ | 75% | 50% | 2 | 1:50 / 2:00 | 困难 1 · 良好 1 |
      | 网络 |  |  | 0% | 1 | 0:05 / 1:00 |  |
      | 合计 | ████████░░ | 75% | 33% | 3 | 1:55 / 3:00 | 困难 1 · 良好 1 |

      ## 题目

      ### 1\\. 什么是死锁？

      0:40 / 1:00 · 良好 · 要点 75%

      **你的回答**

      > 两个任务互相等待对方持有的锁，\\
      > 按固定顺序加锁就不会。

      **要点（打勾的说到了）**

      - [x] 互相等待
      - [ ] 四个必要条件
      - [x] 按固定顺序加锁

      #### 追问：怎么在线上发现死锁？

      1:10 / 1:00 · 困难 · 超时 · 暂停 0:12

      **你的回答**

      > 看线程栈

      ### 2\\. 为什么要三次握手？

      0:05 / 1:00 · 跳过

      ## 和上一场比

      - 要点 75%，之前 40%：进步了
      - 良好以上 33%，之前 0%：进步了
      - 每题用时 0:39，之前 0:50：快了

      ## 参考答案

      <details>
      <summary>什么是死锁？</summary>

      > 两个任务互相等待对方手里的锁，谁也走不下去。
      >
      > | 条件 | 打破的办法 |
      > | --- | --- |
      > | 循环等待 | 按固定顺序加锁 |

      </details>

      <details>
      <summary>追问：怎么在线上发现死锁？</summary>

      > 看每个线程停在哪里：\`jstack\` 会直接说出来。

      </details>

      笔记里已经没有的卡片，这里不列出。
      "
    `)
  })

  test('means the latest if none is named', async () => {
    const one = host({ look: englishLook })
    await say(one, '--save', '/tmp/report.md')
    expect(one.written.get('/tmp/report.md')).toContain('# Mock interview, 2026-11-21 07:30')
  })

  test('replaces a file only when told to', async () => {
    const one = host()
    await say(one, '1', '--save', 'report.md')
    await expect(say(one, '2', '--save', 'report.md')).rejects.toMatchObject({
      fault: { code: 'file-exists' },
    })
    await say(one, '2', '--save', 'report.md', '--force')
    expect(one.written.get('/here/report.md')).toContain('2026-11-20')
  })

  test.each(['report.txt', 'report', '.md/report'])(
    'refuses %s before anything is read',
    async (path) => {
      await expect(say(host(), '2', '--save', path)).rejects.toMatchObject({
        fault: { code: 'report-format', path },
      })
    },
  )

  test('goes without model answers where the library is gone', async () => {
    const one = host()
    const read = async () => {
      throw new UserError({ code: 'library-missing', path: '/gone' })
    }
    await program({ ...one, library: { ...one.library, read } }).parseAsync(
      ['history', '2', '--save', 'r.md'],
      {
        from: 'user',
      },
    )
    expect(one.written.get('/here/r.md')).toContain('笔记里已经没有的卡片')
  })
})

test('what was typed to do harm does none, at any width', async () => {
  const evil = '\x1b[2J\x1b]0;owned\x07</details>\n# 标题\n```\n\u202e反'
  const steps = pastSteps([
    {
      ...{ question: evil, topic: evil, card: 'deadlock', answer: evil, grade: 'again' },
      ...{ points: [evil], missed: [evil], coverage: 0 },
    },
  ])
  for (const columns of [20, 40, 80, 200]) {
    const one = host({ interviews: pastFiles(steps, steps), look: { columns } })
    const text = `${await say(one)}\n${await say(one, '1')}`
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
    expect(text.split('\n').filter((line) => width(line) > columns)).toEqual([])
  }
})
