import { type DatabaseCell, numberIn, type Tables } from '../../foreign/tables.ts'
import { type Database, sqlite } from '../sqlite.ts'
import { numbersInPages, type TablePlace } from './pages.ts'
import { TooLarge } from './too-large.ts'

const head = 'SQLite format 3\0'
/** What reading a spoilt file may take, in bytes. */
const mostMemory = 768 << 20
/**
 * Anki orders names by a rule that only Anki has, and then SQLite refuses even to read a table whole;
 * so the copy in memory forgets the rule.
 */
const readable = `PRAGMA hard_heap_limit=${mostMemory}; PRAGMA trusted_schema=OFF;
  PRAGMA writable_schema=ON;
  UPDATE sqlite_master SET sql = replace(sql, 'COLLATE unicase', '') WHERE sql LIKE '%COLLATE unicase%';
  PRAGMA writable_schema=RESET; PRAGMA query_only=ON`
/** Of a table no more rows are read: twenty years with a thousand reviews a day. */
const mostRows = 8_000_000

export function isDatabase(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', 0, 16) === head
  )
}

/**
 * The tables of a SQLite database. Only what is a table on disk is read: a view could be any program.
 * `failed` makes a fault of what SQLite says of spoilt bytes, and of rows that never end.
 */
export async function tablesIn(
  bytes: Uint8Array,
  failed: (error: unknown) => Error,
): Promise<Tables> {
  const { Database } = await sqlite()
  const database = new Database(withoutLog(bytes))
  try {
    database.run(readable)
  } catch (error) {
    throw failed(error)
  }
  const names = namesIn(database, failed)
  const columns = (table: string) => {
    if (!names.has(table)) return []
    const [found] = database.exec(`PRAGMA table_info(${quoted(table)})`)
    return found?.values.map((row) => String(row[1])) ?? []
  }
  const rows: Tables['rows'] = (table, wanted) => {
    const there = new Set(columns(table).map((name) => name.toLowerCase()))
    if (there.size === 0) return []
    const list = wanted.map((name) => (there.has(name.toLowerCase()) ? quoted(name) : 'NULL'))
    return rowsOf(database, `SELECT ${list.join(', ')} FROM ${quoted(table)}`, failed)
  }
  return {
    columns,
    rows,
    numbers: (table, wanted) => {
      const place = names.has(table) ? placeOf(database, table, wanted) : undefined
      const found = place === undefined ? undefined : numbersInPages(bytes, place)
      return found ?? inColumns(rows(table, wanted), wanted.length)
    },
  }
}

/** Where a table stands; undefined where it lacks one of these columns. */
function placeOf(
  database: Database,
  table: string,
  wanted: readonly string[],
): TablePlace | undefined {
  const [found] = database.exec('SELECT rootpage FROM sqlite_master WHERE name = ?', [table])
  const root = found?.values[0]?.[0]
  const infos = database.exec(`PRAGMA table_info(${quoted(table)})`)[0]?.values ?? []
  const names = infos.map((info) => String(info[1]).toLowerCase())
  const columns = wanted.map((name) => names.indexOf(name.toLowerCase()))
  if (typeof root !== 'number' || columns.includes(-1)) return undefined
  return { root, columns, key: infos.findIndex(([, , , , , isKey]) => isKey === 1) }
}

function inColumns(
  rows: Iterable<readonly DatabaseCell[]>,
  width: number,
): readonly Float64Array[] {
  const columns = Array.from({ length: width }, (): number[] => [])
  for (const row of rows) {
    for (const [i, column] of columns.entries()) column.push(numberIn(row[i]))
  }
  return columns.map((column) => Float64Array.from(column))
}

function namesIn(database: Database, failed: (error: unknown) => Error): ReadonlySet<string> {
  const tables = `SELECT name FROM sqlite_master
    WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`
  return new Set(Array.from(rowsOf(database, tables, failed), ([name]) => String(name)))
}

function* rowsOf(
  database: Database,
  sql: string,
  failed: (error: unknown) => Error,
): Iterable<readonly DatabaseCell[]> {
  try {
    const statement = database.prepare(sql)
    for (let count = 0; statement.step(); count += 1) {
      if (count === mostRows) throw new TooLarge()
      yield statement.get() as readonly DatabaseCell[]
    }
    statement.free()
  } catch (error) {
    throw failed(error)
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A file that is written through a log beside it says so in its head, and then wants one. */
function withoutLog(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes)
  if (copy[18] === 2) copy.fill(1, 18, 20)
  return copy
}
