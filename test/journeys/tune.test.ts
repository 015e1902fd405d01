import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { UserError } from '../../src/errors.ts'
import { encode } from '../../src/journal/record.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import { zhDeck } from '../support/bank.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'
import { forgetful, reviewsOf } from '../support/person.ts'

const reviews = reviewsOf({ memory: forgetful, reviews: 1200, seed: '乙' })
const journal = reviews.map(encode).join('')
const defaults = defaultRules.parameters.join(', ')

function person(options: FakeOptions = {}): FakeHost {
  return fakeHost({
    library: { '并发.md': zhDeck },
    journal,
    interactive: false,
    fitParameters: async () => forgetful,
    ...options,
  })
}

async function said(host: FakeHost, ...words: readonly string[]): Promise<string> {
  const before = host.printed().length
  await obey(host, words)
  return host.printed().slice(before).trim()
}

function ops(host: FakeHost): readonly string[] {
  const lines = host.journalText().slice(journal.length).trim().split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line).op ?? 'review')
}

describe('viva config tune', () => {
  test('说明拟合的结果和现用的参数，并记入记录', async () => {
    const one = person()
    expect(await said(one, 'config', 'tune')).toMatchInlineSnapshot(`
      "已按 1200 次复习拟合：试拟合没看过最新的五分之一，它们的对数损失从 0.4211 降到
      0.4130。
      现在用的是 2026-11-22 拟合的参数。
      0.1, 0.5172, 0.9226, 3.3182, 6.4133, 0.8334, 3.0194, 0.001, 1.2722, 0.1666,
      0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
      0.1542
      想撤回：viva config tune --revert"
    `)
    expect(ops(one)).toEqual(['params'])
    expect(await said(one, 'config')).toContain('（2026-11-22 拟合）')
    expect(await said(one, 'config', 'get', 'parameters')).toBe(forgetful.join(', '))
  })

  test('works every schedule out anew', async () => {
    const one = person()
    const card = { id: '卡片-9' }
    const library = { '题.md': `## 第九个问题是什么？\n\n<!-- id: ${card.id} -->\n\n答。\n` }
    const state = async (host: FakeHost) =>
      JSON.parse(await said(host, 'list', '--state', '--json'))[0].schedule.stability
    const before = await state(person({ library }))
    await said(one, 'config', 'tune')
    expect(await state(person({ library, journal: one.journalText() }))).toBeLessThan(before)
  })

  test('says in English too why nothing was changed, with both figures', async () => {
    const one = person({ look: englishLook, fitParameters: async () => defaultRules.parameters })
    expect(await said(one, 'config', 'tune')).toMatchInlineSnapshot(`
      "Nothing was changed. Parameters fitted to the older of 1200 reviews do not
      predict the newest fifth well enough: log loss 0.4211 with those in use, 0.4211
      fitted; it has to fall by more than 0.002.
      In use are the defaults of FSRS-6.
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666,
      0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
      0.1542"
    `)
    expect(ops(one)).toEqual([])
  })

  test('还不够 1,000 次时说明差多少，也不去拟合', async () => {
    const few = reviews.slice(0, 400).map(encode).join('')
    const one = person({ journal: few, fitParameters: () => Promise.reject(new Error('called')) })
    expect(await said(one, 'config', 'tune', '--force')).toMatchInlineSnapshot(`
      "复习次数还不够拟合：需要 1000 次，现有 270 次。只算离上次复习隔了天的；突击的不
      算。
      现在用的是 FSRS-6 的默认参数。
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666,
      0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
      0.1542"
    `)
    const found = JSON.parse(await said(one, 'config', 'tune', '--json'))
    expect(found).toMatchObject({ tuned: false, why: 'too-few', needed: 1000, inUse: 'defaults' })
  })

  test('does not fit twice in a month, unless it is forced', async () => {
    const one = person({ look: englishLook })
    await said(one, 'config', 'tune')
    expect(await said(one, 'config', 'tune')).toMatchInlineSnapshot(`
      "Too soon: the last fit was on 2026-11-22, with 1200 reviews. The next may come
      from 2026-12-22 on, with at least 1560 (now 1200). --force fits all the same.
      In use is the fit of 2026-11-22.
      0.1, 0.5172, 0.9226, 3.3182, 6.4133, 0.8334, 3.0194, 0.001, 1.2722, 0.1666,
      0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
      0.1542"
    `)
    const forced = JSON.parse(await said(one, 'config', 'tune', '--force', '--json'))
    expect(forced).toMatchObject({ tuned: false, why: 'no-gain', inUse: 'fit' })
    expect(ops(one)).toEqual(['params'])
  })

  test('says that parameters set by hand win', async () => {
    const one = person({ look: englishLook, settings: { parameters: defaults } })
    expect(await said(one, 'config', 'tune')).toMatchInlineSnapshot(`
      "Fitted to 1200 reviews: on the newest fifth of them, which the trial had not
      seen, the log loss fell from 0.4211 to 0.4130.
      In use are the parameters of your settings, which win over any fit.
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666,
      0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
      0.1542
      viva config set parameters '' lets the fit hold.
      viva config tune --revert takes it back."
    `)
    expect(await said(one, 'config', 'get', 'parameters')).toBe(defaults)
    await said(one, 'config', 'set', 'parameters', '')
    expect(await said(one, 'config', 'get', 'parameters')).toBe(forgetful.join(', '))
  })

  test('gives one JSON document', async () => {
    const found = JSON.parse(await said(person(), 'config', 'tune', '--json'))
    expect(found).toMatchObject({ tuned: true, reviews: 1200, inUse: 'fit', fitted: forgetful })
    expect(found.before - found.after).toBeGreaterThan(0.002)
  })

  test('keeps nothing where the numbers are no parameters', async () => {
    const one = person({ fitParameters: async () => [1, 2, 3] })
    await expect(said(one, 'config', 'tune')).rejects.toThrow(UserError)
    expect(ops(one)).toEqual([])
  })
})

