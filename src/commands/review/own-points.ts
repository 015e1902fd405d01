import type { Card } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import { type Comparable, pointsOf } from '../../interview/comparing.ts'
import { wordsFor } from '../../interview/learning.ts'
import type { KeyPoint } from '../../points/derive.ts'

/** What an answer to a card is measured by, with the ways of saying it that the person taught. */
export function ownPoints(host: HostPart<'store'>, card: Card): readonly KeyPoint[] {
  const { notes } = host.store
  return pointsOf(card, notes.read(card.id), learns(host) ? notes.ways(card.id) : undefined)
}

/** Keeps the words of an answer for points that the person ticked by hand after it. */
export function learn(
  host: HostPart<'store'>,
  card: Card,
  taught: readonly string[],
  said: Omit<Comparable, 'before'>,
): void {
  if (!learns(host) || said.answer.trim() === '') return
  for (const point of taught) {
    const words = wordsFor(said, point)
    if (words !== undefined) host.store.notes.learn(card.id, point, words)
  }
}

function learns({ store }: HostPart<'store'>): boolean {
  return store.settings.read().learn !== 'off'
}
