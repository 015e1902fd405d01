import { describe, expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { Interrupted } from '../../src/errors.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const library = { '并发.md': zhDeck }
const deadlock = ['两个任务互相等待对方持有的锁', '它有四个必要条件']

async function sit(options: FakeOptions, ...words: readonly string[]): Promise<FakeHost> {
  const one = fakeHost({ library, ...options })
  const line = ['interview', '--seed', 'one', '--seconds', '60', ...words]
  await program(one).parseAsync(line, { from: 'user' })
  return one
}

function stepsIn(one: FakeHost): readonly Record<string, unknown>[] {
  const [text = ''] = [...one.interviews.values()].slice(-1)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('输入的答案', () => {
  test('和要点对照：说到的打勾、带上听到的话，漏掉的记下来', async () => {
    const replies = [{ type: deadlock.join('，') }, { key: 'ctrl-d' }, { wait: 20_000 }]
    const one = await sit(
      { replies: [...replies, { type: '3' }, { key: 'enter' }] },
      ...['-n', '1', '--card', 'deadlock', '--no-follow-ups'],
    )
    expect(one.printed()).toContain('✓ 互相等待对方持有的锁\n    听到：互相等待对方持有\n')
    expect(one.printed()).toContain('✗ 按固定顺序加锁可以避免')
    const [review] = one.store.openJournal().read().reviews
    expect(review?.comparison).toMatchObject({
      missed: ['按固定顺序加锁可以避免'],
      coverage: expect.closeTo(0.65, 1),
    })
  })

  test('上次漏掉的要点排在最前面，并且说明', async () => {
    const one = fakeHost({
      library,
      replies: [
        ...[{ type: deadlock.join('，') }, { key: 'ctrl-d' }, { type: '3' }, { key: 'enter' }],
        ...[{ key: 'ctrl-d' }, { type: '　' }, { type: '1' }, { key: 'enter' }],
      ],
    })
    const line = ['interview', '-n', '1', '--card', 'deadlock', '--no-follow-ups']
    await program(one).parseAsync(line, { from: 'user' })
    await program(one).parseAsync(line, { from: 'user' })
    const last = one.printed().slice(one.printed().lastIndexOf('参考答案'))
    expect(last).toMatch(/✓ 按固定顺序加锁可以避免\n {2}✗ 互相等待对方持有的锁/)
  })

  test('weak is who said less than half of it last time', async () => {
    const replies = [{ type: '不知道' }, { key: 'ctrl-d' }, { type: '4' }, { key: 'enter' }]
    const one = await sit({ replies }, '-n', '1', '--card', 'deadlock', '--no-follow-ups')
    await program(one).parseAsync(['list', '--weak', '--json'], { from: 'user' })
    const json = one.printed().slice(one.printed().lastIndexOf('\n[') + 1)
    expect(JSON.parse(json)).toMatchObject([{ id: 'deadlock' }])
  })
})

describe('--exam', () => {
  test('全部答完才对照，一题一题来', async () => {
    const one = await sit(
      {
        replies: [
          ...[{ type: '互相等待' }, { key: 'ctrl-d' }, { type: '地址空间' }, { key: 'ctrl-d' }],
          ...[{ type: '2' }, { type: '3' }, { key: 'enter' }],
        ],
      },
      ...['-n', '2', '--exam', '--no-follow-ups'],
    )
    const printed = one.printed()
    expect(printed.indexOf('第 2 / 2 题')).toBeLessThan(printed.indexOf('参考答案'))
    expect(printed).toContain('作答结束。现在逐题对照参考答案，共 2 题。')
    expect(printed).toContain('── 对照 1 / 2')
    expect(printed).toContain('── 对照 2 / 2')
    expect(one.store.openJournal().read().reviews).toHaveLength(2)
  })
})

describe('the clock', () => {
  test('--soft lets an answer go on, records how long, and lowers what is proposed', async () => {
    const one = await sit(
      {
        replies: [
          ...[{ wait: 8000 }, { type: deadlock.join('，') }, { wait: 60_000 }, { wait: 5000 }],
          ...[{ key: 'ctrl-d' }, { type: '3' }, { key: 'enter' }],
        ],
      },
      ...['-n', '1', '--card', 'deadlock', '--soft', '--no-follow-ups'],
    )
    const steps = stepsIn(one)
    expect(steps.find(({ op }) => op === 'answered')).toMatchObject({
      ...{ ended: 'answered', usedMs: 73_000, hesitationMs: 8000 },
    })
    expect(steps.find(({ op }) => op === 'graded')).toMatchObject({ proposed: 'hard' })
  })

  test('a pause stops the clock and is recorded', async () => {
    const replies = [{ wait: 5000 }, { key: 'ctrl-p' }, { wait: 90_000 }, { key: 'ctrl-p' }]
    const one = await sit(
      { replies: [...replies, { wait: 5000 }, { key: 'ctrl-d' }, { type: '2' }, { key: 'enter' }] },
      ...['-n', '1', '--no-follow-ups'],
    )
    expect(stepsIn(one).find(({ op }) => op === 'answered')).toMatchObject({
      ...{ usedMs: 10_000, pausedMs: 90_000 },
    })
  })

  test('--breaks waits before each further question, where the last grade may be taken back', async () => {
    const one = await sit(
      {
        look: englishLook,
        replies: [
          ...[{ key: 'ctrl-d' }, { type: '1' }, { type: 'u' }, { type: '3' }, { wait: 600_000 }],
          ...[{ key: 'enter' }, { key: 'ctrl-d' }, { type: '3' }, { key: 'enter' }],
        ],
      },
      ...['-n', '2', '--breaks', '--no-follow-ups'],
    )
    const { reviews } = one.store.openJournal().read()
    expect(reviews.map(({ grade }) => grade)).toEqual(['good', 'good'])
  })
})

test('the very last grade can be taken back under the report', async () => {
  const replies = [{ key: 'ctrl-d' }, { type: '1' }, { type: 'u' }, { type: '4' }, { key: 'enter' }]
  const one = await sit({ replies }, '-n', '1', '--no-follow-ups')
  expect(one.store.openJournal().read().reviews).toMatchObject([{ grade: 'easy' }])
})

describe('追问', () => {
  const submit = { key: 'ctrl-d' }
  const card = ['-n', '1', '--card', 'deadlock']

  test('a follow-up is compared with its own answer, judged, and leaves the schedule alone', async () => {
    const first = [submit, { type: '3' }, { type: '看每个线程停在哪里' }, submit, { type: '3' }]
    const second = [{ type: '按顺序加锁' }, submit, { type: '2' }, { key: 'enter' }]
    const one = await sit({ replies: [...first, ...second] }, ...card)
    const [, told = '', whole = ''] = one.printed().split('── 追问 · 并发 · 0:30')
    expect(told).toContain('── 参考答案\n看每个线程停在哪里：`jstack` 会直接说出来。')
    expect(told).toContain('✓ 看每个线程停在哪里')
    expect(told).toContain('良好 · 只记在这场面试里')
    expect(whole).toContain('笔记里没有单独回答这道追问，请对照整张卡片的答案。')
    expect(whole).toContain('── 参考答案\n两个任务互相等待对方手里的锁')
    expect(whole).toContain('困难 · 只记在这场面试里')
    expect(one.store.openJournal().read().reviews).toHaveLength(1)
    const graded = stepsIn(one).filter(({ op }) => op === 'graded')
    const heard = graded.map(({ coverage }) => coverage !== undefined)
    expect(heard).toEqual([false, true, false])
  })

  test('after a poor answer a key point that it lacked is asked for, and compared alone', async () => {
    const main = [{ type: deadlock.join('，') }, submit, { type: '2' }]
    const way = [{ type: '加锁按固定的顺序，就不会成环' }, submit, { key: 'ctrl-c' }]
    const one = fakeHost({ library, replies: [...main, ...way] })
    const line = ['interview', '--seconds', '60', ...card]
    await expect(program(one).parseAsync(line, { from: 'user' })).rejects.toThrow(Interrupted)
    const [, pressed = ''] = one.printed().split('── 追问 · 并发 · 0:30')
    expect(pressed).toContain('再说说“按固定顺序加锁可以避免”：是怎么回事，为什么？')
    expect(pressed).toContain('── 参考答案\n两个任务互相等待对方手里的锁')
    const [, , , , asked] = stepsIn(one)
    expect(asked).toMatchObject({ op: 'asked', follows: 0, keyPoints: ['按固定顺序加锁可以避免'] })
    expect(stepsIn(one).at(-1)?.coverage).toBeGreaterThan(0.5)
  })

  test('a way in speaks the language of its card', async () => {
    const replies = [
      { type: 'Old duplicates are refused.' },
      submit,
      { type: '1' },
      { key: 'ctrl-c' },
    ]
    const one = fakeHost({ library: { 'net.md': enDeck }, replies })
    const line = ['interview', '-n', '1', '--card', 'tcp-handshake']
    await expect(program(one).parseAsync(line, { from: 'user' })).rejects.toThrow(Interrupted)
    expect(one.printed()).toContain('And “each side learns both directions work”: how, or why?')
  })
})

describe('选择题', () => {
  const quiz = `# 选择题

1、下列哪个不是基本类型？（ ）

A. int

B. String

C. char

答案：B

2、以下说法正确的是（ ）

A. 接口可以有构造方法

B. 抽象类可以有构造方法

答案：B

3、线程安全的是（ ）

A. StringBuilder

B. StringBuffer

答案：B
`
  test('按字母作答，对错决定建议的评分', async () => {
    const replies = [{ type: 'ａ' }, { type: 'Ｂ' }, { key: 'enter' }, { type: '3' }]
    const one = await sit(
      { library: { '选择.md': quiz }, replies: [...replies, { key: 'enter' }] },
      ...['-n', '1', '--no-follow-ups'],
    )
    expect(one.printed()).toContain('正确答案：B')
    expect(stepsIn(one)).toContainEqual(
      expect.objectContaining({ op: 'answered', answer: 'B', coverage: 1 }),
    )
  })

  test('报告不把答错的题的要点打上勾', async () => {
    const replies = [{ type: 'a' }, { key: 'enter' }, { type: '1' }, { key: 'enter' }]
    const one = await sit(
      { library: { '选择.md': quiz }, replies },
      ...['-n', '1', '--no-follow-ups', '--save', 'r.md', '--force'],
    )
    expect(stepsIn(one)).toContainEqual(expect.objectContaining({ op: 'asked', keyPoints: [] }))
    const [report = ''] = one.written.values()
    expect(report).toContain('要点 0%')
    expect(report).not.toContain('[x]')
  })

  test('写在一段里的选项也各占一行', async () => {
    const close = quiz.replace(/\n\n(?=[BC]\.)/g, '\n')
    const one = await sit(
      { library: { '选择.md': close }, replies: [{ key: 'ctrl-x' }, { key: 'enter' }] },
      ...['-n', '1', '--no-follow-ups', '--card', '下列哪个不是基本类型？（ ）'],
    )
    expect(one.printed()).toMatch(/\nA\. int\nB\. String\nC\. char\n/)
  })
})

describe('what was left', () => {
  async function left(replies: NonNullable<FakeOptions['replies']>, ...words: readonly string[]) {
    const one = fakeHost({ library, replies })
    const line = ['interview', '--seed', 'one', '-n', '2', '--no-follow-ups', ...words]
    await expect(program(one).parseAsync(line, { from: 'user' })).rejects.toThrow(Interrupted)
    return one
  }
  function again(one: FakeHost, options: Partial<FakeOptions>): FakeHost {
    return fakeHost({
      ...{ library, journal: one.journalText(), interviews: one.interviews, drafts: one.drafts },
      ...options,
    })
  }

  test('--resume goes on with the draft and the time that is left', async () => {
    const one = await left(
      [{ type: '半句话' }, { wait: 20_000 }, { key: 'ctrl-c' }],
      '--seconds',
      '60',
    )
    expect(one.printed()).toContain('viva interview --resume')
    const two = again(one, {
      replies: [
        ...[{ type: '，说完' }, { wait: 1000 }, { key: 'ctrl-d' }, { type: '3' }],
        ...[{ key: 'ctrl-x' }, { key: 'enter' }],
      ],
    })
    await program(two).parseAsync(['interview', '--resume'], { from: 'user' })
    expect(two.printed()).toContain('你的回答（用时 0:21 / 1:00）\n│ 半句话，说完')
    expect(two.store.openJournal().read().reviews).toHaveLength(1)
    expect([...two.drafts.keys()]).toEqual([])
  })

  test('a grade that a crash kept out of the journal is appended once', async () => {
    const one = await left([{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }], '--seconds', '60')
    const lost = again(one, { journal: '', replies: [{ pick: 0 }, { key: 'ctrl-c' }] })
    const run = () => program(lost).parseAsync(['interview'], { from: 'user' })
    await expect(run()).rejects.toThrow(Interrupted)
    expect(lost.store.openJournal().read().reviews).toMatchObject([{ grade: 'good' }])
    const kept = again(one, { replies: [{ pick: 0 }, { key: 'ctrl-c' }] })
    await expect(program(kept).parseAsync(['interview'], { from: 'user' })).rejects.toThrow(
      Interrupted,
    )
    expect(kept.store.openJournal().read().reviews).toHaveLength(1)
  })

  test('it may be finished as it is, and is not offered again', async () => {
    const one = await left([{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }], '--seconds', '60')
    const two = again(one, { replies: [{ pick: 1 }] })
    await program(two).parseAsync(['interview'], { from: 'user' })
    expect(stepsIn(two).at(-1)).toMatchObject({ op: 'ended', how: 'cut-short' })
    const three = again(two, {})
    await program(three).parseAsync(['interview', '--resume'], { from: 'user' })
    expect(three.printed()).toBe('没有没做完的面试。')
  })

  test('with a number of questions nothing is asked first, only said', async () => {
    const one = await left([{ type: '半' }, { key: 'ctrl-c' }], '--seconds', '60')
    const two = again(one, { replies: [{ key: 'ctrl-x' }] })
    const line = ['interview', '-n', '1', '--no-follow-ups']
    await program(two).parseAsync(line, { from: 'user' })
    expect(two.printed()).toMatch(/^还有一场没做完的面试（2026-11-22 20:00）/)
  })

  test('--discard throws it away without asking, and needs no terminal', async () => {
    const one = await left([{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }], '--seconds', '60')
    const two = again(one, { interactive: false })
    const discard = () => program(two).parseAsync(['interview', '--discard'], { from: 'user' })
    await discard()
    await discard()
    expect(two.printed()).toBe('已丢掉；已保存的评分都还在。\n没有没做完的面试。')
    expect(stepsIn(two).at(-1)).toMatchObject({ op: 'ended', how: 'discarded' })
  })

  test('one that was left a week ago is not spoken of, but can be gone on with', async () => {
    const one = await left([{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }], '--seconds', '60')
    const two = again(one, { now: '2026-11-30T20:00:00+08:00', replies: [{ key: 'ctrl-x' }] })
    await program(two).parseAsync(['interview', '-n', '1'], { from: 'user' })
    expect(two.printed()).not.toContain('没做完')
    const three = again(one, { now: '2026-11-30T20:00:00+08:00', replies: [{ key: 'ctrl-c' }] })
    const resumed = program(three).parseAsync(['interview', '--resume'], { from: 'user' })
    await expect(resumed).rejects.toThrow(Interrupted)
  })

  test('whoever leaves before the first word leaves nothing behind', async () => {
    const one = await left([{ wait: 5000 }, { key: 'ctrl-c' }], '--seconds', '60')
    expect(one.printed()).not.toContain('--resume')
    expect(stepsIn(one).at(-1)).toMatchObject({ op: 'ended', how: 'discarded' })
  })

  test('a grade that was taken back elsewhere is asked for again', async () => {
    const one = await left([{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }], '--seconds', '60')
    await program(one).parseAsync(['undo'], { from: 'user' })
    const two = again(one, {
      replies: [{ key: 'ctrl-x' }, { type: '2' }, { key: 'enter' }],
    })
    await program(two).parseAsync(['interview', '--resume'], { from: 'user' })
    expect(two.store.openJournal().read().reviews).toMatchObject([{ grade: 'hard' }])
  })

  test('what another terminal ended behind an open menu is not asked again', async () => {
    const one = await left([{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }], '--seconds', '60')
    const two = again(one, { replies: [{ pick: 0 }] })
    const store = await two.store.openInterviews()
    const choose = two.terminal.choose
    Object.assign(two.terminal, {
      choose: async (menu: Parameters<typeof choose>[0]) => {
        const [name = ''] = [...two.interviews.keys()]
        store.append(name, { kind: 'ended', at: two.clock.now(), how: 'finished' })
        return choose(menu)
      },
    })
    await program(two).parseAsync(['interview'], { from: 'user' })
    expect(two.printed()).toBe('这场面试刚刚在别处结束了。')
  })

  test('finishing it as it is says nothing of going on', async () => {
    const one = await left([{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }], '--seconds', '60')
    const two = again(one, { replies: [{ pick: 1 }] })
    await program(two).parseAsync(['interview'], { from: 'user' })
    expect(two.printed()).toContain('面试结束')
    expect(two.printed()).not.toContain('--resume')
  })

  test('a report is written however the interview was gone on with', async () => {
    const one = await left([{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }], '--seconds', '60')
    const two = again(one, { replies: [{ pick: 0 }, { key: 'ctrl-x' }, { key: 'enter' }] })
    await program(two).parseAsync(['interview', '--save', 'r.md', '--force'], { from: 'user' })
    expect(two.exported.has('/here/r.md')).toBe(true)
  })

  test('a card that is gone meanwhile is compared with the points it had', async () => {
    const one = await left(
      [{ type: '两个任务互相等待对方持有的锁' }, { key: 'ctrl-d' }, { key: 'ctrl-c' }],
      ...['--seconds', '60', '--card', 'deadlock'],
    )
    const other = { '别的.md': '# 网络\n\n## 什么是 TCP？\n\n一种传输协议。\n' }
    const two = again(one, { library: other, replies: [{ type: '3' }, { key: 'enter' }] })
    await program(two).parseAsync(['interview', '--resume'], { from: 'user' })
    expect(two.printed()).toContain('这张卡片已经不在笔记里了')
    expect(two.printed()).toContain('✓ 互相等待对方持有的锁')
    expect(two.store.openJournal().read().reviews).toMatchObject([{ card: 'deadlock' }])
  })

  test('a grade taken back under the report is open again if the person leaves', async () => {
    const replies = [{ key: 'ctrl-d' }, { type: '3' }, { type: 'u' }, { key: 'ctrl-c' }]
    const one = fakeHost({ library, replies })
    const line = ['interview', '-n', '1', '--no-follow-ups']
    await expect(program(one).parseAsync(line, { from: 'user' })).rejects.toThrow(Interrupted)
    const two = again(one, { replies: [{ type: '4' }, { key: 'enter' }] })
    await program(two).parseAsync(['interview', '--resume'], { from: 'user' })
    expect(two.store.openJournal().read().reviews).toMatchObject([{ grade: 'easy' }])
  })

  test('nothing that shapes a new interview goes with --resume', async () => {
    const run = program(fakeHost({ library })).parseAsync(['interview', '--resume', '--exam'], {
      from: 'user',
    })
    await expect(run).rejects.toMatchObject({ code: 'commander.conflictingOption' })
  })
})

test('ticks stay while the answer is looked at in the other language or a note is written', async () => {
  const replies = [
    { key: 'ctrl-d' },
    { type: ' ' },
    { type: 't' },
    { type: 'n' },
    { leave: '我的话' },
  ]
  const one = await sit(
    { replies: [...replies, { type: '3' }, { key: 'enter' }] },
    ...['-n', '1', '--card', 'deadlock', '--no-follow-ups', '--mode', 'think'],
  )
  const [review] = one.store.openJournal().read().reviews
  expect(review?.comparison).toMatchObject({ coverage: 0.333 })
})

test('a report goes where no file stands only, unless the person says so', async () => {
  const replies = [
    ...[{ key: 'ctrl-d' }, { type: '3' }, { type: 's' }, { leave: 'r.md' }],
    ...[{ type: 's' }, { leave: 'r.md' }, { pick: 1 }, { key: 'enter' }],
  ]
  const one = await sit({ replies }, '-n', '1', '--no-follow-ups')
  expect(one.printed().match(/报告在/g)).toHaveLength(2)
})

test('a folder that is not there is named before the first question', async () => {
  const one = fakeHost({ library })
  const line = ['interview', '-n', '1', '--save', 'missing/r.md']
  await expect(program(one).parseAsync(line, { from: 'user' })).rejects.toMatchObject({
    fault: { code: 'not-written' },
  })
})

test('grades that could not be saved are named, and come into the journal later', async () => {
  const one = fakeHost({
    ...{ library, failures: 9 },
    replies: [{ key: 'ctrl-d' }, { type: '3' }, { key: 'ctrl-c' }],
  })
  const line = ['interview', '-n', '1', '--no-follow-ups']
  await expect(program(one).parseAsync(line, { from: 'user' })).rejects.toThrow()
  expect(one.printed()).toContain('有 1 个评分还没写进记录')
})
