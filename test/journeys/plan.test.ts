import { describe, expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { planInterview } from '../../src/commands/interview/plan-interview.ts'
import { presetName as enSaid } from '../../src/i18n/en/plan.ts'
import { presetName as zhSaid } from '../../src/i18n/zh/plan.ts'
import { encodeStep } from '../../src/interview/record.ts'
import type { Begun } from '../../src/interview/step.ts'
import { encode } from '../../src/journal/record.ts'
import type { InterviewOptions } from '../../src/options/interview.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { width } from '../../src/text/text.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const library = { '并发.md': zhDeck, 'networks.md': enDeck }

function host(options: FakeOptions = {}): FakeHost {
  return fakeHost({ library, interactive: false, ...options })
}

async function ran(one: FakeHost, ...words: readonly string[]): Promise<string> {
  const before = one.printed().length
  await program(one).parseAsync([...words], { from: 'user' })
  return one.printed().slice(before).trimStart()
}

function dry(one: FakeHost, ...words: readonly string[]): Promise<string> {
  return ran(one, 'interview', '--dry-run', '--seed', 'one', ...words)
}

type Planned = { readonly questions: readonly { readonly id: string }[] }

async function ids(one: FakeHost, ...words: readonly string[]): Promise<readonly string[]> {
  const text = await ran(one, 'interview', '--json', '--seed', 'one', ...words)
  return (JSON.parse(text) as Planned).questions.map(({ id }) => id)
}

describe('--dry-run', () => {
  test('列出每道题、主题、级别、时间和选它的理由', async () => {
    expect(await dry(host())).toMatchInlineSnapshot(`
      "模拟面试：4 道题，每题 1:00 到 2:00，共 5:15。想再来同样的题：--seed one

       1. 什么是死锁？
          1:00 · 并发 · 初级 · 较容易，用来开场 · 从没问过
       2. Why does TCP shake hands three times?
          1:00 · Networks · 初级 · 从没问过
       3. 线程和进程有什么区别？
          1:15 · 并发 · 中级 · 从没问过
       4. What does a CDN do?
          2:00 · Networks · 还没有答案 · 最难的放在最后 · 从没问过

      这只是计划：没有提问，也没有记录。去掉 --dry-run 就开始。"
    `)
  })

  test('fits into 40 columns', async () => {
    const look = { ...englishLook, columns: 40 }
    expect(await dry(host({ look }))).toMatchInlineSnapshot(`
      "Mock interview: 4 questions, 1:00 to
      2:00 each, 5:15 in all. The same
      questions again: --seed one

       1. 什么是死锁？
          1:00 · 并发 · junior
          easy to begin with · never asked
       2. Why does TCP shake hands three
          times?
          1:00 · Networks · junior
          never asked
       3. 线程和进程有什么区别？
          1:15 · 并发 · mid · never asked
       4. What does a CDN do?
          2:00 · Networks · no answer yet
          the hardest comes last · never asked

      Only a plan: nothing was asked or
      recorded. Without --dry-run it begins."
    `)
  })

  test('is never wider than the screen, whatever the notes say', async () => {
    const hostile = `# ${'很长的主题'.repeat(20)}\n\n## ${'什么是“\u001b[31m红色\u001b[0m”'.repeat(9)}？\n\n答。\n\n## Why ${'x'.repeat(300)}?\n\nBecause.\n`
    for (const columns of [40, 80, 200]) {
      const one = host({ library: { 'a.md': hostile }, look: { columns } })
      const text = await dry(one)
      expect(text).not.toContain('\u001b')
      for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns)
    }
  })

  test('asks and records nothing, in a terminal or without one', async () => {
    for (const interactive of [true, false]) {
      const one = host({ interactive })
      await dry(one, '-m', '3')
      expect(one.journalText()).toBe('')
      expect(one.interviews.size).toBe(0)
      expect(one.store.settings.own()).toEqual({})
    }
  })

  test('as JSON is one document with codes for the reasons', async () => {
    const one = host()
    const text = await ran(one, 'interview', '--dry-run', '--json', '--seed', 'one', '-n', '2')
    expect(JSON.parse(text)).toEqual({
      seed: 'one',
      mode: 'type',
      totalMs: expect.any(Number),
      questions: [
        {
          id: expect.any(String),
          question: expect.any(String),
          topic: expect.any(String),
          level: 'junior',
          limitMs: expect.any(Number),
          why: ['opening', 'new'],
        },
        expect.objectContaining({ why: ['hardest', 'new'] }),
      ],
    })
  })

  test('says what is lacking', async () => {
    expect(await dry(host(), '-n', '9')).toContain('能问的只有 4 张卡片，不到 9 张。')
    expect(await dry(host({ look: englishLook }), '-m', '60')).toContain('Only 4 cards fit')
  })

  test('says what a weak card is weak in', async () => {
    const one = host({ now: '2027-06-01T20:00:00+08:00' })
    const past = host()
    await ran(past, 'rate', 'deadlock', 'again')
    const later = host({ now: '2027-06-01T20:00:00+08:00', journal: past.journalText() })
    expect(await dry(later, '--card', 'deadlock')).toMatch(/你点名要问 · 现在记得的把握是 \d+%/)
    expect(await dry(one, '--card', 'deadlock')).toContain('你点名要问 · 从没问过')
    const comparison = { coverage: 0.25, missed: ['四个必要条件', '按固定顺序加锁可以避免'] }
    const [review] = past.store.openJournal().read().reviews
    if (review === undefined) throw new Error('nothing was recorded')
    const thin = host({ journal: encode({ ...review, grade: 'good', comparison }) })
    expect(await dry(thin, '--card', 'deadlock')).toContain(
      '上次只说到 25% 的要点 · 上次漏了 2 个要点',
    )
  })

  test('right before the interview says that it counts', async () => {
    const soon = host({ settings: { date: '2026-11-25' } })
    expect(await dry(soon)).toContain('离面试还有 3 天')
    expect(await dry(host({ settings: { date: '2027-11-25' } }))).not.toContain('离面试')
  })
})

