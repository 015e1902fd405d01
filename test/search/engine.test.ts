import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { type Hit, type SearchOptions, search } from '../../src/search/engine.ts'
import { collectionOf } from '../../src/search/index/collection.ts'
import { ranges } from '../../src/search/ranges.ts'
import { fold } from '../../src/search/text/fold.ts'
import { enDeck, zhDeck } from '../support/bank.ts'

const notes = `
## 缓存和数据库不一致怎么办？

<!-- id: consistency -->

先更新数据库，再删**缓存**（cache aside）。\`delay_queue\` 里补偿，见 ErrorHandleMiddleWare。

## 什么是垃圾回收？

<!-- id: gc -->
<!-- tags: runtime -->

标记清除，分代。

## How does a goroutine yield?

<!-- id: goroutine -->

The scheduler preempts it; deadlocks are found at run time.

## 请求拦截器做什么？

<!-- id: interceptor -->

给请求加上 token。幂等（Idempotence）由后端保证。

## 怎么让下单重复提交也没事？

<!-- id: submit -->

靠幂等键。
`
const library = '/notes'
const cards = [
  ...parse({ library, file: '并发.md', text: zhDeck }).deck.cards,
  ...parse({ library, file: 'net/tcp.md', text: enDeck }).deck.cards,
  ...parse({ library, file: 'more.md', text: notes }).deck.cards,
]
const collection = collectionOf(cards)

async function found(
  query: string,
  options: Partial<SearchOptions> = {},
): Promise<readonly string[]> {
  const { hits } = await search(collection, query, { limit: 10, ...options })
  return hits.map(({ card }) => card.id)
}

async function understood(query: string): Promise<string> {
  const all = (await search(collection, query, { limit: 10 })).understood
  return all.map(({ from, to }) => `${from} → ${to.join(' / ')}`).join(', ')
}

describe('a search', () => {
  test('finds words in questions, answers, aliases, topics and follow-ups', async () => {
    expect(await found('死锁')).toEqual(['deadlock', 'goroutine'])
    expect(await found('地址空间')).toEqual(['thread-process'])
    expect(await found('networks')).toEqual(['tcp-handshake', 'cdn'])
    expect(await found('线上发现')).toEqual(['deadlock'])
  })

  test('puts a hit in the question before one in the answer', async () => {
    expect((await found('锁'))[0]).toBe('deadlock')
    expect((await found('缓存'))[0]).toBe('consistency')
  })

  test('ranks what holds all of the words before what holds some', async () => {
    expect((await found('ＴＣＰ hands'))[0]).toBe('tcp-handshake')
    expect((await found('数据库 缓存'))[0]).toBe('consistency')
  })

  test('reads traditional, full-width and upper-case text as their plain form', async () => {
    expect(await found('緩存')).toEqual(await found('缓存'))
    expect(await found('ＣＤＮ')).toEqual(['cdn'])
  })

  test('reads pinyin, whole, unfinished or in syllables, and initials', async () => {
    expect((await found('huancun'))[0]).toBe('consistency')
    expect(await understood('huancun')).toBe('huancun → 缓存')
    expect((await found('lanjieq'))[0]).toBe('interceptor')
    expect((await found('si suo'))[0]).toBe('deadlock')
    expect(await understood('ljhs')).toBe('ljhs → 垃圾回收')
  })

  test('finds misspelt words in the text, and misspelt Chinese in questions', async () => {
    expect(await found('schedluer')).toEqual(['goroutine'])
    expect(await understood('schedluer')).toBe('schedluer → scheduler')
    expect((await found('拦接器'))[0]).toBe('interceptor')
  })

  test('finds identifiers whole, by their parts, and by a part of their parts', async () => {
    expect(await found('delay_queue')).toEqual(['consistency'])
    expect(await found('queue')).toEqual(['consistency'])
    expect(await found('middleware')).toEqual(['consistency'])
    expect(await found('handleMiddle')).toEqual(['consistency'])
  })

  test('knows the other names of a thing: of the field, of the notes, of the person', async () => {
    expect((await found('garbage collection'))[0]).toBe('gc')
    expect((await found('GC'))[0]).toBe('gc')
    expect(await found('idempotence')).toEqual(['interceptor', 'submit'])
    expect(await found('bumblebee')).toEqual([])
    expect(await found('bumblebee', { glossary: '拦截器 = Bumblebee' })).toEqual(['interceptor'])
  })

  test('finds nothing for nonsense and for what the notes do not speak of', async () => {
    for (const query of ['zzxqkv', '布隆过滤器', '量子火锅', 'kubernetes operator', '🦀', '!!']) {
      expect(await found(query)).toEqual([])
    }
  })

  test('that finds nothing offers what holds a little of it', async () => {
    const { hits, nearest } = await search(collection, 'token kubernetes', { limit: 10 })
    expect(hits).toEqual([])
    expect(nearest[0]?.card.id).toBe('interceptor')
  })
})

