import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { width } from '../../src/text/text.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook, plainLook } from '../support/look.ts'

const library = { 'a.md': zhDeck, 'b.md': enDeck }

/** A person who has graded the cards of the decks on two days. */
async function graded(): Promise<string> {
  let journal = ''
  const days = [
    ['2026-11-20T20:00:00+08:00', 'deadlock', 'again'],
    ['2026-11-20T20:05:00+08:00', 'thread-process', 'good'],
    ['2026-11-23T21:00:00+08:00', 'deadlock', 'good'],
    ['2026-11-23T21:05:00+08:00', 'thread-process', 'good'],
  ] as const
  for (const [now, card, grade] of days) {
    const one = fakeHost({ library, journal, now })
    await obey(one, ['rate', card, grade, '--seconds', '40'])
    journal = one.journalText()
  }
  return journal
}

const journal = await graded()

function host(options: FakeOptions = {}): FakeHost {
  return fakeHost({ library, journal, now: '2026-11-24T20:00:00+08:00', ...options })
}

async function say(one: FakeHost, ...words: readonly string[]): Promise<string> {
  await obey(one, words)
  return one.printed()
}

describe('stats', () => {
  test('是画出来的：每天的方格、每月记住多少、到期、状态、钟点', async () => {
    const said = await say(host(), 'stats')
    expect(said).toContain('复习 4 次，共 2 天，用时 3 分钟 · 连续 1 天（最长 1 天）')
    for (const part of ['每天复习多少', '每月记住多少', '今后 30 天', '卡片的状态', '各个钟点']) {
      expect(said).toContain(part)
    }
    expect(said).toMatch(/2026-11 █+┃?█* 100% {2}预计 \d+% · 2/)
  })

  test('is told in words with --plain and where another program reads', async () => {
    const spoken = await say(host({ look: { ...englishLook, plain: true } }), 'stats')
    const piped = await say(host({ look: englishLook, interactive: false }), 'stats')
    for (const said of [spoken, piped]) {
      expect(said).toContain('2026-11: 100% of 2, foreseen')
      expect(said).toContain('21:00 2 reviews, recall 100%')
      expect(said).not.toMatch(/[█░┤▁]/)
    }
  })

  test('is never wider than the terminal, in either language', async () => {
    for (const columns of [20, 40, 61, 130]) {
      for (const look of [plainLook, englishLook]) {
        const said = await say(host({ look: { ...look, columns } }), 'stats')
        expect(Math.max(...said.split('\n').map(width))).toBeLessThanOrEqual(columns)
      }
    }
  })

  test('is JSON, with the same figures', async () => {
    const stats = JSON.parse(await say(host(), 'stats', '--json'))
    expect(stats).toMatchObject({
      today: '2026-11-24',
      reviews: 4,
      activeDays: 2,
      usedMs: 160_000,
      new: 2,
      telling: 2,
      recall: 1,
      streak: 1,
      days: [
        { date: '2026-11-20', reviews: 2 },
        { date: '2026-11-23', reviews: 2 },
      ],
      stages: { new: 2, review: 2 },
    })
    expect(stats.forecast).toHaveLength(30)
  })

  test('is of some cards, or from a day on', async () => {
    const since = await say(host(), 'stats', '--since', '2026年11月21日', '--json')
    expect(JSON.parse(since)).toMatchObject({ since: '2026-11-21', reviews: 2 })
    const other = await say(host(), 'stats', '--topic', '并发', '--json')
    expect(JSON.parse(other)).toMatchObject({ reviews: 4, interviews: [] })
    expect(await say(host(), 'stats', '--since', '2026-11-24')).toContain('以来没有复习过')
  })

  test('says where to begin where nothing was done', async () => {
    expect(await say(host({ journal: '' }), 'stats')).toContain('还没有复习过')
    expect(JSON.parse(await say(host({ journal: '' }), 'stats', '--json'))).toMatchObject({
      reviews: 0,
    })
  })
})

describe('topics', () => {
  test('是一张表，主题之后是标签', async () => {
    expect(await say(host(), 'topics')).toMatchInlineSnapshot(`
      "主题      卡片  新卡  到期  薄弱  把握
      并发         2     0     0     0   97%  ████████████████
      Networks     2     2     0     0     -

      标签  卡片  新卡  到期  薄弱  把握
      os       1     0     0     0   96%  ███████████████░
      lock     1     0     0     0   96%  ███████████████░"
    `)
  })

  test('take lines of their own where a table has no room', async () => {
    const said = await say(host({ look: { ...englishLook, columns: 24 } }), 'topics')
    expect(Math.max(...said.split('\n').map(width))).toBeLessThanOrEqual(24)
    expect(said).toContain('2 cards')
  })

  test('are records for other programs, and JSON', async () => {
    const records = await say(host({ interactive: false }), 'topics')
    expect(records.split('\n')[0]).toMatch(/^topic\t并发\t2\t0\t\d\t\d\t0\.\d{3}$/)
    const { topics, tags } = JSON.parse(await say(host(), 'topics', '--json'))
    expect(topics[0]).toMatchObject({ path: ['并发'], cards: 2, new: 0 })
    expect(tags.map(({ tag }: { tag: string }) => tag)).toContain('os')
  })
})

