import type { CardId } from '../cards/card.ts'
import type { Review } from '../schedule/schedule.ts'
import { linesIn } from './envelope.ts'
import { decode, type JournalRecord } from './record.ts'

/** The text of one journal and the device that wrote it. */
export type JournalText = { readonly device: string; readonly text: string }

/** What all journals say together. */
export type History = {
  /** Every review that was not taken back, oldest first. */
  readonly reviews: readonly Review[]
  /** Lines that could not be read; they are kept where they are. */
  readonly damaged: number
  /** Lines that a newer version wrote. */
  readonly newer: number
}

type Found = { readonly record: JournalRecord; readonly text: string; readonly device: string }

/**
 * The union of journals: each id once, ordered by time and id, whatever their order or number. A
 * review names its card as it was called then; `nameOf` gives the id it has today.
 */
export function history(
  journals: readonly JournalText[],
  nameOf: (id: CardId) => CardId = (id) => id,
): History {
  const found = new Map<string, Found>()
  let damaged = 0
  let newer = 0
  for (const { device, text } of journals) {
    for (const line of linesIn(text, decode)) {
      if (line.kind === 'bad') damaged += 1
      else if (line.kind === 'newer') newer += 1
      else keep(found, { record: line.record, text: line.text, device })
    }
  }
  return { reviews: reviews(found, nameOf), damaged, newer }
}

// The same id with other bytes: every machine takes the smaller text, so all agree.
function keep(found: Map<string, Found>, next: Found): void {
  const known = found.get(next.record.id)
  const key = (one: Found) => `${one.text}\0${one.device}`
  if (known === undefined || key(next) < key(known)) found.set(next.record.id, next)
}

function reviews(
  found: ReadonlyMap<string, Found>,
  nameOf: (id: CardId) => CardId,
): readonly Review[] {
  const taken = new Set<string>()
  for (const { record } of found.values()) if (record.kind === 'void') taken.add(record.ref)
  const kept: Review[] = []
  for (const { record, device } of found.values()) {
    if (record.kind !== 'review' || taken.has(record.id)) continue
    const { kind: _, ...review } = record
    kept.push({ ...review, card: nameOf(review.card), device })
  }
  return kept.sort((a, b) => a.at - b.at || compareIds(a.id, b.id))
}

// Ids of one run end in a count: `9` comes before `10`.
function compareIds(a: string, b: string): number {
  const [runA, countA] = a.split('-')
  const [runB, countB] = b.split('-')
  if (runA === runB) return Number(countA) - Number(countB) || (a < b ? -1 : 1)
  return a < b ? -1 : 1
}
