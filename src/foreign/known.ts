import type { CardId } from '../cards/card.ts'
import { partsOf } from '../log/order.ts'
import type { ForeignCard, ForeignReview } from './foreign.ts'

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
  readonly has: (id: string) => boolean
  /** Says of reviews of a card whether they are here; `run` begins their ids, `id` is our card. */
  readonly of: (run: string, id: CardId, card: ForeignCard) => (review: ForeignReview) => boolean
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
  const has = (id: string) => {
    const { run, count } = partsOf(id)
    return counts.get(run)?.has(count) === true
  }
  return {
    add,
    has,
    of: (run, id, card) => {
      const [own, answered] = [counts.get(run), seconds.get(id)]
      // several cards of one name are one
      const before = taken.get(run) ?? []
      taken.set(run, [...before, card])
      const others = new Set(before.flatMap(({ reviews }) => Array.from(reviews, ({ nth }) => nth)))
      return ({ nth, at }) =>
        own?.has(nth) === true || others.has(nth) || answered?.has(Math.floor(at / 1000)) === true
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
