import type { NameOf } from '../../cards/called.ts'
import type { CardId } from '../../cards/card.ts'
import { grouped } from '../../text/grouped.ts'

/** What cards are called today. */
export type Names = {
  readonly nameOf: NameOf
  /** All ids that a card has or had, by the one it has today. */
  readonly idsOf: (name: CardId) => readonly CardId[]
  /** Differs where any name does. */
  readonly key: string
}

/** Where no card was ever called otherwise. */
export const noNames: Names = { nameOf: (id) => id, idsOf: (id) => [id], key: '' }

/** Names from a list of what is called otherwise today. */
export function namesOf(aliases: Readonly<Record<string, string>>, key: string): Names {
  const former = grouped(Object.keys(aliases) as CardId[], (id) => aliases[id])
  return {
    key,
    nameOf: (id) => (Object.hasOwn(aliases, id) ? (aliases[id] as CardId) : id),
    idsOf: (name) => [name, ...(former.get(name) ?? [])],
  }
}
