import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmpty, parseQuery } from '../../src/search/query.ts'

const words = (typed: string) =>
  parseQuery(typed).chunks.flatMap(({ kind, text }) => (kind === 'sign' ? [] : [text]))
const signs = (typed: string) =>
  parseQuery(typed).chunks.flatMap(({ kind, text }) => (kind === 'sign' ? [text] : []))

describe('a query', () => {
  test('is cut into runs of Chinese and words, glued or not', () => {
    expect(words('jwt原理 Redis')).toEqual(['jwt', '原理', 'redis'])
    expect(words('ＲＥＤＩＳ，緩存')).toEqual(['redis', '缓存'])
    expect(words('C++ 和 C#')).toEqual(['c++', '和', 'c#'])
  })

  test('knows phrases in any quotes, and what must not be there', () => {
    expect(parseQuery('"最左前缀" 索引').phrases).toEqual(['最左前缀'])
    expect(parseQuery('“行锁” 「死锁」').phrases).toEqual(['行锁', '死锁'])
    expect(parseQuery('redis -缓存 -"cache aside"')).toMatchObject({
      text: 'redis',
      without: ['缓存', 'cache aside'],
    })
  })

  test('knows filters by their English and Chinese names, full width too', () => {
    expect(parseQuery('锁 topic:并发 tag:os level:mid is:unanswered')).toMatchObject({
      text: '锁',
      topics: ['并发'],
      tags: ['os'],
      levels: ['mid'],
      states: ['unanswered'],
    })
    expect(parseQuery('主题：数据库 状态:到期')).toMatchObject({
      topics: ['数据库'],
      states: ['due'],
    })
  })

  test('takes what is no form of its own as words', () => {
    expect(words('is:nothing http://a.b')).toEqual(['is', 'nothing', 'http', 'a', 'b'])
    expect(words("!vue ^react 'x | y$")).toEqual(['vue', 'react', 'x', 'y'])
    expect(words('read-through a - b')).toEqual(['read', 'through', 'a', 'b'])
  })

  test('asks for signs of programs, and for none that end or part words', () => {
    expect(signs('=== 和 ??')).toEqual(['===', '??'])
    expect(signs('-> --force a => b')).toEqual(['->', '--', '=>'])
    expect(signs('C++ C# I/O http://a.b.c 什么是锁?')).toEqual([])
    expect(words('-> --force')).toEqual(['force'])
    expect(parseQuery('-> --force').without).toEqual([])
  })

  test('takes letters parted by a stroke, and how work grows, for one word', () => {
    expect(words('I/O CI/CD')).toEqual(['io', 'cicd'])
    expect(words('O(n log n)')).toEqual(['o(nlogn)'])
    expect(words('TCP/IP and/or')).toEqual(['tcp', 'ip', 'and', 'or'])
  })

  test('of an open quote, marks or nothing asks for what is there', () => {
    expect(words('"死锁')).toEqual(['死锁'])
    expect(isEmpty(parseQuery(' ？。 " -'))).toBe(true)
    expect(isEmpty(parseQuery(''))).toBe(true)
  })

  test('never throws, and stays small however long it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        expect(parseQuery(typed).chunks.length).toBeLessThanOrEqual(64)
      }),
    )
    expect(parseQuery('锁a'.repeat(50_000)).chunks.length).toBeLessThanOrEqual(64)
  })
})
