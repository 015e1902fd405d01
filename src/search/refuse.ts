import { type Filter, namedNowhere, type Selectable } from '../cards/select.ts'
import { UserError } from '../errors.ts'
import type { Query } from './query.ts'

/** Throws the fault `filter-value` where a query asks what no card can be. */
export function refuseUnknown({ unknown: [first] }: Query): void {
  if (first !== undefined) throw new UserError({ code: 'filter-value', ...first })
}

/**
 * Throws the fault `name-nowhere` for a topic or a tag that none of the cards has; where there is no
 * card at all, no name is wrong.
 */
export async function refuseNowhere(cards: readonly Selectable[], filter: Filter): Promise<void> {
  const nowhere = cards.length === 0 ? undefined : namedNowhere(cards, filter)
  if (nowhere === undefined) return
  const { nameNowhere } = await import('./near-names.ts')
  throw await nameNowhere(cards, nowhere)
}
