import { expect, test } from 'vitest'
import { assessed } from '../../src/points/assess.ts'

const points = [
  {
    text: '惰性删除',
    details: [],
    ways: { also: ['读到它才顺手清掉'], not: ['到点立刻删'], any: [] },
  },
  {
    text: 'Four isolation levels',
    details: [],
    ways: { also: [], not: [], any: ['read committed', 'repeatable read', 'serializable'] },
  },
  { text: 'Lazy loading', details: [] },
]

function verdicts(answer: string) {
  return assessed(points, answer, { question: '？', aliases: [] }).points.map(
    ({ verdict }) => verdict,
  )
}

test('a written way of saying a point ticks it, also with other words between', () => {
  expect(verdicts('读到它才顺手清掉')).toEqual(['said', 'open', 'open'])
  expect(verdicts('其实是读到的时候才顺手把它清掉')).toEqual(['said', 'open', 'open'])
})

test('a written wrong statement contradicts it, unless it is denied', () => {
  expect(verdicts('键到点立刻删')).toEqual(['contradicted', 'open', 'open'])
  expect(verdicts('并不是到点立刻删，读到它才顺手清掉')).toEqual(['said', 'open', 'open'])
})

test('two members say what they are members of, one does not', () => {
  expect(verdicts('repeatable read is the default')).toEqual(['open', 'open', 'open'])
  expect(verdicts('read committed and repeatable read')).toEqual(['open', 'said', 'open'])
})

test('why a verdict fell names the wording, or what is lacking', () => {
  const why = assessed(points, '键到点立刻删', { question: '？', aliases: [] }).points.map(
    (point) => point.why,
  )
  expect(why[0]).toEqual({ by: 'not', wordings: ['到点立刻删'], lacking: [] })
  expect(why[2]).toEqual({ by: 'words', wordings: [], lacking: ['lazy'] })
})

const push = [
  {
    text: 'Server push is abandoned',
    details: [],
    ways: {
      also: ['browsers have thrown server push out, send early hints instead'],
      not: ['server push is the reason to move'],
      any: [],
    },
  },
  {
    text: '关单以后收到的钱要退款',
    details: [],
    ways: {
      also: ['单子取消了钱又到了，就原路退回去'],
      not: ['订单关了就忽略后来的付款通知'],
      any: [],
    },
  },
  {
    text: 'Cookie flags',
    details: [],
    ways: { also: [], not: ['HttpOnly means sent over HTTP'], any: ['`HttpOnly`', '`Secure`'] },
  },
]

function verdictOf(index: number, answer: string) {
  const card = { question: '？', aliases: [] }
  return assessed(push, answer, card).points[index]?.verdict
}

test('half of a written wording says its point', () => {
  expect(verdictOf(0, 'Browsers have thrown push out, early hints do it now')).toBe('said')
  expect(verdictOf(1, '单子都取消了钱又到了，那就原路退')).toBe('said')
})

test('words that a usual wrong statement has as well say nothing', () => {
  expect(verdictOf(0, 'With HTTP/2 there is also server push')).toBe('open')
})

test('of a right and a wrong wording the one counts of which more is there', () => {
  expect(verdictOf(1, '已经关掉的订单又收到付款，直接忽略这个通知')).toBe('contradicted')
  expect(verdictOf(0, 'server push is why I would move')).toBe('contradicted')
})

test('members in the marks of code are said without them', () => {
  expect(verdictOf(2, 'I set HttpOnly and Secure')).toBe('said')
})
