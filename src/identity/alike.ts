import type { CardId } from '../cards/card.ts'
import { lettersOf, type Profile, profileOf } from './likeness.ts'
import { match } from './match.ts'
import type { KnownText, Newcomer } from './matching.ts'
import { around, type LibraryReading, type SeenCard, textOf } from './reading.ts'
import type { CardText, Fact } from './record.ts'
import { type Registry, seenBy } from './registry.ts'
import { type ComparableText, placesFor } from './scope.ts'
import { gramsOf, type Weights, weightsIn } from './trigrams.ts'

/** Which strangers are known cards that changed, and which may be. */
export function likenesses(
  registry: Registry,
  reading: LibraryReading,
  strangers: readonly SeenCard[],
  found: ReadonlySet<CardId>,
): readonly Fact[] {
  const places = placesFor(registry, reading, strangers, found)
  if (places.every(({ isPresent }) => isPresent)) return []
  const most = Math.max(
    fewestLetters,
    Math.floor(lettersAtOnce / (places.length + strangers.length)),
  )
  const weightOf = usualWeights(registry)
  const ready = (text: CardText) => profileOf(text, weightOf, most)
  const { matches, unsure } = match(
    newcomersIn(registry, reading.seen, strangers, ready),
    knownAt(registry, places, ready),
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

/** Of very many texts only the beginnings are compared, so that memory and time stay small. */
const lettersAtOnce = 6_000_000
const fewestLetters = 120

/** So many known texts say what is common in all of them. */
const sampleSize = 300

function usualWeights({ texts }: Registry): Weights {
  const ids = [...texts.keys()].sort()
  const step = Math.max(1, Math.ceil(ids.length / sampleSize))
  const sample = ids.filter((_, i) => i % step === 0).flatMap((id) => texts.get(id) ?? [])
  return weightsIn(sample.map((text) => gramsOf(lettersOf(text))))
}

function newcomersIn(
  registry: Registry,
  seen: readonly SeenCard[],
  strangers: readonly SeenCard[],
  ready: (text: CardText) => Profile,
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
        profile: ready(textOf(one)),
      },
    ]
  })
}

function knownAt(
  registry: Registry,
  places: readonly ComparableText[],
  ready: (text: CardText) => Profile,
): readonly KnownText[] {
  const devices = devicesByName(registry)
  return places.flatMap(({ sighting, isPresent }): readonly KnownText[] => {
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
        profile: ready(text),
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
