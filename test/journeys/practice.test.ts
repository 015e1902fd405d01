import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { inOtherLanguage } from '../../src/commands/review/practice.ts'
import { Interrupted } from '../../src/errors.ts'
import type { Settings } from '../../src/options/settings.ts'
import { type FakeHost, type FakeOptions, fakeHost, type Reply } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const zh = `---
topics: [网络]
language: zh
---

## 为什么要有 TIME_WAIT？

<!-- id: time-wait -->

让迟到的报文在网络里消失。

## DNS 为什么多用 UDP？

<!-- id: dns-udp -->

一问一答，省一次握手。
`

const transport = `---
topics: [传输]
language: zh
---

## 什么是粘包？

<!-- id: sticky-packets -->

TCP 是字节流，没有消息边界。
`

const en = `---
topics: [Networks]
language: en
---

## Why is there TIME_WAIT?

<!-- id: time-wait -->

So that late segments die out.

## Why does DNS mostly use UDP?

<!-- id: dns-udp -->

One question, one answer, no handshake.
`

const banks = { zh: { 'net.md': zh, 'transport.md': transport }, en: { 'net.md': en } }
const skipAll: readonly Reply[] = Array.from({ length: 6 }, () => ({ key: 'ctrl-x' }))

function host(practice: Settings['practice-language'], more: FakeOptions = {}): FakeHost {
  const settings = practice === undefined ? {} : { 'practice-language': practice }
  return fakeHost({ banks, settings, ...more })
}

async function say(one: FakeHost, ...words: readonly string[]): Promise<string> {
  await obey(one, words)
  return one.printed()
}

async function interview(one: FakeHost, ...words: readonly string[]): Promise<string> {
  return say(one, 'interview', '--seconds', '60', '--seed', '一', ...words)
}

describe('面试的题目', () => {
  test('不设置就用界面语言，另一份题库不读', async () => {
    const printed = await interview(host(undefined, { replies: skipAll }), '-n', '3')
    expect(printed).toContain('为什么要有 TIME_WAIT？')
    expect(printed).not.toMatch(/Why/)
  })

  test('设成英文，就问英文的说法，只有中文的还是问中文', async () => {
    const printed = await interview(host('en', { replies: skipAll }), '-n', '9')
    expect(printed).toContain('Why is there TIME_WAIT?')
    expect(printed).toContain('Why does DNS mostly use UDP?')
    expect(printed).toContain('什么是粘包？')
    expect(printed).not.toContain('为什么')
  })

  test('混着来时每张卡片只问一次，同样的种子得到同样的语言', async () => {
    const sit = () => interview(host('mixed', { replies: skipAll }), '-n', '9')
    const first = await sit()
    expect(first).toContain('3 道题')
    expect(await sit()).toBe(first)
  })

  test('按主题挑，两种语言的说法都认，问的还是设好的语言', async () => {
    const one = host('en', { replies: skipAll })
    expect(await interview(one, '-n', '9', '--topic', '网络')).toContain('Why is there TIME_WAIT?')
    const other = host('zh', { replies: skipAll, look: englishLook })
    expect(await interview(other, '-n', '9', '--topic', 'networks')).toContain(
      '为什么要有 TIME_WAIT？',
    )
  })

  test('搜出来的题也一样', async () => {
    const one = host('en', { replies: skipAll })
    const printed = await interview(one, '-n', '9', '--from', '迟到的报文')
    expect(printed).toContain('Why is there TIME_WAIT?')
    expect(printed).not.toContain('粘包')
  })

  test('菜单里的主题跟着界面，一张卡片只数一次', async () => {
    const menus: string[] = []
    const one = host('mixed', { replies: [{ pick: 0 }, { pick: 0 }, { pick: 0 }, ...skipAll] })
    const { choose } = one.terminal
    const watched: FakeHost = {
      ...one,
      terminal: {
        ...one.terminal,
        choose: (menu) => {
          menus.push(...menu.choices.map(({ name }) => name))
          return choose(menu)
        },
      },
    }
    await obey(watched, ['interview'])
    expect(menus.slice(0, 3)).toMatchInlineSnapshot(`
      [
        "全部（3 张卡片）",
        "网络（2）",
        "传输（1）",
      ]
    `)
  })
})

test('接着没考完的面试，问过的题不会换语言', async () => {
  const one = host('en', {
    replies: [{ type: 'late' }, { key: 'ctrl-c' }, { key: 'ctrl-x' }, { key: 'ctrl-x' }],
  })
  const words = ['-n', '2', '--topic', '网络']
  await expect(interview(one, ...words)).rejects.toThrow(Interrupted)
  const [asked = ''] = /Why .*\?/.exec(one.printed()) ?? []
  await say(one, 'config', 'set', 'practice-language', 'zh')
  const before = one.printed().length
  const resumed = (await say(one, 'interview', '--resume')).slice(before)
  expect(resumed).toContain(asked)
  expect(resumed).toMatch(/为什么/)
})

