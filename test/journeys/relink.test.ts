import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { program } from '../../src/cli/program.ts'
import { Interrupted } from '../../src/errors.ts'
import type { RegistryRecord } from '../../src/identity/record.ts'
import { type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'
import { cardsIn, learner, readingOf } from '../support/reading.ts'

const older = `## 什么是信号量？

一个计数器，最多放 n 个线程同时通过，减到零就等待。

## Which locks does a database take?

Shared ones for reading, exclusive ones for writing, on rows or on ranges.
`
const newer = `## 什么是令牌桶？

一个计数器，按时间往里加令牌，拿不到就等待。

## Which locks does an operating system take?

Spin locks where it may not sleep, mutexes where it may, seqlocks for clocks.
`
const library = { 'a.md': newer }
const [bucket, system] = cardsIn(library)
const [semaphore, database] = cardsIn({ 'a.md': older })

/** A registry that has seen both versions and was not sure. */
function unsure(): readonly RegistryRecord[] {
  const one = learner()
  one.learn(readingOf(cardsIn({ 'a.md': older })))
  one.learn(readingOf(cardsIn(library)))
  one.add([pair(semaphore?.id, bucket?.id, 0.45), pair(database?.id, system?.id, 0.42)])
  return one.records
}

function pair(was: CardId | undefined, is: CardId | undefined, score: number) {
  if (was === undefined || is === undefined) throw new Error('there is no such card')
  return { kind: 'unsure', older: was, newer: is, score } as const
}

async function viva(words: readonly string[], options: FakeOptions = {}) {
  const host = fakeHost({ library, known: unsure(), ...options })
  await program(host).parseAsync(['relink', ...words], { from: 'user' })
  return host
}

test('both texts stand side by side, then y and n decide, full-width too', async () => {
  const host = await viva([], { replies: [{ type: 'ｙ' }, { type: 'N' }] })
  expect(host.printed()).toMatchInlineSnapshot(`
    "第 1 对，共 2 对 · 相似度 45%
    /notes/a.md

    不见了的卡片                           │ 新出现的卡片
    什么是信号量？                         │ 什么是令牌桶？
    ───────────────────────────────────────────────────────────────────────────────
    一个计数器，最多放 n 个线程同时通过，  │ 一个计数器，按时间往里加令牌，拿不到就
    减到零就等待。                         │ 等待。

    是同一张 · 已保存

    第 2 对，共 2 对 · 相似度 42%
    /notes/a.md

    不见了的卡片                           │ 新出现的卡片
    Which locks does a database take?      │ Which locks does an operating system
                                           │ take?
    ───────────────────────────────────────────────────────────────────────────────
    Shared ones for reading, exclusive     │ Spin locks where it may not sleep,
    ones for writing, on rows or on        │ mutexes where it may, seqlocks for
    ranges.                                │ clocks.

    是两张 · 已保存

    都处理完了。viva relink --undo 可以撤回上一个回答。"
  `)
  const { nameOf } = host.store.openRegistry().read()
  expect(nameOf(bucket?.id as CardId)).toBe(semaphore?.id)
  expect(nameOf(system?.id as CardId)).toBe(system?.id)
})

test('on a narrow terminal one text stands below the other', async () => {
  const host = await viva([], {
    look: { ...englishLook, columns: 40 },
    interactive: false,
  })
  expect(host.printed()).toMatchInlineSnapshot(`
    "1 of 2 · 45% alike
    /notes/a.md

    a card that is gone
    什么是信号量？
    一个计数器，最多放 n 个线程同时通过，减
    到零就等待。

    a card that is new
    什么是令牌桶？
    一个计数器，按时间往里加令牌，拿不到就等
    待。

    2 of 2 · 42% alike
    /notes/a.md

    a card that is gone
    Which locks does a database take?
    Shared ones for reading, exclusive ones
    for writing, on rows or on ranges.

    a card that is new
    Which locks does an operating system
    take?
    Spin locks where it may not sleep,
    mutexes where it may, seqlocks for
    clocks.
    "
  `)
})

test('what is put off is asked again the next time; Ctrl-C leaves', async () => {
  const host = fakeHost({
    library,
    known: unsure(),
    replies: [{ type: 's' }, { key: 'ctrl-c' }],
  })
  const asking = program(host).parseAsync(['relink'], { from: 'user' })
  await expect(asking).rejects.toThrow(Interrupted)
  await program(host).parseAsync(['relink', '--json'], { from: 'user' })
  expect(JSON.parse(host.printed().slice(host.printed().indexOf('[{')))).toMatchObject([
    { score: 0.45, older: { question: '什么是信号量？' }, newer: { id: bucket?.id } },
    { score: 0.42 },
  ])
})

test('the last answer is taken back, then the one before it', async () => {
  const host = fakeHost({
    library,
    known: unsure(),
    replies: [{ type: 'y' }, { type: 'n' }],
  })
  for (const words of [[], ['--undo'], ['--undo'], ['--undo']]) {
    await program(host).parseAsync(['relink', ...words], { from: 'user' })
  }
  expect(host.printed().split('\n').slice(-5)).toMatchInlineSnapshot(`
    [
      "",
      "都处理完了。viva relink --undo 可以撤回上一个回答。",
      "已撤回：“Which locks does an operating system take?”以前是哪张，重新待定。",
      "已撤回：“什么是令牌桶？”不再接着旧卡片的记录。",
      "还没有可以撤回的回答。",
    ]
  `)
  expect(host.store.openRegistry().read().decisions).toEqual([])
})

test('a card that was recognised wrongly is taken apart by name', async () => {
  const one = learner()
  one.learn(readingOf(cardsIn({ 'a.md': older })))
  one.learn(readingOf(cardsIn(library)))
  const link = pair(semaphore?.id, bucket?.id, 1)
  one.add([{ ...link, kind: 'link', by: 'likeness' }])
  const host = await viva(['--undo', '令牌桶'], { known: one.records })
  expect(host.printed()).toBe('“什么是令牌桶？”现在是单独的一张卡片。')
  expect(host.store.openRegistry().read().nameOf(link.newer)).toBe(link.newer)
  await program(host).parseAsync(['relink', '--undo', 'operating'], { from: 'user' })
  expect(host.printed()).toContain('没有和别的卡片合在一起过')
})

test('where nothing is open it says so', async () => {
  expect((await viva([], { known: [] })).printed()).toContain('没有要处理的')
  expect((await viva(['--json'], { known: [] })).printed()).toBe('[]')
})
