import type { Tables } from '../tables.ts'
import type { LogRow } from './revlog.ts'

/** The table `revlog` by card. */
export type Logs = {
  /** What stands in it of a card, oldest first. It is asked for once. */
  readonly take: (card: number) => readonly LogRow[]
  /** How many rows nobody asked for. */
  readonly left: () => number
}

/** Rows are made when they are asked for: a log of years has a million. */
export function logsIn(tables: Tables): Logs {
  const columns = ['id', 'cid', 'ease', 'factor', 'time', 'type']
  const [ids, cards, eases, factors, times, kinds] = tables.numbers('revlog', columns)
  const places = new Map<number, number[]>()
  for (const [place, card] of cards?.entries() ?? []) {
    const own = places.get(card)
    if (own === undefined) places.set(card, [place])
    else own.push(place)
  }
  const rowAt = (place: number): LogRow => {
    return {
      id: ids?.[place] ?? 0,
      ease: eases?.[place] ?? 0,
      factor: factors?.[place] ?? 0,
      time: times?.[place] ?? 0,
      kind: kinds?.[place] ?? 0,
    }
  }
  return {
    take: (card) => {
      const own = places.get(card) ?? []
      places.delete(card)
      const rows = own.map(rowAt)
      // the key of the table is the time
      const isInOrder = rows.every(({ id }, i) => i === 0 || (rows[i - 1]?.id ?? 0) <= id)
      return isInOrder ? rows : rows.sort((a, b) => a.id - b.id)
    },
    left: () => [...places.values()].reduce((sum, own) => sum + own.length, 0),
  }
}
