import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { cardsCalled, keepPlaces } from '../../src/host/library/card-places.ts'
import { readLibrary } from '../../src/host/library/library.ts'
import { folderWith } from '../support/library.ts'

let notes: ReturnType<typeof folderWith>
let own: ReturnType<typeof folderWith>

const asks = (id: string) => `## 什么是${id}？\n\n<!-- id: ${id} -->\n\n${id}的答案。\n`

beforeEach(() => {
  notes = folderWith({
    'one.md': `# 一\n\n${asks('死锁')}\n${asks('活锁')}`,
    'two.md': `# 二\n\n${asks('饥饿')}\n${asks('死锁')}`,
  })
  own = folderWith({})
})
afterEach(() => {
  notes.remove()
  own.remove()
})

function home() {
  return { data: own.path, settings: own.path, cache: join(own.path, 'cache') }
}

// a file that was changed a moment ago is read again each time
const later = () => Date.now() + 60_000

async function kept() {
  const { cache } = home()
  const library = await readLibrary({ root: notes.path, cache, now: later })
  keepPlaces(library, home())
  return library
}

function found(id: string, nameOf = (name: CardId) => name) {
  return cardsCalled(id, [{ path: notes.path }], { home: home(), namesIn: () => nameOf })
}

test('cards are found by their id, wherever they stand, as a reading of all has them', async () => {
  const { decks } = await kept()
  const all = decks.flatMap(({ cards }) => cards)
  for (const id of ['死锁', '活锁', '饥饿']) {
    expect((await found(id))?.cards).toEqual(all.filter((card) => card.id === id))
  }
})

test('nothing is said of what is no id, or before all was read', async () => {
  expect(await found('死锁')).toBeUndefined()
  await kept()
  expect(await found('死')).toBeUndefined()
})

test('a changed file, another name of a card and a damaged cache have all read again', async () => {
  await kept()
  expect(await found('死锁', () => '饥饿' as CardId)).toBeUndefined()
  const [name = ''] = readdirSync(home().cache).filter((one) => one.startsWith('card-places'))
  const path = join(home().cache, name)
  const bytes = readFileSync(path)
  writeFileSync(
    path,
    bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte)),
  )
  expect(await found('死锁')).toBeUndefined()
  await kept()
  expect((await found('死锁'))?.cards).toHaveLength(2)
  writeFileSync(join(notes.path, 'two.md'), asks('饥饿'))
  expect(await found('死锁')).toBeUndefined()
})
