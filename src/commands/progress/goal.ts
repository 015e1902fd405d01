import type { Card } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import { type Basis, basisOf } from '../../plan/today.ts'
import { dayOf } from '../../schedule/day.ts'
import type { Today } from '../review/today.ts'

/** Days that are planned at most: each is played, and what is later is nobody's plan. */
export const farthest = 366

/**
 * The plan that what is asked today follows; undefined without a day to come, or where it was turned
 * off. Each card is given once.
 */
export function planHolding(
  host: HostPart<'store'>,
  cards: readonly Card[],
  { schedules, rules, day }: Today,
): Basis | undefined {
  const { date: text, plan, minutes } = host.store.settings.read()
  const date = text === undefined ? undefined : dayOf(text)
  if (date === undefined || date <= day || date - day > farthest || plan === 'off') return undefined
  return basisOf(cards, schedules, rules, { today: day, date, secondsADay: minutes * 60 })
}
