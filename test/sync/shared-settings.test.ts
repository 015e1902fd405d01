import { describe, expect, test } from 'vitest'
import {
  settingsTaken,
  settingsText,
  settingsUnion,
  sharedIn,
  sharedOf,
} from '../../src/sync/shared-settings.ts'

const never = () => ({ met: [undefined], sent: [] })

describe('settings on two machines', () => {
  test('leave language, paths and what is a device’s own where they are', () => {
    const own = {
      language: 'zh',
      autosync: 'on',
      libraries: [{ path: '/home/a/笔记' }],
      retention: 0.9,
      presets: { 周末: { questions: 20 } },
    } as const
    expect([...sharedOf(own)]).toEqual([
      ['retention', '0.9'],
      ['presets.周末', '{"questions":20}'],
    ])
  })

  test('are joined one by one: each side keeps what the other did not touch', () => {
    const met = { new: '7', retention: '0.9' } as Readonly<Record<string, string>>
    const ours = sharedOf({ new: 12, retention: 0.9 })
    const theirs = sharedOf({ new: 7, retention: 0.85, seconds: 60 })
    const { take, give, disputed } = settingsUnion(ours, theirs, (name) => ({
      met: [met[name]],
      sent: [],
    }))
    expect([...take]).toEqual([
      ['retention', '0.85'],
      ['seconds', '60'],
    ])
    expect([...give]).toEqual([['new', '12']])
    expect(disputed).toEqual([])
  })

  test('that both set count as they are there, and that is told', () => {
    const { take, disputed } = settingsUnion(
      sharedOf({ seconds: 60 }),
      sharedOf({ seconds: 90 }),
      never,
    )
    expect([...take]).toEqual([['seconds', '90']])
    expect(disputed).toEqual([{ name: 'seconds', ours: '60', theirs: '90' }])
  })

  test('of a newer version stay in the file that this one writes', () => {
    const text = settingsText('{"将来":1,"seconds":60}', new Map([['seconds', '90']]))
    expect(JSON.parse(text)).toEqual({ 将来: 1, seconds: 90 })
  })

  test('that are none are passed over', () => {
    expect([...sharedIn('{"seconds":-4,"retention":"much","language":"en","new":3}')]).toEqual([
      ['new', '3'],
    ])
    expect([...sharedIn('[1')]).toEqual([])
  })

  test('change here key by key, presets by their names', () => {
    const own = { seconds: 60, presets: { 早: { questions: 5 } } }
    const take = new Map([
      ['seconds', undefined],
      ['presets.晚', '{"questions":9}'],
    ])
    expect(settingsTaken(own, take)).toEqual([
      ['seconds', undefined],
      ['presets', { 早: { questions: 5 }, 晚: { questions: 9 } }],
    ])
  })
})
