import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Draft,
  draftOf,
  type Edit,
  edited,
  editOfKey,
  emptyDraft,
  insert,
  textOf,
} from '../../../src/screens/draft/draft.ts'
import { offsetAt, paragraph, rowAt, rowsOf } from '../../../src/screens/draft/rows.ts'
import { width } from '../../../src/text/text.ts'

const columns = 10

function moved(draft: Draft, ...edits: readonly Edit[]): Draft {
  return edits.reduce((now, edit) => edited(now, edit, columns), draft)
}

/** The text with a bar where the cursor stands. */
function shown(draft: Draft): string {
  return textOf(insert(draft, '|'))
}

describe('an edit', () => {
  test('左右移动一次走一个字，表情也是一个', () => {
    const draft = draftOf('锁👨‍👩‍👧é')
    expect(shown(moved(draft, 'left'))).toBe('锁👨‍👩‍👧|é')
    expect(shown(moved(draft, 'left', 'left'))).toBe('锁|👨‍👩‍👧é')
    expect(shown(moved(draft, 'left', 'left', 'right'))).toBe('锁👨‍👩‍👧|é')
  })

  test('goes over the ends of lines', () => {
    const draft = draftOf('一\n二')
    expect(shown(moved(draft, 'left', 'left'))).toBe('一|\n二')
    expect(shown(moved(draft, 'left', 'left', 'right'))).toBe('一\n|二')
  })

  test('删掉一个字、一个词、到行首、到行尾', () => {
    expect(shown(moved(draftOf('互斥锁'), 'delete-left'))).toBe('互斥|')
    expect(shown(moved(draftOf('用 mutex lock'), 'delete-word-left'))).toBe('用 mutex |')
    expect(shown(moved(draftOf('一行'), 'delete-to-start'))).toBe('|')
    expect(shown(moved(draftOf('一行'), 'row-start', 'delete-to-end'))).toBe('|')
    expect(shown(moved(draftOf('一\n二'), 'row-start', 'delete-left'))).toBe('一|二')
  })

  test('up and down keep to the cell, over wrapped rows and short lines', () => {
    const draft = draftOf('一二三四五六七八\nab\n甲乙丙丁')
    expect(shown(moved(draft, 'up'))).toBe('一二三四五六七八\nab|\n甲乙丙丁')
    expect(shown(moved(draft, 'up', 'up'))).toBe('一二三四五六七八|\nab\n甲乙丙丁')
    expect(shown(moved(draft, 'up', 'up', 'up'))).toBe('一二三四|五六七八\nab\n甲乙丙丁')
    expect(shown(moved(draft, 'up', 'down'))).toBe('一二三四五六七八\nab\n甲乙丙丁|')
  })

  test('is known by the keys of a shell', () => {
    expect(editOfKey('ctrl-w')).toBe('delete-word-left')
    expect(editOfKey('constructor')).toBeUndefined()
  })

  test('never loses or makes up text, and the cursor stays inside', () => {
    const moves = [
      ...(['left', 'right', 'word-left', 'word-right', 'row-start', 'row-end'] as const),
      ...(['text-start', 'text-end', 'up', 'down'] as const),
    ]
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.constantFrom(...moves)),
        (text, edits) => {
          const draft = moved(draftOf(text), ...edits)
          expect(textOf(draft)).toBe(text)
          expect(textOf(insert(draft, '锁')).replace('锁', '')).toHaveLength(text.length)
        },
      ),
    )
  })

  test('and its undoing by hand give the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const typed = insert(draftOf(text), '字')
        expect(textOf(edited(typed, 'delete-left', columns))).toBe(text)
      }),
    )
  })
})

describe('the rows of a paragraph', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('锁', 'a', ' ', '，', '（', 'lock ', '👍')).map((all) => all.join('')),
  )
  const oneLine = text.map((all) => all.replaceAll('\n', ''))

  test('follow each other without gaps and fit the columns, but for spaces at their ends', () => {
    fc.assert(
      fc.property(oneLine, fc.integer({ min: 2, max: 30 }), (line, most) => {
        const rows = rowsOf(paragraph(line), most, Number.POSITIVE_INFINITY)
        expect(rows.map(({ start, end }) => line.slice(start, end)).join('')).toBe(line)
        for (const { start, end } of rows) {
          expect(width(line.slice(start, end).trimEnd())).toBeLessThanOrEqual(most)
        }
      }),
    )
  })

  test('are the same after an edit as when worked out anew', () => {
    fc.assert(
      fc.property(oneLine, oneLine, fc.nat(), (before, added, place) => {
        const old = paragraph(before)
        rowsOf(old, columns, Number.POSITIVE_INFINITY)
        const at = place % (before.length + 1)
        const next = before.slice(0, at) + added + before.slice(at)
        const all = (one: ReturnType<typeof paragraph>) =>
          rowsOf(one, columns, Number.POSITIVE_INFINITY)
        expect(all(paragraph(next, old))).toEqual(all(paragraph(next)))
      }),
    )
  })

  test('a cell of a row and the offset that stands there are each other’s inverse', () => {
    const one = paragraph('一二三四五六七八')
    expect(rowAt(one, 6, columns)).toEqual({ row: 1, cell: 2 })
    expect(offsetAt(one, columns, 1, 2)).toBe(6)
    expect(offsetAt(one, columns, 0, 99)).toBe(4)
  })
})

test('an empty draft is one empty line', () => {
  expect(textOf(emptyDraft)).toBe('')
  expect(textOf(insert(emptyDraft, '一\n\n二'))).toBe('一\n\n二')
})
