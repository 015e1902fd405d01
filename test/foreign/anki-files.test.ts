import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import { obey } from '../../src/cli/program.ts'
import type { ForeignFile } from '../../src/foreign/file.ts'
import { openForeign } from '../../src/host/foreign/open.ts'
import { history } from '../../src/journal/history.ts'
import { folded, noSchedules } from '../../src/schedule/fold.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import { fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

// made by Anki 26.9.3 itself, with what its FSRS says of each card: see test/tools/anki/make.py
type Known = {
  readonly rated: number
  readonly known: Readonly<
    Record<string, { readonly memory: [number, number] | null; readonly rated: number }>
  >
}
const pathOf = (name: string) => fileURLToPath(new URL(`files/${name}`, import.meta.url))
const known: Known = JSON.parse(readFileSync(pathOf('known.json'), 'utf8'))
const library = { '无关.md': '## 什么是死锁？\n\n互相等待。\n' }

const hostWith = (foreign: ForeignFile) =>
  fakeHost({
    library,
    foreign: { 'x.apkg': foreign },
    look: englishLook,
    interactive: false,
    now: '2027-01-10T12:00:00Z',
    offset: 0,
  })

describe.each(['new.apkg', 'old.apkg'])('%s of Anki', (name) => {
  test('brings every review, and intervals as FSRS in Anki has them', async () => {
    const one = hostWith(await openForeign(pathOf(name)))
    await obey(one, ['import', 'x.apkg', '--cards', 'notes', '--json'])
    const { added, odd } = JSON.parse(one.printed())
    expect(added - (odd.anchor ?? 0)).toBe(known.rated)
    const { acts } = history([{ device: 'here', bytes: Buffer.from(one.journalText()) }])
    const { cards } = folded(noSchedules, acts, { ...defaultRules, fuzz: false })
    for (const [key, { memory, rated }] of Object.entries(known.known)) {
      if (rated === 0) continue
      const id = `anki-${createHash('sha256').update(`anki\0${key}`).digest('hex').slice(0, 12)}`
      const { schedule } = cards.get(id as never) ?? {}
      expect([key, schedule?.stability]).toEqual([
        key,
        memory === null ? undefined : expect.closeTo(memory[0], 2),
      ])
    }
  })

  test('becomes notes that are read as the same cards, once', async () => {
    const one = hostWith(await openForeign(pathOf(name)))
    await obey(one, ['import', 'x.apkg', '--cards', 'notes'])
    const written = [...one.written].filter(([path]) => path.endsWith('.md'))
    const read = written.flatMap(
      ([file, text]) => parse({ library: 'notes', file, text }).deck.cards,
    )
    expect(read.length).toBe(Object.keys(known.known).length)
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length)
    expect(read.map(({ question }) => question)).toContain('术语 8 是什么？')
    expect(read.find(({ question }) => question.startsWith('第 0 题'))?.topics).toEqual([
      '后端',
      '缓存',
    ])
    expect(one.exported.has('notes/media/图 1.png')).toBe(true)
  })

  test('says what would come, and changes nothing, with --dry-run', async () => {
    const one = hostWith(await openForeign(pathOf(name)))
    await obey(one, ['import', 'x.apkg', '--dry-run'])
    expect([one.journalText(), one.written.size]).toEqual(['', 0])
    expect(one.printed()).toContain('14 cards with 95 reviews are none of yours')
  })
})

test('an import again adds nothing', async () => {
  const one = hostWith(await openForeign(pathOf('new.apkg')))
  await obey(one, ['import', 'x.apkg', '--cards', 'notes'])
  const before = one.journalText()
  await obey(one, ['import', 'x.apkg', '--cards', 'notes', '--json'])
  expect(one.journalText()).toBe(before)
})

test('a card that asks the same is taken for it, and one that nearly does is asked about', async () => {
  const foreign = await openForeign(pathOf('new.apkg'))
  const own = {
    'a.md':
      '## 术语 8 是什么？\n\n另一种说法。\n\n## 它是一致性的第 8 种做法吗？\n\n术语 8 是什么？\n',
  }
  const at = { library: own, foreign: { 'x.apkg': foreign }, now: '2027-01-10T12:00:00Z' }
  const one = fakeHost({ ...at, look: englishLook, interactive: false })
  await obey(one, ['import', 'x.apkg', '--json'])
  const { cards, doubts } = JSON.parse(one.printed())
  expect(cards).toBe(1)
  expect(doubts.length).toBeGreaterThan(0)
  const asked = fakeHost({ ...at, replies: doubts.map(() => ({ type: 'y' })) })
  await obey(asked, ['import', 'x.apkg'])
  expect(asked.journalText().length).toBeGreaterThan(one.journalText().length)
  // what was said counts the next time
  await obey(asked, ['import', 'x.apkg', '--json'])
  expect(JSON.parse(asked.printed().slice(asked.printed().indexOf('{')))).toMatchObject({
    added: 0,
    doubts: [],
  })
  const denied = fakeHost({ ...at, replies: doubts.map(() => ({ type: 'n' })) })
  await obey(denied, ['import', 'x.apkg'])
  await obey(denied, ['import', 'x.apkg', '--json'])
  expect(JSON.parse(denied.printed().slice(denied.printed().indexOf('{')))).toMatchObject({
    added: 0,
    doubts: [],
  })
})
