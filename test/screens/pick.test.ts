import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { en } from '../../src/i18n/en/en.ts'
import { pickScreen } from '../../src/screens/pick.ts'
import type { Hit } from '../../src/search/engine.ts'
import { width } from '../../src/text/text.ts'
import { plainLook } from '../support/look.ts'

const text = Array.from(
  { length: 10 },
  (_, i) => `## 第 ${i + 1} 种分布式锁怎么实现，和 Redis 的锁有什么区别？\n\n用 SET NX。\n`,
).join('\n')
const hits = parse({ library: 'notes', file: '锁.md', text }).deck.cards.map(
  (card): Hit => ({
    card,
    score: 1,
    coverage: 1,
    snippet: `${'先说用途，再说 SET NX PX 和 Lua 释放。'.repeat(3)}`,
    matches: [{ field: 'question', start: 6, end: 9 }],
    terms: ['锁'],
  }),
)
const key = (name: string) => ({ kind: 'key', name, columns: 80, at: 0 }) as const

describe.each([
  [80, 24],
  [40, 20],
])('the hits of a search at %i by %i', (columns, rows) => {
  const looks = [plainLook, { ...plainLook, say: en }].map((look) => ({ ...look, columns, rows }))
  const screen = pickScreen({ at: 0, reading: false }, hits, [])

  test.each(looks)(
    'fit on the screen whichever is chosen, and the chosen one is marked',
    (look) => {
      for (const at of hits.keys()) {
        const frame = screen.draw({ at, reading: false }, look).rows
        expect(frame.length).toBeLessThan(rows)
        expect(frame.every((row) => width(row) < columns)).toBe(true)
        expect(frame.filter((row) => row.startsWith('> '))).toEqual([
          expect.stringMatching(new RegExp(`^> ${at + 1}\\. 第 ${at + 1} 种`)),
        ])
      }
      expect(screen.draw({ at: 1, reading: false }, look).rows[0]).toMatch(/^ {2}1\. 第 1 种/)
    },
  )

  test.each(looks)(
    'make room for the card that was just read, until a key brings them back',
    (look) => {
      const reading = { at: 2, reading: true }
      expect(screen.draw(reading, look).rows.length).toBeLessThan(5)
      const back = screen.hear(reading, key('enter'))
      expect(back).toEqual({ kind: 'on', state: { at: 2, reading: false } })
      expect(screen.hear(reading, key('down'))).toMatchObject({ state: { at: 3, reading: false } })
    },
  )
})
