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
