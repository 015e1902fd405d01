import type { CardId } from '../cards/card.ts'
import { profileOf } from './likeness.ts'
import { match } from './match.ts'
import type { Known, Newcomer } from './matching.ts'
import { around, type Reading, type Seen, textOf } from './reading.ts'
import type { Fact } from './record.ts'
import { type Registry, seenBy } from './registry.ts'
import { type Place, placesFor } from './scope.ts'
import { type Weights, weightsIn } from './trigrams.ts'

/** Which strangers are known cards that changed, and which may be. */
export function likenesses(
  registry: Registry,
  reading: Reading,
  strangers: readonly Seen[],
  found: ReadonlySet<CardId>,
): readonly Fact[] {
  const places = placesFor(registry, reading, strangers, found)
  if (places.every(({ isPresent }) => isPresent)) return []
  const { matches, unsure } = match(
    newcomersIn(registry, reading.seen, strangers),
    knownAt(registry, places),
    usualWeights(registry),
  )
  return [
    ...matches.map(
      ({ newcomer, card, by }): Fact => ({ kind: 'link', older: card, newer: newcomer.card, by }),
    ),
    ...unsure.map(
      ({ newcomer, card, score }): Fact => ({
        kind: 'unsure',
        older: card,
        newer: newcomer.card,
        score,
      }),
    ),
  ]
}

/** So many known texts say what is common in all of them. */
const sampleSize = 300

function usualWeights({ texts }: Registry): Weights {
  const ids = [...texts.keys()].sort()
  const step = Math.max(1, Math.ceil(ids.length / sampleSize))
  const sample = ids.filter((_, i) => i % step === 0).flatMap((id) => texts.get(id) ?? [])
  return weightsIn(sample.map((text) => profileOf(text).wholeGrams()))
}

function newcomersIn(
  registry: Registry,
  seen: readonly Seen[],
  strangers: readonly Seen[],
): readonly Newcomer[] {
  const wanted = new Set(strangers.map(({ card }) => card))
  return seen.flatMap((one, at): readonly Newcomer[] => {
    // the same text at two places is one newcomer
    if (!wanted.delete(one.card)) return []
    const { before, after } = around(seen, at)
    return [
      {
        card: one.card,
        isNamed: one.card !== one.minted,
        path: one.path,
        before: before && registry.nameOf(before),
        after: after && registry.nameOf(after),
        seenBy: seenBy(registry, [one.card]),
        profile: profileOf(textOf(one)),
      },
    ]
  })
}

function knownAt(registry: Registry, places: readonly Place[]): readonly Known[] {
  const devices = devicesByName(registry)
  return places.flatMap(({ sighting, isPresent }): readonly Known[] => {
    const text = registry.texts.get(sighting.minted)
    if (text === undefined) return []
    const { card, minted, path, before, after } = sighting
    return [
      {
        card: registry.nameOf(card),
        isNamed: card !== minted,
        isPresent,
        path,
        before: before && registry.nameOf(before),
        after: after && registry.nameOf(after),
        seenBy: devices.get(registry.nameOf(card)) ?? new Set(),
        profile: profileOf(text),
      },
    ]
  })
}

function devicesByName({ sightings, nameOf }: Registry): ReadonlyMap<CardId, ReadonlySet<string>> {
  const devices = new Map<CardId, Set<string>>()
  for (const [card, places] of sightings) {
    const known = devices.get(nameOf(card)) ?? new Set()
    for (const { device } of places) known.add(device)
    devices.set(nameOf(card), known)
  }
  return devices
}
