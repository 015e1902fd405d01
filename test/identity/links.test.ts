import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import type { LibraryReading } from '../../src/identity/reading.ts'
import {
  decodeRegistry,
  encodeRegistry,
  type Fact,
  type RegistryRecord,
} from '../../src/identity/record.ts'
import { recordsIn, registryOf } from '../../src/identity/registry.ts'
import { factsFrom } from '../../src/identity/relink.ts'
import { textOf } from '../../src/log/lines.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { learner } from '../support/reading.ts'

const ids = ['k1', 'm2', 'm3', '死锁', 'constructor', '__proto__'].map((one) => one as CardId)
const id = fc.constantFrom(...ids)
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constant('card' as const),
    card: id,
    minted: id,
    path: fc.constantFrom('/notes/a.md', '/notes/b.md', '/else/a.md'),
    before: fc.option(id, { nil: undefined }),
    after: fc.option(id, { nil: undefined }),
    text: fc.option(fc.record({ question: fc.string(), answer: fc.string() }), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('link' as const),
    older: id,
    newer: id,
    by: fc.constantFrom('text' as const, 'likeness' as const, 'person' as const),
  }),
  fc.record({
    kind: fc.constant('unlink' as const),
    older: id,
    newer: id,
    by: fc.constantFrom('text' as const, 'person' as const),
  }),
  fc.record({
    kind: fc.constant('unsure' as const),
    older: id,
    newer: id,
    score: fc.constant(0.5),
  }),
  fc.record({ kind: fc.constant('void' as const), ref: fc.constantFrom('r-0', 'r-1', 'r-2') }),
)
const record: fc.Arbitrary<RegistryRecord> = fc
  .tuple(fact, fc.nat(5), fc.nat(12))
  .map(([one, at, n]) => ({ ...one, at: at as Instant, device: n < 6 ? 'a' : 'b', id: `r-${n}` }))
const records = fc.array(record, { maxLength: 25 })

function named(all: readonly RegistryRecord[]) {
  const { nameOf, decisions, sightings } = registryOf(all)
  return { names: ids.map(nameOf), decisions, places: [...sightings].sort() }
}

describe('a registry', () => {
  test('says the same whatever the order and number of its records', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (all, dice) => {
        const shuffled = [...all, ...all]
          .map((one) => ({ one, key: dice.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
        expect(named(shuffled.map(({ one }) => one))).toEqual(named(all))
      }),
    )
  })

  test('never lets two ids meet that were parted', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { nameOf, decisions } = registryOf(all)
        for (const { kind, older, newer } of decisions) {
          if (kind === 'unlink') expect(nameOf(older)).not.toBe(nameOf(newer))
        }
      }),
    )
  })

  test('keeps a name a name', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { nameOf } = registryOf(all)
        for (const one of ids) expect(nameOf(nameOf(one))).toBe(nameOf(one))
      }),
    )
  })

  test('reads back what it wrote, and anything else without throwing', () => {
    fc.assert(
      fc.property(record, (one) => {
        const bytes = Buffer.from(encodeRegistry(one).trimEnd())
        const line = decodeRegistry(textOf({ device: one.device, bytes }), 0, bytes.length)
        if (one.kind === 'unsure') expect(line.kind).toBe('record')
        else expect(line).toEqual({ kind: 'record', record: one })
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = Buffer.from(text)
        registryOf(recordsIn({ device: 'a', bytes }).records)
      }),
    )
    fc.assert(
      fc.property(record, fc.nat(), fc.nat(7), (one, at, bit) => {
        const bytes = Buffer.from(encodeRegistry(one) + encodeRegistry(one))
        const place = at % bytes.length
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
        for (const found of recordsIn({ device: one.device, bytes }).records)
          expect(found).toEqual(one)
      }),
    )
  })

  test('leaves a newer version its records, and counts damage', () => {
    const whole = { kind: 'void', ref: 'x', id: 'r-1', at: 1 as Instant, device: 'a' } as const
    const bytes = Buffer.from(`${encodeRegistry(whole)}torn\n`)
    const { records: found, ...counts } = recordsIn({ device: 'a', bytes })
    expect(found).toHaveLength(1)
    expect(counts).toEqual({ damaged: 1, newer: 0 })
  })
})

const seen = fc.record({
  card: id,
  minted: id,
  language: fc.constantFrom('zh' as const, 'en' as const),
  path: fc.constantFrom('/notes/a.md', '/notes/b.md'),
  text: fc.string().map((question) => () => ({ question, answer: question })),
})
const reading: fc.Arbitrary<LibraryReading> = fc.record({
  root: fc.constant('/notes'),
  device: fc.constant('b'),
  seen: fc.array(seen, { maxLength: 8 }),
  isUnread: fc.constant(() => false),
})

test('whatever is read, asking a third time teaches nothing more', () => {
  fc.assert(
    fc.property(records, reading, (known, now) => {
      const one = learner('b')
      one.records.push(...known)
      one.learn(now)
      one.learn(now)
      expect(factsFrom(one.registry(), now)).toEqual([])
    }),
  )
})
