import type { Card } from './card.ts'

/** Other ways of saying what a card holds, which stand nowhere in it. */
export function otherWords({ pointWays = [] }: Pick<Card, 'pointWays'>): readonly string[] {
  return pointWays.flatMap(({ also, any }) => [...also, ...any])
}
