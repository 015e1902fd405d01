import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import type { LibraryReading } from '../../src/identity/reading.ts'
import type { Fact, RegistryRecord } from '../../src/identity/record.ts'
import { type Registry, registryOf } from '../../src/identity/registry.ts'
import { factsFrom } from '../../src/identity/relink.ts'
import type { Instant } from '../../src/schedule/schedule.ts'

/** The Markdown files of a folder, by their path below it. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  const files = paths.sort().map((path) => {
    const name = relative(folder, path).replaceAll('\\', '/')
    return [name, readFileSync(path, 'utf8')] as const
  })
  return Object.fromEntries(files)
}

/** The cards of Markdown files. */
export function cardsIn(files: Readonly<Record<string, string>>): readonly Card[] {
  return Object.entries(files).flatMap(
    ([file, text]) => parse({ library: '/notes', file, text }).deck.cards,
  )
}

/** Cards as a reading of the library at `root`. */
export function readingOf(cards: readonly Card[], root = '/notes', device = 'a'): LibraryReading {
  return {
    root,
    device,
    isUnread: () => false,
    seen: cards.map((card) => ({
      card: card.id,
      minted: card.minted,
      language: card.language,
      path: `${root}/${card.source.file}`,
      text: () => ({
        question: card.body === undefined ? card.question : `${card.question}\n${card.body}`,
        answer: card.answer.kind === 'written' ? card.answer.markdown : '',
      }),
    })),
  }
}

/** A registry that learns from one reading after another. */
export function learner(device = 'a'): {
  readonly learn: (reading: LibraryReading) => readonly Fact[]
  readonly add: (facts: readonly Fact[]) => void
  readonly records: RegistryRecord[]
  readonly registry: () => Registry
} {
  const records: RegistryRecord[] = []
  const add = (facts: readonly Fact[]) => {
    const at = (1_795_000_000_000 + records.length) as Instant
    records.push(
      ...facts.map((fact, i) => ({ ...fact, at, device, id: `${device}-${records.length + i}` })),
    )
  }
  const registry = () => registryOf(records)
  return {
    records,
    add,
    registry,
    learn: (reading) => {
      const facts = factsFrom(registry(), reading)
      add(facts)
      return facts
    },
  }
}
