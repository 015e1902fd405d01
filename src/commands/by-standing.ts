import type { Card } from '../cards/card.ts'
import type { Host } from '../host/host.ts'
import { isDue, isOut, isWeak, standingOf } from '../schedule/queue.ts'
import { readToday } from './today.ts'

export type StandingFilter = { readonly due?: boolean; readonly weak?: boolean }

/** The cards that are due today, or weak, or both; loaded only where one of them is asked for. */
export async function byStanding(
  host: Host,
  cards: readonly Card[],
  { due, weak }: StandingFilter,
): Promise<readonly Card[]> {
  const today = await readToday(host)
  return cards.filter((card) => {
    const standing = standingOf(today.schedules, card)
    const isDueToday = isDue(standing, today.day) && !isOut(standing, today.day)
    return (
      (due !== true || isDueToday) && (weak !== true || isWeak(standing, today.at, today.rules))
    )
  })
}
