import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
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

function review(words: readonly string[], more: Partial<SittingOptions> = {}): Sitting {
  const all = ['review', '--library', library.path, '--lang', 'zh', ...words]
  sitting = sit({ words: all, ...more })
  return sitting
}

describe('一次真正的复习', () => {
  test('看答案、评分、撤回、再评，评分都在记录里', async () => {
    const one = review([])
    await one.until('第 1 / 2 张')
    one.type(' ')
    await one.until('1 重来 1天')
    one.type('４')
    await one.until('第 2 / 2 张')
    expect(one.journal()).toMatchObject([{ c: 'deadlock', g: 4, s: 'review' }])
    one.type('u')
    await one.until('已撤回。')
    await one.until('什么是死锁？')
    one.type(' ')
    await one.until('答得怎么样？')
    one.type('3')
    await one.until(/良好 · 已保存[\s\S]*空格 看答案/)
    one.type('t地址空间')
    await one.until('> 地址空间')
    one.type('\x04')
    await one.until('答得怎么样？')
    expect(await one.scrollback()).toContain('│ 地址空间')
    one.type('2')
    await one.until('复习结束')
    expect(await one.exit).toBe(0)
    expect(one.journal().map(({ op, g }) => op ?? g)).toEqual([4, 'void', 3, 2])
  })

  test('fits 40 columns, and draws itself again after a resize', async () => {
    const one = review([], { columns: 40, rows: 20 })
    await one.until('空格 看答案')
    one.type(' ')
    await one.until('4 简单')
    for (const line of (await one.screen()).split('\n')) {
      const wide = [...line].reduce((cells, c) => cells + (c > '\u2e7f' ? 2 : 1), 0)
      expect(wide).toBeLessThanOrEqual(40)
    }
    one.resize(100, 30)
    await one.until('3 良好 2天 · 4 简单')
    one.type('q')
    expect(await one.exit).toBe(0)
  })

  test('keeps what was graded when it is killed', async () => {
    const one = review([])
    await one.until('空格 看答案')
    one.type(' ')
    await one.until('答得怎么样？')
    one.type('3')
    await one.until('第 2 / 2 张')
    one.kill('SIGKILL')
    await one.exit
    expect(one.journal()).toMatchObject([{ c: 'deadlock', g: 3 }])
  })

  test('opens the note at its line in $EDITOR, a note of one’s own, and goes on', async () => {
    const script = folderWith({
      nano: '#!/bin/sh\necho "$@" >> "$OPENED"\ncase "$1" in *note-*.md) echo 自己的话 > "$1";; esac\n',
    })
    const env = { EDITOR: `sh ${script.path}/nano`, OPENED: join(script.path, 'opened') }
    const one = review([], { env: { ...env, PATH: `${script.path}:${process.env.PATH}` } })
    await one.until('空格 看答案')
    one.type('e')
    await one.until('已重新读取笔记。')
    one.type('n')
    await one.until('备注在')
    one.type(' ')
    await one.until('自己的话')
    one.type('q')
    expect(await one.exit).toBe(0)
    expect(readFileSync(env.OPENED, 'utf8')).toContain('并发.md')
    script.remove()
  })

  test('--plain asks and tells in lines, nothing is drawn twice', async () => {
    const one = review(['--plain'])
    await one.until('空行看答案')
    one.type('地址空间\r.\r')
    await one.until('输入数字评分')
    one.type('+1\r')
    await one.until('[✓] 互相等待对方持有的锁')
    one.type('3\r')
    await one.until('第 2 / 2 张')
    one.type('：ｂｕｒｙ\r')
    await one.until('复习结束')
    expect(await one.exit).toBe(0)
    expect(one.journal().map(({ op, g }) => op ?? g)).toEqual([3, 'bury'])
    expect(one.raw()).not.toContain('\x1b[')
  })

  test('the home screen opens a review and comes back to its menu', async () => {
    sitting = sit({ words: ['--lang', 'zh'] })
    await sitting.until('现在做什么？')
    sitting.type('\r')
    await sitting.until('空格 看答案')
    sitting.type('q')
    await sitting.until('明天到期 0 张')
    expect(await sitting.scrollback()).toContain('这次没有评分。')
    // what was shown stays until Enter
    await sitting.until('回车 回到菜单')
    sitting.type('\r')
    // the first menu still stands above, answered
    await sitting.until(/\? 现在做什么？[^\n]*\n[^\n]*❯/)
    sitting.type('\x03')
    expect(await sitting.exit).toBe(130)
  })
})

function hashOf(folder: string): string {
  const hash = createHash('sha256')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    hash.update(path)
    if (entry.isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

test('no command changes a byte of a library', async () => {
  const home = folderWith({})
  const before = hashOf(library.path)
  const untouched = (what: string) => expect(hashOf(library.path), what).toBe(before)
  const card = 'deadlock'
  const lines = [
    [],
    ...[
      ['list', '--state'],
      ['list', '--due', '--json'],
      ['show', card],
      ['search', '死锁'],
    ],
    ...[['check'], ['rate', card, 'again'], ['log'], ['undo'], ['suspend', card]],
    ...[
      ['unsuspend', card],
      ['bury', card],
      ['note', card],
      ['config'],
      ['config', 'set', 'new', '3'],
    ],
    ...[
      ['library', 'list'],
      ['review', '--new', '0', '--topic', '并发'],
    ],
  ]
  const env = { ...process.env, VIVA_HOME: home.path, EDITOR: 'true' }
  const run = (words: readonly string[]) =>
    spawnSync(process.execPath, [binary, ...words], { env, encoding: 'utf8' })
  expect(run(['library', 'add', library.path]).status).toBe(0)
  for (const words of lines) {
    expect(run(words), words.join(' ')).toMatchObject({ status: 0, stderr: '' })
    untouched(words.join(' '))
  }
  expect(run(['library', 'remove', library.path]).status).toBe(0)
  for (const words of [['interview', '-n', '1', '--seconds', '60'], ['review']]) {
    const one = sit({
      words: [...words, '--library', library.path, '--lang', 'zh', '--mode', 'think'],
    })
    await one.until('空格 看答案')
    one.type(' ')
    await one.until('答得怎么样？')
    one.type('3')
    await one.until('已保存')
    one.close()
    untouched(words.join(' '))
  }
  home.remove()
})
