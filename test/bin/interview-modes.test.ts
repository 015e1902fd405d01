import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { zhDeck } from '../support/bank.ts'
import { folderWith } from '../support/library.ts'
import { type Sitting, type SittingOptions, sit } from '../support/pty.ts'

let library: ReturnType<typeof folderWith>
let home: string
let sitting: Sitting | undefined

beforeEach(() => {
  library = folderWith({ '并发.md': zhDeck })
  home = mkdtempSync(join(tmpdir(), 'viva-home-'))
})
afterEach(() => {
  sitting?.close()
  library.remove()
  rmSync(home, { recursive: true, force: true })
})

function interview(words: readonly string[], more: Partial<SittingOptions> = {}): Sitting {
  const all = ['interview', '--library', library.path, '--seed', 'one', '--lang', 'zh', ...words]
  sitting = sit({ words: all, home, ...more })
  return sitting
}

function resumed(): Sitting {
  sitting = sit({ words: ['interview', '--resume', '--lang', 'zh'], home })
  return sitting
}

const two = ['-n', '2', '--seconds', '90', '--no-follow-ups']

/** Graded answers that count, by all files of the journal. */
function grades(one: Sitting): readonly unknown[] {
  const taken = one.journal().map(({ ref }) => ref)
  return one.journal().flatMap(({ id, g }) => (g === undefined || taken.includes(id) ? [] : [g]))
}

async function killed(one: Sitting): Promise<void> {
  one.kill('SIGKILL')
  await one.exit
}

function leftovers(): readonly string[] {
  return readdirSync(join(home, 'interviews')).filter((name) => !name.endsWith('.jsonl'))
}

describe('after kill -9', () => {
  test('在作答时：草稿和剩下的时间都还在', async () => {
    const one = interview(two)
    await one.until('还剩 1:30')
    one.type('互相等待对方的锁')
    await one.until('还剩 1:28')
    await killed(one)
    const again = resumed()
    await again.until('> 互相等待对方的锁')
    expect(await again.screen()).toMatch(/还剩 1:2[789] \/ 1:30/)
    again.type('，谁也走不下去\x04')
    await again.until('答得怎么样？')
    expect(await again.scrollback()).toContain('│ 互相等待对方的锁，谁也走不下去')
    again.type('3')
    await again.until('第 2 / 2 题')
    expect(grades(again)).toEqual([3])
  })

  test('在评分时：回答还在，只评一次', async () => {
    const one = interview(two)
    await one.until('还剩')
    one.type('互相等待\x04')
    await one.until('答得怎么样？')
    await killed(one)
    const again = resumed()
    await again.until('答得怎么样？')
    expect(await again.scrollback()).toContain('│ 互相等待')
    again.type('2')
    await again.until('第 2 / 2 题')
    expect(grades(again)).toEqual([2])
  })

  test('at a break: the grade before it is there once, and the next question comes', async () => {
    const one = interview([...two, '--breaks'])
    await one.until('还剩')
    one.type('\x04')
    await one.until('答得怎么样？')
    one.type('4')
    await one.until('歇一会儿')
    await killed(one)
    const again = resumed()
    await again.until('歇一会儿')
    again.type('\r')
    await again.until('第 2 / 2 题')
    expect(grades(again)).toEqual([4])
  })

  test('in the middle of an exam, and among its grades', async () => {
    const one = interview([...two, '--exam'])
    await one.until('还剩')
    one.type('互相等待\x04')
    await one.until('第 2 / 2 题')
    expect(await one.scrollback()).not.toContain('参考答案')
    await killed(one)
    const again = resumed()
    await again.until('还剩')
    again.type('地址空间\x04')
    await again.until('对照 1 / 2')
    await again.until('答得怎么样？')
    again.type('１')
    await again.until('对照 2 / 2')
    await killed(again)
    const third = resumed()
    await third.until('对照 2 / 2')
    await third.until('答得怎么样？')
    third.type('3')
    await third.until('回车 结束')
    third.type('\r')
    expect(await third.exit).toBe(0)
    expect(grades(third)).toEqual([1, 3])
  })

  test('under the report: nothing is left to go on with', async () => {
    const one = interview(['-n', '1', '--seconds', '90', '--no-follow-ups'])
    await one.until('还剩')
    one.type('\x04')
    await one.until('答得怎么样？')
    one.type('3')
    await one.until('回车 结束')
    await killed(one)
    const again = resumed()
    await again.until('没有没做完的面试')
    expect(await again.exit).toBe(0)
    expect(grades(again)).toEqual([3])
  })

  test('the menu offers to go on, and an ended interview leaves only its steps', async () => {
    const one = interview(two)
    await one.until('还剩')
    one.type('半句')
    await one.until('> 半句')
    await killed(one)
    const again = interview([])
    await again.until('有一场没做完的面试')
    again.type('\r')
    await again.until('> 半句')
    again.type('\x18')
    await again.until('第 2 / 2 题')
    again.type('\x18')
    expect(await again.exit).toBe(0)
    expect(leftovers()).toEqual([])
  })
})

test('under the report, after its grade was taken back: the grade is asked for again', async () => {
  const one = interview(['-n', '1', '--seconds', '90', '--no-follow-ups'])
  await one.until('还剩')
  one.type('\x04')
  await one.until('答得怎么样？')
  one.type('3')
  await one.until('回车 结束')
  one.type('u')
  await one.until('已撤回')
  await one.until('答得怎么样？')
  await killed(one)
  const again = resumed()
  await again.until('答得怎么样？')
  again.type('4')
  await again.until('回车 结束')
  expect(grades(again)).toEqual([4])
})

