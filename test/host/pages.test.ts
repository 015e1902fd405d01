import fc from 'fast-check'
import initSqlJs, { type Database } from 'sql.js'
import { describe, expect, test } from 'vitest'
import { numbersInPages } from '../../src/host/foreign/pages.ts'

const sql = await initSqlJs()

/** A database with one table, of which all whole numbers are wanted. */
function tableOf(
  fill: (database: Database) => void,
  columns = 'id INTEGER PRIMARY KEY, a, b INTEGER',
) {
  const database = new sql.Database()
  database.run(`PRAGMA page_size=512; CREATE TABLE before (x); CREATE TABLE log (${columns})`)
  fill(database)
  const root = Number(
    database.exec("SELECT rootpage FROM sqlite_master WHERE name='log'")[0]?.values[0]?.[0],
  )
  const found = database.exec('SELECT id, b FROM log ORDER BY rowid')[0]?.values ?? []
  return { bytes: database.export(), place: { root, columns: [0, 2], key: 0 }, found }
}

const whole = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -300, max: 300 }),
  fc.constantFrom(0, 1),
)

describe('numbers in the pages of a database', () => {
  test('are those that SQLite says, over many pages, with holes and texts between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(whole, whole, fc.string({ maxLength: 9 })), { maxLength: 60 }),
        (rows) => {
          const { bytes, place, found } = tableOf((database) => {
            for (const [id, b, a] of rows)
              database.run('INSERT OR REPLACE INTO log VALUES (?,?,?)', [Math.abs(id), a, b])
            database.run('DELETE FROM log WHERE id % 7 = 3')
          })
          const [ids = [], seconds = []] = numbersInPages(bytes, place) ?? []
          expect(Array.from(ids, (id, i) => [id, seconds[i]])).toEqual(found)
        },
      ),
      { numRuns: 12 },
    )
  })

  test.each([
    ['a fraction', 'INSERT INTO log VALUES (1, 2, 2.5)'],
    ['a text', "INSERT INTO log VALUES (1, 2, '三')"],
    ['nothing', 'INSERT INTO log VALUES (1, 2, NULL)'],
    ['beyond a safe number', 'INSERT INTO log VALUES (1, 2, 9007199254740993)'],
    ['on another page', 'INSERT INTO log VALUES (1, zeroblob(9000), 3)'],
    ['added since', 'INSERT INTO log(id, a, b) VALUES (-5, 1, 2)'],
  ])('are left to SQLite where one is %s', (_, insert) => {
    const { bytes, place } = tableOf((database) => void database.run(insert))
    expect(numbersInPages(bytes, place)).toBeUndefined()
  })

  test('are none of a page that is not there, or leads back', () => {
    const { bytes, place } = tableOf((database) => {
      for (let i = 0; i < 400; i += 1) database.run('INSERT INTO log VALUES (?, ?, ?)', [i, i, i])
    })
    expect(numbersInPages(bytes, place)?.[0]?.length).toBe(400)
    expect(numbersInPages(bytes, { ...place, root: 99_999 })).toBeUndefined()
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const spoilt = Uint8Array.from(bytes)
        spoilt[at] = byte
        // whatever it comes to, it ends, and reads nothing outside
        numbersInPages(spoilt, place)
      }),
      { numRuns: 300 },
    )
  })
})
