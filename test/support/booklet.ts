import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import type { Booklet, BookletEntry } from '../../src/export/booklet.ts'
import { byTopic } from '../../src/export/compose.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { keyPointsOf } from '../../src/points/derive.ts'
import type { Instant } from '../../src/schedule/schedule.ts'

/** The cards of a note, as a booklet by topic. */
export function bookletOf(text: string, more: Partial<Booklet> = {}): Booklet {
  return bookletOfCards(parse({ library: 'notes', file: 'a.md', text }).deck.cards, more)
}

export function bookletOfCards(cards: readonly Card[], more: Partial<Booklet> = {}): Booklet {
  const entries = byTopic(cards, zh).map(
    (placed): BookletEntry => ({
      ...placed,
      keyPoints: keyPointsOf(placed.card).map((point) => point.text),
      missed: [],
      note: undefined,
      asked: undefined,
    }),
  )
  return {
    title: '面试题',
    language: 'zh',
    date: '2026-11-22',
    at: Date.parse('2026-11-22T20:00:00+08:00') as Instant,
    told: [],
    entries,
    ...more,
  }
}
