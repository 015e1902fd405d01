import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/parse.ts'
import { ranges, search } from '../../src/search/engine.ts'
import { findCard } from '../../src/search/find.ts'
import { fold } from '../../src/search/terms.ts'
import { enDeck, zhDeck } from '../support/bank.ts'

const library = '/notes'
const { cards } = parse({ library, file: '并发.md', text: zhDeck }).deck
const { cards: english } = parse({ library, file: 'net/tcp.md', text: enDeck }).deck
const all = [...cards, ...english]

async function found(query: string): Promise<readonly string[]> {
  return (await search(all, query, 10)).hits.map(({ card }) => card.id)
}

describe('a search', () => {
  test('finds words in questions, answers, aliases and topics', async () => {
    expect(await found('死锁')).toEqual(['deadlock'])
    expect(await found('地址空间')).toEqual(['thread-process'])
    expect(await found('deadlock?')).toEqual(['deadlock'])
    expect(await found('networks')).toEqual(['tcp-handshake', 'cdn'])
  })

  test('wants every word, whatever its case and width', async () => {
    expect(await found('ＴＣＰ handshake')).toEqual([])
    expect(await found('ＴＣＰ hands')).toEqual(['tcp-handshake'])
  })

  test('puts a hit in the question before one in the answer', async () => {
    expect(await found('进程')).toEqual(['thread-process'])
    expect((await search(all, '锁', 10)).hits[0]?.card.id).toBe('deadlock')
  })

  test('offers what reads alike where nothing is found', async () => {
    const { hits, nearest } = await search(all, '什么是死所', 10)
    expect(hits).toEqual([])
    expect(nearest[0]?.card.id).toBe('deadlock')
  })

  test('marks what it found with offsets that cut the text exactly', async () => {
    const [hit] = (await search(all, '按固定顺序', 10)).hits
    const cut = hit?.matches.map(({ field, start, end }) =>
      (field === 'snippet' ? hit.snippet : hit.card.question).slice(start, end),
    )
    expect(cut).toEqual(['按固定顺序'])
  })

  test('of nothing finds nothing', async () => {
    expect(await found('  ，')).toEqual([])
  })
})

test('folding keeps every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(text)).toHaveLength(text.length)
    }),
  )
})

test('ranges follow each other and cut what folds to the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'Ａ', '锁', 'b', ' ') }), (text) => {
      let from = 0
      for (const { start, end } of ranges(text, ['a', '锁b'])) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(fold(text.slice(start, end)).replace(/a|锁b/g, '')).toBe('')
        from = end
      }
    }),
  )
})

describe('a card', () => {
  const id = async (words: string) => String((await findCard(all, words)).id)

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
    const idOf = async (words: string) => (await findCard([...outer, ...inner], words)).id
    expect(await idOf('a.md:1')).toBe('outer')
    expect(await idOf('./notes/a.md:1')).toBe('outer')
    expect(await idOf('os/a.md:1')).toBe('inner')
    expect(await idOf('/home/me/notes/os/a.md:1')).toBe('inner')
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
