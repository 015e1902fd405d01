import type { CardId } from '../cards/card.ts'
import { likenesses } from './alike.ts'
import { around, type LibraryReading, type SeenCard, textOf } from './reading.ts'
import type { Fact } from './record.ts'
import { type Registry, seenBy } from './registry.ts'
import { linksByText, partingsIn, presentIn } from './same-text.ts'

/**
 * What a reading teaches: texts and places not known before, and which of them are known cards that
 * changed. Nothing if the registry knows it all; the same again if it is asked again.
 */
export function factsFrom(registry: Registry, reading: LibraryReading): readonly Fact[] {
  const seen = withoutDoubles(reading.seen)
  const { device } = reading
  const partings = partingsIn(registry, seen)
  if (partings.length === 0 && seen.every((one) => isKnown(registry, one, device))) return []
  const news = seen.filter((one) => !bearsHere(registry, one, device))
  const present = presentIn(registry, seen)
  const sameText = linksByText(registry, news, present)
  const linked = new Set([...registry.linked, ...sameText.map(({ newer }) => newer)])
  const found = new Set([...present.keys(), ...sameText.map(({ older }) => registry.nameOf(older))])
  const strangers = news.filter(
    ({ card }) => !linked.has(card) && !seenBy(registry, [card]).has(device ?? ''),
  )
  return [
    ...sightingsIn(registry, seen, device),
    ...partings,
    ...sameText,
    ...likenesses(registry, { ...reading, seen }, strangers, found),
  ]
}

/** Whether this device has seen the text under its id, wherever. */
function bearsHere(
  { sightings }: Registry,
  { card, minted }: SeenCard,
  here: string | undefined,
): boolean {
  return sightings.get(card)?.some((one) => one.minted === minted && one.device === here) === true
}

/** Without the cards whose id stands on two texts of one language: nobody can say whose it is. */
function withoutDoubles(seen: readonly SeenCard[]): readonly SeenCard[] {
  const texts = new Map<string, CardId>()
  const doubled = new Set<CardId>()
  for (const { card, minted, language } of seen) {
    if (card === minted) continue
    const key = `${card}\0${language}`
    if ((texts.get(key) ?? minted) !== minted) doubled.add(card)
    texts.set(key, minted)
  }
  return doubled.size === 0 ? seen : seen.filter(({ card }) => !doubled.has(card))
}

function isKnown(
  { sightings, texts }: Registry,
  { card, minted, path }: SeenCard,
  here: string | undefined,
): boolean {
  const known = sightings
    .get(card)
    ?.some((one) => one.minted === minted && one.path === path && one.device === here)
  return known === true && texts.has(minted)
}

/** Every text at a place that is not known there; a text is kept once. */
function sightingsIn(
  registry: Registry,
  seen: readonly SeenCard[],
  here: string | undefined,
): readonly Fact[] {
  const facts = new Map<string, Fact>()
  const kept = new Set<CardId>()
  for (const [at, one] of seen.entries()) {
    const { card, minted, path } = one
    const key = `${card}\0${minted}\0${path}`
    if (isKnown(registry, one, here) || facts.has(key)) continue
    const text = registry.texts.has(minted) || kept.has(minted) ? undefined : textOf(one)
    kept.add(minted)
    facts.set(key, { kind: 'card', card, minted, path, ...around(seen, at), text })
  }
  return [...facts.values()]
}
