import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessed } from '../../src/points/assess.ts'

function heard(point: string, answer: string, question = '？', glossary = '') {
  const points = [{ text: point, details: [] }]
  return assessed(points, answer, { question, aliases: [] }, glossary)
}

function credit(point: string, answer: string, question?: string): number {
  return heard(point, answer, question).coverage
}

test.each([
  ['用户级 token 版本号踢掉全部设备', '给用户存一个 token 版本号，改一下版本全部设备就下线了'],
  ['缓存设过期时间', '緩存要設過期時間'],
  ['限制 QPS', '要限制ＱＰＳ'],
  ['进程崩溃后自动重启', '挂了以后 supervisor 会把它自动拉起来'],
  ['布隆过滤器挡住不存在的 key', 'use a bloom filter in front, keys that do not exist are blocked'],
  ['Rate limiting and degradation', '限流，然后把不重要的功能降级'],
  ['Serialization of the response', 'it serializes responses'],
  ['`select_related` for foreign keys', 'use select related on the foreign key'],
  ['Idempotent retries', 'every retry has to be idempotant'],
])('“%s” is heard in other words', (point, answer) => {
  expect(credit(point, answer)).toBeGreaterThanOrEqual(0.5)
})

test.each([
  ['线程安全', '它不是线程安全的'],
  ['线程安全', '并不能保证线程安全'],
  ['支持事务', '这个引擎不支持事务'],
  ['Thread safe', 'It is not thread safe.'],
  ['Idempotent', "POST isn't idempotent"],
  ['布隆过滤器', '没用过布隆过滤器'],
])('“%s” is not heard where it is denied', (point, answer) => {
  expect(credit(point, answer)).toBeLessThan(0.1)
})

test.each([
  ['线程安全', '它是线程安全的，不过慢一点'],
  ['线程安全', '不仅线程安全，而且很快'],
  ['不是线程安全的', '它不是线程安全的'],
  ['Not idempotent', 'POST is not idempotent'],
  ['无状态', '它是无状态的'],
])('“%s” is heard where nothing is denied, or both deny it', (point, answer) => {
  expect(credit(point, answer)).toBeGreaterThanOrEqual(0.5)
})

test('an answer that only repeats the question gets nothing', () => {
  const question = '什么是缓存穿透？怎么防？'
  expect(credit('缓存穿透：查询不存在的数据', question, question)).toBeLessThan(0.05)
  expect(credit('缓存穿透：查询不存在的数据', '缓存穿透就是缓存穿透', question)).toBeLessThan(0.1)
})

test('words in a row count for less than sentences', () => {
  const point = '穿透用空值缓存和布隆过滤器，击穿用互斥锁，雪崩用随机过期'
  const said = '穿透的话缓存空值再加布隆过滤器，击穿就用互斥锁，雪崩给过期时间加个随机数'
  const soup =
    '布隆过滤器 穿透 雪崩 索引 互斥锁 事务 空值 随机 缓存 限流 击穿 过期 队列 redis nginx 分片 集群'
  expect(credit(point, soup)).toBeLessThan(credit(point, said) / 2)
})

test('the evidence is what counted, in UTF-16 offsets of the answer as it was given', () => {
  const answer = '👍 嗯，用 Ｒｅｄｉｓ 存布隆過濾器。'
  const [point] = heard('布隆过滤器', answer).points
  expect(point?.evidence.map(({ start, end }) => answer.slice(start, end))).toEqual(['布隆過濾器'])
})

test('details count for their point, and its own words do too', () => {
  const points = [
    { text: '监控和告警', details: ['实时监控：用 Prometheus 看指标', '告警：超过阈值发短信'] },
  ]
  const ask = { question: '服务挂了怎么办？', aliases: [] }
  const of = (answer: string) => assessed(points, answer, ask).coverage
  expect(of('先有监控，再有告警')).toBeGreaterThanOrEqual(0.5)
  expect(of('用 Prometheus 看指标')).toBeGreaterThanOrEqual(0.5)
  expect(of('先有监控和告警，Prometheus 看指标，超过阈值就发短信')).toBeGreaterThan(0.9)
  expect(of('我们用 MySQL')).toBe(0)
})

test('a line of the person’s own glossary is a synonym', () => {
  expect(
    heard('灰度环境', '先上 canarybox', '？', '灰度环境 = canarybox').coverage,
  ).toBeGreaterThan(0.5)
  expect(heard('灰度环境', '先上 canarybox').coverage).toBe(0)
})

test('coverage is the mean credit, and proposes the grade', () => {
  const points = ['互斥锁', '布隆过滤器'].map((text) => ({ text, details: [] }))
  const {
    coverage,
    points: found,
    proposed,
  } = assessed(points, '用互斥锁', {
    question: '怎么防？',
    aliases: [],
  })
  expect(found.map(({ covered }) => covered)).toEqual([true, false])
  expect(coverage).toBeCloseTo(((found[0]?.credit ?? 0) + (found[1]?.credit ?? 0)) / 2)
  expect(proposed).toBe('hard')
})

test('without points or without an answer nothing is covered', () => {
  expect(assessed([], '什么', { question: '？', aliases: [] })).toMatchObject({ coverage: 0 })
  expect(heard('互斥锁', '')).toMatchObject({ coverage: 0, proposed: 'again' })
})

const hostile = [
  'x',
  '不',
  'not ',
  'a_b.',
  '监控告警',
  '👍',
  '\u202e',
  'a.b.c+',
  '1.2 ',
  '\n',
  '|',
  'ａ',
]

test.each(hostile)('50 KB of %j are heard to their end', (unit) => {
  const answer = unit.repeat(50_000 / unit.length)
  const { coverage } = heard('监控和告警：not a_b, 1.2', answer)
  expect(coverage).toBeGreaterThanOrEqual(0)
  expect(coverage).toBeLessThanOrEqual(1)
})

test('whatever is said, credits are shares and evidence lies in the answer in order', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(text, text, (point, answer) => {
      for (const { credit, evidence } of heard(point, `${point}${answer}`).points) {
        expect(credit).toBeGreaterThanOrEqual(0)
        expect(credit).toBeLessThanOrEqual(1)
        let last = 0
        for (const { start, end } of evidence) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(point.length + answer.length)
      }
    }),
  )
})
