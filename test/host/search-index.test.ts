import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CacheDamaged } from '../../src/errors.ts'
import { openLibrary } from '../../src/host/library/library.ts'
import { shelvesOf } from '../../src/host/library/search-index.ts'
import { search } from '../../src/search/engine.ts'
import { collected } from '../../src/search/index/collection.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { folderWith } from '../support/library.ts'

let notes: ReturnType<typeof folderWith>
let home: ReturnType<typeof folderWith>
/** Long after the files were written. */
const later = () => Date.now() + 60_000

beforeEach(() => {
  notes = folderWith({ '并发.md': zhDeck, 'net/tcp.md': enDeck })
  home = folderWith({})
})
afterEach(() => {
  notes.remove()
  home.remove()
})

async function found(query: string) {
  const library = await openLibrary({ root: notes.path, cache: home.path, now: later })
  const indexed: number[] = []
  const shelves = await shelvesOf(library, home.path, (done) => indexed.push(done))
  const { hits } = await search(collected(shelves), query, { limit: 10 })
  const ids = hits.map(({ card }) => String(card.id))
  return { ids, indexed: indexed.length, snippet: hits[0]?.snippet }
}

function indexFile(): string {
  const name = readdirSync(home.path).find((one) => one.startsWith('search-')) ?? ''
  return join(home.path, name)
}

describe('the index of a library', () => {
  test('is made once, and answers from then on', async () => {
    const first = await found('死锁')
    expect(first).toMatchObject({ ids: ['deadlock'], indexed: 2 })
    expect(await found('死锁')).toEqual({ ...first, indexed: 0 })
  })

  test('is made anew when a card changed, came or went', async () => {
    await found('死锁')
    writeFileSync(join(notes.path, '并发.md'), zhDeck.replaceAll('死锁', '活锁'))
    expect(await found('活锁')).toMatchObject({ ids: ['deadlock'], indexed: 2 })
    writeFileSync(join(notes.path, 'new.md'), '## 什么是信号量？\n\n计数的锁。\n')
    expect((await found('信号量')).ids).toHaveLength(1)
    rmSync(join(notes.path, 'net/tcp.md'))
    expect((await found('duplicates')).ids).toEqual([])
  })

  test('that was damaged anywhere is found out, and is new at the next call', async () => {
    await found('死锁')
    const whole = readFileSync(indexFile())
    const before = await found('死锁')
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const broken = Buffer.from(whole)
      broken[at] = (broken[at] ?? 0) ^ 0x41
      writeFileSync(indexFile(), broken)
      const again = await found('死锁').catch((error: unknown) => {
        expect(error).toBeInstanceOf(CacheDamaged)
        return found('死锁')
      })
      expect(again.ids).toEqual(before.ids)
    }
  })

  test('that was cut short, or is something else, is made anew', async () => {
    await found('死锁')
    for (const content of [readFileSync(indexFile()).subarray(0, -2000), Buffer.from('none')]) {
      writeFileSync(indexFile(), content)
      const again = await found('死锁').catch(() => found('死锁'))
      expect(again.ids).toEqual(['deadlock'])
    }
  })

  test('that cannot be kept is made in memory', async () => {
    const library = await openLibrary({ root: notes.path, now: later })
    const shelves = await shelvesOf(library, undefined, () => {})
    const { hits } = await search(collected(shelves), 'duplicates', { limit: 10 })
    expect(hits.map(({ card }) => card.id)).toEqual(['tcp-handshake'])
  })
})

describe('the index of a large library', () => {
  const large = 40
  const deck = (file: number) =>
    Array.from(
      { length: 60 },
      (_, i) => `## 第${file}组第${i}题是什么？\n\n答${file * 60 + i}。\n`,
    ).join('\n')

  test('keeps what did not change, and has what did beside it', async () => {
    notes.remove()
    notes = folderWith(
      Object.fromEntries(Array.from({ length: large }, (_, i) => [`${i}.md`, deck(i)])),
    )
    expect((await found('第7组第8题')).indexed).toBe(large)
    writeFileSync(join(notes.path, '7.md'), '## 量子比特是什么？\n\n叠加。\n')
    writeFileSync(join(notes.path, 'z.md'), '## 拓扑排序怎么做？\n\n入度。\n')
    const changed = await found('量子比特')
    expect(changed.ids).toHaveLength(1)
    expect(changed.indexed).toBe(2)
    expect(await found('拓扑排序')).toMatchObject({ indexed: 0, snippet: '入度。' })
    expect((await found('"第7组第8题"')).ids).toEqual([])
  }, 60_000)
})
