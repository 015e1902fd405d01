import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { statsBooklet } from '../../src/export/charts/stats.ts'
import { barsSvg, columnsSvg, coursesSvg, squaresSvg } from '../../src/export/charts/svg.ts'
import { cleanSvg } from '../../src/export/svg.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { type Day, dayOf } from '../../src/schedule/day.ts'
import { folded, noSchedules } from '../../src/schedule/fold.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import type { Instant, Review } from '../../src/schedule/schedule.ts'
import { statsOf } from '../../src/stats/stats.ts'
import { bareCard } from '../support/bare-card.ts'

const charts = {
  columns: columnsSvg([0, 3, 9], String, (i) => (i === 0 ? '今天' : undefined)),
  bars: barsSvg([{ name: '网络 <&>', share: 0.5, said: '50%', mark: 0.7 }]),
  squares: squaresSvg([0, 1, 5, 9, 0, 0, 2, 20], (i) => (i === 0 ? '11月' : undefined), ['周一']),
  courses: coursesSvg([{ name: '要点', values: [0.2, 0.8] }]),
}

test.each(Object.entries(charts))('a chart of %s is a drawing that a document takes', (_, svg) => {
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 720 \d+"/)
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  expect(cleanSvg(svg, 'Sans', (text) => text)).toContain('<svg')
})

test('a column is as high as its value, and nothing is drawn for nothing', () => {
  const heights = Array.from(charts.columns.matchAll(/<rect [^>]*height="([\d.]+)"/g), ([, high]) =>
    Number(high),
  )
  expect(heights).toEqual([53.3, 160])
})

test('names are text, whatever they hold', () => {
  expect(charts.bars).toContain('网络 &lt;&amp;&gt;')
})

test('a document of the figures has a chart in each part that has one, and all in words', () => {
  const day = dayOf('2026-11-03') ?? (0 as Day)
  const at = Date.parse('2026-11-03T20:00:00+08:00') as Instant
  const review: Review = {
    kind: 'review',
    id: 'run-1',
    at,
    offset: 480,
    device: 'a',
    card: 'TCP' as CardId,
    grade: 'good',
    tookMs: 60_000,
    source: 'review',
  }
  const schedules = folded(noSchedules, [review], defaultRules)
  const now = { schedules, rules: defaultRules, at, day }
  const stats = statsOf([bareCard('TCP')], now, [], undefined)
  const { entries, report } = statsBooklet(stats, { say: zh, language: 'zh', at })
  const texts = entries.map(({ card }) =>
    card.answer.kind === 'written' ? card.answer.markdown : '',
  )
  expect(entries.map(({ card }) => card.question)).toContain('每天复习多少')
  expect(texts.filter((text) => text.includes('data:image/svg+xml;base64,'))).toHaveLength(5)
  expect(texts.every((text) => text.includes('\n- '))).toBe(true)
  expect(report?.isOpen).toBe(true)
})
