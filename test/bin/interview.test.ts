import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { zhDeck } from '../support/bank.ts'
import { folderWith } from '../support/library.ts'
import { binary, type Sitting, type SittingOptions, sit } from '../support/pty.ts'

let library: ReturnType<typeof folderWith>
let sitting: Sitting | undefined

beforeEach(() => {
  library = folderWith({ '并发.md': zhDeck })
})
afterEach(() => {
  sitting?.close()
  library.remove()
})

function interview(words: readonly string[], more: Partial<SittingOptions> = {}): Sitting {
  const all = [
    'interview',
    '--library',
    library.path,
    '--seed',
    'one',
    '--lang',
    'zh',
    '--no-follow-ups',
    ...words,
  ]
  sitting = sit({ words: all, ...more })
  return sitting
}

// The terminal as it was found: no bracketed paste, the cursor shown.
function expectTidy(one: Sitting): void {
  expect(one.raw().lastIndexOf('\x1b[?2004l')).toBeGreaterThan(one.raw().lastIndexOf('\x1b[?2004h'))
  expect(one.raw().lastIndexOf('\x1b[?25h')).toBeGreaterThan(one.raw().lastIndexOf('\x1b[?25l'))
}

describe('一场中文面试', () => {
  test('从提问到报告，每一步都在屏幕上，评分都在记录里', async () => {
    const one = interview(['-n', '2', '--seconds', '90'])
    await one.until('还剩 1:30 / 1:30')
    one.type('互相等待对方的锁')
    await one.until('互相等待对方的锁')
    expect(one.cursor().x).toBe(2 + 16)
    one.type('\r第二行')
    await one.until('第二行')
    one.type('\x04')
    await one.until('答得怎么样？')
    expect(await one.scrollback()).toContain('│ 互相等待对方的锁\n│ 第二行')
    one.type(' ')
    await one.until('[✓] 互相等待对方持有的锁')
    one.type('３')
    await one.until('第 2 / 2 题')
    expect(one.journal()).toMatchObject([{ c: 'deadlock', g: 3, s: 'interview' }])
    one.type('\x04')
    await one.until('答得怎么样？')
    one.type('1')
    await one.until('回车 结束')
    one.type('\r')
    expect(await one.exit).toBe(0)
    expect(await one.screen()).toContain('已保存 2 个评分')
    expectTidy(one)
  })

  test('the clock ticks while nothing is typed, and stands still while paused', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩 1:29')
    one.type('\x10')
    await one.until('已暂停')
    const paused = await one.screen()
    one.type('\x10')
    await one.until('还剩 1:28')
    expect(paused).toMatch(/还剩 1:2\d \/ 1:30 · 已暂停/)
  })

  test('what is there when the time is up is the answer', async () => {
    const one = interview(['-n', '1', '--seconds', '2'])
    await one.until('还剩')
    one.type('写到一半')
    await one.until('答得怎么样？')
    expect(await one.scrollback()).toContain('时间到。\n你的回答（用时 0:02 / 0:02）\n│ 写到一半')
  })

  test('hints show one key point after the other', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩')
    one.type('\x14')
    await one.until('提示 1：互相等待对方持有的锁')
    one.type('\x14')
    await one.until('提示 2：四个必要条件')
  })

  test('Ctrl-C leaves with 130, and everything graded so far is kept', async () => {
    const one = interview(['-n', '2', '--seconds', '90'])
    await one.until('还剩')
    one.type('\x04')
    await one.until('答得怎么样？')
    one.type('4')
    await one.until('第 2 / 2 题')
    one.type('半句\x03')
    expect(await one.exit).toBe(130)
    expect(one.journal()).toMatchObject([{ g: 4 }])
    expect(await one.screen()).toContain('interview --resume')
    expectTidy(one)
  })
})

