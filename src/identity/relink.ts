import type { CardId, Language } from '../cards/card.ts'
import { keptText, profileOf } from './likeness.ts'
import { type Known, match, type Newcomer } from './match.ts'
import type { CardText, Fact, Sighting } from './record.ts'
import type { Registry } from './registry.ts'
import { type Place, placesFor } from './scope.ts'
import { type Weights, weightsIn } from './trigrams.ts'

/** A card as it was just read. */
export type Seen = {
  readonly card: CardId
  readonly minted: CardId
  readonly language: Language
  /** Of its file, absolute, with `/`. */
  readonly path: string
  /** Its Markdown; a function, because most cards are known and need not be loaded. */
  readonly text: () => CardText
}

/** A library as it was just read. */
export type Reading = {
  /** Absolute, with `/`; the file itself if the library is one. */
  readonly root: string
  readonly seen: readonly Seen[]
  /** Whether what a file holds could not be seen. */
  readonly isUnread: (path: string) => boolean
}

/**
 * What a reading teaches: texts and places not known before, and which of them are known cards that
 * changed. Nothing if the registry knows it all; the same again if it is asked again.
 */
export function factsFrom(registry: Registry, reading: Reading): readonly Fact[] {
  const seen = withoutDoubles(reading.seen)
  const partings = partingsIn(registry, seen)
  if (partings.length === 0 && seen.every((one) => isKnown(registry, one))) return []
  const news = seen.filter(({ card, minted }) => !registry.bearers.get(minted)?.has(card))
  const present = presentIn(registry, seen)
  const sameText = oncePerCard(
    registry,
    news.flatMap((one) => linksByText(registry, one, present)),
  )
  const linked = new Set(sameText.map(({ newer }) => newer))
  const found = new Set([...present.keys(), ...sameText.map(({ older }) => registry.nameOf(older))])
  const strangers = news.filter(({ card }) => !registry.sightings.has(card) && !linked.has(card))
  return [
    ...sightingsIn(registry, seen),
    ...partings,
    ...sameText,
    ...likenesses(registry, { ...reading, seen }, strangers, found),
  ]
}

/** Without the cards whose id stands on two texts of one language: nobody can say whose it is. */
function withoutDoubles(seen: readonly Seen[]): readonly Seen[] {
  const texts = new Map<string, CardId>()
  const doubled = new Set<CardId>()
  for (const { card, minted, language } of seen) {
    const key = `${card}\0${language}`
    if ((texts.get(key) ?? minted) !== minted) doubled.add(card)
    texts.set(key, minted)
  }
  return doubled.size === 0 ? seen : seen.filter(({ card }) => !doubled.has(card))
}

function isKnown({ sightings, texts }: Registry, { card, minted, path }: Seen): boolean {
  const known = sightings.get(card)?.some((one) => one.minted === minted && one.path === path)
  return known === true && texts.has(minted)
}

/** Every text at a place that is not known there; a text is kept once. */
function sightingsIn(registry: Registry, seen: readonly Seen[]): readonly Fact[] {
  const facts = new Map<string, Fact>()
  const kept = new Set<CardId>()
  for (const [at, one] of seen.entries()) {
    const { card, minted, path } = one
    const key = `${card}\0${minted}\0${path}`
    if (isKnown(registry, one) || facts.has(key)) continue
    const text = registry.texts.has(minted) || kept.has(minted) ? undefined : textOf(one)
    kept.add(minted)
    facts.set(key, { kind: 'card', card, minted, path, ...around(seen, at), text })
  }
  return [...facts.values()]
}

function textOf({ text }: Seen): CardText {
  const { question, answer } = text()
  return keptText(question, answer)
}

function around(seen: readonly Seen[], at: number): Pick<Sighting, 'before' | 'after'> {
  const beside = (other: Seen | undefined) =>
    other?.path === seen[at]?.path ? other?.card : undefined
  return { before: beside(seen[at - 1]), after: beside(seen[at + 1]) }
}

/**
 * Two texts of one card in one file at once are two cards after all: somebody brought an old one
 * back beside what it had become.
 */
function partingsIn(registry: Registry, seen: readonly Seen[]): readonly Fact[] {
  const byCard = new Map<CardId, Seen[]>()
  for (const one of seen) {
    const name = registry.nameOf(one.card)
    const all = byCard.get(name)
    if (all === undefined) byCard.set(name, [one])
    else all.push(one)
  }
  return [...byCard].flatMap(([name, all]) => {
    const ids = new Set(all.map(({ card }) => card))
    const [first = name] = [...ids].sort()
    const keeper = ids.has(name) ? name : first
    return [...ids].flatMap((card): readonly Fact[] => {
      const mine = all.filter((one) => one.card === card)
      if (card === keeper || !mine.some((one) => all.some((other) => isBeside(one, other))))
        return []
      const decided = registry.decisionOn(keeper, card)
      const stays = decided?.by === 'person' || decided?.kind === 'unlink'
      return stays ? [] : [{ kind: 'unlink', older: keeper, newer: card, by: 'text' }]
    })
  })
}

function isBeside(one: Seen, other: Seen): boolean {
  return one.path === other.path && one.card !== other.card && one.minted !== other.minted
}

/** The texts that are there of each known card, by its name. */
type Present = ReadonlyMap<CardId, ReadonlySet<CardId>>

function presentIn(registry: Registry, seen: readonly Seen[]): Present {
  const present = new Map<CardId, Set<CardId>>()
  for (const { card, minted } of seen) {
    if (!registry.sightings.has(card)) continue
    const name = registry.nameOf(card)
    const texts = present.get(name)
    if (texts === undefined) present.set(name, new Set([minted]))
    else texts.add(minted)
  }
  return present
}

type TextLink = Extract<Fact, { readonly kind: 'link' }>

/** A card whose very text was known under another id: it was given a name, or lost one. */
function linksByText(registry: Registry, one: Seen, present: Present): readonly TextLink[] {
  const { card, minted } = one
  const isNew = !registry.sightings.has(card)
  const bearers = registry.bearers.get(minted) ?? []
  return [...bearers].flatMap((other): readonly TextLink[] => {
    const name = registry.nameOf(other)
    if (name === registry.nameOf(card) || registry.decisionOn(other, card)) return []
    const there = present.get(name)
    // two names for one text are a new name only if the old one is gone
    const isRename = card !== minted && other !== minted
    if (isRename ? !isNew || there !== undefined : isElsewhere(there, minted)) return []
    return [{ kind: 'link', older: other, newer: card, by: 'text' }]
  })
}

/** Whether a card is there with another text, and so is another card. */
function isElsewhere(there: ReadonlySet<CardId> | undefined, minted: CardId): boolean {
  return there !== undefined && (there.size > 1 || !there.has(minted))
}

/** A known card that two cards bear the text of goes to one of them, on every machine the same. */
function oncePerCard(registry: Registry, links: readonly TextLink[]): readonly TextLink[] {
  const chosen = new Map<CardId, TextLink>()
  for (const link of links) {
    const name = registry.nameOf(link.older)
    const known = chosen.get(name)
    if (known === undefined || link.newer < known.newer) chosen.set(name, link)
  }
  return [...chosen.values()]
}

/** Which strangers are known cards that changed, and which may be. */
function likenesses(
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
        profile: profileOf(textOf(one)),
      },
    ]
  })
}

function knownAt(registry: Registry, places: readonly Place[]): readonly Known[] {
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
        profile: profileOf(text),
      },
    ]
  })
}
