import { expect, test } from 'vitest'
import { askedFor, weighed } from '../../src/plan/advert.ts'

test('an advert asks for things phrase by phrase, without words of praise', () => {
  expect(askedFor('任职要求：\n1. 熟悉 Redis、消息队列；\n2. 理解 TCP/IP 或 HTTP 协议')).toEqual([
    '任职要求',
    'Redis',
    '消息队列',
    'TCP',
    'IP',
    'HTTP 协议',
  ])
  expect(askedFor('- Strong experience with Kafka and PostgreSQL. Free lunch!')).toEqual([
    'Kafka',
    'PostgreSQL',
    'Free lunch',
  ])
})

test('topics weigh by how much of the advert is about them, the others half', () => {
  const found = [
    [{ topic: '缓存', score: 1 }],
    [
      { topic: '缓存', score: 0.5 },
      { topic: '网络', score: 0.5 },
    ],
  ]
  expect(weighed(['网络', '缓存', '算法'], found)).toEqual([
    { topic: '缓存', weight: 2 },
    { topic: '网络', weight: 0.8 },
    { topic: '算法', weight: 0.5 },
  ])
  expect(weighed(['网络'], [[], []])).toEqual([])
})