describe('the answer box', () => {
  test('a bracketed paste of 50 KB arrives whole, line ends and all', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩')
    const line = '死锁的四个必要条件：互斥、占有并等待、不可抢占、循环等待。'
    const text = Array.from({ length: 600 }, (_, i) => `${i} ${line}`).join('\r')
    one.type(`\x1b[200~${text}\x1b[201~`)
    await one.until(`599 ${line}`)
    one.type('\x04')
    await one.until('答得怎么样？')
    expect(await one.scrollback()).toContain(`│ 0 ${line}\n│ 1 ${line}\n│ 2 `)
  })

  test('a paste whose end got lost does not swallow the keys after it', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩')
    one.type('\x1b[200~没有结尾')
    await one.until('> 没有结尾')
    one.type('\x03')
    expect(await one.exit).toBe(130)
  })

  test('an unbracketed paste arrives whole too', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩')
    one.type(`${'缓存'.repeat(2000)}末尾`)
    await one.until('末尾')
  })

  test('a joined emoji leaves no copy of the line behind', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩')
    one.type('家庭👨‍👩‍👧‍👦好')
    await one.until('好')
    one.type('！')
    await one.until('！')
    expect((await one.screen()).match(/家庭/g)).toHaveLength(1)
    one.type('\x7f\x7f\x7f')
    await one.until(/> 家庭\n/)
  })

  test('escape sequences in pasted text are shown, never sent', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩')
    one.type('\x1b[200~前\x1b]0;坏标题\x07\x9b31m\u202e后\x1b[201~')
    await one.until('后')
    expect(one.raw()).not.toContain('\x1b]0;')
    expect(one.raw()).not.toContain('\x9b')
    expect(one.raw()).not.toContain('\u202e')
    expect(await one.screen()).toContain('前␛]0;坏标题␇')
  })

  test('cursor keys, word and line edits work in wrapped Chinese text', async () => {
    const one = interview(['-n', '1', '--seconds', '90'], { columns: 40 })
    await one.until('还剩')
    one.type('互斥条件'.repeat(12))
    await one.until('互斥条件互斥')
    one.type('\x1b[A\x1b[H')
    one.type('开头')
    await one.until('> 开头互斥条件')
    one.type('\x05结尾')
    await one.until('条件结尾')
  })

  test('$EDITOR opens with the text, and what it leaves is the answer', async () => {
    const script = folderWith({ 'edit.sh': '#!/bin/sh\nprintf " 和编辑器里的" >> "$1"\n' })
    const one = interview(['-n', '1', '--seconds', '90'], {
      env: { EDITOR: `sh ${script.path}/edit.sh` },
    })
    await one.until('还剩')
    one.type('终端里的')
    await one.until('终端里的')
    one.type('\x07')
    await one.until('终端里的 和编辑器里的')
    // what stood above is still there, once
    expect((await one.screen()).match(/第 1 \/ 1 题/g)).toHaveLength(1)
    script.remove()
  })

  test('an editor that fails costs nothing of the text', async () => {
    const one = interview(['-n', '1', '--seconds', '90'], { env: { EDITOR: 'false' } })
    await one.until('还剩')
    one.type('不能丢\x07')
    await one.until('你的文字没有变')
    await one.until('> 不能丢')
  })

  test('every size is drawn anew, and nothing of the old size stays', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩')
    one.type('一个会换行的回答，写得足够长，好让窄的终端把它折成几行。')
    await one.until('折成几行')
    for (const [columns, rows] of [
      [40, 24],
      [80, 24],
      [100, 10],
      [30, 20],
    ] as const) {
      one.resize(columns, rows)
      await one.until(/还剩[^\n]*\n> 一个会换行[\s\S]*F1 按键/)
      const screen = await one.screen()
      expect(screen.match(/还剩/g), `${columns} columns`).toHaveLength(1)
    }
  })

  test('a small screen drops the oldest hints, and nothing stands on it twice', async () => {
    const one = interview(['-n', '1', '--seconds', '90'], { columns: 40, rows: 6 })
    await one.until('还剩')
    one.type('答案\x14\x14\x14')
    await one.until('提示 3')
    one.type('甲')
    await one.until('> 答案甲')
    expect((await one.scrollback()).match(/还剩/g)).toHaveLength(1)
    one.type('\x1bOP')
    await one.until('换行')
    one.type('乙')
    await one.until('> 答案甲乙')
    expect((await one.scrollback()).match(/还剩/g)).toHaveLength(1)
  })

  test('Ctrl-Z and fg bring the question back, and the clock did not run', async () => {
    const words = ['interview', '--library', library.path, '-n', '1', '--seconds', '90']
    const one = interview([], { command: ['bash', '--norc', '-i'], env: { PS1: 'shell$ ' } })
    await one.until('shell$')
    one.type(`${process.execPath} ${binary} ${words.join(' ')} --lang zh\r`)
    await one.until('还剩 1:29')
    one.type('答到一半\x1a')
    await one.until('Stopped')
    one.type('sleep 1; fg\r')
    await one.until(/> 答到一半/)
    expect(await one.screen()).toMatch(/还剩 1:2[89]/)
    one.type('\x03')
    // the prompt that comes last: what it ran has ended, and writes no more
    await one.until(/shell\$\s*$/)
  })

  test('SIGTERM restores the terminal and ends with 143', async () => {
    const one = interview(['-n', '1', '--seconds', '90'])
    await one.until('还剩')
    one.kill('SIGTERM')
    expect(await one.exit).toBe(143)
    expectTidy(one)
  })

  test('forty columns and English', async () => {
    const one = interview(['-n', '1', '--seconds', '90', '--lang', 'en'], { columns: 40, rows: 30 })
    await one.until('1:30 of 1:30 left')
    one.type('\x1bOP')
    await one.until('open $EDITOR')
    one.type('\x1bOP\x04')
    await one.until('How was it?')
    one.type('？')
    await one.until('could not answer')
    one.type('?2')
    await one.until('Enter done')
    one.type('\r')
    expect(await one.exit).toBe(0)
  })

  test('--plain redraws nothing and is answered line by line', async () => {
    const one = interview(['-n', '1', '--seconds', '90', '--plain'])
    await one.until('命令要单独占一行')
    one.type('第一行\r第二行\r．\r')
    await one.until('输入数字评分')
    one.type('+1\r３\r')
    await one.until('回车 结束')
    one.type('\r')
    expect(await one.exit).toBe(0)
    expect(one.raw()).not.toContain('\x1b')
    expect(one.journal()).toMatchObject([{ g: 3 }])
  })

  test('in lines, help is told once for each time it is asked for', async () => {
    const one = interview(['-n', '1', '--seconds', '90', '--plain'])
    await one.until('命令要单独占一行')
    one.type(':help\r第一行\r.\r')
    await one.until('输入数字评分')
    expect((await one.scrollback()).match(/命令要单独占一行/g)).toHaveLength(2)
  })

  test('a terminal that was never told its size counts as 80 by 24', async () => {
    const words = ['interview', '--library', library.path, '-n', '1', '--lang', 'zh']
    const command = `stty cols 0 rows 0; exec "${process.execPath}" "${binary}" ${words.join(' ')}`
    const one = interview([], { command: ['sh', '-c', command] })
    await one.until('还剩')
    expect(await one.screen()).toContain('─'.repeat(40))
  })

  test('what is said on stderr holds no colours where stderr is a file', async () => {
    const show = `"${process.execPath}" "${binary}" show 犇羴鱻麤 --lang zh`
    const one = interview([], { command: ['sh', '-c', `${show} 2>told; cat told`] })
    await one.until('犇羴鱻麤')
    expect(one.raw()).not.toContain('\x1b')
  })

  test('--plain opens $EDITOR too, and goes on with what it leaves', async () => {
    const script = folderWith({ 'edit.sh': '#!/bin/sh\nprintf "编辑器里的" >> "$1"\n' })
    const one = interview(['-n', '1', '--seconds', '90', '--plain'], {
      env: { EDITOR: `sh ${script.path}/edit.sh` },
    })
    await one.until('命令要单独占一行')
    one.type('终端里的\r:edit\r.\r')
    await one.until('输入数字评分')
    expect(await one.scrollback()).toContain('编辑器里的')
    script.remove()
  })

  test('the menu is asked where nothing is said, by arrows and Enter', async () => {
    const one = interview(['--topic', '并发'])
    await one.until('怎么作答？')
    await one.until('回车 选择')
    one.type('\x1b[B\r')
    await one.until('问几道题')
    one.type('\r')
    await one.until('空格 看答案')
    one.type('\x03')
    expect(await one.exit).toBe(130)
  })
})

