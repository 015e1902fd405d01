import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { search } from '../../src/search/engine.ts'
import { indexOf, segmentsOf } from '../../src/search/index/build.ts'
import { collected, joinedBytes, sectionsInMemory } from '../../src/search/index/collection.ts'
import { dictionaryOf, dictionaryWriter } from '../../src/search/index/dictionary.ts'
import { growingBytes } from '../../src/search/index/growing-bytes.ts'
import { documentMarks } from '../../src/search/index/marks.ts'
import { appendPostings, readPostings, writePosting } from '../../src/search/index/postings.ts'

const words = ['缓存', '穿透', '死锁', 'redis', 'select_related', 'TCP', '（GC）', '垃圾回收']
const said = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
const notes = fc
  .array(fc.tuple(said, said), { minLength: 2, maxLength: 12 })
  .map((cards) =>
    cards.map(([asked, told]) => `## 什么是${asked.join('')}？\n\n${told.join('，')}\n`).join('\n'),
  )

function collection(text: string, postings: number) {
  const input = { library: '/notes', file: 'notes.md', text }
  const { cards } = parse(input).deck
  const segments = segmentsOf(cards, postings)
  const sections = sectionsInMemory(joinedBytes(indexOf(segments, undefined)))
  const cardAt = (doc: number) => {
    const card = cards[doc]
    if (card === undefined) throw new RangeError(`no card ${doc}`)
    return card
  }
  return { segments, sections, of: collected([{ sections, stands: undefined, cardAt }]) }
}

describe('segments', () => {
  test('make the same index together as all cards at once', () => {
    fc.assert(
      fc.property(notes, fc.integer({ min: 1, max: 40 }), (text, postings) => {
        const parts = collection(text, postings)
        const whole = collection(text, Number.POSITIVE_INFINITY)
        for (const name of ['lengths', 'facetOf', 'titles', 'pairs', 'blockAt', 'firsts']) {
          expect(parts.sections.bytes(name)).toEqual(whole.sections.bytes(name))
        }
        for (const word of ['缓存', '锁', 'redis', 'related', 'gc']) {
          expect(parts.of.postings(word)).toEqual(whole.of.postings(word))
        }
        expect(parts.of.startingWith('')).toEqual(whole.of.startingWith(''))
      }),
      { numRuns: 25 },
    )
  })

  test('give the same hits in the same order', async () => {
    const text = words
      .map((word, i) => `## 什么是${word}？\n\n${words.slice(i).join('，')}\n`)
      .join('\n')
    const parts = collection(text, 5)
    const whole = collection(text, Number.POSITIVE_INFINITY)
    expect(parts.segments.length).toBeGreaterThan(2)
    for (const query of [...words, 'huancun', 'slect_related', '缓存 死锁']) {
      const found = await search(parts.of, query, { limit: 10 })
      expect(found).toEqual(await search(whole.of, query, { limit: 10 }))
    }
  })
})

describe('what an index is packed in', () => {
  test('postings come back as they were written, and behind those of another index', () => {
    const docs = fc.uniqueArray(fc.integer({ min: 0, max: 1 << 20 }), {
      minLength: 1,
      maxLength: 30,
    })
    const list = docs.chain((all) =>
      fc.tuple(
        fc.constant(all.sort((a, b) => a - b)),
        fc.array(fc.integer({ min: 1, max: 255 }), {
          minLength: all.length,
          maxLength: all.length,
        }),
      ),
    )
    const packed = ([docs, marks]: readonly [readonly number[], readonly number[]]) => {
      const bytes = growingBytes(1)
      for (const [i, doc] of docs.entries()) {
        writePosting(bytes, docs[i - 1] ?? -1, doc, marks[i] ?? 0)
      }
      return bytes
    }
    fc.assert(
      fc.property(list, list, (one, other) => {
        const bytes = packed(one)
        const base = (1 << 20) + 1
        const last = one[0].at(-1) ?? -1
        const count = other[0].length
        const end = appendPostings(bytes, packed(other).taken(), { count, base, last })
        expect(end).toBe(base + (other[0].at(-1) ?? 0))
        const { docs, marks } = readPostings(bytes.taken(), one[0].length + count, 7)
        expect([...docs]).toEqual(
          [...one[0], ...other[0].map((doc) => doc + base)].map((n) => n + 7),
        )
        expect([...marks]).toEqual([...one[1], ...other[1]])
      }),
      { numRuns: 50 },
    )
  })

  test('a dictionary finds every term, its count and its place', () => {
    const term = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '缓', '存'),
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(term, fc.integer({ min: 1, max: 99 }), fc.nat(40)), {
          maxLength: 200,
          selector: ([term]) => term,
        }),
        (all) => {
          const terms = all.sort(([a], [b]) => (a < b ? -1 : 1))
          const writer = dictionaryWriter()
          for (const [term, count, more] of terms) writer.add(term, count, count + more)
          const { find, between } = dictionaryOf(writer.sections())
          let start = 0
          for (const [term, count, more] of terms) {
            expect(find(term)).toEqual({ term, count, start, end: start + count + more })
            start += count + more
          }
          expect([...between('', '\uffff')].map(({ term }) => term)).toEqual(
            terms.map(([term]) => term),
          )
          expect(find('none')).toBeUndefined()
        },
      ),
      { numRuns: 30 },
    )
  })

  test('the marks of a document are kept however many its terms are', () => {
    const marks = documentMarks()
    for (let round = 0; round < 2; round += 1) {
      for (let key = 1; key <= 5000; key += 1) marks.count(key * 7919)
      marks.count(7919)
      marks.flag(7919, 1)
      marks.mention(7919)
      const told: (readonly [number, number])[] = []
      marks.take((key, mark) => told.push([key, mark]))
      expect(told).toHaveLength(5000)
      expect(told.slice(0, 2)).toEqual([
        [7919, 17],
        [2 * 7919, 8],
      ])
    }
  })
})
