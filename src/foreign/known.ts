import type { CardId } from '../cards/card.ts'
import { partsOf } from '../log/order.ts'
import type { ForeignAnchor, ForeignCard, ForeignReview } from './foreign.ts'

/** A record that is here already, as far as it matters. */
type Here = {
  readonly kind: string
  readonly id: string
  readonly at: number
  readonly card?: CardId
}

/** What is here already. */
export type KnownHere = {
  readonly add: (record: Here) => void
  /** Says of what was done with a card elsewhere whether it is here; `run` begins its ids, `id` is our card. */
  readonly of: (
    run: string,
    id: CardId,
    card: ForeignCard,
  ) => (one: ForeignReview | ForeignAnchor) => boolean
}

/**
 * By the beginning of an id its counts, by card the seconds in which it was answered: what went from here
 * to the other program comes back under another id, and nobody answers twice in a second.
 */
export function knownHere(): KnownHere {
  const counts = new Map<string, Set<number>>()
  const seconds = new Map<string, Set<number>>()
  const add = ({ kind, id, at, card }: Here) => {
    const { run, count } = partsOf(id)
    setIn(counts, run).add(count)
    if (kind === 'review' && card !== undefined) setIn(seconds, card).add(Math.floor(at / 1000))
  }
  const taken = new Map<string, readonly ForeignCard[]>()
  return {
    add,
    of: (run, id, card) => {
      const [own, anchors, answered] = [counts.get(run), counts.get(`${run}a`), seconds.get(id)]
      // several cards of one name are one
      const before = taken.get(run) ?? []
      taken.set(run, [...before, card])
      const others = new Set(before.flatMap(({ reviews }) => Array.from(reviews, ({ nth }) => nth)))
      return (one) => {
        if (!('nth' in one)) return anchors?.has(one.at) === true
        if (own?.has(one.nth) === true || others.has(one.nth)) return true
        return answered?.has(Math.floor(one.at / 1000)) === true
      }
    },
  }
}

function setIn(sets: Map<string, Set<number>>, key: string): Set<number> {
  const found = sets.get(key)
  if (found !== undefined) return found
  const made = new Set<number>()
  sets.set(key, made)
  return made
}
