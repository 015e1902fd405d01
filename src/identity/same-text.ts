import type { CardId } from '../cards/card.ts'
import type { SeenCard } from './reading.ts'
import type { Fact } from './record.ts'
import type { Registry } from './registry.ts'

/**
 * Two texts of one card in one file at once are two cards after all: somebody brought an old one
 * back beside what it had become.
 */
export function partingsIn(registry: Registry, seen: readonly SeenCard[]): readonly Fact[] {
  const byCard = new Map<CardId, SeenCard[]>()
  for (const one of seen) {
    // most cards were never linked to any other
    if (!registry.linked.has(one.card)) continue
    const name = registry.nameOf(one.card)
    const all = byCard.get(name)
    if (all === undefined) byCard.set(name, [one])
    else all.push(one)
  }
  return [...byCard.values()].flatMap((all) => {
    const ids = [...new Set(all.map(({ card }) => card))].sort()
    return ids.flatMap((older, at) =>
      ids.slice(at + 1).flatMap((newer): readonly Fact[] => {
        const ones = all.filter(({ card }) => card === older)
        const others = all.filter(({ card }) => card === newer)
        const decided = registry.decisionOn(older, newer)
        const stays = decided?.by === 'person' || decided?.kind === 'unlink'
        const isTwo = ones.some((one) => others.some((other) => isBeside(one, other)))
        return stays || !isTwo ? [] : [{ kind: 'unlink', older, newer, by: 'text' }]
      }),
    )
  })
}

function isBeside(one: SeenCard, other: SeenCard): boolean {
  return one.path === other.path && one.minted !== other.minted
}

/** The texts that are there of each known card, by its name. */
export type Present = ReadonlyMap<CardId, ReadonlySet<CardId>>

export function presentIn(registry: Registry, seen: readonly SeenCard[]): Present {
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

function linksFor(registry: Registry, one: SeenCard, present: Present): readonly TextLink[] {
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

/**
 * Cards whose very text was known under another id: they were given a name, or lost one. A known
 * card that two cards bear the text of goes to one of them, on every machine the same.
 */
export function linksByText(
  registry: Registry,
  news: readonly SeenCard[],
  present: Present,
): readonly TextLink[] {
  const chosen = new Map<CardId, TextLink>()
  for (const link of news.flatMap((one) => linksFor(registry, one, present))) {
    const name = registry.nameOf(link.older)
    const known = chosen.get(name)
    if (known === undefined || link.newer < known.newer) chosen.set(name, link)
  }
  return [...chosen.values()]
}