describe('a review', () => {
  const reveal = { type: ' ' }

  test('asks in the language that was set, and keeps one schedule for both', async () => {
    const one = host('en', { replies: [reveal, { type: '3' }, { type: 'q' }] })
    expect(await say(one, 'review')).toContain('Why is there TIME_WAIT?')
    const other = host('zh', { journal: one.journalText(), look: englishLook })
    expect(JSON.parse(await say(other, 'list', '--state', '--json'))).toMatchObject([
      { id: 'time-wait', language: 'en', schedule: { reps: 1 } },
      { id: 'dns-udp', language: 'en' },
    ])
  })

  test('reads a card that was edited again in the language it was asked in', async () => {
    const one = host('en', { replies: [{ type: 'e' }, { type: 'q' }] })
    await say(one, 'review')
    expect(one.opened).toEqual(['/bank/en/net.md:6'])
    expect(one.printed().match(/Why is there TIME_WAIT\?/g)).toHaveLength(2)
  })

  test('crams in that language too', async () => {
    const one = host('en', { replies: [{ type: 'q' }] })
    expect(await say(one, 'review', '--cram', '--topic', '网络')).toMatch(/Why|粘包/)
  })
})

test('the home screen counts a card in two languages once', async () => {
  const printed = await say(host('mixed', { interactive: false, look: englishLook }))
  expect(printed).toContain('3 new\n3 cards')
})

test('list and search stay with the language of the program', async () => {
  const listed = await say(host('en'), 'list', '--json')
  expect(JSON.parse(listed).map(({ language }: { language: string }) => language)).toEqual([
    ...['zh', 'zh', 'zh'],
  ])
  expect(await say(host('en'), 'search', 'handshake', '--json')).toBe('[]')
})

test('libraries with both languages are asked in the one that was set', async () => {
  const library = { 'zh.md': zh, 'en.md': en }
  const ask = (practice: 'en' | 'zh') =>
    interview(host(practice, { library, replies: skipAll }), '-n', '9', '--library', '/notes')
  expect(await ask('en')).toContain('Why is there TIME_WAIT?')
  expect(await ask('zh')).not.toContain('Why')
})

test('a card is found in the other language, in the bundled bank or the same libraries', async () => {
  const one = host(undefined)
  const { decks } = await one.library.read('/bank/zh')
  const [card, , alone] = decks.flatMap(({ cards }) => cards)
  if (card === undefined || alone === undefined) throw new Error('the deck has three cards')
  expect((await inOtherLanguage(one, card, {}))?.question).toBe('Why is there TIME_WAIT?')
  expect(await inOtherLanguage(one, alone, {})).toBeUndefined()
  const library = { 'zh.md': zh, 'en.md': en }
  const other = await inOtherLanguage(host('mixed', { library }), card, { library: ['/notes'] })
  expect(other?.source).toMatchObject({ library: '/notes', file: 'en.md' })
})

test('the setting takes three words and says so', async () => {
  const one = host(undefined)
  await expect(say(one, 'config', 'set', 'practice-language', 'fr')).rejects.toMatchObject({
    fault: { code: 'setting-invalid', allowed: 'en | zh | mixed' },
  })
  expect(await say(one, 'config', 'set', 'practice-language', 'mixed')).toContain('mixed')
})

test('t at the answer shows it in the other language, in a review and in an interview', async () => {
  const review = host('zh', { replies: [{ type: ' ' }, { type: 'ｔ' }, { type: 'q' }] })
  await obey(review, ['review', '--topic', '网络'])
  expect(review.printed()).toMatch(/Why is there TIME_WAIT\?\n\n── 参考答案\nSo that late/)
  const replies: readonly Reply[] = [{ key: 'ctrl-d' }, { type: 't' }, { type: '3' }]
  const mock = host('zh', { replies: [...replies, { key: 'enter' }] })
  await obey(mock, ['interview', '--card', 'dns-udp', '--no-follow-ups'])
  expect(mock.printed()).toContain('Why does DNS mostly use UDP?')
})

test('t says so where a card has one language only', async () => {
  const one = host('zh', { replies: [{ type: ' ' }, { type: 't' }, { type: 'q' }] })
  await obey(one, ['review', '--topic', '传输'])
  expect(one.printed()).toContain('这张卡片没有另一种语言的版本。')
})
