import { describe, expect, test } from 'vitest'
import { presetRows } from '../../src/options/interview.ts'
import { narrowingOf, presetsIn, typed, withoutRivals } from '../../src/options/presets.ts'

describe('a preset', () => {
  test('is typed first on what and then how', () => {
    const preset = {
      questions: 5,
      followUps: false,
      library: ['/notes'],
      topic: ['缓存', 'a b'],
      weak: true,
    }
    expect(typed(preset)).toBe(
      "--topic 缓存 --topic 'a b' --weak -n 5 --no-follow-ups --library /notes",
    )
  })

  test('with a value that its option cannot have is none', () => {
    const odd = { 前端: { level: ['boss'] }, 后端: { level: ['senior'] }, n: { minutes: '5' } }
    expect(presetsIn(odd)).toEqual({
      presets: { 后端: { level: ['senior'] } },
      broken: ['presets: 前端', 'presets: n'],
    })
  })

  test('leaves named cards and a narrowing no room beside each other', () => {
    const kept = { card: ['死锁'], soft: true }
    expect(withoutRivals(kept, { weak: true })).toEqual({ soft: true })
    expect(withoutRivals({ topic: ['缓存'], soft: true }, { card: ['死锁'] })).toEqual({
      soft: true,
    })
    expect(withoutRivals(kept, { library: ['/notes'], exam: true })).toEqual(kept)
  })

  test('is narrowed by all that chooses among cards, but not by libraries', () => {
    const all = Object.fromEntries(Object.keys(presetRows).map((name) => [name, 1]))
    expect(Object.keys(narrowingOf(all)).sort()).toEqual(
      ['card', 'topic', 'tag', 'level', 'from', 'weak', 'due'].sort(),
    )
  })
})
