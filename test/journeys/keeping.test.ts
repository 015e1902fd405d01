import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { Unreadable } from '../../src/errors.ts'
import { zhDeck } from '../support/bank.ts'
import { fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const library = { 'concurrency.md': zhDeck }

test('the day of the interview is none that is over', async () => {
  const one = fakeHost({ now: '2026-11-22T03:30:00+08:00' })
  await expect(obey(one, ['config', 'set', 'date', '2020-01-01'])).rejects.toMatchObject({
    fault: { code: 'date-past', date: '2020-01-01', today: '2026-11-21' },
  })
  await obey(one, ['config', 'set', 'date', '2026-11-21'])
  expect(one.printed()).toBe('date = 2026-11-21')
})

describe('an import', () => {
  const good = [
    '{"card":"deadlock","grade":3,"at":"2026-03-09T20:00:00+08:00","seconds":12}',
    '{"question":"线程和进程有什么区别？","grade":"again","at":1773057600000}',
    '',
    '{"question":"线程和进程有什么区别？","grade":"again","at":1773057600000}',
  ].join('\r\n')

  test('adds reviews of another tool, and nothing when it is done again', async () => {
    const one = fakeHost({ library, texts: { 'old.jsonl': `\ufeff${good}` } })
    await obey(one, ['import', 'old.jsonl'])
    await obey(one, ['import', 'old.jsonl'])
    await obey(one, ['log'])
    expect(one.printed()).toMatchInlineSnapshot(`
      "已导入 3 条评分。
      已导入 0 条评分，另有 3 条早已在这里。
      2026-03-09 20:00  良好  什么是死锁？
      2026-03-09 20:00  重来  线程和进程有什么区别？
      2026-03-09 20:00  重来  线程和进程有什么区别？"
    `)
    expect(one.journalText()).toContain('"tz":480')
  })

  test('of lines makes no notes, and says so before anything is taken', async () => {
    const one = fakeHost({ library, texts: { 'old.jsonl': good } })
    const words = ['import', 'old.jsonl', '--cards', '笔记']
    await expect(obey(one, words)).rejects.toMatchObject({ fault: { code: 'import-no-cards' } })
    expect(one.journalText()).toBe('')
  })

  test('takes no card for another that asks something like it', async () => {
    const near = '{"question":"死锁","grade":3,"at":1773057600000}'
    const one = fakeHost({ library, texts: { 'old.jsonl': near } })
    await expect(obey(one, ['import', 'old.jsonl'])).rejects.toThrow(Unreadable)
    expect(one.journalText()).toBe('')
  })

  test('names each line that is wrong, and takes the others', async () => {
    const bad = [
      'no json',
      '{"grade":3,"at":1}',
      '{"card":"deadlock","grade":5,"at":1}',
      '{"card":"deadlock","grade":3,"at":"yesterday"}',
      '{"card":"deadlock","grade":3,"at":"2030-01-01"}',
      '{"card":"deadlock","grade":3,"at":1,"seconds":-1}',
      '{"card":"nobody knows this","grade":3,"at":1}',
      '{"card":"deadlock","grade":"easy","at":1773057600000}',
    ].join('\n')
    const one = fakeHost({ library, look: englishLook, texts: { 'old.jsonl': bad } })
    await expect(obey(one, ['import', 'old.jsonl'])).rejects.toThrow(Unreadable)
    expect(one.printed()).toBe('1 review imported.')
    expect(one.warned()).toMatchInlineSnapshot(`
      "error: old.jsonl:1: no JSON object
      error: old.jsonl:2: neither “card” nor “question” is given
      error: old.jsonl:3: “grade” must be 1 to 4, or again, hard, good, easy
      error: old.jsonl:4: “at” must be a time such as 2026-03-09T20:00:00+08:00, or ms
        since 1970
      error: old.jsonl:5: “at” lies in the future
      error: old.jsonl:6: “seconds” must be a number from 0 to 86400
      error: old.jsonl:7: no card, or more than one, is meant by it; see viva search"
    `)
  })
})

test('of a hundred thousand lines that cannot be imported the first are named, the rest counted', async () => {
  const line = '{"card":"nobody","grade":3,"at":1}\n'
  const one = fakeHost({ library, texts: { 'old.jsonl': line.repeat(100_000) } })
  await expect(obey(one, ['import', 'old.jsonl'])).rejects.toThrow(Unreadable)
  const told = one.warned().split('\n')
  expect(told.length).toBeLessThan(50)
  expect(told.at(-1)).toBe('……还有 99980 条')
})

test('a grade given while the clock was ahead is taken back by its id', async () => {
  const ahead = fakeHost({ library, now: '2031-01-01T12:00:00Z' })
  await obey(ahead, ['rate', 'deadlock', 'easy', '--json'])
  const { review } = JSON.parse(ahead.printed())
  const now = fakeHost({ library, journal: ahead.journalText() })
  await obey(now, ['rate', 'deadlock', 'again'])
  await obey(now, ['undo', review.id])
  await obey(now, ['log', '--json'])
  expect(now.printed()).toContain('已撤回')
  expect(JSON.parse(now.printed().split('\n').at(-1) ?? '')).toMatchObject([{ grade: 'again' }])
  await expect(obey(now, ['undo', review.id])).rejects.toThrow('no-such-record')
})

test('a restore says what it added, a backup where it went', async () => {
  const keeper = {
    backup: (path: string | undefined) => path ?? '/home/backups/2026-11-22.viva.gz',
    keepDailyCopy: () => {},
    examine: async () => ({
      ...{ files: [], caches: 0, copies: [], ahead: [] },
      leftovers: { spent: [], texts: [] },
      remote: [],
    }),
    tidy: () => 0,
    clearCaches: () => 0,
    mend: () => [],
    setDamagedAside: () => [],
    restore: async () => ({
      ...{ records: 12, cards: 0, notes: 1, interviews: 0, settings: ['date'] },
      ...{
        beside: ['/home/notes/a.restored-2026-11-22.md'],
        damaged: 1,
        cutShort: false,
        failed: [],
      },
    }),
  }
  const one = fakeHost({ keeper })
  await obey(one, ['backup'])
  await expect(obey(one, ['restore', 'old.gz'])).rejects.toThrow(Unreadable)
  expect(`${one.printed()}\n${one.warned()}`).toMatchInlineSnapshot(`
    "已保存到 /home/backups/2026-11-22.viva.gz
    已添加：12 条记录 · 1 份备注 · 设置：date
    你的内容不同，保持不变；备份里的那份放在 /home/notes/a.restored-2026-11-22.md
    old.gz 有损坏；其中完好的部分已经用上。"
  `)
})
