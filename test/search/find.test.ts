import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { findCard } from '../../src/search/find.ts'
import { enDeck, zhDeck } from '../support/bank.ts'

const library = '/notes'
const { cards } = parse({ library, file: '并发.md', text: zhDeck }).deck
const { cards: english } = parse({ library, file: 'net/tcp.md', text: enDeck }).deck
const all = [...cards, ...english]

describe('a card', () => {
  const id = async (words: string) => String((await findCard(all, words, 'zh')).id)

  test('is found by its id, the start of one, its place and its question', async () => {
    expect(await id('cdn')).toBe('cdn')
    expect(await id('thread')).toBe('thread-process')
    expect(await id('并发.md:20')).toBe('deadlock')
    expect(await id('/notes/net/tcp.md:9')).toBe('tcp-handshake')
    expect(await id('net\\tcp.md:9')).toBe('tcp-handshake')
    expect(await id('什么是死锁？')).toBe('deadlock')
    expect(await id('固定顺序')).toBe('deadlock')
  })

  test('is told from one in a file of the same name by the rest of the path', async () => {
    const text = (id: string) =>
      `## 什么是锁？\n\n<!-- id: ${id} -->\n\n互斥。\n\n## 什么是信号量？\n\n计数。\n`
    const outer = parse({ library: 'notes', file: 'a.md', text: text('outer') }).deck.cards
    const inner = parse({ library: 'notes', file: 'os/a.md', text: text('inner') }).deck.cards
    const idOf = async (words: string) => (await findCard([...outer, ...inner], words, 'zh')).id
    expect(await idOf('a.md:1')).toBe('outer')
    expect(await idOf('./notes/a.md:1')).toBe('outer')
    expect(await idOf('os/a.md:1')).toBe('inner')
    expect(await idOf('/home/me/notes/os/a.md:1')).toBe('inner')
  })

  test('is found at its place in whichever case or form its letters come', async () => {
    const text = '## 什么是锁？\n\n<!-- id: lock -->\n\n互斥。\n'
    const { cards } = parse({ library, file: 'Café.md', text }).deck
    const idOf = async (words: string) => (await findCard(cards, words, 'zh')).id
    expect(await idOf('Cafe\u0301.md:1')).toBe('lock')
    expect(await idOf('C:\\Notes\\CAFÉ.MD:1')).toBe('lock')
  })

  test('is found under a library whose letters a Mac wrote in parts', async () => {
    const text = (id: string) => `## 什么是锁？\n\n<!-- id: ${id} -->\n\n互斥。\n`
    const read = (library: string, id: string) =>
      parse({ library, file: 'a.md', text: text(id) }).deck.cards
    const both = [...read('/li/Cafe\u0301', 'parts'), ...read('/li/别的', 'other')]
    expect((await findCard(both, '/li/Café/a.md:1', 'zh')).id).toBe('parts')
    expect((await findCard(both, '/LI/Cafe\u0301/a.md:1', 'zh')).id).toBe('parts')
  })

  test('that nobody knows is a fault', async () => {
    await expect(id('火锅')).rejects.toMatchObject({ fault: { code: 'card-missing' } })
    await expect(id('net/tcp.md:999')).rejects.toMatchObject({ fault: { code: 'card-missing' } })
  })

  test('that is one of several is a fault that names them', async () => {
    await expect(id('t')).rejects.toMatchObject({
      fault: {
        code: 'card-ambiguous',
        candidates: [{ id: 'thread-process' }, { id: 'tcp-handshake' }],
      },
    })
  })
})
