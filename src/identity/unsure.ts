import type { CardId } from '../cards/card.ts'
import { type Decision, pairOf } from './links.ts'
import type { CardText, Fact } from './record.ts'
import type { DatedSighting, Registry } from './registry.ts'

/** A card that is gone and one that is new: perhaps they are one, and nobody has said. */
export type OpenPair = {
  readonly older: CardId
  readonly newer: CardId
  /** From 0 to 1. */
  readonly score: number
  readonly was: Shown
  readonly is: Shown
}

/** A text as it was last seen, and in which file. */
export type Shown = CardText & { readonly path: string }

/** The pairs that somebody may decide about, likeliest first; `present` are the cards there now. */
export function openPairs(registry: Registry, present: ReadonlySet<CardId>): readonly OpenPair[] {
  const { nameOf } = registry
  const last = lastTexts(registry)
  const isOne = ({ older, newer }: Registry['unsure'][number]) => nameOf(older) === nameOf(newer)
  const settled = new Set(registry.unsure.filter(isOne).map(({ newer }) => newer))
  const pairs = new Map<string, OpenPair>()
  for (const { older, newer, score } of registry.unsure) {
    const was = last.get(nameOf(older))
    const is = last.get(nameOf(newer))
    const isOpen = present.has(nameOf(newer)) && !present.has(nameOf(older)) && !settled.has(newer)
    if (!isOpen || registry.decisionOn(older, newer) || was === undefined || is === undefined)
      continue
    pairs.set(pairOf(older, newer), { older, newer, score, was, is })
  }
  return [...pairs.values()].sort((a, b) => b.score - a.score || (a.newer < b.newer ? -1 : 1))
}

function lastTexts({ sightings, texts, nameOf }: Registry): ReadonlyMap<CardId, Shown> {
  const last = new Map<CardId, DatedSighting>()
  for (const [card, places] of sightings) {
    for (const place of places) {
      const known = last.get(nameOf(card))
      if (known === undefined || place.at >= known.at) last.set(nameOf(card), place)
    }
  }
  const shown = [...last].flatMap(([name, { minted, path }]) => {
    const text = texts.get(minted)
    return text === undefined ? [] : [[name, { ...text, path }] as const]
  })
  return new Map(shown)
}

/** The question of the last text that a card had. */
export function questionOf(registry: Registry, card: CardId): string | undefined {
  return lastQuestions(registry)(card)
}

/** The same of many cards. */
export function lastQuestions(registry: Registry): (card: CardId) => string | undefined {
  const texts = lastTexts(registry)
  return (card) => texts.get(registry.nameOf(card))?.question
}

/** The last yes or no that a person said; undefined if there is none. */
export function lastSaid(registry: Registry): Decision | undefined {
  const said = registry.decisions.filter(({ by }) => by === 'person')
  return [...said].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1)
}

/**
 * What takes a card apart from those that it was linked to; nothing if it was linked to none.
 * `minted` is the id of its text.
 */
export function partingsOf(registry: Registry, card: CardId, minted: CardId): readonly Fact[] {
  const isOwn = registry.sightings.get(card)?.some((place) => place.minted === minted) === true
  const self = isOwn ? card : minted
  const links = registry.decisions.filter(({ kind, newer }) => kind === 'link' && newer === self)
  return links.map(({ older }) => ({ kind: 'unlink', older, newer: self, by: 'person' }))
}
