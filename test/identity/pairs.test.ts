import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mintId } from '../../src/cards/mint-id.ts'
import type { LibraryReading } from '../../src/identity/reading.ts'
import { cardsIn, filesIn, learner, readingOf } from '../support/reading.ts'

const folder = join(import.meta.dirname, '../fixtures/identity')
const before = cardsIn(filesIn(join(folder, 'before')))
const after = cardsIn(filesIn(join(folder, 'after')))

type Expected = {
  /** Places as `file:line`; no `after` where the card is gone. */
  readonly links: readonly {
    readonly before: string
    readonly after: string | null
    readonly kind: string
  }[]
  /** Cards that were never there before. */
  readonly fresh: readonly string[]
}
const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))

function byPlace(cards: typeof before) {
  return new Map(cards.map(({ id, source }) => [`${source.file}:${source.line}`, id]))
}

/** What each card of a reading is called once the registry has learnt it. */
function namesAfter(...readings: readonly LibraryReading[]) {
  const one = learner()
  for (const reading of readings) one.learn(reading)
  return one.registry().nameOf
}

describe('a bank of 231 cards after 82 edits', () => {
  const nameOf = namesAfter(readingOf(before), readingOf(after))
  const then = byPlace(before)
  const now = byPlace(after)
  const name = (id: string | undefined) => nameOf((id ?? '') as (typeof before)[number]['id'])

  test('is read in both versions as it was written', () => {
    expect(before).toHaveLength(expected.links.length)
    expect(expected.links.filter(({ kind }) => kind !== 'unchanged')).toHaveLength(82)
    for (const link of expected.links) {
      expect(then.has(link.before)).toBe(true)
      if (link.after !== null) expect(now.has(link.after)).toBe(true)
    }
  })

  test('keeps every card that is still there, under the name it had', () => {
    const lost = expected.links.filter(
      (link) => link.after !== null && name(now.get(link.after)) !== name(then.get(link.before)),
    )
    expect(lost).toEqual([])
    const renamed = expected.links.filter(({ before: place, kind }) => {
      const isNamed = kind.startsWith('named')
      return !isNamed && name(then.get(place)) !== then.get(place)
    })
    expect(renamed).toEqual([])
  })

  test('gives no new card the history of an old one', () => {
    const old = new Set([...then.values()].map(name))
    expect(expected.fresh.filter((place) => old.has(name(now.get(place))))).toEqual([])
    const present = new Set([...now.values()].map(name))
    const ghosts = expected.links.filter(
      (link) => link.after === null && present.has(name(then.get(link.before))),
    )
    expect(ghosts).toEqual([])
  })

  test('calls a card by the id that its owner gave it', () => {
    const named = expected.links.filter(({ kind }) => kind.startsWith('named'))
    expect(named.map((link) => name(then.get(link.before))).sort()).toEqual([
      'git-reflog',
      'outbox',
      'reentrant-lock',
    ])
  })
})

test('a bank that goes back to what it was finds every card, and nothing more is written', () => {
  const one = learner()
  one.learn(readingOf(before))
  one.learn(readingOf(after))
  expect(one.learn(readingOf(before))).toEqual([])
  expect(one.learn(readingOf(after))).toEqual([])
})

test('unrelated banks in the same files share no card', () => {
  const { links } = expected
  const files = [...new Set(links.map((link) => link.before.replace(/:.*/, '')))]
  for (const mine of files) {
    for (const other of files.filter((file) => file !== mine)) {
      const cardsOf = (file: string) =>
        readingOf(
          before
            .filter(({ source }) => source.file === file)
            .map((card) => ({ ...card, source: { ...card.source, file: 'notes.md' } })),
        )
      const one = learner()
      one.learn(cardsOf(mine))
      expect(one.learn(cardsOf(other)).filter(({ kind }) => kind === 'link')).toEqual([])
    }
  }
})

test('the bundled banks share no card with notes that ask other questions', () => {
  const asked = new Set(before.map(({ question }) => question))
  for (const language of ['en', 'zh']) {
    const one = learner()
    one.learn(readingOf(before))
    const bank = cardsIn(filesIn(join(import.meta.dirname, '../../content', language)))
    const others = bank.filter(({ question }) => !asked.has(question))
    const unnamed = others.map((card) => ({ ...card, id: card.minted }))
    expect(one.learn(readingOf(unnamed)).filter(({ kind }) => kind === 'link')).toEqual([])
  }
})

type OlderCut = { readonly file: string; readonly line: number } & ReturnType<
  LibraryReading['seen'][number]['text']
>

const idOfCut = ({ question, answer }: OlderCut) =>
  mintId(question, answer === '' ? undefined : answer)

function readingOfCuts(all: readonly OlderCut[]): LibraryReading {
  return {
    root: '/notes',
    device: 'a',
    isUnread: () => false,
    seen: all.map((cut) => ({
      card: idOfCut(cut),
      minted: idOfCut(cut),
      language: 'zh',
      path: `/notes/${cut.file}`,
      text: () => cut,
    })),
  }
}

describe('notes that a newer parser cuts otherwise', () => {
  const cuts: {
    readonly older: readonly (OlderCut & { readonly as: number | null })[]
    readonly newer: readonly OlderCut[]
  } = JSON.parse(readFileSync(join(folder, 'two-parsers.json'), 'utf8'))

  test('keep their cards', () => {
    const nameOf = namesAfter(readingOfCuts(cuts.older), readingOfCuts(cuts.newer))
    const later = (file: string, line: number | null) =>
      cuts.newer.find((cut) => cut.file === file && cut.line === line)
    const names = new Set(cuts.newer.map((cut) => nameOf(idOfCut(cut))))
    const wrong = cuts.older.filter((cut) => {
      const to = later(cut.file, cut.as)
      if (to === undefined) return names.has(nameOf(idOfCut(cut)))
      return nameOf(idOfCut(to)) !== nameOf(idOfCut(cut))
    })
    expect(wrong).toEqual([])
  })
})

describe('notes whose marks for machines are read no more', () => {
  const older: readonly OlderCut[] = JSON.parse(
    readFileSync(join(folder, 'marks-older.json'), 'utf8'),
  )
  const newer = cardsIn(filesIn(join(folder, 'marks')))

  test('keep their cards, all of which were called otherwise', () => {
    const nameOf = namesAfter(readingOfCuts(older), readingOf(newer))
    expect(newer.map(({ source }) => [source.file, source.line])).toEqual(
      older.map(({ file, line }) => [file, line]),
    )
    expect(newer.map(({ id }) => nameOf(id))).toEqual(older.map((cut) => nameOf(idOfCut(cut))))
    expect(newer.filter(({ id }, i) => older[i] && id === idOfCut(older[i]))).toEqual([])
  })
})
