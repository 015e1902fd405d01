import { expect, test } from 'vitest'
import { plainKeys, settingRows, settingsIn, wholeSettings } from '../../src/options/settings.ts'

test('settings are whole where a person chose nothing', () => {
  expect(wholeSettings({})).toEqual({
    questions: 10,
    mode: 'type',
    plan: 'on',
    minutes: 30,
    dayStart: '4:00',
    new: 10,
    reviews: 10_000,
    retention: 0.9,
    newlines: 'keep',
    learn: 'on',
    autosync: 'off',
    libraries: [],
    presets: {},
  })
  expect(wholeSettings({ new: 0, date: '2026-12-01' })).toMatchObject({ new: 0, questions: 10 })
})

test('what is usual is what a person may choose', () => {
  for (const key of plainKeys) {
    const { usual, kind } = settingRows[key]
    if (usual !== undefined) expect(kind.parse(String(usual))).toBe(usual)
  }
})

test('of a file what is sound is read, and the rest is named', () => {
  const raw = { new: 3, mode: '唱', libraries: '/notes', presets: { '-n': {} }, later: true }
  expect(settingsIn(raw)).toEqual({
    own: { new: 3 },
    broken: ['mode: 唱 (type | think)', 'libraries', 'presets: -n'],
  })
})