describe('--card', () => {
  test('asks these cards in this order: by id, by the start of one, by place, by words', async () => {
    const named = ['tcp', '并发.md:9', '线程和进程有什么区别？'].flatMap((card) => ['--card', card])
    expect(await ids(host(), ...named)).toEqual(['tcp-handshake', 'deadlock', 'thread-process'])
  })

  test('does not ask a card twice, and asks one that was suspended', async () => {
    const one = host()
    await ran(one, 'suspend', 'deadlock')
    expect(await ids(one, '--card', 'deadlock', '--card', '什么是死锁？')).toEqual(['deadlock'])
  })

  test('that is none, or several, is a fault', async () => {
    await expect(ids(host(), '--card', '火锅怎么涮')).rejects.toMatchObject({
      fault: { code: 'card-missing' },
    })
    await expect(ids(host(), '--card', 't')).rejects.toMatchObject({
      fault: { code: 'card-ambiguous' },
    })
  })
})

describe('cards that were set aside', () => {
  test('stay out, and if none is left that is said', async () => {
    const one = host()
    await ran(one, 'suspend', 'deadlock')
    await ran(one, 'bury', 'thread-process')
    expect(await ids(one)).not.toContain('deadlock')
    await expect(ids(one, '--topic', '并发')).rejects.toMatchObject({
      fault: { code: 'all-set-aside' },
    })
  })
})

