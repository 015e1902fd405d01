import type { CardId } from '../cards/card.ts'
import type { Link, Parting } from './record.ts'

type Dated = { readonly id: string; readonly at: number }
/** What was decided about two ids, and by which record. */
export type Decision = Dated &
  (({ readonly kind: 'link' } & Link) | ({ readonly kind: 'unlink' } & Parting))

/** The id that stands for another today. */
export type NameToday = (id: CardId) => CardId

type Group = { readonly members: Set<CardId>; readonly foes: Set<CardId> }

/**
 * The decisions that count, one for each pair: a person's last word, else a parting, else the link.
 */
export function standingOf(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const byPair = new Map<string, Decision>()
  for (const decision of decisions) {
    const { older, newer } = decision
    const pair = pairOf(older, newer)
    const known = byPair.get(pair)
    if (older !== newer && (known === undefined || weight(decision, known) > 0)) {
      byPair.set(pair, decision)
    }
  }
  return byPair
}

/** The key of two ids, whichever comes first. */
export function pairOf(a: CardId, b: CardId): string {
  return a < b ? `${a}\0${b}` : `${b}\0${a}`
}

/** Positive if `a` counts for more than `b`. */
function weight(a: Decision, b: Decision): number {
  const person = Number(a.by === 'person') - Number(b.by === 'person')
  if (person !== 0) return person
  const parting = Number(a.kind === 'unlink') - Number(b.kind === 'unlink')
  if (parting !== 0 && a.by !== 'person') return parting
  return a.at - b.at || (a.id < b.id ? -1 : 1)
}

/**
 * Joins ids into cards; the order of the decisions does not matter. Two ids that were parted never
 * meet, whatever links lead from one to the other.
 */
export function namesFrom(
  decisions: readonly Decision[],
  isNamed: (id: CardId) => boolean,
): NameToday {
  const groups = new Map<CardId, Group>()
  const groupOf = (id: CardId): Group => {
    const group = groups.get(id) ?? { members: new Set([id]), foes: new Set() }
    groups.set(id, group)
    return group
  }
  for (const { kind, older, newer } of decisions) {
    if (kind === 'link') continue
    groupOf(older).foes.add(newer)
    groupOf(newer).foes.add(older)
  }
  const links = decisions.filter(({ kind }) => kind === 'link')
  // a person's links first, then the older ones: what was decided later must give way to them
  const sorted = links.sort((a, b) => {
    const person = Number(b.by === 'person') - Number(a.by === 'person')
    return person || a.at - b.at || (a.id < b.id ? -1 : 1)
  })
  const made = sorted.filter(({ older, newer }) => join(groups, groupOf(older), groupOf(newer)))
  return namesIn(groups, made, isNamed)
}

/** Whether two groups may be one, which they then are. */
function join(groups: Map<CardId, Group>, a: Group, b: Group): boolean {
  if (a === b) return true
  const [small, large] = a.members.size < b.members.size ? [a, b] : [b, a]
  for (const foe of small.foes) if (large.members.has(foe)) return false
  for (const id of small.members) groups.set(id, large)
  for (const id of small.members) large.members.add(id)
  for (const foe of small.foes) large.foes.add(foe)
  return true
}

/**
 * A card is called by the id its note gives, of several the one given last; else by the id it had
 * first, so that what a person has seen stays. The smallest id decides where links do not.
 */
function namesIn(
  groups: ReadonlyMap<CardId, Group>,
  links: readonly Decision[],
  isNamed: (id: CardId) => boolean,
): NameToday {
  const laterWordings = new Set(links.map(({ newer }) => newer))
  const formerNames = new Set(links.filter(({ newer }) => isNamed(newer)).map(({ older }) => older))
  const names = new Map<CardId, CardId>()
  for (const { members } of new Set(groups.values())) {
    if (members.size < 2) continue
    const named = [...members].filter(isNamed)
    const name =
      named.length > 0
        ? smallest(named, (id) => !formerNames.has(id))
        : smallest([...members], (id) => !laterWordings.has(id))
    for (const id of members) names.set(id, name)
  }
  return (id) => names.get(id) ?? id
}

function smallest(ids: readonly CardId[], isFit: (id: CardId) => boolean): CardId {
  const fit = ids.filter(isFit)
  return (fit.length > 0 ? fit : ids).reduce((least, id) => (id < least ? id : least))
}
