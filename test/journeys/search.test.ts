import { expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { type FakeOptions, fakeHost, type Reply } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const piped: FakeOptions = { interactive: false }

async function host(words: readonly string[], options: FakeOptions = {}) {
  const made = fakeHost({ library: { '并发.md': zhDeck, 'net.md': enDeck }, ...options })
  await program(made).parseAsync([...words], { from: 'user' })
  return made
}

async function ran(words: readonly string[], options: FakeOptions = piped): Promise<string> {
  return (await host(words, options)).printed()
}

test('search shows question, snippet, place and topics', async () => {
  expect(await ran(['search', '固定顺序'])).toMatchInlineSnapshot(`
    "1. 什么是死锁？
       …循环等待 按固定顺序加锁
       并发.md:9  并发
    "
  `)
})

test('search says what it understood', async () => {
  expect(await ran(['search', 'sisuo'])).toMatch(/^sisuo → 死锁\n1\. 什么是死锁？\n/)
})

test('search --json names its offsets, and nothing else is printed', async () => {
  const [hit] = JSON.parse(await ran(['search', 'sisuo', '--json']))
  expect(hit).toMatchObject({ id: 'deadlock', file: '并发.md', line: 9, score: 1 })
  expect(Object.keys(hit)).toEqual([
    ...['id', 'question', 'file', 'line', 'score', 'snippet', 'matches'],
  ])
  expect(hit.matches[0]).toEqual({ field: 'question', start: 3, end: 5 })
})

test('a search without a hit says so, and offers the nearest', async () => {
  const printed = await ran(['search', 'receive', 'kubernetes'], {
    ...piped,
    look: englishLook,
  })
  expect(printed).toContain(
    'Nothing found for “receive kubernetes”.\nThe nearest:\n1. Why does TCP',
  )
  expect(await ran(['search', 'zzxqkv'])).toBe('没有找到“zzxqkv”。')
})

test('words that only carry a sentence find nothing, and that is said', async () => {
  const printed = await ran(['search', 'what is the'], { ...piped, look: englishLook })
  expect(printed).toBe(
    'Nothing found for “what is the”.\nThese words stand nearly everywhere; name what it is about.',
  )
  expect(await ran(['search', '为什么'])).toContain('请写明要找什么')
  expect(await ran(['search', '为什么离职'])).toBe('没有找到“为什么离职”。')
  expect(await ran(['search', '什么是死锁', '--json'])).toContain('deadlock')
  expect(await ran(['search', '"What does a"', '--json'])).toContain('cdn')
})

test('another name of a thing finds what its usual one does, first in questions, and is said', async () => {
  const glossary = '打架 = 死锁\n'
  const named = await ran(['search', '打架'], { ...piped, glossary })
  expect(named).toMatch(/^打架 → 死锁\n1\. 什么是死锁？/)
})

test('a word after a minus must not be there, and an option that is none is an error', async () => {
  expect(await ran(['search', '锁', '-固定顺序'])).not.toContain('什么是死锁')
  await expect(ran(['search', '锁', '--nope'])).rejects.toMatchObject({
    code: 'commander.unknownOption',
  })
})

test('filters of the command line and of the query mean the same', async () => {
  const both = [
    await ran(['search', '地址', '--level', 'mid', '--json']),
    await ran(['search', '地址 level:mid', '--json']),
  ]
  expect(both[0]).toBe(both[1])
  expect(JSON.parse(both[0] ?? '')).toHaveLength(1)
})

test('what is due or weak is none before the first review, and that is said', async () => {
  expect(await ran(['search', 'is:due'])).toBe('符合条件的卡片里没有到期的。')
  expect(await ran(['search', 'is:weak'])).toBe('符合条件的卡片里没有薄弱的。')
})

test('what was reviewed is due on its day, and weak long after', async () => {
  const made = await host(['rate', 'deadlock', 'good'], piped)
  const idsOn = async (now: string, words: string) => {
    const later = { ...piped, journal: made.journalText(), now }
    return JSON.parse(await ran(['search', words, '--json'], later)).map(
      ({ id }: { id: string }) => id,
    )
  }
  expect(await idsOn('2026-11-23T20:00:00+08:00', 'is:due')).toEqual([])
  expect(await idsOn('2026-11-24T20:00:00+08:00', 'is:due')).toEqual(['deadlock'])
  expect(await idsOn('2026-11-24T20:00:00+08:00', 'is:weak')).toEqual([])
  expect(await idsOn('2027-01-24T20:00:00+08:00', '是什么 is:薄弱')).toEqual(['deadlock'])
})

test('--from that finds nothing is said like any filter', async () => {
  await expect(host(['interview', '-n', '1', '--from', 'zzxqkv'])).rejects.toMatchObject({
    fault: { code: 'nothing-matches' },
  })
})

test('search without words needs a terminal', async () => {
  await expect(ran(['search'])).rejects.toMatchObject({ fault: { code: 'no-terminal' } })
})

test('after the hits one is read, opened where it stands, and drilled', async () => {
  const replies: readonly Reply[] = [
    { key: 'down' },
    { key: 'up' },
    { key: 'enter' },
    { type: 'e' },
    { type: 'd' },
    { key: 'ctrl-d' },
    { type: '3' },
    { key: 'ctrl-x' },
    { key: 'enter' },
  ]
  const made = await host(['search', '死锁', '--lang', 'zh'], { replies: [...replies] })
  expect(made.printed()).toContain('循环等待 │ 按固定顺序加锁')
  expect(made.opened).toEqual(['bank/并发.md:9'])
  expect(made.printed()).toContain('这个文件属于自带题库')
  expect(made.journalText()).toContain('deadlock')
})

test('who only looked at the hits still has them above the prompt', async () => {
  const made = await host(['search', '死锁'], { replies: [{ key: 'down' }, { key: 'escape' }] })
  expect(made.printed()).toMatch(/^ {2}1\. 什么是死锁？\n/)
})

test('leaving the choice is a normal end, Ctrl-C is not', async () => {
  await host(['search', '死锁'], { replies: [{ key: 'escape' }] })
  await expect(host(['search', '死锁'], { replies: [{ key: 'ctrl-c' }] })).rejects.toThrow()
})

test('search as you type: each key finds, Enter reads, Tab sits an interview on the hits', async () => {
  const replies: readonly Reply[] = [
    ...[{ type: '死' }, { type: '锁' }, { key: 'enter' }, { key: 'enter' }, { key: 'ctrl-g' }],
    ...[{ key: 'tab' }, { pick: 0 }, { pick: 0 }, { key: 'ctrl-d' }, { type: '4' }],
    ...[{ key: 'ctrl-x' }, { key: 'enter' }],
  ]
  const made = await host(['search'], { replies: [...replies] })
  expect(made.printed()).toContain('两个任务互相等待对方手里的锁')
  expect(made.opened).toEqual(['bank/并发.md:9'])
  expect(made.journalText()).toContain('deadlock')
})