describe('what follow-ups may come from', () => {
  const idsOf = async (one: FakeHost, options: InterviewOptions) => {
    const { cards } = await planInterview(one, { dryRun: true, ...options })
    return cards.map(({ id }) => id)
  }

  test('is what the interview was narrowed to, but not what was set aside', async () => {
    const one = host()
    await ran(one, 'suspend', 'thread-process')
    expect(await idsOf(one, { topic: ['并发'] })).toEqual(['deadlock'])
    expect(await idsOf(one, { card: ['thread-process'] })).toContain('thread-process')
  })

  test('is every card where the first ones were named', async () => {
    expect(await idsOf(host(), { card: ['cdn'] })).toHaveLength(4)
  })
})

describe('a preset', () => {
  test('keeps the options without the seed, under a name in any script', async () => {
    const one = host()
    await dry(one, '--topic', '并发', '-n', '1', '--mode', 'think', '--save-preset', '后端 一面')
    expect(one.warned()).toContain('方案 后端 一面：--topic 并发 -n 1 --mode think')
    expect(one.store.settings.own()).toEqual({
      presets: { '后端 一面': { topic: ['并发'], questions: 1, mode: 'think' } },
    })
    expect(await ids(one, '--preset', '后端 一面')).toHaveLength(1)
  })

  test('gives way to the options beside it', async () => {
    const presets = {
      backend: { topic: ['并发'], questions: 1, followUps: false, library: ['/a'] },
    }
    const one = host({ settings: { presets } })
    expect(await ids(one, '--preset', 'backend', '-n', '2')).toHaveLength(2)
    expect(await ids(one, '--preset', 'backend', '--topic', 'networks', '-n', '2')).toEqual(
      expect.arrayContaining(['tcp-handshake', 'cdn']),
    )
    expect(await ids(one, '--preset', 'backend', '--card', 'cdn')).toEqual(['cdn'])
    await dry(one, '--preset', 'backend', '--soft', '--save-preset', 'calm')
    expect(one.store.settings.own().presets).toEqual({
      ...presets,
      calm: { ...presets.backend, soft: true },
    })
  })

  test('of named cards gives way to a narrowing', async () => {
    const one = host({ settings: { presets: { tcp: { card: ['tcp-handshake'] } } } })
    expect(await ids(one, '--preset', 'tcp')).toEqual(['tcp-handshake'])
    expect(await ids(one, '--preset', 'tcp', '--topic', '并发')).not.toContain('tcp-handshake')
  })

  test('is shown and forgotten with config', async () => {
    const one = host({ settings: { presets: { 前端: { from: "what's new", minutes: 20 } } } })
    const line = "--from 'what'\\''s new' -m 20"
    expect(await ran(one, 'config')).toContain(`preset.前端 = ${line}`)
    expect(await ran(one, 'config', 'get', 'preset.前端')).toBe(line)
    await expect(ran(one, 'config', 'set', 'preset.前端', 'x')).rejects.toMatchObject({
      fault: { code: 'preset-value' },
    })
    expect(await ran(one, 'config', 'set', 'preset.前端', '')).toBe('方案 前端 已删除。')
    expect(one.store.settings.own()).toEqual({})
  })

  test('要有名字：空的名字说成是空的', () => {
    expect(zhSaid('').message).toBe('方案的名字是空的。')
    expect(enSaid(' ').message).toBe('The name of the preset is empty.')
    expect(zhSaid('-x').message).toContain('“-x”')
  })

  test('that is not there is a fault that names those that are', async () => {
    const settings = { presets: { 前端: {}, backend: {} } }
    for (const name of ['后端', 'constructor', '__proto__', '']) {
      await expect(ids(host({ settings }), '--preset', name)).rejects.toMatchObject({
        fault: { code: 'preset-unknown', known: ['前端', 'backend'] },
      })
    }
  })

  test('needs a name that is one line and no option', async () => {
    for (const name of ['', ' ', '--exam', 'a\nb', 'a\u001b[31m', '__proto__', '长'.repeat(61)]) {
      const one = host()
      await expect(dry(one, `--save-preset=${name}`)).rejects.toMatchObject({
        fault: { code: 'preset-name' },
      })
    }
  })

  test('is not kept if nothing fits it', async () => {
    const one = host()
    await expect(dry(one, '--topic', '火锅', '--save-preset', 'x')).rejects.toThrow()
    expect(one.store.settings.own()).toEqual({})
  })
})

