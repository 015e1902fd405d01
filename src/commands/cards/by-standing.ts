import type { Card, CardId } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import type { FilterOptions } from '../../options/filters.ts'
import { isDue, isOut, isWeak, standingOf } from '../../schedule/queue.ts'
import { readToday } from '../review/today.ts'

/** Whether a card is due today, or weak. */
export type IsState = (state: 'due' | 'weak', id: string) => boolean

/** Says so of any card; loaded only where it is asked. */
export async function statesToday(
  host: HostPart<'clock' | 'terminal' | 'store'>,
): Promise<IsState> {
  const today = await readToday(host)
  return (state, id) => {
    const standing = standingOf(today.schedules, { id: id as CardId })
    if (state === 'weak') return isWeak(standing, today.at, today.rules)
    return isDue(standing, today.day) && !isOut(standing, today.day)
  }
}

/** The cards that are due today, or weak, or both. */
export async function byStanding(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  cards: readonly Card[],
  { due, weak }: FilterOptions,
): Promise<readonly Card[]> {
  const is = await statesToday(host)
  return cards.filter(
    ({ id }) => (due !== true || is('due', id)) && (weak !== true || is('weak', id)),
  )
}
