import type { CardId } from '../cards/card.ts'
import type { LibraryReading, SeenCard } from './reading.ts'
import type { DatedSighting, Registry } from './registry.ts'

/** A known text that a newcomer may be compared with. */
export type ComparableText = {
  readonly sighting: DatedSighting
  /** Whether its card is there now; then it can only be the likelier origin. */
  readonly isPresent: boolean
}

/** So many texts of a card are compared, the last ones. */
const mostTexts = 4
/** So many cards before and after a stranger may be its origin. */
const nearby = 100
/** A library is another one moved or copied if it holds at least this share of it, in its places. */
const kinship = 0.2
const leastKin = 2

/**
 * The cards that strangers may have been: those last seen below the same root that are not there any
 * more, and those that other devices saw in the same library where they have it. A library never seen
 * before has none of its own; if it is another one that was moved or copied, that one's count. A card of any other library is only ever known by its whole text.
 */
export function placesFor(
  registry: Registry,
  reading: LibraryReading,
  strangers: readonly SeenCard[],
  present: ReadonlySet<CardId>,
): readonly ComparableText[] {
  if (strangers.length === 0) return []
  const isInside = isInsideOf(registry, reading)
  const absent = new Map<CardId, DatedSighting[]>()
  for (const [card, sightings] of registry.sightings) {
    const name = registry.nameOf(card)
    if (present.has(name)) continue
    const inside = sightings.filter((one) => isInside(one) && !reading.isUnread(one.path))
    const known = absent.get(name)
    if (known !== undefined) known.push(...inside)
    else if (inside.length > 0) absent.set(name, inside)
  }
  const places = [...absent.values()].flatMap((all) =>
    all.sort((a, b) => b.at - a.at || (a.minted < b.minted ? -1 : 1)).slice(0, mostTexts),
  )
  if (places.length === 0) return []
  return [
    ...places.map((sighting) => ({ sighting, isPresent: false })),
    ...neighboursOf(registry, reading.seen, strangers),
  ]
}

type IsInside = (sighting: DatedSighting) => boolean

function isInsideOf(registry: Registry, reading: LibraryReading): IsInside {
  const { root, device } = reading
  for (const sightings of registry.sightings.values()) {
    if (!sightings.some(({ path }) => isBelow(path, root))) continue
    // another machine has the same library elsewhere; a copy on this one is another library by now
    const isElsewhere: IsInside = (one) => one.device !== device
    const kin = kinOf(registry, reading, isElsewhere)
    return (one) =>
      isBelow(one.path, root) || (isElsewhere(one) && kin.some((base) => isBelow(one.path, base)))
  }
  const kin = kinOf(registry, reading, () => true)
  return ({ path }) => kin.some((base) => isBelow(path, base))
}

function isBelow(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}/`)
}

/** The roots of libraries that hold the same cards in the same places below them, as some sightings say. */
function kinOf(
  registry: Registry,
  { root, seen }: LibraryReading,
  isWanted: IsInside,
): readonly string[] {
  const counts = new Map<string, number>()
  for (const { card, minted, path } of seen) {
    const bearers = registry.bearers.get(minted) ?? new Set([card])
    const sightings = [...bearers].flatMap((id) => registry.sightings.get(id) ?? [])
    const bases = sightings.filter(isWanted).flatMap((one) => baseOf(one.path, path, root) ?? [])
    for (const base of new Set(bases)) counts.set(base, (counts.get(base) ?? 0) + 1)
  }
  const least = Math.max(leastKin, seen.length * kinship)
  return [...counts].filter(([, count]) => count >= least).map(([base]) => base)
}

/** What stands before a known path where the rest of it is the place below our root. */
function baseOf(known: string, path: string, root: string): string | undefined {
  if (path === root) {
    const name = path.slice(path.lastIndexOf('/'))
    return known.endsWith(name) ? known : undefined
  }
  const place = path.slice(root.length)
  return known.endsWith(place) ? known.slice(0, -place.length) : undefined
}

/** Known cards beside the strangers, which these may have been copied from. */
function neighboursOf(
  registry: Registry,
  seen: readonly SeenCard[],
  strangers: readonly SeenCard[],
): readonly ComparableText[] {
  const isStranger = new Set(strangers)
  const found = new Map<CardId, DatedSighting>()
  for (const [at, stranger] of seen.entries()) {
    if (!isStranger.has(stranger)) continue
    for (const one of seen.slice(Math.max(0, at - nearby), at + nearby)) {
      if (one.path !== stranger.path || found.has(one.card)) continue
      const known = registry.sightings.get(one.card)?.find(({ minted }) => minted === one.minted)
      if (known !== undefined) found.set(one.card, known)
    }
  }
  return [...found.values()].map((sighting) => ({ sighting, isPresent: true }))
}