describe('plan', () => {
  const settings = { date: '2026-12-04' }

  test('tells each day, what it gives, and what other times would give', async () => {
    const said = await say(host({ settings }), 'plan')
    expect(said).toContain('离 2026-12-04 的面试还有 10 天 · 每天 30 分钟')
    expect(said).toMatch(/\n今天 +\d+ +\d+ +\d+ {2}/)
    expect(said).toContain('按这个计划')
    expect(said).toContain('viva plan --days 10')
    expect(said).toContain('计划的时间')
    expect(said).toContain('到那天为止，viva review 都按这个计划来。')
  })

  test('is never wider than the terminal, and in words where nothing is drawn', async () => {
    for (const columns of [20, 40, 90]) {
      for (const look of [plainLook, englishLook, { ...englishLook, plain: true }]) {
        const said = await say(host({ settings, look: { ...look, columns } }), 'plan')
        expect(Math.max(...said.split('\n').map(width))).toBeLessThanOrEqual(columns)
      }
    }
    const look = { ...englishLook, plain: true }
    expect(await say(host({ settings, look }), 'plan')).toMatch(/2026-11-24: \d reviews?, \d new/)
  })

  test('is JSON with all its days', async () => {
    const words = ['plan', '--date', '2026-11-30', '--minutes', '10', '--json']
    const plan = JSON.parse(await say(host(), ...words))
    expect(plan).toMatchObject({ date: '2026-11-30', daysLeft: 6, minutes: 10, cards: 3 })
    expect(plan.days).toHaveLength(6)
    expect(plan.known.planned).toBeGreaterThanOrEqual(plan.known.nothing)
  })

  test('wants a day that is still to come, and says how it is set', async () => {
    await expect(say(host(), 'plan')).rejects.toMatchObject({ fault: { code: 'plan-no-date' } })
    const past = host({ settings: { date: '2026-11-23' } })
    await expect(say(past, 'plan')).rejects.toMatchObject({
      fault: { code: 'plan-date-past', date: '2026-11-23' },
    })
    const far = host({ settings: { date: '9999-12-31' } })
    await expect(say(far, 'plan')).rejects.toMatchObject({ fault: { code: 'plan-date-far' } })
    const today = host({ settings: { date: '2026-11-24' } })
    expect(await say(today, 'plan')).toContain('今天就是面试')
  })

  test('is what a review follows, which says so, until the day', async () => {
    const replies = [{ type: 'q' }]
    const review = (own: object, ...words: readonly string[]) =>
      say(host({ replies, settings: own }), 'review', ...words)
    const said = await review(settings)
    expect(said).toContain('按计划来：离 2026-12-04 的面试还有 10 天')
    const off = await review({ ...settings, plan: 'off' })
    expect(off).not.toContain('按计划来')
    const after = await review({ date: '2026-11-20' })
    expect(after).not.toContain('按计划来')
    const own = await review(settings, '--new', '1')
    expect(own).not.toContain('按计划来')
  })

  test('is done when its minutes are used', async () => {
    const used = host({ settings: { ...settings, minutes: 1 } })
    await obey(used, ['rate', 'deadlock', 'good', '--seconds', '80'])
    const next = fakeHost({
      library,
      journal: used.journalText(),
      now: '2026-11-24T21:00:00+08:00',
      settings: { ...settings, minutes: 1 },
    })
    expect(await say(next, 'review')).toContain('今天计划的 1 分钟用完了')
  })
})

describe('what is written and read', () => {
  test('a page of the figures has its parts unfolded, each in words too', async () => {
    const one = host()
    expect(await say(one, 'stats', '--save', 'stats.html')).toContain('/here/stats.html')
    const page = new TextDecoder().decode(one.exported.get('/here/stats.html'))
    expect(page).toContain('<details class="answers" open>')
    expect(page).toContain('2026-11')
    await expect(say(host(), 'stats', '--save', 'stats.txt')).rejects.toMatchObject({
      fault: { code: 'stats-format', path: 'stats.txt' },
    })
  })

  test('an advert weighs topics by what the notes say of it', async () => {
    const texts = { 'jd.txt': '要求：\n- 熟悉死锁、线程和进程' }
    const one = host({ texts, settings: { date: '2026-12-04' } })
    const plan = JSON.parse(await say(one, 'plan', '--topics', 'jd.txt', '--json'))
    expect(plan.weights[0]).toEqual({ topic: '并发', weight: 2 })
    const none = host({ texts: { 'jd.txt': '免费午餐' }, settings: { date: '2026-12-04' } })
    expect(await say(none, 'plan', '--topics', 'jd.txt')).toContain('各主题一样重')
  })
})
