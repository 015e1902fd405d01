import { afterEach, beforeEach, expect, test } from 'vitest'
import { enDeck, zhDeck } from '../support/bank.ts'
import { folderWith } from '../support/library.ts'
import { type Sitting, sit } from '../support/pty.ts'

let library: ReturnType<typeof folderWith>
let sitting: Sitting | undefined

beforeEach(() => {
  library = folderWith({ '并发.md': zhDeck, 'net/tcp.md': enDeck })
})
afterEach(() => {
  sitting?.close()
  library.remove()
})

function search(...words: readonly string[]): Sitting {
  sitting = sit({ words: ['search', '--library', library.path, '--lang', 'zh', ...words] })
  return sitting
}

test('边输入边找：每个字都有结果和预览，回车阅读，Esc 离开', async () => {
  const one = search()
  await one.until('输入文字开始搜索')
  one.type('sisuo')
  await one.until('sisuo → 死锁')
  await one.until('> 什么是死锁？')
  expect(await one.screen()).toContain('两个任务互相等待对方手里的锁')
  expect(one.cursor().x).toBe(2 + 5)
  one.type('\x15地址')
  await one.until('> 线程和进程有什么区别？')
  one.type('\r')
  await one.until('回到搜索')
  expect(await one.scrollback()).toContain('进程有自己的地址空间')
  one.type('\r')
  await one.until('> 地址')
  one.type('\x1b')
  expect(await one.exit).toBe(0)
})

test('after the hits a number and Enter read one, and q leaves', async () => {
  const one = search('锁')
  await one.until('q 离开')
  one.type('1\r')
  await one.until('四个必要条件')
  await one.until('q 离开')
  one.type('q')
  expect(await one.exit).toBe(0)
})

test('line by line a search is a line, and a number reads a hit', async () => {
  const one = search('--plain')
  await one.until('每一行是一次搜索')
  one.type('huancun handshake\r')
  one.type('死锁\r')
  await one.until('1. 什么是死锁？')
  one.type('1\r')
  await one.until('按固定顺序加锁可以避免')
  one.type('\r')
  expect(await one.exit).toBe(0)
})
