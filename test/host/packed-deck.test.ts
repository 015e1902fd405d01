import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { CacheDamaged } from '../../src/errors.ts'
import { noteReader } from '../../src/host/library/note-reader.ts'
import { heldPacked, packed, type Stretch } from '../../src/host/library/packed-deck.ts'
import { folderWith } from '../support/library.ts'

const folder = new URL('../fixtures/', import.meta.url)
const decks = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    return parse({ library: 'fixtures', file, text }).deck
  })

test('a deck that changed hands as bytes is the deck that was parsed', () => {
  for (const deck of decks) {
    const bytes = structuredClone(packed(deck))
    const held = heldPacked(bytes)
    // what is undefined is left out on the way
    expect(JSON.parse(JSON.stringify(held.deck()))).toEqual(JSON.parse(JSON.stringify(deck)))
    expect(held.cards).toBe(deck.cards.length)
    expect(held.card(held.cards)).toBeUndefined()
  }
})

test('one card is told without the others, and its bytes belong to nobody else', () => {
  const deck = decks.find(({ cards }) => cards.length > 2)
  if (deck === undefined) throw new Error('a fixture has three cards')
  const bytes = packed(deck)
  const moved = structuredClone(bytes, {
    transfer: [bytes.lines.buffer as ArrayBuffer, bytes.texts.buffer as ArrayBuffer],
  })
  const card = heldPacked(moved).card(2)
  expect(card?.question).toBe(deck.cards[2]?.question)
  expect(card?.answer).toEqual(deck.cards[2]?.answer)
  expect(bytes.lines).toHaveLength(0)
})

test('texts that stand in the note are read there, and are the same', () => {
  for (const deck of decks) {
    const text = readFileSync(new URL(deck.file, folder), 'utf8')
    const note = Buffer.from(text)
    const bytes = packed(deck, text)
    const whole = packed(deck)
    const cited: Stretch[] = []
    const held = heldPacked(bytes, (place) => {
      cited.push(place)
      return note.subarray(place[0], place[0] + place[1])
    })
    expect(JSON.parse(JSON.stringify(held.deck()))).toEqual(JSON.parse(JSON.stringify(deck)))
    expect(bytes.texts.length + cited.reduce((sum, [, length]) => sum + length, 0)).toBe(
      whole.texts.length,
    )
    for (const [start, length, crc] of cited) {
      expect(crc32(note.subarray(start, start + length))).toBe(crc)
    }
  }
})

test('a note that changed is told, and its cache goes only where nothing else tells', () => {
  const { path, remove } = folderWith({ 'a.md': '什么是死锁？互相等待。', cache: '' })
  try {
    const [note, cache] = [join(path, 'a.md'), join(path, 'cache')]
    utimesSync(note, 1_000_000_000, 1_000_000_000)
    const { size, mtimeMs } = statSync(note)
    const read = noteReader({ path: note, size, mtime: mtimeMs }, cache)
    const text = readFileSync(note)
    expect(read([0, size, crc32(text)])).toEqual(text)
    const other = () =>
      noteReader({ path: note, size, mtime: mtimeMs }, cache)([0, size, crc32(text)])
    writeFileSync(note, '什么是活锁？')
    expect(other).toThrow(CacheDamaged)
    expect(existsSync(cache)).toBe(true)
    writeFileSync(note, '什么是活锁？互相等待。')
    utimesSync(note, mtimeMs / 1000, mtimeMs / 1000)
    expect(statSync(note)).toMatchObject({ size, mtimeMs })
    expect(other).toThrow(CacheDamaged)
    expect(existsSync(cache)).toBe(false)
  } finally {
    remove()
  }
})
