import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cardLanguages } from '../../src/cards/card.ts'
import { messagesFor, readBy, tongueNamed, tongueOf, tongues } from '../../src/i18n/messages.ts'

test.each(tongues)(
  'the tongue %s has words of its own, and reads cards that there are',
  async (tongue) => {
    const words = await Promise.all(tongues.map(async (one) => (await messagesFor(one)).log.none))
    expect(new Set(words).size).toBe(tongues.length)
    expect(cardLanguages).toContain(readBy(tongue))
  },
)

test('a system in Chinese of any country is spoken to in Chinese, one that we cannot speak to in English', () => {
  expect(['zh-CN', 'zh-Hant-TW', 'zh', 'en-GB', 'ja-JP', 'C'].map(tongueOf)).toEqual([
    'zh',
    'zh',
    'zh',
    'en',
    'en',
    'en',
  ])
})

test('a tongue is named exactly, or it is none', () => {
  expect(['zh', 'en', 'ja', 'ZH', undefined].map(tongueNamed)).toEqual([
    'zh',
    'en',
    undefined,
    undefined,
    undefined,
  ])
})

test('what cards are made of knows nothing of what the program speaks', () => {
  const room = join(import.meta.dirname, '../../src/cards')
  const names = readdirSync(room, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => name.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(20)
  const knowing = files.filter((name) =>
    /tongue|i18n/i.test(readFileSync(join(room, name), 'utf8')),
  )
  expect(knowing).toEqual([])
})
