import { expect, test } from 'vitest'
import { IdTable } from '../../../src/schedule/tables/id-table.ts'

const ids = Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? `死锁-${i}` : `card-${i}`))

test('ids are numbered as they come, and found by their bytes wherever these stand', () => {
  const table = new IdTable()
  expect(ids.map((id) => table.add(Buffer.from(id)))).toEqual(ids.map((_, i) => i))
  const bytes = Buffer.from(`{"c":"${ids[7]}"}`)
  expect(table.add(bytes, 6, bytes.length - 2)).toBe(7)
  expect(table.find(Buffer.from('活锁'))).toBe(-1)
  expect([table.size, table.at(0), table.at(299)]).toEqual([300, '死锁-0', 'card-299'])
})

test('a table goes on from what was kept of it', () => {
  const before = new IdTable()
  for (const id of ids) before.add(Buffer.from(id))
  const { ids: bytes, ends, slots } = before.parts()
  const after = new IdTable({ ids: bytes.slice(), ends: ends.slice(), slots: slots.slice() })
  expect(after.add(Buffer.from('活锁'))).toBe(300)
  expect(after.find(Buffer.from('card-33'))).toBe(33)
  expect([after.at(300), before.size]).toEqual(['活锁', 300])
})