describe('viva config tune --revert', () => {
  test('一次撤回一个拟合，直到没有可撤的', async () => {
    const first = person()
    await said(first, 'config', 'tune')
    const one = person({
      journal: first.journalText(),
      now: '2026-12-24T20:00:00+08:00',
      fitParameters: async () => forgetful.with(8, 1.5),
      settings: { parameters: defaults },
    })
    await said(one, 'config', 'tune', '--force')
    await one.store.settings.write('parameters', undefined)
    expect(await said(one, 'config', 'tune', '--revert')).toMatchInlineSnapshot(`
      "已撤回 2026-12-24 的拟合（1200 次复习）。
      现在用的是 2026-11-22 拟合的参数。
      0.1, 0.5172, 0.9226, 3.3182, 6.4133, 0.8334, 3.0194, 0.001, 1.2722, 0.1666,
      0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
      0.1542"
    `)
    const second = JSON.parse(await said(one, 'config', 'tune', '--revert', '--json'))
    expect(second).toMatchObject({ reverted: { reviews: 1200 }, inUse: 'defaults' })
    expect(await said(one, 'config', 'tune', '--revert')).toMatchInlineSnapshot(`
      "没有可以撤回的拟合。
      现在用的是 FSRS-6 的默认参数。
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666,
      0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
      0.1542"
    `)
    expect(ops(one)).toEqual(['params', 'params', 'void', 'void'])
  })

  test('is the only thing that takes a fit back: undo takes the review before it', async () => {
    const one = person()
    await said(one, 'rate', 'deadlock', 'good')
    await said(one, 'config', 'tune')
    expect(await said(one, 'undo')).toContain('已撤回')
    expect(await said(one, 'config', 'get', 'parameters')).toBe(forgetful.join(', '))
    expect(ops(one)).toEqual(['review', 'params', 'void'])
  })
})
