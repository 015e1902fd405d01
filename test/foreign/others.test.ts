import { fileURLToPath } from 'node:url'
import initSqlJs from 'sql.js'
import { describe, expect, test } from 'vitest'
import type { ForeignFile } from '../../src/foreign/file.ts'
import type { ForeignCard } from '../../src/foreign/foreign.ts'
import { foreignIn } from '../../src/foreign/read.ts'
import { tablesIn } from '../../src/host/foreign/database.ts'
import { openForeign } from '../../src/host/foreign/open.ts'

const pathOf = (name: string) => fileURLToPath(new URL(`files/${name}`, import.meta.url))
// in China
const read = (file: ForeignFile) => foreignIn(file, () => 480)
const texts = (path: string, text: string): ForeignFile => ({
  kind: 'texts',
  texts: [{ path, text }],
})
const day = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16)

/** A card as its sides, its reviews and what is known of it. */
function told({ text, reviews, anchor }: ForeignCard) {
  const { question, answer, topics } = text()
  const known = anchor && [day(anchor.at), anchor.stability, Number(anchor.difficulty.toFixed(2))]
  return [
    question,
    answer,
    topics.join('/'),
    Array.from(reviews, ({ grade }) => grade).join(' '),
    known,
  ]
}

test('hashcards keeps hashes, and its reviews find the cards in the notes beside it', async () => {
  // made by hashcards 0.5.0 itself, in a drill of six answers
  const found = await read(await openForeign(pathOf('hashcards.db')))
  expect(found?.odd).toEqual(new Map())
  expect(found?.cards.map(told).sort()).toEqual([
    [
      'The capital of France is […].',
      'The capital of France is Paris.',
      'os',
      expect.any(String),
      undefined,
    ],
    [
      'The capital of […] is Paris.',
      'The capital of France is Paris.',
      'os',
      expect.any(String),
      undefined,
    ],
    ['What is a closure?', 'A function with\nits scope.', 'os', expect.any(String), undefined],
    ['什么是死锁？', '两个线程互相等待。', 'os', expect.any(String), undefined],
  ])
  expect(found?.cards.flatMap(({ reviews }) => [...reviews]).length).toBe(5)
})

// as written in schema.sql and openSM2sync of Mnemosyne 2.10, which was not run
test('Mnemosyne has a log of answers, with grades from 0 to 5', async () => {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run(`CREATE TABLE cards (_id integer primary key, id text, question text, answer text, tags text);
    CREATE TABLE log (_id integer primary key, event_type integer, timestamp integer, object_id text,
      grade integer, thinking_time integer);
    INSERT INTO cards VALUES (1, 'x', '<b>锁</b>是什么？', '互斥', '并发, __UNTAGGED__');
    INSERT INTO log VALUES (1, 9, 1700000000, 'x', 1, 12), (2, 9, 1700086400, 'x', 4, 5),
      (3, 1, 1700086401, '', NULL, NULL), (4, 9, 1700090000, 'gone', 3, 1), (5, 9, 1700090001, 'x', 9, 1)`)
  const tables = await tablesIn(database.export(), () => new Error('damaged'))
  const found = await read({ kind: 'database', tables, media: () => new Map(), beside: [] })
  expect(found?.cards.map(told)).toEqual([['锁是什么？', '互斥', '', 'again good', undefined]])
  expect([...(found?.cards[0]?.reviews ?? [])][0]).toMatchObject({
    at: 1_700_000_000_000,
    tookMs: 12_000,
  })
  expect(found?.cards[0]?.text().tags).toEqual(['并发'])
  expect(found?.odd).toEqual(
    new Map([
      ['unknown', 1],
      ['no-card', 1],
    ]),
  )
})

// as written in the sources of obsidian-spaced-repetition of June 2026
describe('obsidian-spaced-repetition', () => {
  test('has an interval and an ease behind each card, or what FSRS knows', async () => {
    const note = [
      '#flashcards/网络',
      '什么是三次握手？::同步序号 <!--SR:!2026-03-20,10,250-->',
      '',
      '为什么要四次挥手？',
      '?',
      '两边各自关闭。',
      '<!--SR:!2026-04-01,4,270-->',
      '',
      '新卡片？::还没看过 <!--SR:!2000-01-01,1,250-->',
      '',
      '什么是窗口？::流量控制 <!--SR:!fsrs,2026-05-01T00:00:00,20,19.5,6.2,2,5,1,0,2026-04-11T09:30:00-->',
    ].join('\n')
    const found = await read(texts('库/网络.md', note))
    expect(found?.cards.map(told)).toEqual([
      ['什么是三次握手？', '同步序号', '网络', '', ['2026-03-10T12:00', 10, expect.any(Number)]],
      [
        '为什么要四次挥手？',
        '两边各自关闭。',
        '网络',
        '',
        ['2026-03-28T12:00', 4, expect.any(Number)],
      ],
      ['什么是窗口？', '流量控制', '网络', '', ['2026-04-11T09:30', 19.5, 6.2]],
    ])
    expect(found?.odd).toEqual(new Map([['unreadable', 1]]))
  })

  test('keeps schedules in a file of its own, by the marks of blocks', async () => {
    const cardSchedules = {
      '^sr-data-id-1': [
        { algorithm: 'SM-2-OSR', scheduleData: { dueDate: '2026-03-20', interval: 10, ease: 250 } },
      ],
    }
    const data = JSON.stringify({ scheduleData: { version: 1, cardSchedules } })
    const found = await read({
      kind: 'texts',
      texts: [
        { path: '库/.obsidian/plugins/obsidian-spaced-repetition/data.json', text: data },
        { path: '库/a.md', text: '什么是锁？::互斥 ^sr-data-id-1\n\n别的？::无' },
      ],
    })
    expect(found?.cards.map(told)).toEqual([
      ['什么是锁？', '互斥', 'a', '', ['2026-03-10T12:00', 10, expect.any(Number)]],
    ])
  })
})

// as org-drill.el 2.7 writes its properties
test('org-drill has an interval and an ease in the properties of a heading', async () => {
  const org = `* 并发
** 什么是死锁？ :drill:
   SCHEDULED: <2026-03-20 Fri>
   :PROPERTIES:
   :ID:       a1
   :DRILL_LAST_INTERVAL: 10.0
   :DRILL_EASE: 2.36
   :DRILL_LAST_REVIEWED: [2026-03-10 Tue 10:02]
   :END:
两个线程。
*** 答案
互相等待 =lock=。
** 首都 :drill:
法国的首都是[巴黎]。
`
  const found = await read(texts('a.org', org))
  expect(found?.cards.map(told)).toEqual([
    ['什么是死锁？', '互相等待 `lock`。', '并发', '', ['2026-03-10T10:02', 10, expect.any(Number)]],
    ['法国的首都是[…]。', '法国的首都是巴黎。', '并发', '', undefined],
  ])
})

test('other texts are of no program', async () => {
  expect(await read(texts('reviews.jsonl', '{"card":"x"}'))).toBeUndefined()
  expect(await read(texts('a.md', '## 什么是锁？\n\n互斥。'))).toBeUndefined()
})