describe('the menu', () => {
  const leave = { key: 'ctrl-c' } as const

  async function chosen(options: FakeOptions): Promise<FakeHost> {
    const one = host({ interactive: true, look: englishLook, ...options })
    await ran(one, 'interview', '--seed', 'one').catch(() => undefined)
    return one
  }

  test('offers what is weak, where there is something', async () => {
    const past = host()
    await ran(past, 'rate', 'deadlock', 'again')
    const one = await chosen({
      journal: past.journalText(),
      now: '2027-06-01T20:00:00+08:00',
      replies: [{ pick: 1 }, { pick: 1 }, { pick: 0 }, leave],
    })
    expect(one.printed()).toContain('什么是死锁？')
    expect(one.printed()).toContain('Mock interview: 1 question,')
  })

  test('offers minutes beside numbers', async () => {
    const one = await chosen({ replies: [{ pick: 0 }, { pick: 0 }, { pick: 2 }, leave] })
    expect(one.printed()).toContain('Only 4 cards fit')
  })

  test('offers the presets that there are, and asks nothing more', async () => {
    const settings = { presets: { 一题: { topic: ['networks'], questions: 1 } } }
    const one = await chosen({ settings, replies: [{ pick: 1 }, leave] })
    expect(one.printed()).toContain('Mock interview: 1 question,')
    const none = await chosen({
      settings,
      replies: [{ pick: 0 }, { pick: 0 }, { pick: 0 }, { pick: 0 }, leave],
    })
    expect(none.printed()).toContain('Mock interview: 3 questions,')
  })
})

describe('a seed', () => {
  const begun: Begun = {
    kind: 'begun',
    at: Date.parse('2026-11-22T21:00:00+08:00') as Instant,
    offset: 480,
    seed: 'one',
    narrowed: '',
    planned: [],
    libraries: [],
    totalMs: undefined,
    mode: 'type',
    exam: false,
    soft: false,
    breaks: false,
    followUps: true,
  }
  const many = `# 缓存\n\n${Array.from({ length: 30 }, (_, i) => `## 第 ${i} 种缓存是什么？\n\n<!-- id: c${i} -->\n\n一种缓存。\n\n`).join('')}`
  const files = { library: { 'a.md': many } }

  test('asks the same questions again, after the grades that they were given', async () => {
    const first = host(files)
    const before = await ids(first, '-n', '4')
    for (const id of before) await ran(first, 'rate', id, 'easy')
    const asked = before.map((card, turn) =>
      encodeStep({
        ...{ kind: 'asked', turn, at: begun.at, card: card as never, follows: undefined },
        ...{ question: '', topic: '', keyPoints: [], limitMs: 60_000 },
      }),
    )
    const again = host({
      ...files,
      now: '2026-11-23T20:00:00+08:00',
      journal: first.journalText(),
      interviews: new Map([
        [
          '20261122T190000-abc',
          encodeStep({ ...begun, at: (begun.at - 7_200_000) as Instant }) + asked.join(''),
        ],
      ]),
    })
    expect(await ids(again, '-n', '4')).toEqual(before)
    const other = await ran(again, 'interview', '--json', '--seed', 'two', '-n', '20')
    const rested = (JSON.parse(other) as Planned).questions.map(({ id }) => id)
    expect(before.filter((id) => rested.includes(id)).length).toBeLessThan(3)
  })
})

test('the time set for a question is the usual one, before that of the card', async () => {
  const one = host({ settings: { seconds: 77 } })
  expect(await dry(one, '-n', '2')).toContain('每题 1:17，共 2:34')
  expect(await dry(host(), '-n', '2', '--seconds', '50')).toContain('每题 0:50，共 1:40')
})