test('a hostile topic stands in the menu as text only', async () => {
  const cards = '## 什么是锁？\n\n互斥。\n\n## 什么是信号量？\n\n计数。\n'
  const hostile = folderWith({
    'a.md': `---\ntopics: ["\\e[41mred\\nsecond"]\n---\n${cards}`,
    'b.md': `---\ntopics: [b]\n---\n${cards.replaceAll('什么是', '为什么要用')}`,
  })
  sitting = sit({ words: ['interview', '--library', hostile.path, '--lang', 'zh'] })
  await sitting.until('␛[41mred second（2）')
  expect(sitting.raw()).not.toContain('\x1b[41m')
  hostile.remove()
})

test('hostile notes reach the terminal as text only', async () => {
  const hostile = folderWith({
    '坏\u001b]0;x\u0007.md':
      '---\ntopics: ["\\e]0;title\\a"]\n---\n## 什么是\u001b[31m注入\u009b2J？\n\n答案 &#27;]52;c;aGk=&#7; 和 \u202e反向 [链接](javascript:alert(1))\n\n### 要点\n\n- 点\u001b[2J一\n',
  })
  sitting = sit({
    words: ['interview', '--library', hostile.path, '-n', '1', '--seconds', '60', '--lang', 'zh'],
  })
  const one = sitting
  await one.until('还剩')
  one.type('\x14\x04')
  await one.until('答得怎么样？')
  one.type('1')
  // the point it lacked is asked for
  await one.until('再说说“点␛[2J一”')
  one.type('\x18')
  await one.until('回车 结束')
  one.type('\r')
  expect(await one.exit).toBe(0)
  const ours =
    /\x1b\[[\d;]*m|\x1b\]8;;[!-~]*\x1b\\|\x1b\[\?(?:2004|2026|25)[hl]|\x1b\[\d*[ABCJK]|\x1b\[2J\x1b\[H/g
  expect(one.raw().replace(ours, '')).not.toMatch(
    /[\x00-\x07\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/,
  )
  hostile.remove()
})

test('of two terminals that go on with one interview, one does and the other is told', async () => {
  const home = folderWith({})
  const one = interview(['-n', '2', '--seconds', '90'], { home: home.path })
  await one.until('还剩')
  one.type('互相等待')
  await one.until('> 互相等待')
  one.kill('SIGKILL')
  await one.exit
  const words = ['interview', '--resume', '--lang', 'zh']
  const both = [sit({ words, home: home.path }), sit({ words, home: home.path })]
  const shown = async (either: Sitting) => {
    await either.until(/还剩|正在另一个终端里进行/)
    return /还剩/.test(await either.screen()) ? 'asked' : 'told'
  }
  expect((await Promise.all(both.map(shown))).sort()).toEqual(['asked', 'told'])
  for (const either of both) either.close()
  home.remove()
}, 60_000)

test.skipIf(process.platform === 'win32').each([
  ['a question', ['-n', '1', '--seconds', '90'], '还剩'],
  ['a menu', ['--topic', '并发'], '怎么作答？'],
])(
  'a terminal that goes away at %s ends it in silence',
  async (_, words, shown) => {
    const home = folderWith({})
    const told = join(home.path, 'told')
    // an inner shell, for the outer one says of the signal what it was
    const line = `sh -c 'exec "$@" 2>"${told}"' sh "$@"; echo $? >"${told}.code"`
    const all = ['interview', '--library', library.path, '--lang', 'zh', ...words]
    const command = ['sh', '-c', `trap "" HUP; ${line}`, 'sh', process.execPath, binary, ...all]
    const one = sit({ words: [], command: ['sh', ...command.slice(1)], home: home.path })
    await one.until(shown)
    one.hangUp()
    await expect.poll(() => existsSync(`${told}.code`), { timeout: 10_000 }).toBe(true)
    expect([readFileSync(`${told}.code`, 'utf8'), readFileSync(told, 'utf8')]).toEqual([
      '129\n',
      '',
    ])
    home.remove()
  },
  60_000,
)
