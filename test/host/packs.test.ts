import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packReader, packWriter } from '../../src/host/library/packs.ts'
import { folderWith } from '../support/library.ts'

let folder: ReturnType<typeof folderWith>
beforeEach(() => {
  folder = folderWith({})
})
afterEach(() => folder.remove())

const bytes = (text: string) => new TextEncoder().encode(text)
const deck = { lines: bytes('死锁'), texts: bytes('互相等待') }

test('a pack is read as it was written, before it is finished and after', () => {
  const path = join(folder.path, 'library.cache')
  const writer = packWriter(path)
  const stored = writer.add(deck)
  expect(stored?.bytes(stored.places.texts).toString()).toBe('互相等待')
  const pack = writer.finish()
  expect(pack).toEqual({ name: expect.stringMatching(/^library\.cache-/), size: 18 })
  if (pack === undefined || stored === undefined) throw new Error('not kept')
  expect(packReader(path, pack)(stored.places.deck).toString()).toBe('死锁')
})

test('a pack that cannot be gone on with leaves no file, and what it has stays readable', () => {
  const writer = packWriter(join(folder.path, 'library.cache'))
  const stored = writer.add(deck)
  // what no file takes, as on a full disk
  expect(writer.add({ ...deck, texts: { length: 4 } as never })).toBeUndefined()
  expect(readdirSync(folder.path)).toEqual([])
  expect(stored?.bytes(stored.places.texts).toString()).toBe('互相等待')
  expect(writer.isBroken()).toBe(true)
  expect(writer.add(deck)).toBeUndefined()
  expect(writer.finish()).toBeUndefined()
})
