import type { CardId } from '../cards/card.ts'
import { eachLine, type JournalBytes } from '../journal/lines.ts'
import { type Decision, type NameToday, namesFrom, pairOf, standingOf } from './links.ts'
import {
  type CardText,
  decodeRegistry,
  type Pair,
  type RegistryRecord,
  type Sighting,
} from './record.ts'

/** All that is known of cards, from the registries of all devices. */
export type Registry = {
  readonly nameOf: NameToday
  /** Where each id was seen, and with which texts; in the order of their records. */
  readonly sightings: ReadonlyMap<CardId, readonly DatedSighting[]>
  /** The texts kept, by the id that each text mints. */
  readonly texts: ReadonlyMap<CardId, CardText>
  /** The ids that a text was seen under, by the id it mints. */
  readonly bearers: ReadonlyMap<CardId, ReadonlySet<CardId>>
  /** The ids that some link is about. */
  readonly linked: ReadonlySet<CardId>
  /** What counts of all that was decided about pairs of ids. */
  readonly decisions: readonly Decision[]
  readonly decisionOn: (a: CardId, b: CardId) => Decision | undefined
  /** Pairs that somebody may have to decide about. */
  readonly unsure: readonly Pair[]
}

export type DatedSighting = Sighting & { readonly at: number; readonly device: string }

/** The lines of one registry, and how many of them could not be read or are a newer version's. */
export type RegistryFile = {
  readonly records: readonly RegistryRecord[]
  readonly damaged: number
  readonly newer: number
}

/** Reads the registry of one device. */
export function recordsIn({ device, bytes }: JournalBytes): RegistryFile {
  const records: RegistryRecord[] = []
  let damaged = 0
  let newer = 0
  eachLine({ device, bytes }, 0, decodeRegistry, (line) => {
    if (line.kind === 'record') records.push(line.record)
    else if (line.kind === 'newer') newer += 1
    else damaged += 1
  })
  return { records, damaged, newer }
}

/** What records say together: the same whatever their order, and however often each is there. */
export function registryOf(all: readonly RegistryRecord[]): Registry {
  const records = inOrder(all)
  const voided = new Set<string>()
  for (const one of records) if (one.kind === 'void') voided.add(one.ref)
  const sightings = new Map<CardId, DatedSighting[]>()
  const texts = new Map<CardId, CardText>()
  const bearers = new Map<CardId, Set<CardId>>()
  const named = new Set<CardId>()
  const decisions: Decision[] = []
  const unsure: Pair[] = []
  for (const record of records) {
    if (voided.has(record.id)) continue
    if (record.kind === 'link' || record.kind === 'unlink') decisions.push(record)
    if (record.kind === 'unsure') unsure.push(record)
    if (record.kind !== 'card') continue
    entry(sightings, record.card, () => []).push(record)
    entry(bearers, record.minted, () => new Set()).add(record.card)
    if (record.text !== undefined) texts.set(record.minted, record.text)
    if (record.card !== record.minted) named.add(record.card)
  }
  const standing = standingOf(decisions)
  return {
    nameOf: namesFrom([...standing.values()], (id) => named.has(id)),
    sightings,
    texts,
    bearers,
    linked: new Set(
      [...standing.values()].flatMap(({ kind, older, newer }) =>
        kind === 'link' ? [older, newer] : [],
      ),
    ),
    decisions: [...standing.values()],
    decisionOn: (a, b) => standing.get(pairOf(a, b)),
    unsure,
  }
}

/** Each record once, by time and id; of two that share an id the one whose text is smaller. */
function inOrder(records: readonly RegistryRecord[]): readonly RegistryRecord[] {
  const byId = new Map<string, RegistryRecord>()
  for (const record of records) {
    const known = byId.get(record.id)
    if (known === undefined || JSON.stringify(record) < JSON.stringify(known)) {
      byId.set(record.id, record)
    }
  }
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** The devices that have seen a card under any of these ids. */
export function seenBy({ sightings }: Registry, ids: readonly CardId[]): ReadonlySet<string> {
  return new Set(ids.flatMap((id) => sightings.get(id)?.map(({ device }) => device) ?? []))
}
