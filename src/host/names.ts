import type { NameOf } from '../cards/called.ts'
import type { CardId } from '../cards/card.ts'

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
  const former = new Map<string, CardId[]>()
  for (const [id, name] of Object.entries(aliases)) {
    const known = former.get(name)
    if (known === undefined) former.set(name, [id as CardId])
    else known.push(id as CardId)
  }
  return {
    key,
    nameOf: (id) => (Object.hasOwn(aliases, id) ? (aliases[id] as CardId) : id),
    idsOf: (name) => [name, ...(former.get(name) ?? [])],
  }
}
