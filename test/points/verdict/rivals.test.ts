import { expect, test } from 'vitest'
import { assessed } from '../../../src/points/assess.ts'

function verdictOf(
  text: string,
  ways: { readonly also?: readonly string[]; readonly not?: readonly string[] },
  answer: string,
) {
  const { also = [], not = [] } = ways
  const points = [{ text, details: [], ways: { also, not, any: [] } }]
  return assessed(points, answer, { question: '？', aliases: [] }).points[0]?.verdict
}

test('a wrong statement that accounts for more of a clause than the right words do is what was said', () => {
  const keys = { also: ['放进集合以后再改就丢了'], not: ['放进集合以后可以随便改它的属性'] }
  expect(verdictOf('集合里的对象不能变', keys, '对象放进集合以后属性也能随便改')).not.toBe('said')
  const tags = {
    also: ['clean it with a library that lets some tags through'],
    not: ['a regular expression that strips script tags is enough'],
  }
  const answer = 'It is cleaned by a regular expression that strips the script tags.'
  expect(verdictOf('An allow-list for markup', tags, answer)).toBe('contradicted')
})

test('a wrong statement is not there where all that is there of it is the point itself', () => {
  const codes = { also: ['截到授权码也换不了令牌'], not: ['PKCE 是为了加密授权码'] }
  expect(verdictOf('PKCE 防授权码冒用', codes, '授权码加 PKCE，别人截到授权码也没用')).toBe('said')
})

test('the own words of a point turned round count though a way of saying it is half there', () => {
  const order = { also: ['先等值再排序再范围'] }
  expect(
    verdictOf('复合索引的顺序：等值、排序、范围', order, '顺序是先等值，再范围，最后排序'),
  ).toBe('contradicted')
  const pods = { also: ['readiness takes it out, liveness restarts it'] }
  const answer = 'Readiness restarts the container, liveness takes it out'
  expect(verdictOf('Liveness restarts the container', pods, answer)).toBe('contradicted')
})
