import {
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Library } from '../../src/cards/card.ts'
import { openLibrary, readLibrary } from '../../src/host/library/library.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { folderWith } from '../support/library.ts'

let notes: ReturnType<typeof folderWith>
let home: ReturnType<typeof folderWith>
/** Long after the files were written. */
const later = () => Date.now() + 60_000

beforeEach(() => {
  notes = folderWith({ '并发.md': zhDeck, 'net/tcp.md': enDeck })
  home = folderWith({})
})
afterEach(() => {
  notes.remove()
  home.remove()
})

async function read(cache: string | undefined = join(home.path, 'cache')) {
  const parsed: number[] = []
  const onProgress = (done: number) => void parsed.push(done)
  const library = await readLibrary({ root: notes.path, cache, now: later, onProgress })
  return { library: JSON.parse(JSON.stringify(library)), parsed: parsed.length }
}

function questionsOf({ decks }: Library): readonly string[] {
  return decks.flatMap(({ cards }) => cards.map(({ question }) => question))
}

function cacheFile(): string {
  const [name = ''] = readdirSync(join(home.path, 'cache'))
  return join(home.path, 'cache', name)
}

describe('a library that was read before', () => {
  test('is the same library, and nothing of it is parsed again', async () => {
    const first = await read()
    const second = await read()
    expect(first.parsed).toBe(2)
    expect(second.parsed).toBe(0)
    expect(second.library).toEqual(first.library)
    expect(second.library).toEqual((await read(undefined)).library)
  })

  test('has only its changed file parsed again', async () => {
    await read()
    writeFileSync(join(notes.path, '并发.md'), zhDeck.replace('什么是死锁', '死锁是什么'))
    const { library, parsed } = await read()
    expect(parsed).toBe(1)
    expect(questionsOf(library)).toContain('死锁是什么？')
    expect(questionsOf(library)).toContain('Why does TCP shake hands three times?')
  })

  test('is not parsed again where a file was only touched', async () => {
    await read()
    utimesSync(join(notes.path, '并发.md'), 1, 1)
    expect((await read()).parsed).toBe(0)
  })

  test('is read from the cache as it stands now, where one that it was read from is no more', async () => {
    await read()
    linkSync(cacheFile(), join(home.path, 'before'))
    writeFileSync(join(notes.path, '并发.md'), zhDeck.replace('什么是死锁', '死锁是什么'))
    const { entries } = await openLibrary({
      root: notes.path,
      cache: join(home.path, 'cache'),
      now: later,
    })
    truncateSync(join(home.path, 'before'))
    expect(entries.flatMap((entry) => entry.deck()?.cards ?? [])).toHaveLength(4)
  })

  test('notices a change in the moment after it was read', async () => {
    const cache = join(home.path, 'cache')
    const path = join(notes.path, '并发.md')
    const { mtimeMs } = statSync(path)
    const now = () => mtimeMs + 1
    await readLibrary({ root: notes.path, cache, now })
    writeFileSync(path, zhDeck.replace('什么是死锁', '死锁是什么'))
    utimesSync(path, mtimeMs / 1000, mtimeMs / 1000)
    expect(questionsOf(await readLibrary({ root: notes.path, cache, now }))).toContain(
      '死锁是什么？',
    )
  })

  test('forgets files that are gone', async () => {
    await read()
    notes.remove()
    notes = { ...notes, ...folderWith({}) }
    expect((await read()).library.decks).toEqual([])
  })
})

describe('a cache', () => {
  test('with any byte of its header changed is not believed', async () => {
    const { library } = await read()
    const whole = readFileSync(cacheFile())
    for (const at of [0, 5, 9, 40, 200]) {
      const broken = Buffer.from(whole)
      broken[at] = (broken[at] ?? 0) ^ 0x20
      writeFileSync(cacheFile(), broken)
      expect((await read()).library).toEqual(library)
    }
  })

  test('that was cut short, or is something else, is written anew', async () => {
    const { library } = await read()
    for (const content of [readFileSync(cacheFile()).subarray(0, -10), Buffer.from('no cache')]) {
      writeFileSync(cacheFile(), content)
      expect(await read()).toEqual({ library, parsed: 2 })
      expect((await read()).parsed).toBe(0)
    }
  })

  test('that cannot be written costs nothing', async () => {
    writeFileSync(join(home.path, 'cache'), 'a file where the folder should be')
    expect((await read()).parsed).toBe(2)
  })
})

describe('.viva.yaml', () => {
  const said = (text: string) => writeFileSync(join(notes.path, '.viva.yaml'), text)

  test('skips files and names shapes, and takes effect at once', async () => {
    await read()
    said('skip: net/**\n')
    expect((await read()).library.decks).toMatchObject([{ file: '并发.md' }])
    said('files:\n  "net/*.md":\n    questions: heading-1\n')
    expect(questionsOf((await read()).library)).toContain('Networks')
  })

  test('with a wrong value is a problem with its line, and the notes are read', async () => {
    said('language: klingon\n')
    const { library } = await read()
    expect(library.decks).toHaveLength(2)
    expect(library.problems).toMatchObject([
      { code: 'overrides-key', at: { file: '.viva.yaml', line: 1 }, key: 'language' },
    ])
  })
})

test('reading never changes a byte of the notes', async () => {
  const before = readFileSync(join(notes.path, '并发.md'))
  await read()
  await read()
  expect(readdirSync(notes.path).sort()).toEqual(['net', '并发.md'])
  expect(readFileSync(join(notes.path, '并发.md'))).toEqual(before)
})
