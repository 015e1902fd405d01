import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { afterAll, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { foreignIn } from '../../src/foreign/read.ts'
import { openForeign } from '../../src/host/foreign/open.ts'
import { TooLarge } from '../../src/host/foreign/too-large.ts'
import { writeNew } from '../../src/host/foreign/write-new.ts'
import { zipIn } from '../../src/host/foreign/zip.ts'
import { unpacker } from '../../src/host/foreign/zstd.ts'

const folder = mkdtempSync(join(tmpdir(), 'viva-foreign-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { Database } = await initSqlJs()

/** The fault of reading a file of these bytes to its end. */
async function faultOf(name: string, bytes: Uint8Array): Promise<string | undefined> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  try {
    await foreignIn(await openForeign(path), () => 0)
    return undefined
  } catch (error) {
    return error instanceof UserError ? error.fault.code : String(error)
  }
}

function collection(more = ''): Uint8Array {
  const database = new Database()
  database.run(`CREATE TABLE col (crt, ver, conf, models, decks); INSERT INTO col VALUES (0, 11, '{}', '{}', '{}');
    CREATE TABLE notes (id, guid, mid, tags, flds); CREATE TABLE cards (id, nid, did, ord);
    CREATE TABLE revlog (id, cid, ease, factor, time, type); ${more}`)
  return database.export()
}

const zip = (files: Zippable) => zipSync(files)

describe('what another program keeps', () => {
  test('is a package by what is in it, whatever it is called', async () => {
    expect(await faultOf('a.bin', zip({ 'collection.anki2': collection() }))).toBeUndefined()
    expect(await faultOf('b.apkg', zip({ 'x.txt': new Uint8Array(3) }))).toBe('import-unknown')
  })

  test.each([
    [
      'spoilt in the middle',
      'import-broken',
      zip({ 'collection.anki2': collection() }).map((byte, i) => (i > 200 && i < 900 ? 255 : byte)),
    ],
    ['half a database', 'import-damaged', collection().subarray(0, 5000)],
    ['cut short', 'import-broken', zip({ 'collection.anki2': collection() }).subarray(0, 200)],
    ['text called package.apkg', 'import-broken', Buffer.from('{"card":"锁","grade":3}\n')],
    ['nothing called 数据库.db', 'import-broken', new Uint8Array()],
    [
      'spoilt Zstandard',
      'import-damaged',
      zip({ 'collection.anki21b': Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 4, 9, 9, 9, 9]) }),
    ],
    [
      'a table that is a program',
      undefined,
      collection(
        'DROP TABLE revlog; CREATE VIEW revlog AS WITH RECURSIVE x(id) AS (SELECT 1 UNION ALL SELECT id+1 FROM x) SELECT id, id cid FROM x',
      ),
    ],
  ])('is refused with a word where it is %s', async (name, fault, bytes) => {
    expect(await faultOf(name, bytes)).toBe(fault)
  })

  test('is read line by line where it is a text of more than a note can be', async () => {
    const path = join(folder, 'long.jsonl')
    const lines = Array.from({ length: 10 }, (_, i) => `${i} 锁${'x'.repeat(1_700_000)}`)
    writeFileSync(path, `\ufeff${lines.join('\r\n')}`)
    const file = await openForeign(path)
    expect(file.kind === 'lines' ? [...file.lines()] : file.kind).toEqual(lines)
    expect(await foreignIn(file, () => 0)).toBeUndefined()
  })

  test('is bounded, whatever sizes it claims', async () => {
    const bomb = zipIn(
      Buffer.from(zip({ 'collection.anki2': [new Uint8Array(99_999), { level: 9 }] })),
    )
    expect(() => bomb?.read('collection.anki2', 50_000)).toThrow(TooLarge)
    expect(bomb?.read('collection.anki2', 99_999)?.length).toBe(99_999)
    const claims = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 0, 0, 16, 1, 0, 0])
    const unpack = await unpacker()
    expect(() => unpack(claims, 1 << 30)).toThrow()
    expect(await faultOf('claims.apkg', zip({ 'collection.anki21b': claims }))).toBe(
      'import-too-large',
    )
  })

  test('is not read while its program has not written all of it', async () => {
    writeFileSync(join(folder, 'open.anki2-wal'), 'x')
    expect(await faultOf('open.anki2', collection())).toBe('import-in-use')
  })
})

test('a new file takes the place of none, and its folders are made', async () => {
  const notes = join(folder, 'notes')
  expect(await writeNew(notes, 'media/图.png', Buffer.from('1'))).toBe(true)
  expect(await writeNew(notes, 'media/图.png', Buffer.from('2'))).toBe(false)
})
