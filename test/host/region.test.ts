import { describe, expect, test } from 'vitest'
import { erased, nothingDrawn, redraw } from '../../src/host/terminal/region.ts'

const first = redraw(nothingDrawn, { rows: ['一', '二', '三'], cursor: { row: 1, column: 4 } })

describe('a live region', () => {
  test('is drawn row by row, the cursor where it belongs', () => {
    expect(first.bytes).toBe(
      '\x1b[?2026h\r一\x1b[K\n\r二\x1b[K\n\r三\x1b[K\x1b[A\r\x1b[4C\x1b[?2026l',
    )
  })

  test('is written again only where it changed', () => {
    const next = redraw(first.drawn, { rows: ['1', '二', '三'], cursor: { row: 1, column: 4 } })
    expect(next.bytes).toBe('\x1b[?2026h\x1b[A\r1\x1b[K\x1b[B\r\x1b[4C\x1b[?2026l')
  })

  test('that shrinks leaves nothing behind', () => {
    const next = redraw(first.drawn, { rows: ['一'] })
    expect(next.bytes).toBe('\x1b[?2026h\r\x1b[J\x1b[A\r\x1b[?25l\x1b[?2026l')
    expect(next.drawn).toEqual({ rows: ['一'], row: 0, shown: false })
  })

  test('is taken away whole, and the cursor is shown again', () => {
    expect(erased(first.drawn)).toBe('\x1b[?2026h\x1b[A\r\x1b[J\x1b[?25h\x1b[?2026l')
  })
})
