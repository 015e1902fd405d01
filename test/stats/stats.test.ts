import { describe, expect, test } from 'vitest'
import { partingTopics } from '../../src/cards/topics.ts'
import { type Day, dayOf } from '../../src/schedule/day.ts'
import { folded, noSchedules } from '../../src/schedule/fold.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import type { Grade, Instant, Review } from '../../src/schedule/schedule.ts'
import { longestStreak } from '../../src/stats/days.ts'
import { statsOf } from '../../src/stats/stats.ts'
import { type Standings, tagFigures, topicTree } from '../../src/stats/topics.ts'
import { bestHours, calibrationOf } from '../../src/view/stats/parts.ts'
import { bareCard } from '../support/bare-card.ts'

const cards = [
  bareCard('三次握手', { topics: ['网络', 'TCP'], tags: ['常考'] }),
  bareCard('四次挥手', { topics: ['网络', 'TCP'] }),
  bareCard('HTTP/2', { topics: ['网络'], tags: ['常考', '协议'] }),
  bareCard('缓存穿透', { topics: ['缓存'] }),
]

let count = 0
function review(question: string, time: string, grade: Grade): Review {
  count += 1
  const at = Date.parse(`${time}+08:00`) as Instant
  const id = (question as (typeof cards)[number]['id']) ?? cards[0]?.id
  const head = { id: `run-${count}`, at, offset: 480, device: 'a', card: id }
  return { kind: 'review', ...head, grade, tookMs: 60_000, source: 'review' }
}

function standing(reviews: readonly Review[], date: string): Standings {
  const day = dayOf(date) ?? (0 as Day)
  const at = Date.parse(`${date}T20:00:00+08:00`) as Instant
  return { schedules: folded(noSchedules, reviews, defaultRules), rules: defaultRules, at, day }
}

const reviews = [
  review('三次握手', '2026-10-30T20:00:00', 'good'),
  review('四次挥手', '2026-10-31T20:00:00', 'again'),
  review('三次握手', '2026-11-02T08:00:00', 'good'),
  review('四次挥手', '2026-11-02T08:10:00', 'again'),
  review('HTTP/2', '2026-11-02T08:20:00', 'easy'),
]
const now = standing(reviews, '2026-11-03')

describe('the figures', () => {
  const stats = statsOf(cards, now, [], undefined)

  test('add up what was done', () => {
    expect(stats.totals).toMatchObject({ reviews: 5, days: 3, met: 3, telling: 2, recalled: 1 })
    expect(stats.totals.ms).toBe(300_000)
  })

  test('are by month, beside what was foreseen', () => {
    expect(stats.months.map(({ month, reviews: n }) => [month, n])).toEqual([
      ['2026-10', 2],
      ['2026-11', 3],
    ])
    expect(stats.months[1]?.foreseen).toBeGreaterThan(1)
  })

  test('have a year of weeks that begin on Mondays and end today', () => {
    // a Tuesday
    expect(stats.year).toHaveLength(52 * 7 + 2)
    expect(stats.year.slice(-3)).toEqual([0, 3, 0])
  })

  test('foretell what comes due, with what is overdue today', () => {
    expect(stats.forecast).toHaveLength(30)
    expect(stats.forecast.reduce((sum, due) => sum + due, 0)).toBe(3)
    expect(stats.forecast[0]).toBeGreaterThan(0)
  })

  test('tell stages, hours and time', () => {
    expect(stats.stages).toEqual({ new: 1, learning: 1, review: 2, relearning: 0, suspended: 0 })
    expect(stats.hours.filter((one) => one.reviews > 0).map(({ hour }) => hour)).toEqual([8, 20])
    expect(stats.times.slice(-2)).toEqual([180_000, 0])
    expect(stats.streak).toBe(1)
  })

  test('count from a day on where one is said', () => {
    const since = statsOf(cards, now, [], dayOf('2026-11-01'))
    expect(since.totals.reviews).toBe(3)
    expect(since.months).toHaveLength(1)
  })
})

test('the longest streak is of days in a row', () => {
  const { schedules } = now
  expect(longestStreak(schedules.days)).toBe(2)
  expect(longestStreak(new Map())).toBe(0)
})

test('a few reviews do not tell whether FSRS foresees well', () => {
  const stats = statsOf(cards, now, [], undefined)
  expect(calibrationOf(stats)).toBeUndefined()
  const totals = { ...stats.totals, telling: 400, recalled: 250, foreseen: 360 }
  expect(calibrationOf({ ...stats, totals })).toBe('worse')
  expect(calibrationOf({ ...stats, totals: { ...totals, recalled: 355 } })).toBe('fair')
  expect(calibrationOf({ ...stats, totals: { ...totals, recalled: 395 } })).toBe('better')
})

test('the best hours are three in a row, also over midnight', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    reviews: 10,
    telling: 10,
    recalled: [23, 0, 1].includes(hour) ? 10 : 5,
  }))
  expect(bestHours({ ...statsOf(cards, now, [], undefined), hours })).toMatchObject({ from: 23 })
})

describe('topics', () => {
  test('stand in the order of the notes, with those inside them below', () => {
    const rows = topicTree(cards, now).map(({ path, cards: all, fresh, weak }) => [
      path.join(' / '),
      all,
      fresh,
      weak,
    ])
    expect(rows).toEqual([
      ['网络', 3, 0, 1],
      ['网络 / TCP', 2, 0, 1],
      ['缓存', 1, 1, 0],
    ])
    expect(topicTree(cards, now).at(-1)?.recall).toBeUndefined()
  })

  test('of tags the most common comes first', () => {
    expect(tagFigures(cards, now).map(({ path, cards: all }) => [...path, all])).toEqual([
      ['常考', 2],
      ['协议', 1],
    ])
  })

  test('part where the cards of a library do', () => {
    const topicOf = partingTopics(cards.slice(0, 3))
    expect(cards.slice(0, 3).map(topicOf)).toEqual(['TCP', 'TCP', '网络'])
    expect(cards.map(partingTopics(cards))).toEqual(['网络', '网络', '网络', '缓存'])
    expect(partingTopics([])(bareCard('无题'))).toBe('')
  })
})