test('a lock whose number another process has now holds nothing', async () => {
  const one = interview(two)
  await one.until('还剩')
  one.type('半句')
  await one.until('> 半句')
  await killed(one)
  const [lock = ''] = leftovers().filter((name) => name.endsWith('.lock'))
  writeFileSync(join(home, 'interviews', lock), `${process.pid} some-other-start 1`)
  await resumed().until('> 半句')
})

test('a review is dated by the time zone it was given in', async () => {
  const one = interview(two, { env: { TZ: 'UTC' } })
  await one.until('还剩')
  one.type('互斥\x04')
  await one.until('答得怎么样？')
  await killed(one)
  sitting = sit({
    words: ['interview', '--resume', '--lang', 'zh'],
    home,
    env: { TZ: 'Asia/Tokyo' },
  })
  await sitting.until('答得怎么样？')
  sitting.type('3')
  await sitting.until('第 2 / 2 题')
  expect(sitting.journal()).toMatchObject([{ tz: 540 }])
})

test('an interview that runs in another terminal is not taken from it', async () => {
  const one = interview(two)
  await one.until('还剩')
  one.type('半句')
  await one.until('> 半句')
  const other = sit({ words: ['interview', '--resume', '--lang', 'zh'], home })
  await other.until('正在另一个终端里进行')
  other.close()
})

test('SIGTERM 也不丢：刚打的字在草稿里', async () => {
  const one = interview(two)
  await one.until('还剩')
  one.type('刚打的字')
  await one.until('> 刚打的字')
  one.kill('SIGTERM')
  expect(await one.exit).toBe(143)
  const [draft = ''] = leftovers().filter((name) => name.endsWith('.draft'))
  expect(readFileSync(join(home, 'interviews', draft), 'utf8')).toContain('刚打的字')
})

test('输入法的全角字符：空格、数字、字母都算数', async () => {
  const one = interview(['-n', '1', '--seconds', '90', '--mode', 'think', '--no-follow-ups'])
  await one.until('空格 看答案')
  one.type('　')
  await one.until('答得怎么样？')
  one.type('　')
  await one.until('[✓]')
  one.type('４')
  await one.until('u 撤回')
  one.type('ｕ')
  await one.until('答得怎么样？')
  one.type('２')
  await one.until('回车 结束')
  expect(grades(one)).toEqual([2])
})

describe.each(['zh', 'en'])('forty columns, in %s', (language) => {
  const words = ['-n', '2', '--minutes', '12', '--no-follow-ups', '--lang', language]
  const [paused, graded, second, resumed, over] =
    language === 'zh'
      ? ['已暂停：按 Ctrl-P 或继续输入', '答得怎么样？', '第 2 / 2 题', '整场还剩', '回车 结束']
      : ['paused: Ctrl-P or text goes on', 'How was it?', 'Question 2 of 2', 'left', 'Enter done']

  test('没有一行超出屏幕：作答、暂停、评分、报告', async () => {
    const one = interview(words, { columns: 40, rows: 24 })
    await one.until(resumed)
    one.type('\x10')
    await one.until(paused)
    one.type('\x1bOP')
    await one.until(/Ctrl-W/)
    one.type('\x10两个任务互相等待对方持有的锁，它有四个必要条件')
    await one.until(resumed)
    one.type('\x14\x04')
    await one.until(graded)
    const screen = await one.screen()
    expect(screen).toContain('[✓] 互相等待对方持有的锁')
    expect(screen).toMatch(/听到：|heard: /)
    expect(screen).toMatch(/(?:要点|key points) \d+%/)
    one.type('?')
    await one.until(/F1/)
    one.type('3')
    await one.until(second)
    one.type('\x18')
    await one.until(over)
    expect(await one.wrapped()).toEqual([])
  })
})

test('a row that goes over the edge would be noticed', async () => {
  const one = sit({
    words: [],
    command: ['/bin/sh', '-c', "printf '%050d' 7; sleep 9"],
    columns: 40,
  })
  await one.until('7')
  expect(await one.wrapped()).toEqual(['0000000007'])
  one.close()
})

test('--soft counts on in the clock, and says so', async () => {
  const one = interview(['-n', '1', '--seconds', '1', '--soft', '--no-follow-ups'])
  await one.until('超时 0:01')
  one.type('还在写\x04')
  await one.until('超时了')
})

test('--plain: an exam and its breaks line by line', async () => {
  const one = interview([...two, '--exam', '--breaks', '--plain'])
  await one.until('命令要单独占一行')
  one.type('互相等待\r.\r')
  await one.until('歇一会儿')
  one.type('\r')
  await one.until('第 2 / 2 题')
  one.type('地址空间\r．\r')
  await one.until('对照 1 / 2')
  await one.until('输入数字评分')
  one.type('３\r')
  await one.until('对照 2 / 2')
  one.type('2\r')
  await one.until('回车 结束')
  one.type('\r')
  expect(await one.exit).toBe(0)
  expect(one.raw()).not.toContain('\x1b')
  expect(grades(one)).toEqual([3, 2])
})

test('a follow-up comes after a good answer', async () => {
  const one = interview(['--card', 'deadlock', '--seconds', '90'])
  await one.until('还剩')
  one.type('互相等待\x04')
  await one.until('答得怎么样？')
  one.type('4')
  await one.until('怎么在线上发现死锁？')
  expect(await one.screen()).toContain('── 追问')
})