describe('a search narrows', () => {
  test('by phrases, and by what must not be there', async () => {
    expect(await found('"按固定顺序"')).toEqual(['deadlock'])
    expect(await found('"固定按顺序"')).toEqual([])
    expect(await found('锁 -四个必要条件')).not.toContain('deadlock')
    expect(await found('幂等 -token')).toEqual(['submit'])
  })

  test('by topic, tag and level, with and without words', async () => {
    expect(await found('topic:networks')).toEqual(['tcp-handshake', 'cdn'])
    expect(await found('锁 tag:lock')).toEqual(['deadlock'])
    expect(await found('tag:runtime level:mid')).toEqual([])
    expect(await found('锁', { filter: { topics: ['networks'] } })).toEqual([])
  })

  test('by what reviews say, and by missing answers', async () => {
    expect(await found('is:unanswered')).toEqual(['cdn'])
    expect(await found('is:due')).toEqual([])
    const is = (state: string, id: string) => state === 'weak' && id === 'gc'
    expect(await found('is:weak', { is })).toEqual(['gc'])
  })
})

describe('a hit', () => {
  const cut = ({ card, snippet, matches }: Hit) =>
    matches.map(({ field, start, end }) =>
      (field === 'snippet' ? snippet : card.question).slice(start, end),
    )

  test('marks what was found with offsets that cut the text exactly', async () => {
    const [hit] = (await search(collection, '按固定順序', { limit: 1 })).hits
    expect(hit === undefined ? [] : cut(hit)).toEqual(['按固定顺序'])
    const [like] = (await search(collection, '拦接器', { limit: 1 })).hits
    expect(like === undefined ? [] : cut(like)).toEqual(['拦截器'])
  })

  test('never has a snippet or a mark that splits a character', async () => {
    const text = `## 表情？\n\n${'😀'.repeat(40)}死锁${'😀'.repeat(80)}\n`
    const deck = parse({ library, file: 'a.md', text }).deck.cards
    const [hit] = (await search(collectionOf(deck), '死锁', { limit: 1 })).hits
    expect(hit?.snippet).toMatch(/^…?(?:😀)+死锁(?:😀)+…?$/u)
    expect(hit === undefined ? [] : cut(hit)).toEqual(['死锁'])
  })
})

const unit = fc.constantFrom('a', 'Ａ', '锁', '鎖', 'b', ' ', '存', '😀', '\n', '_')
const text = fc.string({ unit, maxLength: 40 })

test('folding keeps every offset, long or short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (one) => {
      expect(fold(one)).toHaveLength(one.length)
      expect(fold(one + ' '.repeat(200)).slice(0, one.length)).toBe(fold(one))
    }),
  )
})

test('ranges follow each other and cut what folds to the words', () => {
  fc.assert(
    fc.property(text, (one) => {
      let from = 0
      for (const { start, end } of ranges(one, ['锁', '存b'])) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(fold(one.slice(start, end)).replace(/锁|存b/g, '')).toBe('')
        from = end
      }
    }),
  )
})

test('the index agrees with a look at every card on a pair of characters and on a word', async () => {
  const pairs: fc.Arbitrary<string> = fc.constantFrom('锁存', '存锁', '锁锁', 'ab')
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 8 }), pairs, async (texts, term) => {
      const own = texts.map((one, i) => ({ ...card, id: `${i}` as typeof card.id, question: one }))
      const holds = own.filter(({ question }) =>
        /^\w/.test(term)
          ? (fold(question).match(/[a-z]+/g) ?? []).some((word) => word === term)
          : fold(question).includes(term),
      )
      const asked = collectionOf(own)
      expect(Array.from(asked.postings(term).docs, (doc) => asked.idOf(doc))).toEqual(
        holds.map(({ id }) => id),
      )
    }),
  )
})

const [first] = cards
if (first === undefined) throw new Error('the notes have no card')
const card = { ...first, aliases: [], body: undefined, keyPoints: [], followUps: [] }
