import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { ankiCollection } from '../../src/foreign/anki/collection.ts'
import { oddCounter } from '../../src/foreign/foreign.ts'
import { knownHere } from '../../src/foreign/known.ts'
import { foreignRecords } from '../../src/foreign/records.ts'
import type { DatabaseCell, Tables } from '../../src/foreign/tables.ts'
import { encode } from '../../src/journal/record.ts'
import type { HistoryRecord } from '../../src/journal/writing.ts'
import type { Instant } from '../../src/schedule/schedule.ts'

type Row = Readonly<Record<string, DatabaseCell>>

function tablesOf(all: Readonly<Record<string, readonly Row[]>>): Tables {
  const rows: Tables['rows'] = (table, columns) =>
    (all[table] ?? []).map((row) => columns.map((column) => row[column] ?? null))
  return {
    columns: (table) => Object.keys(all[table]?.[0] ?? {}),
    rows,
    numbers: (table, columns) =>
      columns.map((column) => Float64Array.from(all[table] ?? [], (row) => Number(row[column]))),
  }
}

const notes = ['锁', '事务', '索引'].map((flds, i) => {
  return { id: i, guid: `g${i}`, mid: 1, tags: '', flds }
})
// the first is suspended, the second buried
const cards = notes.map(({ id }) => {
  return { id, nid: id, did: 1, ord: 0, type: 0, queue: [-1, -3, 0][id] ?? 0, mod: 1_700_000_000 }
})
const revlog = [{ id: 1_600_000_000_000, cid: 0, ease: 3, factor: 2500, time: 900, type: 1 }]
const collection = () => ankiCollection(tablesOf({ col: [{ crt: 0 }], notes, cards, revlog }))

/** The records of one import, after those that are here, as lines without their checksums. */
function imported(here: readonly HistoryRecord[]) {
  const known = knownHere()
  for (const one of here)
    known.add({ ...one, id: 'run' in one ? `${one.run}-${one.count}` : one.id } as never)
  const foreign = collection()
  const { odd, add } = oddCounter()
  const means = {
    program: 'anki',
    now: 1_800_000_000_000 as Instant,
    offsetAt: () => 480,
    known,
    add,
  } as const
  const matches = foreign.cards.map((card, i) => ({ card, id: `card-${i}` as CardId }))
  const records = foreignRecords(matches, means)
  const given: HistoryRecord[] = []
  records.give((record) => void given.push(record))
  return { given, odd: [...odd], buried: foreign.odd.get('buried'), known: records.known }
}

test('a card that is suspended in Anki is suspended here, once; one that is buried is counted', () => {
  const { given, odd, buried } = imported([])
  expect(given).toMatchObject([
    { kind: 'review', at: 1_600_000_000_000, card: 'card-0' },
    { kind: 'suspend', at: 1_700_000_000_000, card: 'card-0' },
  ])
  expect([odd, buried]).toEqual([[['suspended', 1]], 1])
  expect(given.map((one) => ('run' in one ? '' : encode(one)))[1]).toContain('"op":"suspend"')
  expect(imported(given)).toMatchObject({ given: [], known: 2 })
})
